/** Groups of needs held while somebody works on them, and what is written of each act. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Locale } from '@passerelle/shared/locales.ts';
import type { MemberRole } from '../accounts/index.ts';
import { standingsOf } from '../members/index.ts';
import type { TextTable } from '../core/translation/index.ts';
import { type CommonNeedFault, fault } from './common-need-fault.ts';
import type { CommonNeedAct, CommonNeedStatus } from './common-need-words.ts';
import { groupsAs } from './common-need.policy.ts';
import type { GroupContent } from './read-common-need.ts';

/** Which group, by its key, and who does something with it. */
export interface WhichGroup {
  readonly person: string;
  readonly key: string;
}

export interface HeldGroup extends GroupContent {
  readonly status: CommonNeedStatus;
  readonly version: number;
  readonly sourceVersion: number;
  readonly isDemonstration: boolean;
  /** The keys of its needs, in order. */
  readonly needs: readonly string[];
}

export const TEXTS: TextTable = { table: 'common_need_translation', owner: 'common_need_uuid', columns: ['title', 'why'] };

/** The same as in the triggers: whoever groups needs does so alone. There are few who do, and what they do takes milliseconds. */
const LOCK = 7_266_198;

/** As what somebody groups needs, held alone until the transaction ends; undefined for those who do not, who hold nothing. */
export async function holdGroups(em: EntityManager, person: string): Promise<MemberRole | undefined> {
  const as = groupsAs(await standingsOf(em, person));
  if (as) await em.execute('select pg_advisory_xact_lock(?)', [LOCK]);
  return as;
}

/** A group that who asks sees; undefined for none. */
export async function groupOf(em: EntityManager, key: string): Promise<HeldGroup | undefined> {
  const [group] = await em.execute<HeldGroup[]>(
    `select g.status, g.version, g.source_version as "sourceVersion", g.is_demonstration as "isDemonstration", g.source_locale as "sourceLocale", x.title, x.why,
       array(select m.need_uuid::text from common_need_member m where m.common_need_uuid = g.uuid order by 1) as needs
     from common_need g join common_need_translation x on x.common_need_uuid = g.uuid and x.locale = g.source_locale where g.uuid = ?`, [key]);
  return group;
}

export interface FoundNeed {
  readonly key: string;
  readonly version: number;
  readonly country: string;
  readonly isOpen: boolean;
  readonly isDemonstration: boolean;
  /** The group that it is in. */
  readonly group: string | null;
}

/** The needs of these keys that who asks sees, held as they are until the transaction ends: nobody withdraws or changes one between its being looked at and its being grouped. */
export async function needsOf(em: EntityManager, keys: readonly string[]): Promise<Map<string, FoundNeed>> {
  const found = await em.execute<FoundNeed[]>(
    `select n.uuid::text as key, n.version, n.country_code as country, n.status not in ('WITHDRAWN', 'DECLINED') as "isOpen", n.is_demonstration as "isDemonstration", m.common_need_uuid as "group"
     from need n left join common_need_member m on m.need_uuid = n.uuid where n.uuid in (select s::uuid from jsonb_array_elements_text(?::jsonb) s) order by n.uuid for share of n`, [JSON.stringify(keys)]);
  return new Map(found.map((need) => [need.key, need]));
}

/** What is wrong with needs that are to come into a group of this side, by their places in what was sent. */
export function joiningFaults(needs: readonly (FoundNeed | undefined)[], isDemonstration: boolean | undefined): CommonNeedFault[] {
  return needs.flatMap((need, n) => {
    if (!need) return [fault('NEEDS', 'UNKNOWN', null, n)];
    if (!need.isOpen) return [fault('NEEDS', 'NOT_OPEN', null, n)];
    return need.isDemonstration === (isDemonstration ?? needs[0]?.isDemonstration) ? [] : [fault('NEEDS', 'MIXED', null, n)];
  });
}

/** How many countries needs are of. */
export const countriesOf = (needs: Iterable<FoundNeed>): number => new Set([...needs].map(({ country }) => country)).size;

interface Step {
  readonly act: CommonNeedAct;
  readonly need?: string;
  readonly other?: string;
  readonly reason?: string | null;
}

/** Who does something, as what, and in which language they say why. */
export interface Doer {
  readonly person: string;
  readonly as: MemberRole;
  readonly locale: Locale;
}

/** Writes what was done with a group, after what was done with it before; its version follows. `set`: what else becomes of its row. */
export async function tell(em: EntityManager, key: string, { person, as, locale }: Doer, steps: readonly Step[], set = ''): Promise<void> {
  for (const { act, need = null, other = null, reason = null } of steps) {
    await em.execute(
      `insert into common_need_step (common_need_uuid, position, by_id, by_role, act, need_uuid, other_uuid, reason, locale)
       select ?::uuid, coalesce(max(s.position), 0) + 1, ?, ?, ?, ?::uuid, ?::uuid, ?::text, case when ?::text is not null then ? end from common_need_step s where s.common_need_uuid = ?`,
      [key, person, as, act, need, other, reason, reason, locale, key]);
  }
  await em.execute(`update common_need set version = (select max(s.position) from common_need_step s where s.common_need_uuid = uuid)${set} where uuid = ?`, [key]);
}

/** What was done last with a group, if it was this. */
export async function lastStep(em: EntityManager, key: string, act: CommonNeedAct): Promise<{ readonly need: string | null; readonly other: string | null; readonly reason: string | null } | undefined> {
  const [row] = await em.execute<{ need: string | null; other: string | null; reason: string | null }[]>(
    `select s.need_uuid::text as need, s.other_uuid::text as other, s.reason from common_need_step s where s.common_need_uuid = ? and s.act = ? order by s.position desc limit 1`, [key, act]);
  return row;
}

/** Says that a need does not belong to each of these; those that are apart already stay so, for the reason that was given then. */
export async function part(em: EntityManager, { person, as, locale }: Doer, need: string, others: readonly string[], reason: string | null): Promise<void> {
  await em.execute(
    `insert into needs_apart (one_uuid, other_uuid, by_id, by_role, reason, locale) select least(?::uuid, s::uuid), greatest(?::uuid, s::uuid), ?::uuid, ?, ?::text, case when ?::text is not null then ? end
     from jsonb_array_elements_text(?::jsonb) s on conflict (one_uuid, other_uuid) do nothing`, [need, need, person, as, reason, reason, locale, JSON.stringify(others)]);
}

/** Takes back that needs of these are apart from needs of those. */
export async function unpart(em: EntityManager, these: readonly string[], those: readonly string[]): Promise<void> {
  await em.execute(
    `delete from needs_apart a using jsonb_array_elements_text(?::jsonb) x, jsonb_array_elements_text(?::jsonb) y where a.one_uuid = least(x::uuid, y::uuid) and a.other_uuid = greatest(x::uuid, y::uuid)`, [JSON.stringify(these), JSON.stringify(those)]);
}
