/** A mission as it stands, as far as a plan says something of it: read as whoever takes the plan over may see it. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { TravelMode } from '../costs/index.ts';
import { type MemberLine, type TeamRole, teamLines } from '../missions/index.ts';

/** A meeting: days as `2027-11-08`, hours as `09:30`. `offeredUntil`: the last day on which its host can take one of the times that they were offered; null where they cannot. `windows`: the first and the last day on which its host could; null where nobody has said. */
export interface MeetingNow {
  readonly uuid: string;
  readonly leg: string;
  readonly isFixed: boolean;
  readonly day: string | null;
  readonly starts: string | null;
  readonly isExcused: boolean;
  readonly offeredUntil: string | null;
  readonly windows: { readonly first: string; readonly last: string } | null;
  readonly people: readonly { readonly member: string; readonly kind: TeamRole; readonly isSubstitute: boolean; readonly inPlaceOf: string | null }[];
  /** The roles that it needs. */
  readonly needs: readonly TeamRole[];
}

/** A journey, by wall times of both cities. */
export interface JourneyNow {
  readonly uuid: string;
  readonly version: number;
  readonly mode: TravelMode;
  readonly fromCity: string;
  readonly toCity: string;
  readonly departsAt: string;
  readonly arrivesAt: string;
  readonly carrier: string | null;
  readonly travellers: readonly string[];
}

/** A line that is not computed, of a fare or of interpretation. */
export interface CostNow {
  readonly uuid: string;
  readonly version: number;
  readonly kind: 'FARE' | 'INTERPRETER';
  readonly unitCents: number;
  readonly currency: string;
  readonly onDay: string;
  readonly travel: string | null;
  readonly isPaid: boolean;
  /** A plan wrote it, and nobody has typed anything of it since. */
  readonly isOfPlan: boolean;
}

export interface MissionNow {
  readonly members: readonly MemberLine[];
  /** Those that are not refused. */
  readonly meetings: readonly MeetingNow[];
  readonly journeys: readonly JourneyNow[];
  readonly costs: readonly CostNow[];
}

const MEETINGS = `
  select t.uuid, t.leg_uuid as leg, t.status = 'CONFIRMED' as "isFixed", t.day::text as day, to_char(t.starts, 'HH24:MI') as starts, t.override_reason is not null as "isExcused",
    (select o.answers_until::text from slot_offer o where o.meeting_uuid = t.uuid and slots_state(t.uuid) = 'OPEN') as "offeredUntil",
    (select json_build_object('first', min(w.day), 'last', max(w.day)) from meeting_window w where w.meeting_uuid = t.uuid having count(*) > 0) as windows,
    (select coalesce(json_agg(json_build_object('member', g.member_uuid, 'kind', g.role, 'isSubstitute', g.is_substitute, 'inPlaceOf', g.substitute_for_uuid) order by g.member_uuid), '[]') from meeting_member g where g.meeting_uuid = t.uuid) as people,
    array(select n.role from meeting_need n where n.meeting_uuid = t.uuid order by 1) as needs
  from meeting t join mission_leg l on l.uuid = t.leg_uuid where l.mission_uuid = ? and t.status <> 'REFUSED' order by t.uuid`;
const JOURNEYS = `
  select t.uuid, t.version, t.mode, t.from_city_code as "fromCity", t.to_city_code as "toCity", to_char(t.departs_at, 'YYYY-MM-DD"T"HH24:MI') as "departsAt", to_char(t.arrives_at, 'YYYY-MM-DD"T"HH24:MI') as "arrivesAt", t.carrier,
    array(select x.member_uuid::text from mission_traveller x where x.travel_uuid = t.uuid order by 1) as travellers
  from mission_travel t where t.mission_uuid = ? order by t.departs_at, t.uuid`;
const COSTS = `
  select uuid, version, kind, unit_cents as "unitCents", currency, on_day::text as "onDay", travel_uuid as travel, actual_cents is not null as "isPaid", is_of_plan as "isOfPlan" from mission_cost where mission_uuid = ? and not is_computed and kind in ('FARE', 'INTERPRETER') order by uuid`;

/** What there is of a mission by its key. */
export async function missionNow(em: EntityManager, mission: string): Promise<MissionNow> {
  const ask = <Row>(statement: string): Promise<Row[]> => em.execute<Row[]>(statement, [mission]);
  return { members: await teamLines(em, mission), meetings: await ask<MeetingNow>(MEETINGS), journeys: await ask<JourneyNow>(JOURNEYS), costs: await ask<CostNow>(COSTS) };
}
