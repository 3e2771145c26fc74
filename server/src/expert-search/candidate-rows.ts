/**
 * Every expert as a row with what speaks against them: one pass over each table, joined by the expert. What is not asked for is not looked at. Days are those of the clock of France, where those
 * who are asked work; periods are multiranges of days, so that several days are one comparison.
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

/** The days of a range of instants. */
const daysOf = (held: Sql): Sql => sql`daterange((lower(${held}) at time zone 'Europe/Paris')::date, ((upper(${held}) - interval '1 microsecond') at time zone 'Europe/Paris')::date, '[]')`;

/** The instants of some days. */
const instantsOf = (period: Sql): Sql => sql`tstzrange(lower(${period})::timestamp at time zone 'Europe/Paris', upper(${period})::timestamp at time zone 'Europe/Paris')`;

/** For each expert: of the languages that are asked for the one that they work in best. */
const languages = ({ languages: codes }: Given): Sql => sql`
  left join (
    select distinct on (x.expert_uuid) x.expert_uuid, x.language_code, x.level from expert_language x where x.language_code = any(${codes!}) order by x.expert_uuid, ${rank(sql`x.level`)} desc, x.language_code
  ) l on l.expert_uuid = e.uuid`;

/** The days on which each is cleared. */
const clearances = (period: Sql): Sql => sql`
  left join (select c.expert_uuid, range_agg(daterange(c.from_on, c.until_on, '[]')) as days from clearance c where daterange(c.from_on, c.until_on, '[]') && ${period} group by 1) cl on cl.expert_uuid = e.uuid`;

/** What each is engaged by on these days. */
const engagements = (period: Sql): Sql => sql`
  left join (
    select x.expert_uuid, bool_or(x.is_firm) as is_firm, bool_or(not x.is_firm) as is_loose, jsonb_agg(jsonb_build_object('kind', x.kind, 'isFirm', x.is_firm, 'days', x.days::text) order by not x.is_firm, x.kind) as engaged
    from (
      select g.expert_uuid, g.kind, g.is_firm, range_agg(d.days * ${period}) as days
      from expert_engagement g cross join lateral unnest(g.held) h(held) cross join lateral (select ${daysOf(sql`h.held`)} as days) d
      where g.expert_uuid is not null and g.held && ${instantsOf(period)} and d.days && ${period} group by 1, 2, 3
    ) x group by 1
  ) g on g.expert_uuid = e.uuid`;

/** What each has answered of these days, the last answer of each day, and on which of them they were asked. */
const answers = (period: Sql): Sql => sql`
  left join (
    select x.expert_uuid, range_agg(x.at) as said, range_agg(x.at) filter (where x.answer = 'YES') as yes, range_agg(x.at) filter (where x.answer = 'PERHAPS') as perhaps, range_agg(x.at) filter (where x.answer = 'NO') as no
    from (
      select distinct on (r.expert_uuid, d.day) r.expert_uuid, daterange(d.day, d.day, '[]') as at, r.answers[d.day - c.from_on + 1] as answer
      from availability_call c join availability_request r on r.call_uuid = c.uuid and r.answered_at is not null
        cross join lateral (select lower(p.days) + n as day from (select daterange(c.from_on, c.until_on, '[]') * ${period} as days) p cross join lateral generate_series(0, upper(p.days) - lower(p.days) - 1) n) d
      where daterange(c.from_on, c.until_on, '[]') && ${period} order by r.expert_uuid, d.day, r.answered_at desc, r.uuid desc
    ) x group by 1
  ) a on a.expert_uuid = e.uuid
  left join (
    select r.expert_uuid, range_agg(daterange(c.from_on, c.until_on, '[]') * ${period}) as days from availability_call c join availability_request r on r.call_uuid = c.uuid and r.answered_at is null
    where daterange(c.from_on, c.until_on, '[]') && ${period} group by 1
  ) q on q.expert_uuid = e.uuid`;

/** When the last engagement of each ended before the days, or before today. */
const uses = (before: Sql): Sql => sql`
  left join (
    select g.expert_uuid, (max(upper(h.held) - interval '1 microsecond') at time zone 'Europe/Paris')::date as last_on from expert_engagement g cross join lateral unnest(g.held) h(held)
    where g.expert_uuid is not null and g.is_firm and upper(h.held) <= ${before}::timestamp at time zone 'Europe/Paris' group by 1
  ) u on u.expert_uuid = e.uuid`;

const when = (condition: Sql, code: Sql): Sql => sql`case when ${condition} then ${code} end`;

/** The codes of what leaves an expert out. */
function against(given: Given): Sql[] {
  const { professions, languages: codes, atLeast, theme, country, from, isCleared, restedMonths } = given;
  return [
    ...(professions ? [when(sql`e.profession_code <> all(${professions})`, sql`'PROFESSION'`)] : []),
    ...(codes ? [when(sql`l.language_code is null`, sql`'LANGUAGE'`), ...(atLeast ? [when(sql`${rank(sql`l.level`)} < ${rank(atLeast)}`, sql`'LEVEL'`)] : [])] : []),
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
    ...(from ? [when(sql`g.is_loose`, sql`'MAYBE_BUSY'`), when(sql`a.perhaps is not null`, sql`'ANSWERED_PERHAPS'`), when(sql`not isempty(days.not_answered)`, sql`'NOT_ANSWERED'`), when(sql`not isempty(days.not_asked)`, sql`'NOT_ASKED'`)] : []),
    ...(restedMonths ? [when(sql`used.last_on is null`, sql`'NEVER_USED'`)] : []),
  ];
}

/** The day that "lately" is counted back from: the first that is asked for, or today. */
function dayOf({ from }: Given): Sql {
  return from ? sql`${from}` : sql`(now() at time zone 'Europe/Paris')::date`;
}

const codesOf = (codes: readonly Sql[]): Sql => (codes.length === 0 ? sql`'{}'::text[]` : sql`array_remove(array[${join(codes, ', ')}]::text[], null)`);

/** What is asked for of days, as columns; without days there are none. */
const daysColumns = (period: Sql): { readonly joined: Sql; readonly columns: Sql } => ({
  joined: sql`${clearances(period)} ${engagements(period)} ${answers(period)}
    cross join lateral (select ${period}::datemultirange - coalesce(cl.days, ${NO_DAYS}) as uncleared, coalesce(q.days, ${NO_DAYS}) - coalesce(a.said, ${NO_DAYS}) as not_answered,
      ${period}::datemultirange - coalesce(q.days, ${NO_DAYS}) - coalesce(a.said, ${NO_DAYS}) as not_asked) days`,
  columns: sql`days.uncleared::text as uncleared, g.engaged, a.yes::text as yes, a.perhaps::text as perhaps, a.no::text as no, days.not_answered::text as not_answered, days.not_asked::text as not_asked`,
});

const WITHOUT_DAYS = { joined: sql``, columns: sql`null::text as uncleared, null::jsonb as engaged, null::text as yes, null::text as perhaps, null::text as no, null::text as not_answered, null::text as not_asked` };

/** All experts, each as a row of `ExpertCandidate`. */
export function candidateRows(given: Given): Sql {
  const period = periodOf(given);
  const { joined, columns } = period ? daysColumns(period) : WITHOUT_DAYS;
  return sql`
    select f.*, f.against_codes || f.open_codes as codes, cardinality(f.against_codes) as against, cardinality(f.open_codes) as open,
      case when f.against_codes <> '{}' then 'LEFT_OUT' when f.open_codes <> '{}' then 'UNSURE' else 'FITS' end as state
    from (
      select e.uuid, e.name, ${given.languages ? sql`l.language_code as best_language, l.level as best_level` : sql`null::text as best_language, null::text as best_level`}, ${columns}, used.last_on as last_used_on,
        ${codesOf(against(given))} as against_codes, ${codesOf(open(given))} as open_codes
      from expert e ${given.languages ? languages(given) : sql``} ${uses(dayOf(given))} ${joined}
        cross join lateral (select greatest(case when e.last_mission_on < ${dayOf(given)} then e.last_mission_on end, u.last_on) as last_on) used
    ) f`;
}
