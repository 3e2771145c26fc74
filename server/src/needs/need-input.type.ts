/** What is sent of a need, and what comes of it. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { GraphQLCountryCode } from 'graphql-scalars';
import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { LocaleScalar } from '../core/translation/index.ts';
import { type NeedFault, NeedFaultKind, NeedField, NeedOutcome, type NeedResult } from './need-fault.ts';
import { NeedCriterion, NeedPillar } from './need-words.ts';

registerEnumType(NeedOutcome, {
  name: 'NeedOutcome', description: 'What came of entering, changing or moving a need.',
  valuesConfig: {
    DONE: { description: 'It is so, or was so already.' }, INVALID: { description: 'Something is wrong, which `faults` say: nothing was written.' },
    CONFLICT: { description: 'Somebody else has changed it since it was read: nothing was written. `need` is what it is now.' },
    NOT_ALLOWED: { description: 'It is not yours to do: nothing was written.' }, TOO_LATE: { description: 'It stands where this is not done any more, or not yet. `need` is what it is now.' }, GONE: { description: 'There is none, or none for you.' },
  },
});
registerEnumType(NeedField, {
  name: 'NeedField', description: 'A field of a need.',
  valuesConfig: Object.fromEntries(Object.keys(NeedField).map((field) => [field, { description: `The field \`${field.toLowerCase().replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase())}\`.` }])),
});
registerEnumType(NeedFaultKind, {
  name: 'NeedFaultKind', description: 'What is wrong with a field of a need.',
  valuesConfig: {
    MISSING: { description: 'It cannot be empty.' }, TOO_LONG: { description: 'It is longer than `maximum` signs, or has more than `maximum` elements.' }, UNREADABLE: { description: 'It has signs that are none of a text; a key that is not drawn by chance (UUID version 4).' },
    UNKNOWN: { description: 'There is none of that code; of a sub-theme, none below the theme.' }, REPEATED: { description: 'The same stands in it twice, or is the main theme already.' }, NOT_AN_ADDRESS: { description: 'It is no address of the web.' },
    SETTLED: { description: 'It stays as it was entered.' }, NOT_HERE: { description: 'It has no place here: the language in which it was first written.' },
  },
});

@InputType({ description: 'Where more is to be read about a need.' })
export class NeedLinkInput {
  @Field(() => String, { description: 'Its address, of 500 signs at most.' })
  url!: string;

  @Field(() => String, { description: 'What it is called: one line, of 200 signs at most.' })
  label!: string;
}

@InputType({ description: 'A need, whole, in the language in which it is first written.' })
export class NeedInput {
  @Field(() => LocaleScalar, { description: 'The language of the texts.' })
  sourceLocale!: Locale;

  @Field(() => GraphQLCountryCode, { description: 'In which country; it stays as it was entered.' })
  country!: string;

  @Field(() => String, { description: 'What it is about before all: a theme, by its code.' })
  theme!: string;

  @Field(() => String, { nullable: true, description: 'Which part of that theme: a sub-theme, by its code. Left out or null for none; one of another theme is refused.' })
  subtheme!: string | null;

  @Field(() => [String], { description: 'What else it is about: two themes at most, by their codes.' })
  furtherThemes!: string[];

  @Field(() => NeedPillar, { description: 'The part of the fight against trafficking that it belongs to.' })
  pillar!: NeedPillar;

  @Field(() => [String], { description: 'Whose work it concerns: six audiences at most, by their codes.' })
  audiences!: string[];

  @Field(() => [NeedCriterion], { description: 'What makes it urgent; how urgent it is follows from that.' })
  criteria!: NeedCriterion[];

  @Field(() => String, { description: 'What is missing: one line, of 200 signs at most.' })
  title!: string;

  @Field(() => String, { description: 'What is missing, and what would help: 5000 signs at most.' })
  text!: string;

  @Field(() => [NeedLinkInput], { description: 'Where more is to be read: ten at most.' })
  links!: NeedLinkInput[];
}

@InputType({ description: 'The texts of a need in another language. What is empty is missing in that language.' })
export class NeedTextsInput {
  @Field(() => LocaleScalar, { description: 'The language.' })
  locale!: Locale;

  @Field(() => String, { description: 'What is missing, in one line.' })
  title!: string;

  @Field(() => String, { description: 'What is missing, and what would help.' })
  text!: string;
}

@ObjectType('NeedFault', { description: 'What is wrong with a need that was sent.' })
export class NeedFaultType implements NeedFault {
  @Field(() => NeedField, { description: 'With which field.' })
  field!: NeedField;

  @Field(() => NeedFaultKind, { description: 'What is wrong with it.' })
  fault!: NeedFaultKind;

  @Field(() => Int, { nullable: true, description: 'The most that it may have, where that is what is wrong.' })
  maximum!: number | null;

  @Field(() => Int, { nullable: true, description: 'Which of a list, from 0.' })
  position!: number | null;
}

@ObjectType({ description: 'What came of entering, changing or moving a need.' })
export class NeedPayload implements NeedResult {
  @Field(() => NeedOutcome, { description: 'What came of it.' })
  outcome!: NeedOutcome;

  @Field(() => [NeedFaultType], { description: 'What is wrong with what was sent; empty unless it is INVALID.' })
  faults!: NeedFaultType[];

  /** The key of the need. */
  key!: string;
}
