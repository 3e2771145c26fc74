/** Entering what is known of travelling, correcting and removing it: those who plan missions. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { type Columns, type CostFault, type CostResult, fault, invalid, type Read, result } from '../allowances/index.ts';
import { refuseVictimsData } from '../core/guard/index.ts';
import { standingsOf } from '../members/index.ts';
import { mayKeepTravel } from './travel.policy.ts';
import type { TravelKind } from './travel-input.type.ts';

/** What is kept of each kind: its table, and the columns that tell one from another. */
const KINDS: Readonly<Record<TravelKind, { readonly table: string; readonly once: readonly string[] }>> = {
  LINK: { table: 'travel_link', once: ['from_city_code', 'to_city_code', 'mode', 'departures', 'first_departure', 'last_departure', 'valid_from'] }, BORDER_RULE: { table: 'border_rule', once: ['from_country', 'to_country', 'valid_from'] },
  INTERPRETATION: { table: 'interpretation_price', once: ['country_code', 'language_code', 'per', 'valid_from'] }, HOURS: { table: 'country_hours', once: ['country_code', 'weekdays', 'from_hour', 'valid_from'] },
};

/** How many there are of each at most: what is planned with is read as a whole. */
export const MOST_KEPT = 1000;

const CODE = /^[\da-z-]{1,60}$/;

/** Which one, as it was read, and who changes it. */
export interface Which {
  readonly person: string;
  readonly kind: TravelKind;
  readonly code: string;
  readonly version: number;
}

interface Stored {
  readonly version: number;
  readonly row: Readonly<Record<string, unknown>>;
}

/** What is stored under a code; undefined for nothing. Whoever changes any of these waits for whoever does. */
async function held(em: EntityManager, { kind, code }: Which): Promise<Stored | undefined> {
  await em.execute('select pg_advisory_xact_lock(7266213)');
  const [stored] = await em.execute<Stored[]>(`select t.version, to_jsonb(t) as row from ${KINDS[kind].table} t where t.code = ?`, [code]);
  return stored;
}

/**
 * Enters it under a code that its author has drawn (`version` 0), or changes it. `version` is the one that was read: once somebody else has changed it nothing is written,
 * unless it is so already. Throws VICTIM_DATA for a source that tells who a person is.
 */
export async function saveTravel(em: EntityManager, which: Which, { columns, faults }: Read): Promise<CostResult> {
  const { person, code } = which;
  if (!mayKeepTravel(await standingsOf(em, person)) || !CODE.test(code)) return result('GONE');
  if (faults.length > 0) return invalid(...faults);
  refuseVictimsData('input.known.source', String(columns.source));
  refuseVictimsData('input.known.sourceUrl', String(columns.source_url ?? ''));
  return store(em, which, columns);
}

async function store(em: EntityManager, which: Which, columns: Columns): Promise<CostResult> {
  const stored = await held(em, which);
  if (stored && isSame(stored, columns)) return result('DONE');
  if ((stored?.version ?? 0) !== which.version) return result(stored ? 'CONFLICT' : 'GONE');
  const wrong = await faultsAmong(em, which, columns, stored !== undefined);
  return wrong.length > 0 ? invalid(...wrong) : write(em, which, columns, stored !== undefined);
}

const isSame = ({ row }: Stored, columns: Columns): boolean => Object.entries(columns).every(([name, value]) => (row[name] ?? null) === value);

/** What is wrong with it beside what there is: its cities and their countries, the same once more, and how many there are. */
async function faultsAmong(em: EntityManager, { kind, code }: Which, columns: Columns, isThere: boolean): Promise<CostFault[]> {
  const { table, once } = KINDS[kind];
  const same = await em.execute<unknown[]>(`select from ${table} t where ${once.map((name) => `t.${name} is not distinct from ?`).join(' and ')} and t.code <> ? and t.is_demonstration = acts_invented()`, [...once.map((name) => columns[name]), code]);
  const [{ count }] = await em.execute<[{ count: number }]>(`select count(*)::int as count from ${table}`);
  return [
    ...(kind === 'LINK' ? await cityFaults(em, columns) : []), ...(kind === 'INTERPRETATION' ? await languageFaults(em, columns) : []), ...(kind === 'HOURS' ? await hourFaults(em, code, columns) : []), ...(same.length > 0 ? [fault('VALID_FROM', 'REPEATED')] : []), ...(!isThere && count >= MOST_KEPT ? [fault('LINES', 'TOO_LONG', MOST_KEPT)] : []),
  ];
}

async function countryFaults(em: EntityManager, { country_code: country }: Columns): Promise<CostFault[]> {
  return (await em.execute<unknown[]>('select from country where code = ?', [country])).length > 0 ? [] : [fault('COUNTRY', 'UNKNOWN')];
}

/** Two lines of a country are not in force on the same day of the week at the same hour. */
async function hourFaults(em: EntityManager, code: string, columns: Columns): Promise<CostFault[]> {
  const meeting = await em.execute<unknown[]>(
    `select from country_hours t where t.country_code = ? and t.code <> ? and t.is_demonstration = acts_invented() and string_to_array(t.weekdays, ' ') && string_to_array(?, ' ') and t.from_hour < ? and t.until_hour > ?
      and t.valid_from <= coalesce(?::date, 'infinity') and coalesce(t.valid_until, 'infinity') >= ?::date`,
    [columns.country_code, code, columns.weekdays, columns.until_hour, columns.from_hour, columns.valid_until, columns.valid_from]);
  return [...(await countryFaults(em, columns)), ...(meeting.length > 0 ? [fault('HOURS', 'BUSY')] : [])];
}

async function languageFaults(em: EntityManager, columns: Columns): Promise<CostFault[]> {
  const found = await em.execute<unknown[]>('select from language where code = ?', [columns.language_code]);
  return [...(found.length > 0 ? [] : [fault('LANGUAGE', 'UNKNOWN')]), ...(await countryFaults(em, columns))];
}

/** A passport is shown from the country of the first city to that of the second. */
async function cityFaults(em: EntityManager, { from_city_code: from, to_city_code: to, country_codes: codes }: Columns): Promise<CostFault[]> {
  const cities = await em.execute<{ code: string; country: string }[]>('select code, country_iso as country from city where code in (?, ?)', [from, to]);
  const countryOf = (city: unknown): string | undefined => cities.find(({ code }) => code === city)?.country;
  if (countryOf(from) === undefined || countryOf(to) === undefined) return [fault('CITIES', 'UNKNOWN')];
  const crossed = codes === null ? undefined : String(codes).split(' ');
  return crossed === undefined || (crossed[0] === countryOf(from) && crossed.at(-1) === countryOf(to)) ? [] : [fault('COUNTRIES', 'NOT_AFTER')];
}

async function write(em: EntityManager, { kind, code }: Which, columns: Columns, isThere: boolean): Promise<CostResult> {
  const { table } = KINDS[kind];
  const [names, values] = [Object.keys(columns), Object.values(columns)];
  const written = isThere
    ? await em.execute<unknown[]>(`update ${table} set ${names.map((name) => `${name} = ?`).join(', ')}, version = version + 1 where code = ? returning 1`, [...values, code])
    : await em.execute<unknown[]>(`insert into ${table} (code, is_demonstration, ${names.join(', ')}) values (?, acts_invented(), ${names.map(() => '?').join(', ')}) on conflict (code) do nothing returning 1`, [code, ...values]);
  // What is somebody else's is none for this one.
  return result(written.length > 0 ? 'DONE' : 'GONE');
}

/** Removes it as it was read. What is not there any more stays so. */
export async function removeTravel(em: EntityManager, which: Which): Promise<CostResult> {
  const { person, kind, code, version } = which;
  if (!mayKeepTravel(await standingsOf(em, person))) return result('GONE');
  const stored = await held(em, which);
  if (!stored) return result('DONE');
  if (stored.version !== version) return result('CONFLICT');
  return result((await em.execute<unknown[]>(`delete from ${KINDS[kind].table} where code = ? returning 1`, [code])).length > 0 ? 'DONE' : 'GONE');
}
