/** A leg as whoever prepares it holds it for a change: by itself, without its mission. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { type Standing, standingsOf } from '../members/index.ts';
import type { LegLine } from './held-mission.ts';
import type { MissionOutcome } from './mission-result.ts';
import { legAbilities, type LegFacts, mayReadLeg } from './mission.policy.ts';
import type { PreparedContent } from './read-leg.ts';

/** A leg that is held until the transaction ends. */
export type HeldLeg = LegFacts & PreparedContent & Pick<LegLine, 'uuid' | 'version' | 'sourceVersion' | 'sourceLocale'>;

/** Which leg, by its key, and who does something with it. */
export interface WhichLeg {
  readonly person: string;
  readonly leg: string;
}

const LEG = `
  select l.uuid, l.version, l.source_version as "sourceVersion", l.source_locale as "sourceLocale", l.stage, l.country_code as country, l.is_shown as "isShown", (now() at time zone c.time_zone)::date > l.ends_on as "isOver",
    l.lodging_name as "lodgingName", l.lodging_address as "lodgingAddress", l.transport, x.purpose, x.note
  from mission_leg l join city c on c.code = l.city_code join mission_leg_translation x on x.leg_uuid = l.uuid and x.locale = l.source_locale where l.uuid = ?`;

/** What came of a change of something in a leg, with what is wrong with it. */
export interface Came<Fault> {
  readonly outcome: MissionOutcome;
  readonly faults: readonly Fault[];
}

/** What came of it before anything was done: nothing is wrong with it. */
const without = (outcome: MissionOutcome): { readonly outcome: MissionOutcome; readonly faults: readonly never[] } => ({ outcome, faults: [] });

/**
 * Does something with a leg that is held, if who asks may prepare it. What is so already stays so. Nobody who may not see it learns that it is there. A function
 * of the database holds the mission of it, as whoever changes the mission does: of two who write at once the second reads what the first has written, and nobody waits for the other for ever.
 */
export async function wherePrepared<Fault>(em: EntityManager, { person, leg }: WhichLeg, isSo: (held: HeldLeg) => boolean | Promise<boolean>, work: (held: HeldLeg, standings: readonly Standing[]) => Promise<Came<Fault>>): Promise<Came<Fault>> {
  const standings = await standingsOf(em, person);
  await em.execute('select hold_leg(?)', [leg]);
  const [held] = await em.execute<HeldLeg[]>(LEG, [leg]);
  if (!held || !mayReadLeg(held, standings)) return without('GONE');
  if (await isSo(held)) return without('DONE');
  return legAbilities(held, standings).prepare ? work(held, standings) : without('TOO_LATE');
}
