/** What is sent and answered of what coordinates action against trafficking in a country. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { GraphQLCountryCode, GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { LocaleScalar } from '../core/translation/index.ts';
import { type CoordinationFault, CoordinationFaultKind, CoordinationField, CoordinationKind, CoordinationOutcome, type CoordinationResult } from './coordination-words.ts';

@InputType({ description: 'What coordinates action against trafficking in a country: an institution, a mechanism or a document, never a person. What nobody knows is null or empty.' })
export class CoordinationInput {
  @Field(() => CoordinationKind, { description: 'What it is.' })
  kind!: CoordinationKind;

  @Field(() => GraphQLCountryCode, { description: 'The country; it stays.' })
  country!: string;

  @Field(() => ID, { nullable: true, description: 'The institution, where it is in the directory.' })
  organisation!: string | null;

  @Field(() => String, { description: 'What it is called, as it was read: one line of 300 signs at most; may be empty where an organisation is chosen.' })
  name!: string;

  @Field(() => LocaleScalar, { description: 'The language of its name and of what it rests on.' })
  locale!: Locale;

  @Field(() => String, { description: 'What it rests on in law, as it is cited: one line of 500 signs at most; may be empty.' })
  legalBasis!: string;

  @Field(() => String, { description: 'The address of its public page; may be empty.' })
  website!: string;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Since when.' })
  startsOn!: string | null;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Until when.' })
  endsOn!: string | null;

  @Field(() => String, { description: 'What was read, in words; nobody’s name: one line of 300 signs at most.' })
  source!: string;

  @Field(() => String, { description: 'The address of what was read; may be empty.' })
  sourceUrl!: string;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The day on which somebody checked it there: not one that is still to come; null where nobody has.' })
  checkedOn!: string | null;
}

@ObjectType('CoordinationFault', { description: 'What is wrong with what was sent of it.' })
export class CoordinationFaultType implements CoordinationFault {
  @Field(() => CoordinationField, { description: 'With which field.' })
  field!: CoordinationField;

  @Field(() => CoordinationFaultKind, { description: 'What is wrong with it.' })
  fault!: CoordinationFaultKind;

  @Field(() => Int, { nullable: true, description: 'The most that it may have, where that is what is wrong.' })
  maximum!: number | null;
}

@ObjectType({ description: 'What came of entering, changing or removing what coordinates action against trafficking in a country.' })
export class CoordinationPayload implements CoordinationResult {
  @Field(() => CoordinationOutcome, { description: 'What came of it.' })
  outcome!: CoordinationOutcome;

  @Field(() => [CoordinationFaultType], { description: 'What is wrong with what was sent; empty unless it is INVALID.' })
  faults!: CoordinationFaultType[];

  key!: string;
}
