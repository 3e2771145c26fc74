/** How the journeys and costs of a mission are read: by the adviser's circle alone. */
import { CityReader } from '../cities/index.ts';
import { code, constant, edge, embedded, one, reader, type Row, type RuleActor, type Sql, sql, wallTime } from '../core/reader/index.ts';
import { actingStandings } from '../members/index.ts';
import { MissionReader } from '../missions/index.ts';
import type { CostBasis } from './cost-basis.type.ts';
import { costAbilities } from './cost.policy.ts';
import { MissionBudget } from './mission-budget.entity.ts';
import { MissionCost } from './mission-cost.entity.ts';
import { MissionTravel } from './mission-travel.entity.ts';

/** Of nobody's knowledge but the adviser's circle: once in words of the reader, and once more in the rules of the tables. */
const seenByAdviser = ({ circle }: RuleActor): Sql<boolean> | undefined => (circle === 'adviser' ? undefined : sql<boolean>`false`);

const MissionTravelReader = reader(MissionTravel, {
  rows: (_travel, actor) => seenByAdviser(actor),
  fields: (travel) => ({
    key: travel.uuid, fromCity: one(CityReader, (city) => sql`${city.code} = ${travel.fromCity}`), toCity: one(CityReader, (city) => sql`${city.code} = ${travel.toCity}`), departsAt: wallTime(travel.departsAt), arrivesAt: wallTime(travel.arrivesAt),
    travellers: sql<string[]>`array(select x.member_uuid from mission_traveller x where x.travel_uuid = ${travel.uuid} order by 1)`,
  }),
});

function basisOf({ basis }: Row<MissionCost>) {
  const text = (name: keyof CostBasis) => sql<string | null>`${basis} ->> ${constant(name)}`;
  const count = (name: keyof CostBasis) => sql<number | null>`(${basis} ->> ${constant(name)})::int`;
  const flag = (name: keyof CostBasis) => sql<boolean | null>`(${basis} ->> ${constant(name)})::boolean`;
  return embedded<CostBasis>({
    arrivesAt: text('arrivesAt'), leavesAt: text('leavesAt'), since: text('since'), until: text('until'), isLodgingProvided: flag('isLodgingProvided'), lunchesProvided: count('lunchesProvided'), dinnersProvided: count('dinnersProvided'),
    rule: text('rule'), ruleFrom: text('ruleFrom'), ruleSource: text('ruleSource'), nightPermille: count('nightPermille'), nightFrom: text('nightFrom'), nightUntil: text('nightUntil'), isNightWhole: flag('isNightWhole'),
    lunchPermille: count('lunchPermille'), lunchFrom: text('lunchFrom'), lunchUntil: text('lunchUntil'), dinnerPermille: count('dinnerPermille'), dinnerFrom: text('dinnerFrom'), dinnerUntil: text('dinnerUntil'),
    rateFrom: text('rateFrom'), rateSource: text('rateSource'), micros: count('micros'), exchangeFrom: text('exchangeFrom'), exchangeSource: text('exchangeSource'),
  });
}

const MissionCostReader = reader(MissionCost, {
  rows: (_cost, actor) => seenByAdviser(actor),
  fields: (cost) => ({ key: cost.uuid, legKey: cost.leg, memberKey: cost.member, travelKey: cost.travel, basis: basisOf(cost) }),
});

const MissionBudgetReader = reader(MissionBudget, {
  rows: (_budget, actor) => seenByAdviser(actor),
  fields: (budget) => ({ can: code({ stage: sql<string>`(select m.stage from mission m where m.uuid = ${budget.mission})`, standings: actingStandings }, ({ standings, ...facts }) => costAbilities(facts, standings)) }),
});

edge(MissionReader, 'budget', { description: 'What all of its costs come to.', maybe: MissionBudgetReader, on: (budget, mission) => sql`${budget.mission} = ${mission.uuid}` });
edge(MissionReader, 'journeys', {
  description: 'Its journeys, in the order in which they begin.', list: MissionTravelReader, on: (travel, mission) => sql`${travel.mission} = ${mission.uuid}`, order: (travel) => [travel.departsAt, travel.uuid],
});
edge(MissionReader, 'costs', {
  description: 'Its costs, line by line: fares, allowances, interpretation, all else.', list: MissionCostReader, on: (cost, mission) => sql`${cost.mission} = ${mission.uuid}`,
  order: (cost) => [sql`array_position(array['FARE', 'ALLOWANCE', 'INTERPRETER', 'OTHER'], ${cost.kind})`, sql`coalesce(${cost.basis} ->> 'arrivesAt', ${cost.onDay}::text)`, sql`${cost.member}`, cost.since, cost.uuid],
});
