/** What is sent of an expert whose sheet is entered or changed, and what is wrong with it. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { GraphQLCountryCode, GraphQLEmailAddress, GraphQLLocalDate } from 'graphql-scalars';
import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Visibility } from '../core/consent/index.ts';
import { LocaleScalar } from '../core/translation/index.ts';
import { CefrLevel } from '../vocabulary/index.ts';
import { type ExpertFault, ExpertFaultKind, ExpertField } from './expert-fault.ts';

registerEnumType(ExpertField, {
  name: 'ExpertField', description: 'A field of the sheet of an expert.',
  valuesConfig: Object.fromEntries(Object.keys(ExpertField).map((field) => [field, { description: `The field \`${field.toLowerCase().replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase())}\`.` }])),
});
registerEnumType(ExpertFaultKind, {
  name: 'ExpertFaultKind', description: 'What is wrong with a field of the sheet of an expert.',
  valuesConfig: {
    MISSING: { description: 'It cannot be empty: a day on which the expert agreed where anything is open, who vouches where it is said since when.' },
    TOO_LONG: { description: 'It is longer than `maximum` signs, or has more than `maximum` elements.' },
    UNREADABLE: { description: 'It has signs that are none of a text.' },
    UNKNOWN: { description: 'There is none of that name.' },
    REPEATED: { description: 'The same stands in it twice.' },
    FUTURE: { description: 'It is a day that is still to come.' },
    NOT_HERE: { description: 'It has no place here: of a sheet that belongs to an account its expert alone chooses who sees what, and is written to there.' },
  },
});

@InputType({ description: 'Who may see each field of a sheet.' })
export class SheetChoicesInput {
  @Field(() => Visibility, { description: 'Who may see the name.' })
  name!: Visibility;

  @Field(() => Visibility, { description: 'Who may see the institution.' })
  institution!: Visibility;

  @Field(() => Visibility, { description: 'Who may see the address of the account.' })
  email!: Visibility;

  @Field(() => Visibility, { description: 'Who may see which missions they have been on: of those that are closed, what the adviser has published.' })
  missions!: Visibility;
}

@InputType({ description: 'A language that an expert works in, and how well.' })
export class ExpertLanguageInput {
  @Field(() => String, { description: 'The language, by its code.' })
  language!: string;

  @Field(() => CefrLevel, { description: 'How well.' })
  level!: CefrLevel;
}

@InputType({ description: 'Where an expert without an account is written to, and in which language.' })
export class ExpertContactInput {
  @Field(() => GraphQLEmailAddress, { description: 'The address.' })
  email!: string;

  @Field(() => LocaleScalar, { description: 'The language.' })
  locale!: Locale;
}

@InputType({ description: 'The sheet of an expert, whole, in the language in which it is first written.' })
export class ExpertInput {
  @Field(() => LocaleScalar, { description: 'The language of the summary.' })
  sourceLocale!: Locale;

  @Field(() => String, { description: 'Their name: one line.' })
  name!: string;

  @Field(() => String, { description: 'Their profession, by its code.' })
  profession!: string;

  @Field(() => String, { nullable: true, description: 'The corps of the French State that they belong to, by its own name in French; null for nothing said of it.' })
  corps?: string | null;

  @Field(() => String, { description: 'Their institution, by its code.' })
  institution!: string;

  @Field(() => String, { description: 'What they bring, in a few sentences.' })
  summary!: string;

  @Field(() => [ExpertLanguageInput], { description: 'The languages they work in, each once.' })
  languages!: ExpertLanguageInput[];

  @Field(() => [String], { description: 'The themes they work on, by their codes.' })
  themes!: string[];

  @Field(() => [GraphQLCountryCode], { description: 'The countries they know.' })
  countries!: string[];

  @Field(() => String, { nullable: true, description: 'Who vouches for them: a ministry’s correspondent, an organisation; null for nobody.' })
  vouchedBy?: string | null;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Since when they are vouched for.' })
  vouchedSince?: string | null;

  @Field(() => ExpertContactInput, { nullable: true, description: 'Where they are written to, while the sheet belongs to no account; null for nowhere.' })
  contact?: ExpertContactInput | null;

  @Field(() => SheetChoicesInput, { nullable: true, description: 'Who may see what of it, as the expert has said; null for as it is, in a new one the adviser alone. Of a sheet that belongs to an account its expert chooses.' })
  choices?: SheetChoicesInput | null;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The day on which the expert said so; must be given where anything is open to others than the adviser.' })
  consentedOn?: string | null;
}

@InputType({ description: 'What is said of an expert in another language. What is empty is missing in that language.' })
export class ExpertTextsInput {
  @Field(() => LocaleScalar, { description: 'The language.' })
  locale!: Locale;

  @Field(() => String, { description: 'What they bring, in a few sentences.' })
  summary!: string;
}

@ObjectType('ExpertFault', { description: 'What is wrong with a field of the sheet of an expert.' })
export class ExpertFaultType implements ExpertFault {
  @Field(() => ExpertField, { description: 'Which field.' })
  field!: ExpertField;

  @Field(() => ExpertFaultKind, { description: 'What is wrong with it.' })
  fault!: ExpertFaultKind;

  @Field(() => Int, { nullable: true, description: 'The most that it may have, where that is what is wrong.' })
  maximum!: number | null;
}
