/**
 * What planning needs to know of travelling: links from city to city, rules of borders, what interpreting costs, and when a country works. Each is in force from a day to a day, with its source, and what nobody knows is null.
 * Lists stand in a column as texts, their parts between blanks, as what the reference files say is compared column by column.
 */
import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { City } from '../cities/index.ts';
import { Provenance, Sourced } from '../core/provenance/index.ts';
import { names } from '../core/names.ts';
import { TravelMode } from '../costs/index.ts';
import { Language } from '../vocabulary/index.ts';

/** An hour of the clock, `05:00`, and a country, ISO 3166-1 alpha-2 or XK. */
const HOUR = '([01][0-9]|2[0-3]):[0-5][0-9]';
const COUNTRY = '[A-Z]{2}';
const listOf = (part: string): string => `'^${part}( ${part})*$'`;
/** Of what does not run nothing else is said. */
const NOTHING = ['minutes', 'fare_cents', 'seats', 'weekdays', 'departures', 'first_departure', 'last_departure', 'country_codes'].map((column) => `${column} is null`).join(' and ');

/** What is dated and sourced, and is kept by people. */
@ObjectType()
export abstract class KeptTravel extends Sourced {
  @PrimaryKey({ type: 'text' })
  @Field(() => String, { description: 'Its code; of one that somebody has entered, a key drawn at random.' })
  code!: string;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'From which day on it is so; null where that is not known.' })
  validFrom!: string | null;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Until which day; null where no end is known.' })
  validUntil!: string | null;

  @Property({ type: 'integer', default: 1 })
  @Field(() => Int, { description: 'Raised by each change: whoever changes it says which one they have read.' })
  version!: number;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'True for an invented one of the demonstration.' })
  isDemonstration!: boolean;

  @Field(() => Provenance, { description: 'Where it is known from, and whether anybody has checked it.' })
  provenance!: Provenance;
}

@ObjectType({ description: 'A link by which people travel from one city to another, in this direction: seen by those who plan missions.' })
@Entity({ tableName: 'travel_link' })
@Check({ name: 'travel_link_leads', expression: 'from_city_code <> to_city_code' })
@Check({ name: 'travel_link_amounts', expression: 'minutes >= 1 and minutes <= 10080 and fare_cents >= 0 and fare_cents <= 100000000 and seats >= 1 and seats <= 99' })
@Check({ name: 'travel_link_lists', expression: `weekdays ~ ${listOf('[1-7]')} and departures ~ ${listOf(HOUR)} and country_codes ~ ${listOf(COUNTRY)} and length(departures) <= 287 and length(country_codes) <= 59` })
@Check({ name: 'travel_link_hours', expression: `first_departure ~ '^${HOUR}$' and last_departure ~ '^${HOUR}$' and first_departure <= last_departure` })
@Check({ name: 'travel_link_departs', expression: '(first_departure is null) = (last_departure is null) and (first_departure is null or departures is null)' })
@Check({ name: 'travel_link_runs', expression: `has_service or ${NOTHING}` })
@Check({ name: 'travel_link_days', expression: 'valid_from <= valid_until' })
@Check({ name: 'travel_link_source', expression: `source <> '' and (source_url is null or source_url ~ '^https?://') and is_verified = (checked_on is not null)` })
@Index({ properties: ['fromCity'] })
@Index({ properties: ['toCity'] })
export class TravelLink extends KeptTravel {
  @ManyToOne(() => City)
  @Field(() => City, { description: 'From which city.' })
  fromCity!: City;

  @ManyToOne(() => City)
  @Field(() => City, { description: 'To which city.' })
  toCity!: City;

  @Enum({ items: () => TravelMode })
  @Field(() => TravelMode, { description: 'How people travel.' })
  mode!: TravelMode;

  @Property({ type: 'boolean', default: true })
  @Field(() => Boolean, { description: 'False where it is said that there is no such link; nothing else is said of it then.' })
  hasService!: boolean;

  @Property({ type: 'integer', nullable: true })
  @Field(() => Int, { nullable: true, description: 'How many minutes it takes from door to door; null where that is not known.' })
  minutes!: number | null;

  @Property({ type: 'integer', nullable: true })
  @Field(() => Int, { nullable: true, description: 'What it costs in hundredths of a euro: of a person, or, where it has `seats`, of the vehicle; null where that is not known.' })
  fareCents!: number | null;

  @Property({ type: 'integer', nullable: true })
  @Field(() => Int, { nullable: true, description: 'How many people share a vehicle and its fare; null where each pays their own.' })
  seats!: number | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => [Int], { nullable: true, description: 'On which days of the week it leaves, 1 is Monday; null where that is not known.' })
  weekdays!: readonly number[] | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => [String], { nullable: true, description: 'At which hours it leaves, as the clocks of the first city show it: `07:30`. Null where that is not known, or where it leaves at any minute.' })
  departures!: readonly string[] | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'From which hour on it leaves at any minute; null where it leaves at some hours, or nobody knows when.' })
  firstDeparture!: string | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Until which hour.' })
  lastDeparture!: string | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => [String], { nullable: true, description: 'In which countries a passport is shown, from that of the first city to that of the second: ISO 3166-1 alpha-2, or XK. Null where that is not known.' })
  countryCodes!: readonly string[] | null;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'Whether a night on it is no work: a sleeping car.' })
  isRest!: boolean;

  @Property({ type: 'boolean', default: true })
  @Field(() => Boolean, { description: 'False where nobody takes it unless somebody decides so.' })
  isOffered!: boolean;
}

@ObjectType({ description: 'A rule of a border: crossing it is refused to whoever last entered the first country from elsewhere than is said. Seen by those who plan missions.' })
@Entity({ tableName: 'border_rule' })
@Check({ name: 'border_rule_countries', expression: `from_country ~ '^${COUNTRY}$' and to_country ~ '^${COUNTRY}$' and from_country <> to_country and unless_entered_from ~ ${listOf(COUNTRY)} and length(unless_entered_from) <= 59` })
@Check({ name: 'border_rule_days', expression: 'valid_from <= valid_until' })
@Check({ name: 'border_rule_source', expression: `source <> '' and (source_url is null or source_url ~ '^https?://') and is_verified = (checked_on is not null)` })
export class BorderRule extends KeptTravel {
  @Property({ type: 'text' })
  @Field(() => String, { description: 'From which country: ISO 3166-1 alpha-2, or XK.' })
  fromCountry!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Into which country.' })
  toCountry!: string;

  @Property({ type: 'text' })
  @Field(() => [String], { description: 'From which countries the first one has to have been entered.' })
  unlessEnteredFrom!: readonly string[];
}

export const InterpretationPer = names('MEETING', 'HALF_DAY', 'DAY');
export type InterpretationPer = keyof typeof InterpretationPer;
registerEnumType(InterpretationPer, {
  name: 'InterpretationPer', description: 'For what somebody who interprets is paid.',
  valuesConfig: { MEETING: { description: 'For each meeting.' }, HALF_DAY: { description: 'For each half of a day, which one in the afternoon parts.' }, DAY: { description: 'For each day.' } },
});

@ObjectType({ description: 'That somebody can be had in a country who interprets between a language and that of the team, and what that costs. Seen by those who plan missions.' })
@Entity({ tableName: 'interpretation_price' })
@Check({ name: 'interpretation_price_country', expression: `country_code ~ '^${COUNTRY}$'` })
@Check({ name: 'interpretation_price_amounts', expression: 'price_cents >= 0 and price_cents <= 1000000 and people >= 1 and people <= 20' })
@Check({ name: 'interpretation_price_days', expression: 'valid_from is not null and valid_from <= coalesce(valid_until, valid_from)' })
@Check({ name: 'interpretation_price_source', expression: `source <> '' and (source_url is null or source_url ~ '^https?://') and is_verified = (checked_on is not null)` })
@Index({ properties: ['language'] })
export class InterpretationPrice extends KeptTravel {
  @ManyToOne(() => Language)
  @Field(() => Language, { description: 'Which language, into and from that of the team.' })
  language!: Language;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'In which country: ISO 3166-1 alpha-2, or XK.' })
  countryCode!: string;

  @Enum({ items: () => InterpretationPer })
  @Field(() => InterpretationPer, { description: 'For what it is paid.' })
  per!: InterpretationPer;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'How much for one person, in hundredths of a euro.' })
  priceCents!: number;

  @Property({ type: 'integer', default: 1 })
  @Field(() => Int, { description: 'How many people can be had at once.' })
  people!: number;
}

@ObjectType({ description: 'Hours in which people of a country work on some days of the week, as whoever plans missions has entered them; all of a country together are its working hours. Seen by those who plan missions.' })
@Entity({ tableName: 'country_hours' })
@Check({ name: 'country_hours_country', expression: `country_code ~ '^${COUNTRY}$'` })
@Check({ name: 'country_hours_lists', expression: `weekdays ~ ${listOf('[1-7]')}` })
@Check({ name: 'country_hours_hours', expression: `from_hour ~ '^${HOUR}$' and until_hour ~ '^${HOUR}$' and from_hour < until_hour` })
@Check({ name: 'country_hours_days', expression: 'valid_from is not null and valid_from <= coalesce(valid_until, valid_from)' })
@Check({ name: 'country_hours_source', expression: `source <> '' and (source_url is null or source_url ~ '^https?://') and is_verified = (checked_on is not null)` })
export class CountryHours extends KeptTravel {
  @Property({ type: 'text' })
  @Field(() => String, { description: 'Of which country: ISO 3166-1 alpha-2, or XK.' })
  countryCode!: string;

  @Property({ type: 'text' })
  @Field(() => [Int], { description: 'On which days of the week, 1 is Monday.' })
  weekdays!: readonly number[];

  @Property({ type: 'text' })
  @Field(() => String, { description: 'From which hour on, as the clocks of its cities show it: `08:00`.' })
  fromHour!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Until which hour.' })
  untilHour!: string;
}
