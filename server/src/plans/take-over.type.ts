/** What taking a plan over changes in its mission, and what comes of it. */
import { GraphQLUUID } from 'graphql-scalars';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { TravelMode } from '../costs/index.ts';
import { TeamRole } from '../missions/index.ts';
import { PlanCostKind, PlanSearchOutcome } from './plan-codes.ts';
import { PlanTakeOverBecomes, type PlanTakeOverFault, PlanTakeOverFaultKind, PlanTakeOverPart } from './take-over-codes.ts';

const NOTHING = 'null where it says nothing of that.';

@ObjectType({ description: 'How a part of a mission is, before or after. Times are those of the clocks there.' })
export class PlanTakeOverState {
  @Field(() => String, { nullable: true, description: `From when: a day, or a day and an hour, such as \`2027-11-08T09:30\`; ${NOTHING}` })
  from!: string | null;

  @Field(() => String, { nullable: true, description: `Until when; ${NOTHING}` })
  until!: string | null;

  @Field(() => [GraphQLUUID], { description: 'Who, by the keys of `people` of the search.' })
  personKeys!: readonly string[];

  @Field(() => TeamRole, { nullable: true, description: `As what; ${NOTHING}` })
  kind!: TeamRole | null;

  @Field(() => String, { nullable: true, description: `The code of the city where a journey begins; ${NOTHING}` })
  fromCity!: string | null;

  @Field(() => String, { nullable: true, description: `The code of the city where it ends; ${NOTHING}` })
  toCity!: string | null;

  @Field(() => TravelMode, { nullable: true, description: `How people travel; ${NOTHING}` })
  mode!: TravelMode | null;

  @Field(() => String, { nullable: true, description: `Who carries them, as somebody has typed it; ${NOTHING}` })
  carrier!: string | null;

  @Field(() => PlanCostKind, { nullable: true, description: `For what something is paid; ${NOTHING}` })
  costKind!: PlanCostKind | null;

  @Field(() => Int, { nullable: true, description: `How much, in hundredths of the currency; ${NOTHING}` })
  cents!: number | null;

  @Field(() => String, { nullable: true, description: `Its currency: ISO 4217; ${NOTHING}` })
  currency!: string | null;

  @Field(() => Boolean, { nullable: true, description: `Whether the host provides the lodging; ${NOTHING}` })
  isLodgingProvided!: boolean | null;

  @Field(() => Int, { nullable: true, description: `How many midday meals the host provides; ${NOTHING}` })
  lunches!: number | null;

  @Field(() => Int, { nullable: true, description: `How many evening meals; ${NOTHING}` })
  dinners!: number | null;
}

@ObjectType({ description: 'What becomes of a part of a mission once a plan is taken over.' })
export class PlanTakeOverLine {
  @Field(() => PlanTakeOverPart, { description: 'Which part.' })
  part!: PlanTakeOverPart;

  @Field(() => PlanTakeOverBecomes, { description: 'What becomes of it.' })
  becomes!: PlanTakeOverBecomes;

  @Field(() => GraphQLUUID, { nullable: true, description: `The key of a leg, as its id ends; ${NOTHING}` })
  legKey!: string | null;

  @Field(() => GraphQLUUID, { nullable: true, description: `The key of a meeting; ${NOTHING}` })
  meetingKey!: string | null;

  @Field(() => GraphQLUUID, { nullable: true, description: `The key of somebody of \`people\` of the search; ${NOTHING}` })
  personKey!: string | null;

  @Field(() => PlanTakeOverState, { nullable: true, description: 'As it is; null where it is not there.' })
  before!: PlanTakeOverState | null;

  @Field(() => PlanTakeOverState, { nullable: true, description: 'As it will be; null where it will not be there.' })
  after!: PlanTakeOverState | null;
}

@ObjectType('PlanTakeOverFault', { description: 'What stands in the way of taking a plan over, and where.' })
export class PlanTakeOverFaultType implements PlanTakeOverFault {
  @Field(() => PlanTakeOverPart, { description: 'In which part of the mission.' })
  part!: PlanTakeOverPart;

  @Field(() => PlanTakeOverFaultKind, { description: 'What.' })
  fault!: PlanTakeOverFaultKind;

  @Field(() => GraphQLUUID, { nullable: true, description: `The key of a leg; ${NOTHING}` })
  legKey!: string | null;

  @Field(() => GraphQLUUID, { nullable: true, description: `The key of a meeting; ${NOTHING}` })
  meetingKey!: string | null;

  @Field(() => GraphQLUUID, { nullable: true, description: `The key of somebody of \`people\`; ${NOTHING}` })
  personKey!: string | null;
}

@ObjectType({ description: 'What taking a plan over would change now, and what would come of it: nothing is written.' })
export class PlanTakeOver {
  @Field(() => PlanSearchOutcome, { description: 'What would come of it: DONE, or why it cannot be.' })
  outcome!: PlanSearchOutcome;

  @Field(() => [PlanTakeOverFaultType], { description: 'What stands in the way; none but for INVALID.' })
  faults!: PlanTakeOverFault[];

  @Field(() => [PlanTakeOverLine], { description: 'What becomes of each part that the plan says something of; all else stays.' })
  lines!: PlanTakeOverLine[];

  @Field(() => String, { description: 'What is shown, as a hash: sent with `takeOverPlan`, which does this and nothing else.' })
  seal!: string;

  @Field(() => Int, { description: 'The `version` of the mission that was read.' })
  missionVersion!: number;

  @Field(() => Int, { description: 'The `version` of the search that was read.' })
  searchVersion!: number;
}

@InputType({ description: 'What was shown of taking a plan over: with something else it is a CONFLICT.' })
export class PlanShownInput {
  @Field(() => Int, { description: 'The `missionVersion` that was shown.' })
  missionVersion!: number;

  @Field(() => Int, { description: 'The `searchVersion` that was shown.' })
  searchVersion!: number;

  @Field(() => String, { description: 'The `seal` that was shown.' })
  seal!: string;
}

@ObjectType({ description: 'What came of taking a plan over.' })
export class PlanTakeOverPayload {
  @Field(() => PlanSearchOutcome, { description: 'What came of it: INVALID with what stands in the way, CONFLICT where something has changed since it was shown, OUTDATED where something else would be asked now; nothing was written then.' })
  outcome!: PlanSearchOutcome;

  @Field(() => [PlanTakeOverFaultType], { description: 'What stands in the way; none but for INVALID.' })
  faults!: PlanTakeOverFault[];

  /** The key of the search. */
  key!: string;
}
