/** Counting what training sessions have come to. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../core/reader/index.ts';
import type { TrainingFigures } from './figures.type.ts';

/** Of which sessions; null asks nothing. */
export interface FiguresWanted {
  /** Of sessions that began then or later, and before then. */
  readonly from: Date | null;
  readonly until: Date | null;
  /** The code of the country in which people work. */
  readonly country: string | null;
  /** The code of the theme. */
  readonly theme: string | null;
}

/** Whether there are figures for somebody: the adviser, and embassies. */
export function maySeeFigures({ circle }: Pick<Actor, 'circle'>): boolean {
  return circle === 'adviser' || circle === 'post';
}

// Somebody is counted once in a session: who withdrew and came back, or was registered by two organisations, has more rows than one.
const ONCE = 'count(distinct (session_uuid, email))';
const COUNTS = `'registered', ${ONCE}::int, 'confirmed', (${ONCE} filter (where state = 'CONFIRMED'))::int, 'present', (${ONCE} filter (where is_present))::int, 'people', (count(distinct email) filter (where is_present))::int`;
const by = (name: string, column: string): string => `(select coalesce(json_agg(x.line order by (x.line ->> 'people')::int desc, (x.line ->> 'registered')::int desc, x.key nulls last), '[]')
  from (select ${column} as key, json_build_object('${name}', ${column}, ${COUNTS}) as line from seen group by ${column}) x)`;

// Of the registrations that the rules of the table give to who asks, an embassy has those of its country: some it sees in another role, registering for an organisation.
const FIGURES = `
  with seen as materialized (
    select r.session_uuid, r.email, r.country_code, r.sector, r.profession_code, r.state, s.theme_code, extract(year from s.starts_at at time zone s.time_zone)::int as year, r.state = 'CONFIRMED' and present_days(r.uuid) > 0 as is_present
    from registration r join training_session s on s.uuid = r.session_uuid
    where ((select is_adviser()) or is_post_of(acting_person(), r.country_code)) and s.ends_at <= now() and s.stage in ('OPEN', 'CLOSED', 'ARCHIVED') and s.starts_at >= coalesce(?::timestamptz, '-infinity') and s.starts_at < coalesce(?::timestamptz, 'infinity')
      and (?::text is null or r.country_code = ?) and (?::text is null or s.theme_code = ?))
  select (select count(distinct session_uuid)::int from seen) as sessions, (select json_build_object(${COUNTS}) from seen) as total,
    ${by('sector', 'sector')} as "bySector", ${by('profession', 'profession_code')} as "byProfession", ${by('country', 'country_code')} as "byCountry",
    (select coalesce(json_agg(json_build_object('country', c.country_code, 'theme', c.theme_code, 'sessions', c.sessions, 'people', c.people, 'years', c.years) order by c.country_code, c.theme_code), '[]')
      from (select country_code, theme_code, count(distinct session_uuid)::int as sessions, count(distinct email)::int as people,
        (select json_agg(json_build_object('year', y.year, 'sessions', y.sessions) order by y.year) from (select s.year, count(distinct s.session_uuid)::int as sessions from seen s where s.is_present and s.country_code = seen.country_code and s.theme_code = seen.theme_code group by 1) y) as years
        from seen where is_present group by 1, 2) c) as coverage,
    (select coalesce(json_agg(c.code order by c.code), '[]') from country c where ((select is_adviser()) or is_post_of(acting_person(), c.code)) and (?::text is null or c.code = ?)) as countries,
    (select coalesce(json_agg(t.code order by t.position), '[]') from theme t where ?::text is null or t.code = ?) as themes`;

/** The figures of what who acts in `em` may see. */
export async function trainingFigures(em: EntityManager, { from, until, country, theme }: FiguresWanted): Promise<TrainingFigures> {
  const [found] = await em.execute<TrainingFigures[]>(FIGURES, [from, until, country, country, theme, theme, country, country, theme, theme]);
  return found!;
}
