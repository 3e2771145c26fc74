/** A plan that is taken along: read as whoever asks may see it, with the names of what it is about. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Locale } from '@passerelle/shared/locales.ts';
import type { Plan, Problem, Service, Value } from '@passerelle/shared/planning.ts';
import { UserError } from '../core/errors.ts';
import { standingsOf } from '../members/index.ts';
import { type Reference, referenceOfCodes } from '../papers/index.ts';
import { type Assumed, type Explained, isPlanSearchOutdated, maySearchPlans, type PlanTakenAs, type PlanLevel, type PlanSearchReason, type PlanSearchState, type ProposedPlan, showLevels, showPlan } from '../plans/index.ts';

/** Which plan of which search, by its key, and who asks. */
export interface PlanWanted {
  readonly person: string;
  readonly search: string;
  readonly as: PlanTakenAs;
}

type Texts = Readonly<Partial<Record<Locale, string>>>;
type Subject = { readonly sourceLocale: Locale; readonly subject: Texts };

/** A search as it is stored. */
export interface StoredSearch {
  readonly key: string;
  readonly mission: string;
  readonly isDemonstration: boolean;
  readonly sourceLocale: Locale;
  readonly title: Texts;
  readonly askedAt: string;
  /** Null while it waits or goes on. */
  readonly endedAt: string | null;
  readonly state: PlanSearchState;
  readonly reason: PlanSearchReason | null;
  /** Whether its plan is final: what is said of it may still be looked for. */
  readonly isSolved: boolean;
  readonly seed: number;
  readonly work: number;
  readonly problemHash: string;
  readonly problem: Problem;
  readonly assumed: Assumed;
  readonly best: Plan | null;
  readonly worth: Value | null;
  readonly bound: Value | null;
  readonly isOptimal: boolean;
  /** Whether its meetings are such as nobody has entered. */
  readonly isIdea: boolean;
  /** Whether something that it rests on has changed since. */
  readonly isOutdated: boolean;
  readonly explained: Explained;
  /** By their keys. */
  readonly meetings: Readonly<Record<string, Subject | undefined>>;
  /** Of meetings that could be, by their codes. */
  readonly themes: Readonly<Record<string, Texts | undefined>>;
  /** By country and day, as `RS 2027-11-11`. */
  readonly holidays: Readonly<Record<string, Subject | undefined>>;
  readonly people: Readonly<Record<string, string | null | undefined>>;
  /** Links with which nothing could be planned, by their codes. */
  readonly unused: Readonly<Record<string, { readonly from: string; readonly to: string; readonly mode: Service['mode'] } | undefined>>;
}

/** A plan of a search that is there, with its names. */
export interface PlanRead {
  readonly search: StoredSearch;
  readonly as: PlanTakenAs;
  /** Whether it is proved to be what it is called. */
  readonly isProved: boolean;
  readonly plan: ProposedPlan;
  /** What it is worth, goal by goal. */
  readonly levels: readonly PlanLevel[];
  readonly reference: Reference;
  readonly countryOf: (city: string) => string;
}

const texts = (table: string, column: string, key: string): string => `(select coalesce(json_object_agg(v.tag, v.said), '{}') from ${table} x
  cross join lateral (values (x.locale, x.${column}), (case x.locale when 'sr-Cyrl' then 'sr-Cyrl in sr-Latn' end, serbian_latin(x.${column}))) v(tag, said) where ${key} and v.tag is not null and v.said is not null)`;
const keysIn = (list: string): string => `(select (x.value ->> 'id')::uuid from jsonb_array_elements(s.problem -> '${list}') x)`;

const READ = `
  select s.uuid as key, s.mission_uuid as mission, m.is_demonstration as "isDemonstration", m.source_locale as "sourceLocale", ${texts('mission_translation', 'title', 'x.mission_uuid = m.uuid')} as title, s.asked_at as "askedAt", s.ended_at as "endedAt", s.state, s.reason, s.is_solved as "isSolved", s.seed, s.work,
    s.problem_hash as "problemHash", s.problem, s.assumed, s.best, s.worth, s.bound, s.is_optimal as "isOptimal", s.is_idea as "isIdea", s.explained,
    (select coalesce(json_object_agg(t.uuid, json_build_object('sourceLocale', t.source_locale, 'subject', ${texts('meeting_translation', 'subject', 'x.meeting_uuid = t.uuid')})), '{}') from meeting t where t.uuid in ${keysIn('meetings')}) as meetings,
    (select coalesce(json_object_agg(c.code, ${texts('theme_translation', 'name', 'x.theme_code = c.code')}), '{}') from (select distinct a.value ->> 'theme' as code from jsonb_array_elements(coalesce(s.assumed -> 'candidates', '[]')) a) c) as themes,
    (select coalesce(json_object_agg(h.country_code || ' ' || h.date, json_build_object('sourceLocale', h.source_locale, 'subject', ${texts('holiday_translation', 'name', 'x.country_code = h.country_code and x.date = h.date')})), '{}') from holiday h
      where h.country_code || ' ' || h.date in (select (k.value ->> 'id') || ' ' || (d.value ->> 'day') from jsonb_array_elements(s.problem -> 'countries') k cross join lateral jsonb_array_elements(k.value -> 'daysOff') d)) as holidays,
    (select coalesce(json_object_agg(k.key, coalesce(e.name, p.name)), '{}') from ${keysIn('persons')} k(key) left join mission_member g on g.uuid = k.key left join expert e on e.uuid = coalesce(g.expert_uuid, k.key) left join person p on p.id = g.person_id) as people,
    (select coalesce(json_object_agg(l.code, json_build_object('from', l.from_city_code, 'to', l.to_city_code, 'mode', l.mode)), '{}') from travel_link l where l.code in (select x.value ->> 'key' from jsonb_array_elements(s.assumed -> 'links') x)) as unused
  from plan_search s join mission m on m.uuid = s.mission_uuid where s.uuid = ?`;

const absent = (): UserError => new UserError('BAD_USER_INPUT', 'There is no such plan', { field: 'search' });

/** The search. Throws BAD_USER_INPUT where there is none, and to whoever plans no missions. */
export async function searchRead(em: EntityManager, { person, search }: Pick<PlanWanted, 'person' | 'search'>): Promise<StoredSearch> {
  const [found] = maySearchPlans(await standingsOf(em, person)) ? await em.execute<Omit<StoredSearch, 'isOutdated'>[]>(READ, [search]) : [];
  if (!found) throw absent();
  return { ...found, isOutdated: (await isPlanSearchOutdated(em, search)) !== false };
}

/** All that are asked for at a meeting, or that somebody interprets. */
const languagesOf = ({ meetings, interpreters }: Problem): string[] => [...meetings.flatMap(({ languages }) => languages.flatMap(({ anyOf }) => anyOf.map(({ language }) => language))), ...interpreters.map(({ language }) => language)];

/** The plan. Throws BAD_USER_INPUT likewise, and where the search has no such plan. */
export async function planRead(em: EntityManager, wanted: PlanWanted): Promise<PlanRead> {
  const search = await searchRead(em, wanted);
  const { problem, assumed, best, worth, bound, explained, isOptimal } = search;
  const other = explained.alternatives?.find(({ as }) => as === wanted.as);
  const plan = wanted.as === 'BEST' ? best : (other?.plan ?? null);
  if (!plan) throw absent();
  const countries = new Map(problem.places.map(({ id, countryId }) => [id, countryId]));
  return {
    search, as: wanted.as, isProved: wanted.as === 'BEST' ? isOptimal : other!.isProved, plan: showPlan(problem, plan, assumed),
    levels: wanted.as === 'BEST' ? showLevels({ problem, plan, value: worth, bound, isOptimal }) : showLevels({ problem, plan, value: other!.value, bound: null, isOptimal: false }),
    reference: await referenceOfCodes(em, { countries: problem.countries.map(({ id }) => id), cities: problem.places.map(({ id }) => id), languages: languagesOf(problem) }),
    countryOf: (city) => countries.get(city) ?? '',
  };
}
