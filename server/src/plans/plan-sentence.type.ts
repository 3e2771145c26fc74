/** What is said of a plan, as codes with what they are about: the words are those of the page. */
import { GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { TravelMode } from '../costs/index.ts';
import { TeamRole } from '../missions/index.ts';
import { PlanBlockCause, PlanBoundName, PlanCostKind, PlanMeasure, PlanPin, PlanRefKind, PlanRule, PlanSentenceCode } from './plan-codes.ts';

const NOTHING = 'null where it is not about that.';

@ObjectType({ description: 'Where something that was planned with is known from.' })
export class PlanSource {
  @Field(() => String, { description: 'What was read, in words.' })
  text!: string;

  @Field(() => String, { nullable: true, description: 'The address of what was read, where it has one.' })
  url!: string | null;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'On which day somebody looked; null while nobody has.' })
  checkedOn!: string | null;

  @Field(() => Boolean, { description: 'Whether somebody has verified it.' })
  isVerified!: boolean;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'From which day on it is so; null where it is not of a day.' })
  validFrom!: string | null;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Until which day; null where no end is known.' })
  validUntil!: string | null;
}

@ObjectType({ description: 'When people work.' })
export class PlanWorkingHours {
  @Field(() => Int, { description: 'The day of the week: 1 is Monday.' })
  weekday!: number;

  @Field(() => String, { description: 'From which hour on: `09:00`.' })
  from!: string;

  @Field(() => String, { description: 'Until which hour.' })
  until!: string;
}

@ObjectType({ description: 'When people of a country work, as whoever plans missions has entered it, or as it is assumed.' })
export class PlanCountryHours {
  @Field(() => String, { description: 'Of which country: ISO 3166-1 alpha-2, or XK.' })
  countryCode!: string;

  @Field(() => [PlanWorkingHours], { description: 'The hours.' })
  hours!: PlanWorkingHours[];

  @Field(() => [PlanSource], { description: 'Where they are known from; none where nobody has entered them, and they are assumed.' })
  sources!: PlanSource[];
}

@ObjectType({ description: 'Something that a sentence about a plan is about. Keys are those of the lists of the search, codes those of cities, countries, links.' })
export class PlanRef {
  @Field(() => PlanRefKind, { description: 'What it is.' })
  kind!: PlanRefKind;

  @Field(() => String, { description: 'Its id in the question that was asked.' })
  id!: string;

  @Field(() => GraphQLUUID, { nullable: true, description: `The key of a meeting; ${NOTHING}` })
  meetingKey!: string | null;

  @Field(() => GraphQLUUID, { nullable: true, description: `The key of a second meeting, which is after the first; ${NOTHING}` })
  otherMeetingKey!: string | null;

  @Field(() => GraphQLUUID, { nullable: true, description: `The key of somebody of \`people\`; ${NOTHING}` })
  personKey!: string | null;

  @Field(() => PlanBlockCause, { nullable: true, description: `Why they cannot; ${NOTHING}` })
  cause!: PlanBlockCause | null;

  @Field(() => TeamRole, { nullable: true, description: `Who is needed; ${NOTHING}` })
  role!: TeamRole | null;

  @Field(() => [String], { description: 'Of which languages one is needed, by their codes; none where it is not about that.' })
  languages!: readonly string[];

  @Field(() => String, { nullable: true, description: `The code of a link; ${NOTHING}` })
  linkCode!: string | null;

  @Field(() => TravelMode, { nullable: true, description: `How people travel by it; ${NOTHING}` })
  mode!: TravelMode | null;

  @Field(() => String, { nullable: true, description: `The code of a city; ${NOTHING}` })
  fromCity!: string | null;

  @Field(() => String, { nullable: true, description: `The code of the city where it leads; ${NOTHING}` })
  toCity!: string | null;

  @Field(() => String, { nullable: true, description: `A country: ISO 3166-1 alpha-2, or XK; ${NOTHING}` })
  countryCode!: string | null;

  @Field(() => String, { nullable: true, description: `From which country a border is crossed; ${NOTHING}` })
  fromCountry!: string | null;

  @Field(() => String, { nullable: true, description: `Into which country; ${NOTHING}` })
  toCountry!: string | null;

  @Field(() => PlanRule, { nullable: true, description: `Which rule; ${NOTHING}` })
  rule!: PlanRule | null;

  @Field(() => PlanPin, { nullable: true, description: `What is fixed; ${NOTHING}` })
  pin!: PlanPin | null;

  @Field(() => Boolean, { description: 'Whether it is fixed by whoever has asked for the plan, so that they can let it go.' })
  isChosen!: boolean;

  @Field(() => PlanBoundName, { nullable: true, description: `Of what there is so much at most; ${NOTHING}` })
  bound!: PlanBoundName | null;

  @Field(() => PlanCostKind, { nullable: true, description: 'Of which costs a limit is; null for the envelope, which is of all, and where it is about no limit.' })
  costKind!: PlanCostKind | null;

  @Field(() => Int, { nullable: true, description: `How much it may cost, in cents of euros, or how many there are at most or at least; ${NOTHING}` })
  amount!: number | null;

  @Field(() => GraphQLLocalDate, { nullable: true, description: `A day; ${NOTHING}` })
  day!: string | null;

  @Field(() => Date, { nullable: true, description: `From when on; ${NOTHING}` })
  from!: Date | null;

  @Field(() => Date, { nullable: true, description: `Until when; ${NOTHING}` })
  until!: Date | null;

  @Field(() => PlanCountryHours, { nullable: true, description: `When a country works, and where that is known from; ${NOTHING}` })
  hours!: PlanCountryHours | null;

  @Field(() => PlanSource, { nullable: true, description: `Where it is known from; ${NOTHING}` })
  source!: PlanSource | null;
}

@ObjectType({ description: 'A sentence about a plan, without its words.' })
export class PlanSentence {
  @Field(() => PlanSentenceCode, { description: 'What it says.' })
  code!: PlanSentenceCode;

  @Field(() => [PlanRef], { description: 'What it is about, in the order in which it is said.' })
  about!: PlanRef[];

  @Field(() => Int, { nullable: true, description: 'Cents, minutes, points or a number, by the code; null where there is none.' })
  amount!: number | null;

  @Field(() => PlanMeasure, { nullable: true, description: 'What the amount measures, where the code does not say it: of a level that measures one thing.' })
  measure!: PlanMeasure | null;

  @Field(() => Date, { nullable: true, description: 'From when on; null where it says no time.' })
  from!: Date | null;

  @Field(() => Date, { nullable: true, description: 'Until when.' })
  until!: Date | null;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'On which day; null where it says none.' })
  day!: string | null;
}

@ObjectType({ description: 'Why a meeting is not in the plan, and what would bring it in.' })
export class PlanLeftOut {
  @Field(() => GraphQLUUID, { description: 'The key of the meeting.' })
  meetingKey!: string;

  @Field(() => PlanSentence, { description: 'Why: LEFT_OUT_…' })
  why!: PlanSentence;

  @Field(() => Boolean, { description: 'Whether the reason is proved. Otherwise it is so of the plans that were found, and what is lost is so at most; of LEFT_OUT_UNPROVED nothing was found.' })
  isProved!: boolean;

  @Field(() => Boolean, { description: 'Whether it is proved of each thing that is named that it is needed for this.' })
  isMinimal!: boolean;

  @Field(() => PlanSentence, { description: 'What is known of changes that bring it in: WITNESS_…' })
  witness!: PlanSentence;

  @Field(() => [PlanSentence], { description: 'The changes that bring it in, all of them together: CHANGE_…; none where none is known, or needed.' })
  changes!: PlanSentence[];

  @Field(() => PlanSentence, { nullable: true, description: 'What it displaces where it is in: EXCHANGE; null where it cannot be.' })
  exchange!: PlanSentence | null;

  @Field(() => Boolean, { description: 'Whether something of this is open, which nobody has looked into further.' })
  isOpen!: boolean;
}

@ObjectType({ description: 'Why the plan goes from one city to the next, and not the other way round.' })
export class PlanLeg {
  @Field(() => String, { description: 'The code of the one.' })
  fromCity!: string;

  @Field(() => String, { description: 'The code of the other.' })
  toCity!: string;

  @Field(() => PlanSentence, { description: 'What is known of the other order: LEG_…' })
  why!: PlanSentence;

  @Field(() => Boolean, { description: 'Whether it is proved of each thing that is named that it is needed for this.' })
  isMinimal!: boolean;
}
