/** What is sent of links, of rules of borders, of what interpreting costs and of working hours. */
import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { CostFault, CostOutcome, type CostResult } from '../allowances/index.ts';
import { TravelMode } from '../costs/index.ts';
import { InterpretationPer } from './travel.entity.ts';

/** What can be removed. */
export const TravelKind = { LINK: 'LINK', BORDER_RULE: 'BORDER_RULE', INTERPRETATION: 'INTERPRETATION', HOURS: 'HOURS' } as const;
export type TravelKind = keyof typeof TravelKind;
registerEnumType(TravelKind, {
  name: 'TravelKind', description: 'What is known of travelling.',
  valuesConfig: { LINK: { description: 'A link from city to city.' }, BORDER_RULE: { description: 'A rule of a border.' }, INTERPRETATION: { description: 'What interpreting costs.' }, HOURS: { description: 'Hours in which a country works.' } },
});

@InputType({ description: 'Since when something is so, and where that is known from.' })
export class KnownInput {
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'From which day on it is so; null where that is not known.' })
  validFrom!: string | null;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Until which day; null where no end is known.' })
  validUntil!: string | null;

  @Field(() => String, { description: 'What was read, or who said it, in words: one line of 300 signs at most.' })
  source!: string;

  @Field(() => String, { description: 'Its address; may be empty.' })
  sourceUrl!: string;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The day on which somebody checked it there: not one that is still to come; null where nobody has.' })
  checkedOn!: string | null;
}

@InputType({ description: 'A link from one city to another. What is not known is null. Where there is none (`hasService` is false) nothing is kept of its minutes, fare, days, hours and countries.' })
export class TravelLinkInput {
  @Field(() => String, { description: 'From which city, by its code.' })
  fromCity!: string;

  @Field(() => String, { description: 'To which city, by its code: another one.' })
  toCity!: string;

  @Field(() => TravelMode, { description: 'How people travel.' })
  mode!: TravelMode;

  @Field(() => Boolean, { description: 'False where there is no such link.' })
  hasService!: boolean;

  @Field(() => Int, { nullable: true, description: 'How many minutes it takes from door to door: a week at most.' })
  minutes!: number | null;

  @Field(() => Int, { nullable: true, description: 'What it costs in hundredths of a euro: of a person, or of the vehicle where it has `seats`.' })
  fareCents!: number | null;

  @Field(() => Int, { nullable: true, description: 'How many people share a vehicle and its fare, 99 at most; null where each pays their own.' })
  seats!: number | null;

  @Field(() => [Int], { nullable: true, description: 'On which days of the week it leaves: 1 is Monday.' })
  weekdays!: number[] | null;

  @Field(() => [String], { nullable: true, description: 'At which hours it leaves: `07:30`. At most 48.' })
  departures!: string[] | null;

  @Field(() => String, { nullable: true, description: 'From which hour on it leaves at any minute, instead of at some hours.' })
  firstDeparture!: string | null;

  @Field(() => String, { nullable: true, description: 'Until which hour.' })
  lastDeparture!: string | null;

  @Field(() => [String], { nullable: true, description: 'In which countries a passport is shown, from that of the first city to that of the second: 20 at most.' })
  countryCodes!: string[] | null;

  @Field(() => Boolean, { description: 'Whether a night on it is no work.' })
  isRest!: boolean;

  @Field(() => Boolean, { description: 'False where nobody takes it unless somebody decides so.' })
  isOffered!: boolean;

  @Field(() => KnownInput, { description: 'Since when it is so, and where that is known from.' })
  known!: KnownInput;
}

@InputType({ description: 'A rule of a border: crossing it is refused to whoever last entered the first country from elsewhere than is said.' })
export class BorderRuleInput {
  @Field(() => String, { description: 'From which country: ISO 3166-1 alpha-2, or XK.' })
  fromCountry!: string;

  @Field(() => String, { description: 'Into which country: another one.' })
  toCountry!: string;

  @Field(() => [String], { description: 'From which countries the first one has to have been entered: from one to 20.' })
  unlessEnteredFrom!: string[];

  @Field(() => KnownInput, { description: 'Since when it is so, and where that is known from.' })
  known!: KnownInput;
}

@InputType({ description: 'That somebody can be had in a country who interprets between a language and that of the team, and what that costs.' })
export class InterpretationInput {
  @Field(() => String, { description: 'Which language, by its code.' })
  language!: string;

  @Field(() => String, { description: 'In which country of the network: ISO 3166-1 alpha-2, or XK.' })
  country!: string;

  @Field(() => InterpretationPer, { description: 'For what it is paid.' })
  per!: InterpretationPer;

  @Field(() => Int, { description: 'How much for one person, in hundredths of a euro: 1,000,000 at most.' })
  priceCents!: number;

  @Field(() => Int, { description: 'How many people can be had at once: from one to 20.' })
  people!: number;

  @Field(() => KnownInput, { description: 'Since when it is so, which has to be known here, and where that is known from.' })
  known!: KnownInput;
}

@InputType({ description: 'Hours in which people of a country work on some days of the week.' })
export class CountryHoursInput {
  @Field(() => String, { description: 'Of which country of the network: ISO 3166-1 alpha-2, or XK.' })
  country!: string;

  @Field(() => [Int], { description: 'On which days of the week: 1 is Monday. At least one.' })
  weekdays!: number[];

  @Field(() => String, { description: 'From which hour on: `08:00`.' })
  fromHour!: string;

  @Field(() => String, { description: 'Until which hour: a later one.' })
  untilHour!: string;

  @Field(() => KnownInput, { description: 'Since when it is so, which has to be known here, and where that is known from.' })
  known!: KnownInput;
}

@ObjectType({ description: 'What came of changing what is known of travelling.' })
export class TravelPayload implements CostResult {
  @Field(() => CostOutcome, { description: 'What came of it.' })
  outcome!: CostOutcome;

  @Field(() => [CostFault], { description: 'What is wrong with what was sent; empty unless it is INVALID.' })
  faults!: CostFault[];

  /** What was changed, and its code. */
  kind!: TravelKind;
  code!: string;
}
