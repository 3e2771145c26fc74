/** What is sent and answered of what is kept of a country. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { LocaleScalar } from '../core/translation/index.ts';
import type { HolidayContent, SourceContent, TravelNoteContent } from './read-upkeep.ts';
import { type UpkeepFault, UpkeepFaultKind, UpkeepField, UpkeepOutcome, type UpkeepResult } from './upkeep-words.ts';

@InputType({ description: 'Where something is known from.' })
export class UpkeepSourceInput implements SourceContent {
  @Field(() => String, { description: 'What was read, or who said it, in words; nobody’s name: one line of 300 signs at most.' })
  source!: string;

  @Field(() => String, { description: 'Its address; may be empty.' })
  sourceUrl!: string;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The day on which somebody checked it there: not one that is still to come; null where nobody has.' })
  checkedOn!: string | null;
}

@InputType({ description: 'A public holiday.' })
export class HolidayInput implements HolidayContent {
  @Field(() => GraphQLLocalDate, { description: 'The day, in the country.' })
  date!: string;

  @Field(() => String, { description: 'What it is called, in one line of 120 signs at most. Its names in other languages stay, unless it is another holiday.' })
  name!: string;

  @Field(() => LocaleScalar, { description: 'The language of the name.' })
  locale!: Locale;

  @Field(() => Boolean, { description: 'Whether it is another holiday than the one that was read: its names in other languages are those of that one, and go.' })
  isAnother!: boolean;

  @Field(() => Boolean, { description: 'Whether its date follows the moon and is announced shortly before.' })
  isMoonDependent!: boolean;

  @Field(() => UpkeepSourceInput, { description: 'Where it is known from.' })
  known!: UpkeepSourceInput;
}

@InputType({ description: 'What whoever travels to a country should know.' })
export class TravelNoteInput implements TravelNoteContent {
  @Field(() => LocaleScalar, { description: 'The language in which it is written.' })
  sourceLocale!: Locale;

  @Field(() => String, { description: 'What to know: 4,000 signs at most. Nothing about a victim, nothing that tells where a shelter is.' })
  text!: string;

  @Field(() => GraphQLLocalDate, { description: 'The day on which it was read and still held: not one that is still to come.' })
  checkedOn!: string;
}

@ObjectType('UpkeepFault', { description: 'What is wrong with what was sent of a country.' })
export class UpkeepFaultType implements UpkeepFault {
  @Field(() => UpkeepField, { description: 'With which field.' })
  field!: UpkeepField;

  @Field(() => UpkeepFaultKind, { description: 'What is wrong with it.' })
  fault!: UpkeepFaultKind;

  @Field(() => Int, { nullable: true, description: 'The most that it may have, where that is what is wrong.' })
  maximum!: number | null;
}

@ObjectType({ description: 'What came of keeping what is known of a country.' })
export class UpkeepPayload implements UpkeepResult {
  @Field(() => UpkeepOutcome, { description: 'What came of it.' })
  outcome!: UpkeepOutcome;

  @Field(() => [UpkeepFaultType], { description: 'What is wrong with what was sent; empty unless it is INVALID.' })
  faults!: UpkeepFaultType[];

  /** The code of the country. */
  code!: string;
}
