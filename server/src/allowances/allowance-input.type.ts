/** What is sent of rates and rules. */
import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { CostFault, CostOutcome, type CostResult } from './cost-result.ts';

/** What can be removed. */
export const BasisKind = { RATE: 'RATE', EXCHANGE: 'EXCHANGE', RULE: 'RULE' } as const;
export type BasisKind = keyof typeof BasisKind;
registerEnumType(BasisKind, {
  name: 'AllowanceBasisKind', description: 'What allowances are computed from.',
  valuesConfig: { RATE: { description: 'What a day in a country gives.' }, EXCHANGE: { description: 'What a currency is worth.' }, RULE: { description: 'How much of a rate a night and a meal give.' } },
});

@InputType({ description: 'Where a rate or a rule is known from.' })
export class SourceInput {
  @Field(() => String, { description: 'What was read, in words: one line of 300 signs at most.' })
  source!: string;

  @Field(() => String, { description: 'Its address; may be empty.' })
  sourceUrl!: string;

  @Field(() => GraphQLLocalDate, { description: 'The day on which it was read: not one that is still to come.' })
  readOn!: string;
}

@InputType({ description: 'What a day in a country gives, from a day on.' })
export class AllowanceRateInput {
  @Field(() => String, { description: 'The code of the country.' })
  country!: string;

  @Field(() => GraphQLLocalDate, { description: 'From which day on it is in force.' })
  validFrom!: string;

  @Field(() => Int, { description: 'How much, in hundredths of the currency.' })
  centsPerDay!: number;

  @Field(() => String, { description: 'Its currency: ISO 4217.' })
  currency!: string;

  @Field(() => SourceInput, { description: 'Where it is known from.' })
  source!: SourceInput;
}

@InputType({ description: 'What a currency is worth in euros, from a day on.' })
export class ExchangeRateInput {
  @Field(() => String, { description: 'Which currency, not the euro: ISO 4217.' })
  currency!: string;

  @Field(() => GraphQLLocalDate, { description: 'From which day on.' })
  validFrom!: string;

  @Field(() => Int, { description: 'What a unit of it is worth, in millionths of a euro.' })
  micros!: number;

  @Field(() => SourceInput, { description: 'Where it is known from.' })
  source!: SourceInput;
}

@InputType({ description: 'How much of a daily rate a night and a meal give, from a day on. Hours are those of the clocks of the place: `05:00`.' })
export class AllowanceRuleInput {
  @Field(() => GraphQLLocalDate, { description: 'From which day on it is in force.' })
  validFrom!: string;

  @Field(() => Int, { description: 'What a night gives, in per mille of the daily rate: all together a thousand at most.' })
  nightPermille!: number;

  @Field(() => String, { description: 'From which hour a night counts.' })
  nightFrom!: string;

  @Field(() => String, { description: 'Until which hour.' })
  nightUntil!: string;

  @Field(() => Boolean, { description: 'Whether one has to be there during all of these hours; false where a part of them is enough.' })
  isNightWhole!: boolean;

  @Field(() => Int, { description: 'What a midday meal gives.' })
  lunchPermille!: number;

  @Field(() => String, { description: 'From which hour one has to be there for it.' })
  lunchFrom!: string;

  @Field(() => String, { description: 'Until which hour.' })
  lunchUntil!: string;

  @Field(() => Int, { description: 'What an evening meal gives.' })
  dinnerPermille!: number;

  @Field(() => String, { description: 'From which hour one has to be there for it.' })
  dinnerFrom!: string;

  @Field(() => String, { description: 'Until which hour.' })
  dinnerUntil!: string;

  @Field(() => SourceInput, { description: 'Where it is known from.' })
  source!: SourceInput;
}

@ObjectType({ description: 'What came of changing what allowances are computed from.' })
export class AllowancePayload implements CostResult {
  @Field(() => CostOutcome, { description: 'What came of it.' })
  outcome!: CostOutcome;

  @Field(() => [CostFault], { description: 'What is wrong with what was sent; empty unless it is INVALID.' })
  faults!: CostFault[];

  /** What was changed, and its key. */
  kind!: BasisKind;
  key!: string;
}
