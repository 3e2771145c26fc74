/** What is sent of the costs and the journeys of a mission. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars';
import { Field, InputType, Int } from 'type-graphql';
import { LocaleScalar } from '../core/translation/index.ts';
import { CostKind, TravelMode } from './cost-kind.ts';

@InputType({ description: 'A line of the costs of a mission that is typed, whole.' })
export class MissionCostInput {
  @Field(() => CostKind, { description: 'What it is for: no allowance, which is computed.' })
  kind!: CostKind;

  @Field(() => String, { description: 'What it is, in words: one line of 200 signs at most; may be empty.' })
  label!: string;

  @Field(() => LocaleScalar, { description: 'In which language these are written.' })
  labelLocale!: Locale;

  @Field(() => Int, { description: 'How much is planned, in hundredths of the currency.' })
  unitCents!: number;

  @Field(() => String, { description: 'Its currency: ISO 4217.' })
  currency!: string;

  @Field(() => GraphQLLocalDate, { description: 'Of which day the exchange is.' })
  onDay!: string;

  @Field(() => GraphQLUUID, { nullable: true, description: 'The key of the leg that it is about; null for none.' })
  leg?: string | null;

  @Field(() => GraphQLUUID, { nullable: true, description: 'The key of whom in the team it is about; null for nobody.' })
  member?: string | null;

  @Field(() => GraphQLUUID, { nullable: true, description: 'The key of the journey that it is about; null for none.' })
  travel?: string | null;
}

@InputType({ description: 'A journey of a mission, whole.' })
export class MissionTravelInput {
  @Field(() => TravelMode, { description: 'How people travel.' })
  mode!: TravelMode;

  @Field(() => String, { description: 'The code of the city it begins in.' })
  fromCity!: string;

  @Field(() => String, { description: 'The code of the city it ends in.' })
  toCity!: string;

  @Field(() => String, { description: 'When it begins, as the clocks of the first city show it: `2027-11-08T09:30`.' })
  departsAt!: string;

  @Field(() => String, { description: 'When it ends, as the clocks of the second city show it.' })
  arrivesAt!: string;

  @Field(() => String, { description: 'Who carries them, and the number of a flight or a train: one line of 100 signs at most; may be empty.' })
  carrier!: string;

  @Field(() => [GraphQLUUID], { description: 'Who of the team travels, by their keys in it.' })
  travellers!: string[];
}
