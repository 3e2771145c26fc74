/** A mission with its costs, as JSON from which every amount can be computed again: stays, days, rates, rules and exchange stand in each line as they were. */
import type { EntityManager } from '@mikro-orm/postgresql';

const COSTS = `
  select jsonb_build_object(
    'format', 'passerelle-mission-costs', 'version', 1, 'exportedAt', to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
    'mission', jsonb_build_object('key', m.uuid, 'isDemonstration', m.is_demonstration, 'stage', m.stage, 'startsOn', m.starts_on, 'endsOn', m.ends_on, 'envelopeCents', m.envelope_cents,
      'titles', (select jsonb_object_agg(t.locale, t.title) from mission_translation t where t.mission_uuid = m.uuid and t.title is not null)),
    'legs', (select coalesce(jsonb_agg(jsonb_build_object('key', l.uuid, 'country', l.country_code, 'city', l.city_code, 'startsOn', l.starts_on, 'endsOn', l.ends_on) order by l.position), '[]') from mission_leg l where l.mission_uuid = m.uuid),
    'team', (select coalesce(jsonb_agg(jsonb_build_object('key', t.uuid, 'name', coalesce(e.name, p.name), 'role', t.role) order by t.uuid), '[]')
      from mission_member t left join expert e on e.uuid = t.expert_uuid left join person p on p.id = t.person_id where t.mission_uuid = m.uuid),
    'journeys', (select coalesce(jsonb_agg(jsonb_build_object('key', j.uuid, 'mode', j.mode, 'from', j.from_city_code, 'to', j.to_city_code, 'departsAt', to_char(j.departs_at, 'YYYY-MM-DD"T"HH24:MI'), 'arrivesAt', to_char(j.arrives_at, 'YYYY-MM-DD"T"HH24:MI'),
      'carrier', j.carrier, 'travellers', (select coalesce(jsonb_agg(x.member_uuid order by x.member_uuid), '[]') from mission_traveller x where x.travel_uuid = j.uuid)) order by j.departs_at, j.uuid), '[]') from mission_travel j where j.mission_uuid = m.uuid),
    'costs', (select coalesce(jsonb_agg(jsonb_build_object('key', c.uuid, 'kind', c.kind, 'isComputed', c.is_computed, 'leg', c.leg_uuid, 'member', c.member_uuid, 'journey', c.travel_uuid, 'since', c.since, 'label', c.label, 'labelLocale', c.label_locale, 'onDay', c.on_day,
      'nights', c.nights, 'lunches', c.lunches, 'dinners', c.dinners, 'unitCents', c.unit_cents, 'currency', c.currency, 'basis', c.basis, 'plannedCents', c.planned_cents, 'actualCents', c.actual_cents) order by c.kind, c.member_uuid, c.leg_uuid, c.since, c.uuid), '[]')
      from mission_cost c where c.mission_uuid = m.uuid),
    'total', (select jsonb_build_object('plannedCents', b.planned_cents, 'expectedCents', b.expected_cents, 'actualCents', b.actual_cents, 'unknownLines', b.unknown_lines) from mission_budget b where b.mission_uuid = m.uuid)
  ) as document from mission m where m.uuid = ?`;

/** What is taken along: the text of the file, and how many lines of costs it has. */
export interface MissionFile {
  readonly text: string;
  readonly lines: number;
}

/** The mission with this key, as whoever asks sees it; undefined where there is none for them. */
export async function missionOf(em: EntityManager, key: string): Promise<MissionFile | undefined> {
  const [found] = await em.execute<{ document: { costs: unknown[] } }[]>(COSTS, [key]);
  return found && { text: `${JSON.stringify(found.document, null, 2)}\n`, lines: found.document.costs.length };
}
