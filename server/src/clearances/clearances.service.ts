/** Entering the clearances of experts, changing and removing them: the adviser and their team. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { refuseVictimsData } from '../core/guard/index.ts';
import type { Actor } from '../core/reader/index.ts';
import { mayClear } from '../experts/index.ts';
import { type ClearanceContent, type ClearanceFault, readClearance, type SentClearance } from './read-clearance.ts';

/** What came of it: INVALID with what is wrong; CONFLICT when somebody else has changed it since it was read; GONE is also said of what is not for who asks. */
export const ClearanceOutcome = { DONE: 'DONE', INVALID: 'INVALID', CONFLICT: 'CONFLICT', GONE: 'GONE' } as const;
export type ClearanceOutcome = keyof typeof ClearanceOutcome;

export interface ClearanceResult {
  readonly outcome: ClearanceOutcome;
  /** What is wrong; empty unless it is INVALID. */
  readonly faults: readonly ClearanceFault[];
}

const result = (outcome: ClearanceOutcome, faults: readonly ClearanceFault[] = []): ClearanceResult => ({ outcome, faults });

/** Which clearance of which expert, by their keys. */
export interface WhichClearance {
  readonly expert: string;
  readonly key: string;
}

/** The day in Paris, whose day the regional adviser’s is. */
const today = (): string => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format(new Date());

const STORED = `select version, from_on::text as "fromOn", until_on::text as "untilOn", given_by as "givenBy", given_on::text as "givenOn", remark, locale, mission_uuid as mission from clearance where uuid = ? and expert_uuid = ? for update`;
const FIELDS = ['fromOn', 'untilOn', 'givenBy', 'givenOn', 'remark', 'locale', 'mission'] as const satisfies readonly (keyof ClearanceContent)[];

/**
 * Enters a clearance of an expert under a key that its author has drawn (`version` 0), or changes it. `version` is the one that was read: once somebody else has changed it
 * nothing is written, unless it is so already. For what it was entered, a period or a mission, it stays. Throws VICTIM_DATA for texts that tell who a person is.
 */
export async function saveClearance(em: EntityManager, actor: Actor, which: WhichClearance, { version, input }: { readonly version: number; readonly input: SentClearance }): Promise<ClearanceResult> {
  if (!mayClear(actor)) return result('GONE');
  const content = readClearance(input, today());
  if (!('fromOn' in content)) return result('INVALID', content);
  refuseVictimsData('input.givenBy', content.givenBy);
  refuseVictimsData('input.remark', content.remark ?? '');
  return store(em, which, version, content);
}

async function store(em: EntityManager, which: WhichClearance, version: number, content: ClearanceContent): Promise<ClearanceResult> {
  const [stored] = await em.execute<(ClearanceContent & { readonly version: number })[]>(STORED, [which.key, which.expert]);
  if (stored && FIELDS.every((field) => stored[field] === content[field])) return result('DONE');
  if ((stored?.version ?? 0) !== version) return result(stored ? 'CONFLICT' : 'GONE');
  const fault = await missionFault(em, which, content, stored);
  if (fault) return result('INVALID', [{ field: 'MISSION', fault }]);
  return result((await (stored ? change : add)(em, which, content)) ? 'DONE' : 'GONE');
}

/** What is compared with the mission, once one of these is changed: a mission that was moved or is over since leaves the rest of a clearance to be corrected. */
const SPANNED = ['fromOn', 'untilOn'] as const satisfies readonly (keyof ClearanceContent)[];

/** What keeps it from being for its mission: it was not entered for something else; that one is being prepared, on at least one of its days, and is invented where the expert is. The mission is held, so that it is there when the clearance is stored. */
async function missionFault(em: EntityManager, { expert }: WhichClearance, content: ClearanceContent, stored: ClearanceContent | undefined): Promise<'FIXED' | 'CLOSED' | 'APART' | undefined> {
  const { mission, fromOn, untilOn } = content;
  if (stored && stored.mission !== mission) return 'FIXED';
  if (mission === null || SPANNED.every((field) => stored?.[field] === content[field])) return undefined;
  const [found] = await em.execute<{ meets: boolean }[]>(`select ?::date <= m.ends_on and ?::date >= m.starts_on as meets from mission m
    where m.uuid = ? and m.stage in ('IDEA', 'PLANNED', 'CONSULTED', 'AGREED') and m.is_demonstration = coalesce((select e.is_demonstration from expert e where e.uuid = ?), m.is_demonstration) for key share`, [fromOn, untilOn, mission, expert]);
  if (!found) return 'CLOSED';
  return found.meets ? undefined : 'APART';
}

const values = ({ fromOn, untilOn, givenBy, givenOn, remark, locale }: ClearanceContent): unknown[] => [fromOn, untilOn, givenBy, givenOn, remark, locale];

/** Whether it was entered: there has to be such an expert for who asks, and a key that the clearance of another has is none for this one. */
async function add(em: EntityManager, { expert, key }: WhichClearance, content: ClearanceContent): Promise<boolean> {
  const added = await em.execute<unknown[]>(
    'insert into clearance (uuid, expert_uuid, from_on, until_on, given_by, given_on, remark, locale, mission_uuid) select ?, e.uuid, ?, ?, ?, ?, ?, ?, ?::uuid from expert e where e.uuid = ? on conflict (uuid) do nothing returning 1', [key, ...values(content), content.mission, expert]);
  return added.length > 0;
}

async function change(em: EntityManager, { key }: WhichClearance, content: ClearanceContent): Promise<boolean> {
  await em.execute('update clearance set from_on = ?, until_on = ?, given_by = ?, given_on = ?, remark = ?, locale = ?, version = version + 1 where uuid = ?', [...values(content), key]);
  return true;
}

/** Which clearance, by its key, and the version of it that was read. */
export interface ReadClearance {
  readonly key: string;
  readonly version: number;
}

/** What of a clearance is not there any more stays so; once somebody else has changed the clearance nothing is removed. */
async function removeWhereRead(em: EntityManager, actor: Actor, { key, version }: ReadClearance, remove: () => Promise<unknown>, what: 'clearance' | 'clearance_file'): Promise<ClearanceResult> {
  if (!mayClear(actor)) return result('GONE');
  const [held] = await em.execute<{ version: number }[]>('select version from clearance where uuid = ? for update', [key]);
  const isThere = held !== undefined && (what === 'clearance' || (await em.execute<unknown[]>('select from clearance_file where clearance_uuid = ?', [key])).length > 0);
  if (!isThere) return result('DONE');
  if (held.version !== version) return result('CONFLICT');
  await remove();
  return result('DONE');
}

/** Removes a clearance with its document. */
export function removeClearance(em: EntityManager, actor: Actor, read: ReadClearance): Promise<ClearanceResult> {
  return removeWhereRead(em, actor, read, () => em.execute('delete from clearance where uuid = ?', [read.key]), 'clearance');
}

/** Removes the document of a clearance, which stays, and is changed by it. */
export function removeClearanceFile(em: EntityManager, actor: Actor, read: ReadClearance): Promise<ClearanceResult> {
  return removeWhereRead(em, actor, read, async () => {
    await em.execute('delete from clearance_file where clearance_uuid = ?', [read.key]);
    await em.execute('update clearance set version = version + 1 where uuid = ?', [read.key]);
  }, 'clearance_file');
}
