/**
 * Every expert as a row with what speaks against them: one pass over each table, joined by the expert. What is not asked for is not looked at, and where some experts are asked for nobody else is. Days are those of
 * the place where somebody is engaged, else of the clock of France, where those who are asked work; periods are multiranges of days, so that several days are one comparison.
 */
import { join, type Sql, sql } from '../core/reader/index.ts';
import type { SearchArgs as Given } from './search-args.ts';

/** Levels as numbers, so that "at least B2" is a comparison. */
const rank = (level: Parameters<typeof sql>[1]): Sql => sql`array_position(array['A1','A2','B1','B2','C1','C2','NATIVE'], ${level!})`;

const NO_DAYS = sql`'{}'::datemultirange`;

/** The days that are asked for, as a range. */
function periodOf({ from, until }: Given): Sql | undefined {
  return from && sql`daterange(${from}, ${until ?? from}, '[]')`;
}

/** Whether a row is about somebody who is asked for. */
const isOf = ({ experts }: Given, expert: Sql): Sql => (experts ? sql`${expert} = any(${experts})` : sql`true`);

/** The zone of a country, by its cities; that of France where something is in none. */
const ZONES = sql`left join (select y.country_iso, min(y.time_zone) as zone from city y group by 1) z on z.country_iso = g.place`;
const ZONE = sql`coalesce(z.zone, 'Europe/Paris')`;

/** The day on which an instant is the end. */
const lastDay = (end: Sql, zone: Sql): Sql => sql`((${end} - interval '1 microsecond') at time zone ${zone})::date`;

/** The days of a range of instants. */
const daysOf = (held: Sql): Sql => sql`daterange((lower(${held}) at time zone ${ZONE})::date, ${lastDay(sql`upper(${held})`, ZONE)}, '[]')`;

/** The instants that may be of some days, wherever. */
const instantsOf = (period: Sql): Sql => sql`tstzrange((lower(${period}) - 1)::timestamp at time zone 'UTC', (upper(${period}) + 1)::timestamp at time zone 'UTC')`;

/** Whether languages are looked at: a level alone is asked of any of them. */
const asksLanguages = ({ languages: codes, atLeast }: Given): boolean => codes !== undefined || atLeast !== undefined;

/** For each expert: of the languages that are asked for, or of all, the one that they work in best. */
const languages = (given: Given): Sql => sql`
  left join (
    select distinct on (x.expert_uuid) x.expert_uuid, x.language_code, x.level from expert_language x where ${isOf(given, sql`x.expert_uuid`)} and ${given.languages ? sql`x.language_code = any(${given.languages})` : sql`true`}
    order by x.expert_uuid, ${rank(sql`x.level`)} desc, x.language_code
  ) l on l.expert_uuid = e.uuid`;

/** A clearance for the mission that is asked for counts too, unless that one was given up. */
const forMission = ({ mission }: Given): Sql => (mission ? sql` or (c.mission_uuid = ${mission} and exists (select from mission m where m.uuid = c.mission_uuid and m.stage <> 'GIVEN_UP'))` : sql``);
/** The days on which each is cleared: for all missions, or for the one that is asked for. */
const clearances = (given: Given, period: Sql): Sql => sql`
  left join (
    select c.expert_uuid, range_agg(daterange(c.from_on, c.until_on, '[]')) as days from clearance c where ${isOf(given, sql`c.expert_uuid`)} and (c.mission_uuid is null${forMission(given)}) and daterange(c.from_on, c.until_on, '[]') && ${period} group by 1
  ) cl on cl.expert_uuid = e.uuid`;

/** What each is engaged by on these days. */
const engagements = (given: Given, period: Sql): Sql => sql`
  left join (
    select x.expert_uuid, bool_or(x.is_firm) as is_firm, bool_or(not x.is_firm) as is_loose, jsonb_agg(jsonb_build_object('kind', x.kind, 'isFirm', x.is_firm, 'days', x.days::text) order by not x.is_firm, x.kind) as engaged
    from (
      select g.expert_uuid, g.kind, g.is_firm, range_agg(d.days * ${period}) as days
      from expert_engagement g ${ZONES} cross join lateral unnest(g.held) h(held) cross join lateral (select ${daysOf(sql`h.held`)} as days) d
      where g.expert_uuid is not null and ${isOf(given, sql`g.expert_uuid`)} and g.held && ${instantsOf(period)} and d.days && ${period} group by 1, 2, 3
    ) x group by 1
  ) g on g.expert_uuid = e.uuid`;

/** What each has answered of these days, the last answer of each day: of an answer only those days are looked at of which none was given later. */
const answers = (given: Given, period: Sql): Sql => sql`
  left join (
    select x.expert_uuid, range_agg(x.at) as said, range_agg(x.at) filter (where x.answer = 'YES') as yes, range_agg(x.at) filter (where x.answer = 'PERHAPS') as perhaps, range_agg(x.at) filter (where x.answer = 'NO') as no
    from (
      select r.expert_uuid, daterange(p.first + n, p.first + n, '[]') as at, r.answers[p.first + n - r.from_on + 1] as answer
      from (
        select o.expert_uuid, o.answers, o.from_on, o.days, range_agg(o.days) over (partition by o.expert_uuid order by o.answered_at desc, o.uuid desc rows between unbounded preceding and 1 preceding) as later
        from (
          select r.uuid, r.expert_uuid, r.answers, r.answered_at, c.from_on, daterange(c.from_on, c.until_on, '[]') * ${period} as days from availability_call c join availability_request r on r.call_uuid = c.uuid and r.answered_at is not null
          where ${isOf(given, sql`r.expert_uuid`)} and daterange(c.from_on, c.until_on, '[]') && ${period}
        ) o
      ) r cross join lateral unnest(r.days::datemultirange - coalesce(r.later, ${NO_DAYS})) left_over(days)
        cross join lateral (select lower(left_over.days) as first, upper(left_over.days) - lower(left_over.days) as count) p cross join lateral generate_series(0, p.count - 1) n
    ) x group by 1
  ) a on a.expert_uuid = e.uuid`;

/** On which of these days each was asked and has not answered, and on which they still can: the call takes answers, and there is a link or an account to give them by. */
const questions = (given: Given, period: Sql): Sql => sql`
  left join (
    select x.expert_uuid, range_agg(x.days) as asked, range_agg(x.days) filter (where x.is_open) as open
    from (
      select r.expert_uuid, daterange(c.from_on, c.until_on, '[]') * ${period} as days,
        is_call_open(c.answers_until, c.closed_at) and (r.secret_hash is not null or exists (select from expert s join person p on p.id = s.person_id where s.uuid = r.expert_uuid and p.suspended_at is null)) as is_open
      from availability_call c join availability_request r on r.call_uuid = c.uuid and r.answered_at is null where ${isOf(given, sql`r.expert_uuid`)} and daterange(c.from_on, c.until_on, '[]') && ${period}
    ) x group by 1
  ) q on q.expert_uuid = e.uuid`;

/**
 * On which day each was last engaged before the first day that is asked for, or until now: firmly, or in a session that is over. Of a session that was put away no engagement is left; it was held all the same, unless it had been called off.
 */
function uses(given: Given): Sql {
  // The first day that is asked for begins where somebody was engaged when it begins there.
  const before = (zone: Sql): Sql => (given.from ? sql`(${given.from}::timestamp at time zone ${zone})` : sql`now()`);
  const here = before(ZONE);
  return sql`
  left join (
    select x.expert_uuid, max(x.last_on) as last_on from (
      select g.expert_uuid, ${lastDay(sql`least(upper(g.held * tstzmultirange(tstzrange(null, ${here}))), ${here})`, ZONE)} as last_on from expert_engagement g ${ZONES}
      where g.expert_uuid is not null and ${isOf(given, sql`g.expert_uuid`)} and g.is_firm and lower(g.held) < ${here}
      union all
      select t.expert_uuid, ${lastDay(sql`s.ends_at`, sql`s.time_zone`)} from session_trainer t join training_session s on s.uuid = t.session_uuid
      where ${isOf(given, sql`t.expert_uuid`)} and s.stage = 'ARCHIVED' and not exists (select from training_session_translation w where w.session_uuid = s.uuid and w.cancelled_reason <> '') and s.ends_at <= ${before(sql`s.time_zone`)}
    ) x group by 1
  ) u on u.expert_uuid = e.uuid`;
}

const when = (condition: Sql, code: Sql): Sql => sql`case when ${condition} then ${code} end`;

/** The codes of what leaves an expert out by their languages: a level that is asked for alone is missed by who works in none. */
function againstLanguages({ languages: codes, atLeast }: Given): Sql[] {
  const isBelow = atLeast && sql`${rank(sql`l.level`)} < ${rank(atLeast)}`;
  return [
    ...(codes ? [when(sql`l.language_code is null`, sql`'LANGUAGE'`)] : []),
    ...(isBelow ? [when(codes ? isBelow : sql`coalesce(${isBelow}, true)`, sql`'LEVEL'`)] : []),
  ];
}

/** The codes of what leaves an expert out. */
function against(given: Given): Sql[] {
  const { professions, theme, country, from, isCleared, restedMonths } = given;
  return [
    ...(professions ? [when(sql`e.profession_code <> all(${professions})`, sql`'PROFESSION'`)] : []),
    ...againstLanguages(given),
    ...(theme ? [when(sql`e.uuid not in (select x.expert_uuid from expert_theme x where x.theme_code = ${theme})`, sql`'THEME'`)] : []),
    ...(country ? [when(sql`e.uuid not in (select x.expert_uuid from expert_country x where x.country_code = ${country})`, sql`'COUNTRY'`)] : []),
    ...(from && isCleared ? [when(sql`${isCleared} and not isempty(days.uncleared)`, sql`'NOT_CLEARED'`)] : []),
    ...(from ? [when(sql`g.is_firm`, sql`'BUSY'`), when(sql`a.no is not null`, sql`'ANSWERED_NO'`)] : []),
    ...(restedMonths ? [when(sql`used.last_on > (${dayOf(given)} - make_interval(months => ${restedMonths}))::date`, sql`'USED_LATELY'`)] : []),
  ];
}

/** The codes of what is not known of them. */
function open({ from, restedMonths }: Given): Sql[] {
  return [
    ...(from ? [when(sql`g.is_loose`, sql`'MAYBE_BUSY'`), when(sql`a.perhaps is not null`, sql`'ANSWERED_PERHAPS'`), when(sql`not isempty(days.not_answered)`, sql`'NOT_ANSWERED'`), when(sql`not isempty(days.no_answer)`, sql`'NO_ANSWER'`), when(sql`not isempty(days.not_asked)`, sql`'NOT_ASKED'`)] : []),
    ...(restedMonths ? [when(sql`used.last_on is null`, sql`'NEVER_USED'`)] : []),
  ];
}

/** The day that "lately" is counted back from: the first that is asked for, or today. */
function dayOf({ from }: Given): Sql {
  return from ? sql`${from}` : sql`(now() at time zone 'Europe/Paris')::date`;
}

const codesOf = (codes: readonly Sql[]): Sql => (codes.length === 0 ? sql`'{}'::text[]` : sql`array_remove(array[${join(codes, ', ')}]::text[], null)`);

/** What is asked for of days, as columns; without days there are none. */
const daysColumns = (given: Given, period: Sql): { readonly joined: Sql; readonly columns: Sql } => ({
  joined: sql`${clearances(given, period)} ${engagements(given, period)} ${answers(given, period)} ${questions(given, period)}
    cross join lateral (select ${period}::datemultirange - coalesce(cl.days, ${NO_DAYS}) as uncleared, coalesce(q.open, ${NO_DAYS}) - coalesce(a.said, ${NO_DAYS}) as not_answered,
      coalesce(q.asked, ${NO_DAYS}) - coalesce(q.open, ${NO_DAYS}) - coalesce(a.said, ${NO_DAYS}) as no_answer, ${period}::datemultirange - coalesce(q.asked, ${NO_DAYS}) - coalesce(a.said, ${NO_DAYS}) as not_asked) days`,
  columns: sql`days.uncleared::text as uncleared, g.engaged, a.yes::text as yes, a.perhaps::text as perhaps, a.no::text as no, days.not_answered::text as not_answered, days.no_answer::text as no_answer, days.not_asked::text as not_asked`,
});

const WITHOUT_DAYS = {
  joined: sql``,
  columns: sql`null::text as uncleared, null::jsonb as engaged, null::text as yes, null::text as perhaps, null::text as no, null::text as not_answered, null::text as no_answer, null::text as not_asked`,
};

/** All experts or those that are asked for, each as a row of `ExpertCandidate`. */
export function candidateRows(given: Given): Sql {
  const period = periodOf(given);
  const { joined, columns } = period ? daysColumns(given, period) : WITHOUT_DAYS;
  const hasLanguages = asksLanguages(given);
  return sql`
    select f.*, f.against_codes || f.open_codes as codes, cardinality(f.against_codes) as against, cardinality(f.open_codes) as open,
      case when f.against_codes <> '{}' then 'LEFT_OUT' when f.open_codes <> '{}' then 'UNSURE' else 'FITS' end as state
    from (
      select e.uuid, e.name, ${hasLanguages ? sql`l.language_code as best_language, l.level as best_level` : sql`null::text as best_language, null::text as best_level`}, ${columns}, used.last_on as last_used_on,
        ${codesOf(against(given))} as against_codes, ${codesOf(open(given))} as open_codes
      from expert e ${hasLanguages ? languages(given) : sql``} ${uses(given)} ${joined}
        cross join lateral (select greatest(case when e.last_mission_on ${given.from ? sql`<` : sql`<=`} ${dayOf(given)} then e.last_mission_on end, u.last_on) as last_on) used
      where ${isOf(given, sql`e.uuid`)}
    ) f`;
}
