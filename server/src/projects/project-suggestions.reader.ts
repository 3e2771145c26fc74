/** What is proposed for a project: by facts of the register, the directory, experts and sessions, and for the adviser's circle alone. Nothing is linked by it. */
import { GraphQLCountryCode } from 'graphql-scalars';
import { UserError } from '../core/errors.ts';
import { type ArgValues, connection, many, maybe, optional, query, reader, type Sql, sql } from '../core/reader/index.ts';
import { CountryReader } from '../countries/index.ts';
import { ExpertReader } from '../experts/index.ts';
import { OrganisationReader } from '../organisations/index.ts';
import { RecommendationReader } from '../recommendations/index.ts';
import { TrainingSessionReader } from '../trainings/index.ts';
import { ThemeReader } from '../vocabulary/index.ts';
import { ProjectSuggestion } from './project-suggestion.entity.ts';
import { seenProjects } from './project.policy.ts';

/** How many of each kind are proposed. */
const EACH = sql`25`;
const MOST_CODES = 20;

function few(argument: string) {
  return (codes: readonly string[]): readonly string[] => {
    if (codes.length > MOST_CODES) throw new UserError('BAD_USER_INPUT', `At most ${MOST_CODES} of them`, { argument, maximum: MOST_CODES });
    return codes;
  };
}

const ARGS = {
  countries: optional(() => [GraphQLCountryCode], 'text[]', 'The countries that the project is with; none for none.', few('countries')),
  themes: optional(() => [String], 'text[]', 'What it is about, by the codes of themes.', few('themes')),
};

type Given = ArgValues<typeof ARGS>;

const invented = sql`(select acts_invented())`;

/** Those that are open: of which nothing is said, or nothing that closes them; urged before considered before invited. */
const recommendations = (countries: Sql, themes: Sql): Sql => sql`
  select 'RECOMMENDATION' as kind, 1 as nth, r.slug as key, array[r.country_code] as country_codes, t.codes as theme_codes, null::date as last_on,
    array_position(array['URGE', 'CONSIDER', 'INVITE', 'OTHER'], r.verb) as rank, coalesce(r.year, 0) as late
  from recommendation r cross join lateral (select array_agg(x.theme_code) as codes from recommendation_theme x where x.recommendation_slug = r.slug and x.theme_code = any(${themes})) t
  where r.country_code = any(${countries}) and t.codes is not null and (${invented} or not r.is_demonstration) and coalesce((
    select p.status not in ('IMPLEMENTED', 'NO_LONGER_RELEVANT') from recommendation_progress p where p.recommendation_slug = r.slug order by p.is_demonstration, p.entered_at desc, p.position desc limit 1), true)
  order by rank, late desc, r.slug limit ${EACH}`;

/** Published ones of which somebody has said that they keep no place secret; first those whose people had a place in a session on one of the themes. */
const partners = (countries: Sql, themes: Sql): Sql => sql`
  select 'PARTNER', 2, o.slug, array[o.country_code], coalesce(t.codes, '{}'), t.last_on, case when t.codes is null then 2 else 1 end, coalesce(t.last_on - date '2000-01-01', 0)
  from organisation o left join (
    select x.organisation_slug, array_agg(distinct s.theme_code) as codes, max((s.ends_at at time zone s.time_zone)::date) as last_on from training_record x join training_session s on s.uuid = x.session_uuid where s.theme_code = any(${themes}) group by 1
  ) t on t.organisation_slug = o.slug
  where o.country_code = any(${countries}) and o.is_published and not o.is_protected and (${invented} or not o.is_demonstration) order by 7, 8 desc, 3 limit ${EACH}`;

/** Those who know one of the countries and work on one of the themes, who know the most of them first. */
const experts = (countries: Sql, themes: Sql): Sql => sql`
  select 'EXPERT', 3, e.uuid::text, c.codes, t.codes, date_trunc('month', e.last_mission_on::timestamp)::date, - cardinality(c.codes), cardinality(t.codes)
  from expert e cross join lateral (select array_agg(x.country_code) as codes from expert_country x where x.expert_uuid = e.uuid and x.country_code = any(${countries})) c
    cross join lateral (select array_agg(x.theme_code) as codes from expert_theme x where x.expert_uuid = e.uuid and x.theme_code = any(${themes})) t
  where c.codes is not null and t.codes is not null and e.is_demonstration = ${invented} order by 7, 8 desc, 3 limit ${EACH}`;

/** Those that were held, first in one of the countries, the latest first. */
const sessions = (countries: Sql, themes: Sql): Sql => sql`
  select 'SESSION', 4, s.uuid::text, case when s.country_code = any(${countries}) then array[s.country_code] else '{}' end, array[s.theme_code], (s.ends_at at time zone s.time_zone)::date,
    case when s.country_code = any(${countries}) then 1 else 2 end, (s.ends_at at time zone s.time_zone)::date - date '2000-01-01'
  from training_session s
  where s.theme_code = any(${themes}) and s.ends_at <= now() and s.is_demonstration = ${invented} and (s.stage in ('OPEN', 'CLOSED') or s.stage = 'ARCHIVED' and not exists (
    select from training_session_translation x where x.session_uuid = s.uuid and x.cancelled_reason <> '')) order by 7, 8 desc, 3 limit ${EACH}`;

/** All that is proposed, each as a row of `ProjectSuggestion`; nothing without countries. */
function suggestionRows(given: Given): Sql {
  const [countries, themes] = [given.countries ?? sql`'{}'::text[]`, given.themes ?? sql`'{}'::text[]`].map((codes) => sql`${codes}::text[]`) as [Sql, Sql];
  return sql`
    select md5(s.kind || ' ' || s.key)::uuid as uuid, s.kind, s.key, s.country_codes, s.theme_codes, s.last_on, (row_number() over (order by s.nth, s.rank, s.late desc, s.key))::int as place
    from ((${recommendations(countries, themes)}) union all (${partners(countries, themes)}) union all (${experts(countries, themes)}) union all (${sessions(countries, themes)})) s`;
}

const SuggestionReader = reader(ProjectSuggestion, {
  rows: (_suggestion, actor) => seenProjects(actor),
  fields: (suggestion) => ({
    countries: many(CountryReader, { on: (country) => sql`${country.code} = any(${suggestion.countryCodes})`, order: (country) => [country.code] }),
    themes: many(ThemeReader, { on: (theme) => sql`${theme.code} = any(${suggestion.themeCodes})`, order: (theme) => [theme.position] }),
    recommendation: maybe(RecommendationReader, (recommendation) => sql`${suggestion.kind} = 'RECOMMENDATION' and ${recommendation.slug} = ${suggestion.key}`),
    partner: maybe(OrganisationReader, (organisation) => sql`${suggestion.kind} = 'PARTNER' and ${organisation.slug} = ${suggestion.key}`),
    expert: maybe(ExpertReader, (expert) => sql`${suggestion.kind} = 'EXPERT' and ${expert.uuid}::text = ${suggestion.key}`),
    session: maybe(TrainingSessionReader, (session) => sql`${suggestion.kind} = 'SESSION' and ${session.uuid}::text = ${suggestion.key}`),
  }),
});

const suggestions = connection(SuggestionReader, {
  description: 'what may belong to a project',
  sorts: { PLACE: { description: 'Recommendations, partners, experts and sessions, in this order; of each the nearest first.', by: (suggestion) => suggestion.place, type: 'int' } },
  filters: {},
  where: {},
});

query('projectSuggestions', {
  description: 'What may belong to a project with these countries on these themes, each with the facts for which it is proposed; nothing is linked by it. The adviser’s alone; none for others.', args: ARGS, page: suggestions, of: suggestionRows,
});
