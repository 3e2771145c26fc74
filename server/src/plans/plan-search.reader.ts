/** How searches for plans are read: by the adviser's circle, and by nobody else on any path. Names are read by the readers that guard them; a plan has keys and codes. */
import type { Plan, Problem, Value } from '@passerelle/shared/planning.ts';
import { CityReader } from '../cities/index.ts';
import { code, edge, keyArgument, once, query, reader, type Row, type Sql, sql } from '../core/reader/index.ts';
import { MeetingReader } from '../meetings/index.ts';
import { actingStandings } from '../members/index.ts';
import { MissionReader, type MissionStage } from '../missions/index.ts';
import { TravelLinkReader } from '../travel/index.ts';
import { seenPlanSearches, planSearchAbilities } from './plan.policy.ts';
import { PlanSearch } from './plan-search.entity.ts';
import type { Assumed, Explained } from './plan-stored.ts';
import type { CurvePoint } from '../planner/explain/index.ts';
import type { ChosenGoal, ChosenLimit, ChosenPin } from '../planner/problem/index.ts';
import { showAssumptions, showSettings } from './show-assumptions.ts';
import { showCurve } from './show-curve.ts';
import { showAlternatives, showConflicts, showLeftOut, showLegs } from './show-explained.ts';
import { type NamedPerson, showPeople } from './show-people.ts';
import { showPlan } from './show-plan.ts';
import { openPercentOf, showLevels } from './show-value.ts';

/** What stands in a column as JSON. */
const stored = <T>(column: Sql): Sql<T> => sql<T>`${column}`;

/** Whoever could go, with their names as far as who asks may see them. */
const named = ({ problem }: Row<PlanSearch>) => sql<NamedPerson[]>`(select coalesce(json_agg(json_build_object('key', k.key, 'name', coalesce(e.name, p.name), 'isMember', m.uuid is not null, 'expert', e.uuid)), '[]')
  from (select (x.value ->> 'id')::uuid as key from jsonb_array_elements(${problem} -> 'persons') x) k left join mission_member m on m.uuid = k.key left join expert e on e.uuid = coalesce(m.expert_uuid, k.key) left join person p on p.id = m.person_id)`;

export const PlanSearchReader = reader(PlanSearch, {
  rows: (_search, actor) => seenPlanSearches(actor),
  fields: (search) => {
    const [problem, assumed, explained] = [stored<Problem>(search.problem), stored<Assumed>(search.assumed), stored<Explained>(search.explained)];
    const [best, value, bound] = [stored<Plan | null>(search.best), stored<Value | null>(search.worth), stored<Value | null>(search.bound)];
    const said = once({ problem, explained, assumed });
    return {
      key: search.uuid,
      settings: code({ envelopeCents: search.envelopeCents, interpreterCents: search.interpreterCents, taken: search.taken, isTeamKept: search.isTeamKept, isIdea: search.isIdea, mostCountries: search.mostCountries, goals: stored<readonly ChosenGoal[] | null>(search.goals), isWeighed: search.isWeighed, kindLimits: stored<readonly ChosenLimit[]>(search.kindLimits), pins: stored<readonly ChosenPin[]>(search.pins), formerSearch: search.formerSearch, formerAs: search.formerAs, seed: search.seed }, showSettings),
      plan: code({ problem, best, assumed }, (needs) => (needs.best === null ? null : showPlan(needs.problem, needs.best, needs.assumed))),
      value: code({ problem, plan: best, value, bound, isOptimal: search.isOptimal }, showLevels),
      openPercent: code({ value, bound, isOptimal: search.isOptimal }, openPercentOf),
      leftOut: code(said, (needs) => showLeftOut(needs, needs.explained)),
      legs: code(said, (needs) => showLegs(needs, needs.explained)),
      conflicts: code(said, (needs) => showConflicts(needs, needs.explained)),
      alternatives: code(said, (needs) => showAlternatives(needs, needs.explained)),
      assumptions: code({ problem, assumed }, showAssumptions),
      curve: code({ state: search.curveState, reason: search.curveReason, points: stored<readonly CurvePoint[]>(search.curvePoints) }, showCurve),
      why: code({ meetingKey: search.whyMeeting, state: search.whyState, reason: search.whyReason }, ({ meetingKey, state, reason }) => (meetingKey === null || state === null ? null : { meetingKey, state, reason })),
      people: code({ problem, named: named(search) }, showPeople),
      can: code({ state: search.state, isIdea: search.isIdea, hasLegs: sql<boolean>`exists (select from mission_leg l where l.mission_uuid = ${search.mission})`, curve: search.curveState, why: search.whyState, hasPlan: sql<boolean>`${search.best} is not null`, hasEnvelope: sql<boolean>`jsonb_path_exists(${problem}, '$.limits[*] ? (@.kinds.size() == 4)')`, stage: sql<MissionStage>`(select m.stage from mission m where m.uuid = ${search.mission})`, standings: actingStandings }, ({ standings, ...facts }) => planSearchAbilities(facts, standings)),
    };
  },
});

/** Those of a list that the problem names by their key. */
edge(PlanSearchReader, 'meetings', {
  description: 'The meetings that there were to choose from, as they are now.', list: MeetingReader,
  on: (meeting, search) => sql`${meeting.uuid} in (select (x.value ->> 'id')::uuid from jsonb_array_elements(${search.problem} -> 'meetings') x)`, order: (meeting) => [meeting.uuid],
});
edge(PlanSearchReader, 'links', {
  description: 'The links that were planned with, as they are now.', list: TravelLinkReader,
  on: (link, search) => sql`${link.code} in (select x.value ->> 'id' from jsonb_array_elements(${search.problem} -> 'travel') x)`, order: (link) => [link.code],
});
edge(PlanSearchReader, 'cities', {
  description: 'The cities that were planned with.', list: CityReader,
  on: (city, search) => sql`${city.code} in (select x.value ->> 'id' from jsonb_array_elements(${search.problem} -> 'places') x)`, order: (city) => [city.code],
});

edge(MissionReader, 'planSearches', {
  description: 'The searches for a plan of it, the last first.', list: PlanSearchReader, on: (search, mission) => sql`${search.mission} = ${mission.uuid}`, order: (search) => [sql`${search.askedAt} desc`, search.uuid],
});

edge(MissionReader, 'planTaken', {
  description: 'The search whose plan was last taken over into it; null where none was, or where the search is not kept any more.', maybe: PlanSearchReader,
  on: (search, mission) => sql`${search.mission} = ${mission.uuid} and ${search.takenAt} = (select max(s.taken_at) from plan_search s where s.mission_uuid = ${mission.uuid})`,
});

query('planSearch', { description: 'A search for a plan by id; null when there is none, or none for you.', args: { id: keyArgument('PlanSearch', 'uuid') }, maybe: PlanSearchReader, on: (search, _owner, args) => sql`${search.uuid} = ${args.id}` });
