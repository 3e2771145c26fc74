/** A plan as it is shown: with what follows from what was decided, and where each number comes from. */
import { GraphQLUUID } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { TravelMode } from '../costs/index.ts';
import { TeamRole } from '../missions/index.ts';
import { PlanAlternativeKind, PlanCostKind } from './plan-codes.ts';
import { PlanFormerChanges } from './plan-former.type.ts';
import { PlanLevel } from './plan-level.type.ts';
import { PlanLeg, PlanRef, PlanSource } from './plan-sentence.type.ts';

@ObjectType({ description: 'A moment of a plan, with the clocks of its place.' })
export class PlanMoment {
  @Field(() => Date, { description: 'When.' })
  at!: Date;

  @Field(() => String, { description: 'What the clocks there show: `2027-11-08T09:30`.' })
  local!: string;

  @Field(() => String, { description: 'The zone of these clocks: `Europe/Sarajevo`.' })
  timeZone!: string;
}

@ObjectType({ description: 'A journey of a plan.' })
export class PlanJourney {
  @Field(() => String, { description: 'The code of the link, of `links`.' })
  linkCode!: string;

  @Field(() => String, { description: 'The code of the city from which it leaves.' })
  fromCity!: string;

  @Field(() => String, { description: 'The code of the city where it leads.' })
  toCity!: string;

  @Field(() => TravelMode, { description: 'How people travel.' })
  mode!: TravelMode;

  @Field(() => PlanMoment, { description: 'When it leaves.' })
  departs!: PlanMoment;

  @Field(() => PlanMoment, { description: 'When it arrives.' })
  arrives!: PlanMoment;

  @Field(() => Int, { description: 'What it costs in cents of euros: of a person, or of the vehicle where it has `seats`.' })
  fareCents!: number;

  @Field(() => Int, { nullable: true, description: 'How many people share a vehicle; null where each pays their own.' })
  seats!: number | null;

  @Field(() => [GraphQLUUID], { description: 'Who makes it, by their keys of `people`.' })
  personKeys!: readonly string[];

  @Field(() => PlanSource, { description: 'Where the link is known from.' })
  source!: PlanSource;
}

@ObjectType({ description: 'A group that travels together.' })
export class PlanParty {
  @Field(() => String, { description: 'Its id in the plan.' })
  id!: string;

  @Field(() => [GraphQLUUID], { description: 'Who belongs to it, by their keys.' })
  personKeys!: readonly string[];

  @Field(() => [PlanJourney], { description: 'Its journeys, in their order.' })
  journeys!: PlanJourney[];
}

@ObjectType({ description: 'Somebody who goes.' })
export class PlanTraveller {
  @Field(() => GraphQLUUID, { description: 'Their key, of `people`.' })
  personKey!: string;

  @Field(() => [TeamRole], { description: 'As what they go.' })
  roles!: readonly TeamRole[];

  @Field(() => String, { description: 'The code of the city from which they leave.' })
  startCity!: string;

  @Field(() => Boolean, { description: 'Whether that was assumed, as nobody has said it.' })
  isStartAssumed!: boolean;

  @Field(() => Int, { description: 'How many nights they are away.' })
  nights!: number;

  @Field(() => Int, { description: 'On how many days they are away.' })
  days!: number;

  @Field(() => [PlanJourney], { description: 'The journeys that they make, in their order.' })
  journeys!: PlanJourney[];
}

@ObjectType({ description: 'Who is at a meeting of a plan, and as what.' })
export class PlanAttendance {
  @Field(() => GraphQLUUID, { description: 'Their key, of `people`.' })
  personKey!: string;

  @Field(() => [TeamRole], { description: 'As what; none where they are there besides.' })
  roles!: readonly TeamRole[];
}

@ObjectType({ description: 'A meeting of a plan.' })
export class PlanMeeting {
  @Field(() => GraphQLUUID, { description: 'Its key, of `meetings`.' })
  meetingKey!: string;

  @Field(() => String, { description: 'The code of its city.' })
  city!: string;

  @Field(() => PlanMoment, { description: 'When it begins.' })
  starts!: PlanMoment;

  @Field(() => PlanMoment, { description: 'When it ends.' })
  ends!: PlanMoment;

  @Field(() => Boolean, { description: 'Whether its host has confirmed that hour, so that it was not to be moved.' })
  isFixed!: boolean;

  @Field(() => [String], { description: 'Which languages somebody interprets, by their codes; none where nobody does.' })
  interpreted!: readonly string[];

  @Field(() => [PlanAttendance], { description: 'Who is there.' })
  attends!: PlanAttendance[];
}

@ObjectType({ description: 'A line of the costs of a plan, and how it comes about.' })
export class PlanCostLine {
  @Field(() => PlanCostKind, { description: 'For what.' })
  kind!: PlanCostKind;

  @Field(() => Int, { description: 'How much, in cents of euros.' })
  cents!: number;

  @Field(() => Int, { description: 'How often: persons or vehicles of a journey.' })
  units!: number;

  @Field(() => Date, { nullable: true, description: 'When it begins; null where it is of no time.' })
  at!: Date | null;

  @Field(() => Int, { nullable: true, description: 'How many nights it counts; null where it counts none.' })
  nights!: number | null;

  @Field(() => Int, { nullable: true, description: 'How many midday meals.' })
  lunches!: number | null;

  @Field(() => Int, { nullable: true, description: 'How many evening meals.' })
  dinners!: number | null;

  @Field(() => Int, { nullable: true, description: 'How many thousandths of the daily rate that is together; null where it is of no rate.' })
  permille!: number | null;

  @Field(() => [PlanRef], { description: 'What it follows from: whose it is, the link, the rule and the rate with their sources.' })
  about!: PlanRef[];
}

@ObjectType({ description: 'What a plan costs for one thing.' })
export class PlanCostSum {
  @Field(() => PlanCostKind, { description: 'For what.' })
  kind!: PlanCostKind;

  @Field(() => Int, { description: 'How much, in cents of euros.' })
  cents!: number;
}

@ObjectType({ description: 'What a plan costs.' })
export class PlanCosts {
  @Field(() => Int, { description: 'All of it, in cents of euros.' })
  totalCents!: number;

  @Field(() => Int, { nullable: true, description: 'What it may cost; null where no envelope is known.' })
  envelopeCents!: number | null;

  @Field(() => [PlanCostSum], { description: 'For what; what costs nothing is not among them.' })
  sums!: PlanCostSum[];

  @Field(() => [PlanCostLine], { description: 'Line by line.' })
  lines!: PlanCostLine[];
}

@ObjectType({ description: 'A plan: proposed by a search, decided by nobody. Names are not in it: keys and codes lead to the lists of its search.' })
export class ProposedPlan {
  @Field(() => [PlanParty], { description: 'Who travels together, and how.' })
  parties!: PlanParty[];

  @Field(() => [PlanTraveller], { description: 'Who goes.' })
  travellers!: PlanTraveller[];

  @Field(() => [PlanMeeting], { description: 'Its meetings, in the order of their times.' })
  meetings!: PlanMeeting[];

  @Field(() => PlanCosts, { description: 'What it costs.' })
  costs!: PlanCosts;

  @Field(() => Int, { description: 'How many nights all who go are away together.' })
  nights!: number;

  @Field(() => Int, { description: 'What its meetings are worth together, in points.' })
  worth!: number;

  @Field(() => Int, { description: 'How balanced it is: of each country the fewer of its meetings with authorities and with organisations, added up.' })
  balance!: number;

  @Field(() => PlanFormerChanges, { nullable: true, description: 'In what it differs from the plan that it was to stay near to; null where it was to stay near to none.' })
  formerChanges!: PlanFormerChanges | null;

  @Field(() => [String], { description: 'In which countries it has meetings, in their order: ISO 3166-1 alpha-2, or XK.' })
  countries!: readonly string[];
}

@ObjectType({ description: 'Another plan to choose from, with other meetings, another order of cities or another team.' })
export class PlanAlternative {
  @Field(() => PlanAlternativeKind, { description: 'In what it is the best.' })
  kind!: PlanAlternativeKind;

  @Field(() => Boolean, { description: 'Whether that is proved.' })
  isProved!: boolean;

  @Field(() => [PlanLevel], { description: 'What it is worth, level by level.' })
  value!: PlanLevel[];

  @Field(() => ProposedPlan, { description: 'The plan.' })
  plan!: ProposedPlan;

  @Field(() => [PlanLeg], { description: 'Why its meetings are held in this order of cities, and not the other way round, as far as it was found out.' })
  legs!: PlanLeg[];
}
