/** The programme of a session as services read it. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { PartContent } from './read-part.ts';

/** A part as it is stored. */
export interface PartLine extends PartContent {
  readonly uuid: string;
  readonly version: number;
  readonly sourceVersion: number;
}

const PROGRAMME = `
  select p.uuid, p.version, p.source_version as "sourceVersion", p.source_locale as "sourceLocale", x.title, p.day, p.starts, p.ends, p.format, p.room,
    (select coalesce(json_agg(t.expert_uuid order by t.expert_uuid), '[]') from session_part_trainer t where t.part_uuid = p.uuid) as trainers
  from session_part p join session_part_translation x on x.part_uuid = p.uuid and x.locale = p.source_locale
  where p.session_uuid = ? order by p.day, p.starts, p.ends, p.uuid`;

/** The parts of a session, in the order in which they come. */
export function readProgramme(em: Pick<EntityManager, 'execute'>, session: string): Promise<PartLine[]> {
  return em.execute<PartLine[]>(PROGRAMME, [session]);
}

const OUTSIDE = `
  select coalesce(bool_or(part_instant(?::timestamptz, ?, day, starts) < ?::timestamptz), false) as "isBefore", coalesce(bool_or(part_instant(?::timestamptz, ?, day, ends) > ?::timestamptz), false) as "isAfter"
  from session_part where session_uuid = ?`;

/** Whether a session that is to be held from `startsAt` to `endsAt` would leave parts of it outside. */
export async function partsOutside(
  em: Pick<EntityManager, 'execute'>, session: string, { startsAt, endsAt, timeZone }: { readonly startsAt: Date; readonly endsAt: Date; readonly timeZone: string },
): Promise<{ readonly isBefore: boolean; readonly isAfter: boolean }> {
  const [row] = await em.execute<[{ isBefore: boolean; isAfter: boolean }]>(OUTSIDE, [startsAt, timeZone, startsAt, startsAt, timeZone, endsAt, session]);
  return row;
}
