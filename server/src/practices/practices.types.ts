/** What is sent of the record of French expertise, and what comes back. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { GraphQLCountryCode, GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { LocaleScalar } from '../core/translation/index.ts';
import { RecordOutcome } from './practices.service.ts';
import { type RecordFault, RecordFaultKind, RecordField } from './read-record.ts';

registerEnumType(RecordOutcome, {
  name: 'RecordOutcome', description: 'What came of changing the record of French expertise, or of agreeing to what it says.',
  valuesConfig: {
    DONE: { description: 'It is so, or was so already.' }, INVALID: { description: 'Something is wrong, which `faults` say: nothing was written.' },
    CONFLICT: { description: 'It was changed since it was read: nothing was written.' }, GONE: { description: 'There is none, or none for you.' },
  },
});
registerEnumType(RecordField, {
  name: 'RecordField', description: 'A field of an entry of the record.',
  valuesConfig: Object.fromEntries(Object.keys(RecordField).map((field) => [field, { description: `The field \`${field.toLowerCase().replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase())}\`.` }])),
});
registerEnumType(RecordFaultKind, {
  name: 'RecordFaultKind', description: 'What is wrong with a field of an entry of the record.',
  valuesConfig: {
    MISSING: { description: 'It cannot be empty.' }, TOO_LONG: { description: 'It is longer than `maximum` signs.' }, UNREADABLE: { description: 'It has signs that are none of a text.' },
    UNKNOWN: { description: 'There is none of that name.' }, FUTURE: { description: 'It is still to come, in Paris.' }, TOO_EARLY: { description: 'It is before 1950.' }, NOT_AN_ADDRESS: { description: 'It is no address of the web.' },
    NOT_HERE: { description: 'It has no place here: whoever has an account agrees by themselves, and what is nobody’s in particular nobody agrees to.' },
  },
});

@InputType({ description: 'A French practice that was shown abroad, whole, in the language in which it is first written.' })
export class PracticeInput {
  @Field(() => LocaleScalar, { description: 'The language of the texts.' })
  sourceLocale!: Locale;

  @Field(() => ID, { nullable: true, description: 'The id of the expert whose practice it is; null for nobody in particular.' })
  expert!: string | null;

  @Field(() => GraphQLCountryCode, { description: 'Where it was shown.' })
  country!: string;

  @Field(() => String, { description: 'What it is about: a theme, by its code.' })
  theme!: string;

  @Field(() => GraphQLLocalDate, { description: 'The day on which it was shown: not one that is still to come.' })
  shownOn!: string;

  @Field(() => String, { description: 'What was shown: one line.' })
  title!: string;

  @Field(() => String, { description: 'To whom: one line; empty for nothing said.' })
  audience!: string;

  @Field(() => String, { description: 'What came of it; empty for nothing said.' })
  result!: string;

  @Field(() => Boolean, { description: 'Whether it is shown to everybody, once its expert agrees.' })
  isPublic!: boolean;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The day on which an expert without an account agreed to that; of one with an account null, or what stands there.' })
  consentedOn!: string | null;
}

@InputType({ description: 'What is said of a French practice in another language. What is empty is missing in it.' })
export class PracticeTextsInput {
  @Field(() => LocaleScalar, { description: 'The language.' })
  locale!: Locale;

  @Field(() => String, { description: 'What was shown.' })
  title!: string;

  @Field(() => String, { description: 'To whom.' })
  audience!: string;

  @Field(() => String, { description: 'What came of it.' })
  result!: string;
}

@InputType({ description: 'A publication of an expert.' })
export class PublicationInput {
  @Field(() => Int, { description: 'The year in which it appeared.' })
  year!: number;

  @Field(() => String, { description: 'Its title, as it appeared: one line.' })
  title!: string;

  @Field(() => LocaleScalar, { description: 'The language of the title.' })
  locale!: Locale;

  @Field(() => String, { nullable: true, description: 'Where it can be read: an address of the web; null for nowhere.' })
  url!: string | null;

  @Field(() => Boolean, { description: 'Whether it is shown to everybody, once its expert agrees.' })
  isPublic!: boolean;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'As of a practice.' })
  consentedOn!: string | null;
}

@ObjectType('RecordFault', { description: 'What is wrong with an entry of the record that was sent.' })
export class RecordFaultType implements RecordFault {
  @Field(() => RecordField, { description: 'With which field.' })
  field!: RecordField;

  @Field(() => RecordFaultKind, { description: 'What is wrong with it.' })
  fault!: RecordFaultKind;

  @Field(() => Int, { nullable: true, description: 'The most signs that it may have, where that is what is wrong.' })
  maximum!: number | null;
}

@ObjectType({ description: 'What came of changing the record of French expertise, or of agreeing to what it says.' })
export class RecordPayload {
  @Field(() => RecordOutcome, { description: 'What came of it.' })
  outcome!: RecordOutcome;

  @Field(() => [RecordFaultType], { description: 'What is wrong with what was sent; empty unless it is INVALID.' })
  faults!: RecordFaultType[];

  /** The key of the practice or publication. */
  key!: string;
}
