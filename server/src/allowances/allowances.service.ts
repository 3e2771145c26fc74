/** Entering what allowances are computed from, correcting and removing it: the adviser and their team. What rests on it is computed anew by the database, in the same transaction. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { refuseVictimsData } from '../core/guard/index.ts';
import { standingsOf } from '../members/index.ts';
import { mayCost } from './allowance.policy.ts';
import { type CostResult, fault, invalid, result } from './cost-result.ts';
import type { Columns, Read } from './read-basis.ts';

/** What is entered: its table, the column of its key, and those of which there is one from a day on. */
export interface Kind {
  readonly table: string;
  readonly key: 'uuid' | 'code';
  readonly once: readonly string[];
}

export const KINDS = {
  RATE: { table: 'allowance_rate', key: 'uuid', once: ['country_code', 'valid_from'] }, EXCHANGE: { table: 'exchange_rate', key: 'uuid', once: ['currency', 'valid_from'] }, RULE: { table: 'allowance_rule', key: 'code', once: ['valid_from'] },
} as const satisfies Record<string, Kind>;

const KEY = /^[\da-z-]{1,60}$/;

/** Which of them, as it was read, and who changes it. */
export interface WhichBasis {
  readonly person: string;
  readonly kind: Kind;
  readonly key: string;
  readonly version: number;
}

interface Stored {
  readonly version: number;
  readonly row: Readonly<Record<string, unknown>>;
}

/** What is stored under a key; undefined for nothing. Whoever changes any of these waits for whoever does. */
async function held(em: EntityManager, { kind: { table, key: column }, key }: WhichBasis): Promise<Stored | undefined> {
  await em.execute('select pg_advisory_xact_lock(7266141)');
  const [stored] = await em.execute<Stored[]>(`select t.version, to_jsonb(t) as row from ${table} t where t.${column}::text = ?`, [key]);
  return stored;
}

/**
 * Enters it under a key that its author has drawn (`version` 0), or changes it. `version` is the one that was read: once somebody else has changed it nothing is written,
 * unless it is so already. Throws VICTIM_DATA for a source that tells who a person is.
 */
export async function saveBasis(em: EntityManager, which: WhichBasis, { columns, faults }: Read): Promise<CostResult> {
  const { person, key, version } = which;
  if (!mayCost(await standingsOf(em, person)) || !KEY.test(key)) return result('GONE');
  if (faults.length > 0) return invalid(...faults);
  refuseSource(columns);
  const stored = await held(em, which);
  if (stored && isSame(stored, columns)) return result('DONE');
  if ((stored?.version ?? 0) !== version) return result(stored ? 'CONFLICT' : 'GONE');
  return write(em, which, columns, stored !== undefined);
}

function refuseSource({ source, source_url: url }: Columns): void {
  refuseVictimsData('input.source.source', String(source));
  refuseVictimsData('input.source.sourceUrl', String(url ?? ''));
}

const isSame = ({ row }: Stored, columns: Columns): boolean => Object.entries(columns).every(([name, value]) => (row[name] ?? null) === value);

/** Writes it, where there is such a country and nothing else from that day on. */
async function write(em: EntityManager, { kind: { table, key: column, once }, key }: WhichBasis, columns: Columns, isThere: boolean): Promise<CostResult> {
  if ('country_code' in columns && (await em.execute<unknown[]>('select from country where code = ?', [columns.country_code])).length === 0) return invalid(fault('COUNTRY', 'UNKNOWN'));
  const [names, values] = [Object.keys(columns), Object.values(columns)];
  const same = await em.execute<unknown[]>(`select from ${table} t where ${once.map((name) => `t.${name} = ?`).join(' and ')} and t.${column}::text <> ? and t.is_demonstration = acts_invented()`, [...once.map((name) => columns[name]), key]);
  if (same.length > 0) return invalid(fault('VALID_FROM', 'REPEATED'));
  const written = isThere
    ? await em.execute<unknown[]>(`update ${table} set ${names.map((name) => `${name} = ?`).join(', ')}, version = version + 1 where ${column}::text = ? returning 1`, [...values, key])
    : await em.execute<unknown[]>(`insert into ${table} (${column}, is_demonstration, ${names.join(', ')}) values (?, acts_invented(), ${names.map(() => '?').join(', ')}) on conflict (${column}) do nothing returning 1`, [key, ...values]);
  // What is somebody else's is none for this one.
  return result(written.length > 0 ? 'DONE' : 'GONE');
}

/** Removes it as it was read. What is not there any more stays so. */
export async function removeBasis(em: EntityManager, which: WhichBasis): Promise<CostResult> {
  const { person, kind: { table, key: column }, key, version } = which;
  if (!mayCost(await standingsOf(em, person))) return result('GONE');
  const stored = await held(em, which);
  if (!stored) return result('DONE');
  if (stored.version !== version) return result('CONFLICT');
  return result((await em.execute<unknown[]>(`delete from ${table} where ${column}::text = ? returning 1`, [key])).length > 0 ? 'DONE' : 'GONE');
}
