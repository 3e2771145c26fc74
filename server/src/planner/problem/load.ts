/** Reads what is known of a mission, as whoever asks may see it: the rules of rows are those of all reading, so that who plans no mission finds none. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { roleOf } from '@passerelle/shared/missionTeam.ts';
import type { KnownPerson, MissionFacts } from './facts.ts';
import { ASKED, registerFor, type Seeking } from './register.ts';

type Rows<Key extends keyof MissionFacts> = MissionFacts[Key] extends readonly (infer Row)[] ? Row[] : never;

const SOURCE = `'source', source, 'sourceUrl', source_url, 'checkedOn', checked_on, 'isVerified', is_verified`;
/** Of invented missions the invented facts count, with what is known of the world; of real ones no invented one. */
const CITIES = `select json_build_object('code', code, 'country', country_iso, 'timeZone', time_zone) as row from city order by code`;
const MEETINGS = `select json_build_object('key', t.uuid, 'city', l.city_code, 'category', t.category, 'status', t.status, 'minutes', t.minutes, 'isMandatory', t.is_mandatory, 'isOnlyAdviser', t.is_only_adviser, 'day', t.day, 'starts', to_char(t.starts, 'HH24:MI'),
    'isExcused', t.override_reason is not null,
    'windows', (select coalesce(json_agg(json_build_object('day', w.day, 'from', to_char(w.from_time, 'HH24:MI'), 'until', to_char(w.until_time, 'HH24:MI')) order by w.day, w.from_time), '[]') from meeting_window w where w.meeting_uuid = t.uuid),
    'needs', (select coalesce(json_agg(json_build_object('kind', n.role, 'atLeast', n.at_least) order by n.role), '[]') from meeting_need n where n.meeting_uuid = t.uuid),
    'languages', (select coalesce(json_agg(json_build_object('language', n.language_code, 'atLeast', n.at_least) order by n.language_code), '[]') from meeting_language n where n.meeting_uuid = t.uuid),
    'open', json_build_object('needs', 0, 'verbs', (select coalesce(json_agg(r.verb order by r.verb), '[]') from meeting_recommendation x join recommendation r on r.slug = x.recommendation_slug where x.meeting_uuid = t.uuid and coalesce((
      select p.status not in ('IMPLEMENTED', 'NO_LONGER_RELEVANT') from recommendation_progress p where p.recommendation_slug = r.slug and p.is_demonstration <= m.is_demonstration order by p.is_demonstration, p.entered_at desc, p.position desc limit 1), true)))) as row
  from meeting t join mission_leg l on l.uuid = t.leg_uuid join mission m on m.uuid = l.mission_uuid where m.uuid = ? and t.status <> 'REFUSED' order by t.uuid`;
const PRECEDENCES = `select json_build_object('before', p.before_uuid, 'after', p.after_uuid, 'gapMinutes', p.gap_minutes) as row from meeting_precedence p join meeting t on t.uuid = p.before_uuid join meeting u on u.uuid = p.after_uuid
  join mission_leg l on l.uuid = t.leg_uuid where l.mission_uuid = ? and 'REFUSED' not in (t.status, u.status) order by p.before_uuid, p.after_uuid`;
const HOLIDAYS = `select json_build_object('country', country_code, 'day', date, ${SOURCE}) as row from holiday where not is_struck and date between ?::date - 1 and ?::date + 1 order by country_code, date`;
const LINKS = `select json_build_object('key', code, 'fromCity', from_city_code, 'toCity', to_city_code, 'mode', mode, 'hasService', has_service, 'minutes', minutes, 'fareCents', fare_cents, 'seats', seats,
    'weekdays', string_to_array(weekdays, ' ')::int[], 'departures', string_to_array(departures, ' '), 'firstDeparture', first_departure, 'lastDeparture', last_departure, 'countryCodes', string_to_array(country_codes, ' '), 'isRest', is_rest,
    'isOffered', is_offered, 'validFrom', valid_from, 'validUntil', valid_until, ${SOURCE}) as row from travel_link where is_demonstration <= ? order by code`;
const BORDER_RULES = `select json_build_object('key', code, 'fromCountry', from_country, 'toCountry', to_country, 'unlessEnteredFrom', string_to_array(unless_entered_from, ' '), 'validFrom', valid_from, 'validUntil', valid_until, ${SOURCE}) as row
  from border_rule where is_demonstration <= ? order by code`;
const INTERPRETATIONS = `select json_build_object('key', code, 'language', language_code, 'country', country_code, 'per', per, 'priceCents', price_cents, 'people', people, 'validFrom', valid_from, 'validUntil', valid_until, ${SOURCE}) as row
  from interpretation_price where is_demonstration = ? order by country_code, language_code, code`;
const HOURS = `select json_build_object('country', country_code, 'weekdays', string_to_array(weekdays, ' ')::int[], 'from', from_hour, 'until', until_hour, 'validFrom', valid_from, 'validUntil', valid_until, ${SOURCE}) as row
  from country_hours where is_demonstration = ? order by country_code, weekdays, from_hour, code`;
const RATES = `select json_build_object('key', uuid, 'country', country_code, 'centsPerDay', cents_per_day, 'currency', currency, 'validFrom', valid_from, ${SOURCE}) as row from allowance_rate where is_demonstration = ? order by country_code, valid_from`;
const EXCHANGES = `select json_build_object('key', uuid, 'currency', currency, 'micros', micros, 'validFrom', valid_from, ${SOURCE}) as row from exchange_rate where is_demonstration = ? order by currency, valid_from`;
const TERMS = `select json_build_object('key', code, 'nightPermille', night_permille, 'nightFrom', night_from, 'nightUntil', night_until, 'isNightWhole', is_night_whole, 'lunchPermille', lunch_permille, 'lunchFrom', lunch_from, 'lunchUntil', lunch_until,
    'dinnerPermille', dinner_permille, 'dinnerFrom', dinner_from, 'dinnerUntil', dinner_until, 'validFrom', valid_from, ${SOURCE}) as row
  from allowance_rule where is_demonstration = (? and exists (select from allowance_rule u where u.is_demonstration)) order by valid_from`;
const TEAM = `select json_build_object('kind', role, 'atLeast', at_least) as row from mission_team_rule where mission_uuid = ? order by role`;

/** The team, and the experts who were asked by a call about days of the mission: of an invented mission invented ones by invented calls, of a real one real ones. What engages them is told without what engages them, and of this mission nothing is. With them those of the register who are named. */
const PERSONS = `
  with m as (select uuid, stage, starts_on, ends_on, is_demonstration from mission where uuid = ?),
  own as (select l.uuid from mission_leg l, m where l.mission_uuid = m.uuid union all select t.uuid from meeting t join mission_leg l on l.uuid = t.leg_uuid, m where l.mission_uuid = m.uuid union all select t.uuid from mission_travel t, m where t.mission_uuid = m.uuid),
  who as (
    select g.uuid as key, g.expert_uuid, g.person_id, g.role, true as is_member, g.substitute_for_uuid is not null as is_substitute, g.home_city_code, g.most_days from mission_member g, m where g.mission_uuid = m.uuid
    union all
    select uuid, uuid, null::uuid, null, false, false, null, null::int from expert where uuid in (${ASKED}) or uuid::text = any(string_to_array(?, ' ')))
  select json_build_object('key', w.key, 'role', w.role, 'profession', e.profession_code, 'isMember', w.is_member, 'isSubstitute', w.is_substitute, 'isExpert', w.expert_uuid is not null, 'homeCity', w.home_city_code, 'mostDays', w.most_days,
    'lastMissionOn', e.last_mission_on,
    'themes', (select coalesce(json_agg(x.theme_code order by x.theme_code), '[]') from expert_theme x where x.expert_uuid = w.expert_uuid),
    'languages', (select coalesce(json_agg(json_build_object('language', x.language_code, 'level', x.level) order by x.language_code), '[]') from expert_language x where x.expert_uuid = w.expert_uuid),
    'engagements', (select coalesce(json_agg(json_build_object('from', extract(epoch from lower(r)) * 1000, 'until', extract(epoch from upper(r)) * 1000, 'isFirm', g.is_firm) order by lower(r), upper(r)), '[]')
      from expert_engagement g, m, unnest(g.held) r where g.who = coalesce(w.expert_uuid, w.person_id) and g.source not in (select uuid from own) and r && tstzrange(m.starts_on - 1, m.ends_on + 2)),
    'clearances', (select coalesce(json_agg(json_build_object('from', c.from_on, 'until', c.until_on) order by c.from_on), '[]') from clearance c, m where c.expert_uuid = w.expert_uuid and (c.mission_uuid is null or (c.mission_uuid = m.uuid and m.stage <> 'GIVEN_UP'))),
    'answers', (select coalesce(json_agg(json_build_object('day', d.day, 'answer', d.answer) order by d.day), '[]') from (
      select distinct on (c.from_on + n.at::int - 1) c.from_on + n.at::int - 1 as day, n.answer from availability_request r join availability_call c on c.uuid = r.call_uuid, unnest(r.answers) with ordinality n(answer, at)
      where r.expert_uuid = w.expert_uuid and c.is_demonstration = (select m.is_demonstration from m) order by c.from_on + n.at::int - 1, r.answered_at desc) d, m where d.day between m.starts_on and m.ends_on)) as row
  from who w left join expert e on e.uuid = w.expert_uuid order by w.is_member desc, w.key`;

async function rows<Row>(em: EntityManager, statement: string, given: readonly unknown[] = []): Promise<Row[]> {
  return (await em.execute<{ row: Row }[]>(statement, [...given])).map(({ row }) => row);
}

type Read = Omit<KnownPerson, 'roles'> & { readonly role: KnownPerson['roles'][number] | null; readonly profession: string | null };

/**
 * What is known of a mission by its key; undefined where there is none, or none for who asks. With `seeking` experts of the register whom nobody has asked, and whom nothing engages on its days, could go too: a few of each role, and for what is sought.
 */
export async function missionFacts(em: EntityManager, mission: string, seeking: Seeking | null = null): Promise<MissionFacts | undefined> {
  const [found] = await em.execute<{ startsOn: string; endsOn: string; envelopeCents: number | null; isInvented: boolean }[]>(
    `select starts_on::text as "startsOn", ends_on::text as "endsOn", envelope_cents as "envelopeCents", is_demonstration as "isInvented" from mission where uuid = ?`, [mission]);
  if (!found) return undefined;
  const { isInvented, ...dates } = found;
  const persons = await rows<Read>(em, PERSONS, [mission, (seeking ? await registerFor(em, mission, seeking) : []).join(' ')]);
  return {
    ...dates, persons: persons.map(({ role, profession, ...person }) => ({ ...person, roles: [role ?? roleOf(profession ?? '')] })), team: await rows<Rows<'team'>[number]>(em, TEAM, [mission]), cities: await rows<Rows<'cities'>[number]>(em, CITIES),
    meetings: await rows<Rows<'meetings'>[number]>(em, MEETINGS, [mission]), precedences: await rows<Rows<'precedences'>[number]>(em, PRECEDENCES, [mission]), holidays: await rows<Rows<'holidays'>[number]>(em, HOLIDAYS, [dates.startsOn, dates.endsOn]),
    links: await rows<Rows<'links'>[number]>(em, LINKS, [isInvented]), borderRules: await rows<Rows<'borderRules'>[number]>(em, BORDER_RULES, [isInvented]), interpretations: await rows<Rows<'interpretations'>[number]>(em, INTERPRETATIONS, [isInvented]), hours: await rows<Rows<'hours'>[number]>(em, HOURS, [isInvented]), rates: await rows<Rows<'rates'>[number]>(em, RATES, [isInvented]),
    exchanges: await rows<Rows<'exchanges'>[number]>(em, EXCHANGES, [isInvented]), terms: await rows<Rows<'terms'>[number]>(em, TERMS, [isInvented]),
  };
}
