/** What allowances are computed from: rates by country, what currencies are worth, and the rule that gives so much of a rate for a night or a meal. Each from a day on, with its source. */
import { Check, Entity, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { Provenance, Sourced } from '../core/provenance/index.ts';
import { Country } from '../countries/index.ts';

@ObjectType({ description: 'What a day in a country gives somebody on a mission, from a day on: seen by the adviser.' })
@Entity({ tableName: 'allowance_rate' })
@Check({ name: 'allowance_rate_cents', expression: 'cents_per_day > 0 and cents_per_day <= 100000000' })
@Check({ name: 'allowance_rate_currency', expression: `currency ~ '^[A-Z]{3}$'` })
@Check({ name: 'allowance_rate_source', expression: `source <> '' and (source_url is null or source_url ~ '^https?://')` })
@Unique({ name: 'allowance_rate_once', properties: ['country', 'validFrom', 'isDemonstration'] })
export class AllowanceRate extends Sourced {
  @PrimaryKey({ type: 'uuid' })
  uuid!: string;

  @Field(() => GraphQLUUID, { description: 'Its key.' })
  key!: string;

  @ManyToOne(() => Country)
  @Field(() => Country, { description: 'Which country.' })
  country!: Country;

  @Property({ type: 'date' })
  @Field(() => GraphQLLocalDate, { description: 'From which day on it is in force, until the next one.' })
  validFrom!: string;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'How much, in hundredths of the currency.' })
  centsPerDay!: number;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Its currency: ISO 4217.' })
  currency!: string;

  @Property({ type: 'integer', default: 1 })
  @Field(() => Int, { description: 'Raised by each change: whoever changes it says which one they have read.' })
  version!: number;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'True for an invented one of the demonstration, which counts for invented missions alone.' })
  isDemonstration!: boolean;

  @Field(() => Provenance, { description: 'Where it is known from.' })
  provenance!: Provenance;
}

@ObjectType({ description: 'What a currency is worth in euros, from a day on: seen by the adviser.' })
@Entity({ tableName: 'exchange_rate' })
@Check({ name: 'exchange_rate_micros', expression: 'micros > 0 and micros <= 100000000' })
@Check({ name: 'exchange_rate_currency', expression: `currency ~ '^[A-Z]{3}$' and currency <> 'EUR'` })
@Check({ name: 'exchange_rate_source', expression: `source <> '' and (source_url is null or source_url ~ '^https?://')` })
@Unique({ name: 'exchange_rate_once', properties: ['currency', 'validFrom', 'isDemonstration'] })
export class ExchangeRate extends Sourced {
  @PrimaryKey({ type: 'uuid' })
  uuid!: string;

  @Field(() => GraphQLUUID, { description: 'Its key.' })
  key!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Which currency: ISO 4217.' })
  currency!: string;

  @Property({ type: 'date' })
  @Field(() => GraphQLLocalDate, { description: 'From which day on, until the next one.' })
  validFrom!: string;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'What a unit of it is worth, in millionths of a euro.' })
  micros!: number;

  @Property({ type: 'integer', default: 1 })
  @Field(() => Int, { description: 'Raised by each change: whoever changes it says which one they have read.' })
  version!: number;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'True for an invented one of the demonstration, which counts for invented missions alone.' })
  isDemonstration!: boolean;

  @Field(() => Provenance, { description: 'Where it is known from.' })
  provenance!: Provenance;
}

/** An hour of the clock, `05:00`. */
const HOUR = `'^([01][0-9]|2[0-3]):[0-5][0-9]$'`;
const HOURS = ['night_from', 'night_until', 'lunch_from', 'lunch_until', 'dinner_from', 'dinner_until'];

@ObjectType({ description: 'How much of a daily rate a night and a meal give, and during which hours one has to be there: seen by the adviser. The last one that is in force on a day counts.' })
@Entity({ tableName: 'allowance_rule' })
@Check({ name: 'allowance_rule_shares', expression: 'least(night_permille, lunch_permille, dinner_permille) >= 0 and night_permille + lunch_permille + dinner_permille <= 1000' })
@Check({ name: 'allowance_rule_hours', expression: `${HOURS.map((hour) => `${hour} ~ ${HOUR}`).join(' and ')} and night_from < night_until and lunch_from < lunch_until and dinner_from < dinner_until` })
@Check({ name: 'allowance_rule_source', expression: `source <> '' and (source_url is null or source_url ~ '^https?://')` })
@Unique({ name: 'allowance_rule_once', properties: ['validFrom', 'isDemonstration'] })
export class AllowanceRule extends Sourced {
  @PrimaryKey({ type: 'text' })
  @Field(() => String, { description: 'Its code; of one that somebody has entered, a key drawn at random.' })
  code!: string;

  @Property({ type: 'date' })
  @Field(() => GraphQLLocalDate, { description: 'From which day on it is in force, until the next one.' })
  validFrom!: string;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'What a night gives, in per mille of the daily rate.' })
  nightPermille!: number;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'From which hour a night counts, as the clocks of the place show it: `00:00`.' })
  nightFrom!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Until which hour.' })
  nightUntil!: string;

  @Property({ type: 'boolean', default: true })
  @Field(() => Boolean, { description: 'Whether one has to be there during all of these hours; false where a part of them is enough.' })
  isNightWhole!: boolean;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'What a midday meal gives, in per mille of the daily rate.' })
  lunchPermille!: number;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'From which hour one has to be there for it.' })
  lunchFrom!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Until which hour.' })
  lunchUntil!: string;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'What an evening meal gives, in per mille of the daily rate.' })
  dinnerPermille!: number;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'From which hour one has to be there for it.' })
  dinnerFrom!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Until which hour.' })
  dinnerUntil!: string;

  @Property({ type: 'integer', default: 1 })
  @Field(() => Int, { description: 'Raised by each change: whoever changes it says which one they have read.' })
  version!: number;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'True for an invented one of the demonstration, which counts for invented missions alone.' })
  isDemonstration!: boolean;

  @Field(() => Provenance, { description: 'Where it is known from.' })
  provenance!: Provenance;
}
