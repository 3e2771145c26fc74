/** What is sent of a session that is prepared, and what is wrong with it. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { GraphQLCountryCode, GraphQLTimeZone } from 'graphql-scalars';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { LocaleScalar } from '../core/translation/index.ts';
import { type SessionFault, SessionFaultKind, SessionField } from './session-fault.ts';
import { SessionLevel } from './session-level.ts';
import { SessionFormat } from './training-session.entity.ts';

registerEnumType(SessionField, {
  name: 'SessionField', description: 'A field of a session that is prepared.',
  valuesConfig: Object.fromEntries(Object.keys(SessionField).map((field) => [field, { description: `The field \`${field.toLowerCase().replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase())}\`.` }])),
});
registerEnumType(SessionFaultKind, {
  name: 'SessionFaultKind', description: 'What is wrong with a field.',
  valuesConfig: {
    MISSING: { description: 'It cannot be empty.' },
    TOO_LONG: { description: 'It is longer than `maximum` signs, or has more than `maximum` elements.' },
    UNREADABLE: { description: 'It has signs that are none of a text, or is not written as it should be.' },
    UNKNOWN: { description: 'There is none of that name.' },
    REPEATED: { description: 'The same stands in it twice.' },
    OUT_OF_RANGE: { description: 'It is less than it may be or more than `maximum`.' },
    SKIPPED: { description: 'The clocks are put forward over this hour: it does not exist.' },
    TWICE: { description: 'The clocks are put back over this hour: it comes twice.' },
    NOT_AFTER: { description: 'It is not after the beginning.' },
    TOO_LATE: { description: 'It is after the beginning.' },
    PAST: { description: 'It is over already.' },
    NOT_HERE: { description: 'It has no place in this format or in this state; an invented need has none in a real session.' },
    PARTS_OUTSIDE: { description: 'Parts of its programme would be outside.' },
    WITHDRAWN: { description: 'A need is withdrawn by its post: nothing begins to work on it.' },
  },
});

const TIME = 'What the clocks of the time zone show, as `2027-03-28T09:30`';

@InputType({ description: 'A session as it is prepared, in the language in which it is first written. What may be null and is not sent stays as it is, as far as a session in its format has it; in a new one it is missing. Null says that there is none.' })
export class SessionInput {
  @Field(() => LocaleScalar, { description: 'The language of the texts.' })
  sourceLocale!: Locale;

  @Field(() => String, { description: 'Its title: one line.' })
  title!: string;

  @Field(() => String, { description: 'What it is about, in a few sentences; may be empty.' })
  summary!: string;

  @Field(() => [String], { description: 'Its programme, in plain text, line by line; may be empty.' })
  programme!: string[];

  @Field(() => [String], { nullable: true, description: 'What those who take part can do afterwards, a line for each objective; null or empty for nothing said of it.' })
  objectives?: string[] | null;

  @Field(() => SessionLevel, { nullable: true, description: 'How much it asks of those who come; null for nothing said of it.' })
  level?: SessionLevel | null;

  @Field(() => String, { description: 'Its theme, by its code.' })
  theme!: string;

  @Field(() => [String], { description: 'Whom it is for, by the codes of the audiences.' })
  audiences!: string[];

  @Field(() => SessionFormat, { description: 'In a place, online or both.' })
  format!: SessionFormat;

  @Field(() => GraphQLCountryCode, { nullable: true, description: 'The country it is held in, or whose embassy holds it online.' })
  country?: string | null;

  @Field(() => String, { nullable: true, description: 'The town, as it is written there; none where it is online only.' })
  town?: string | null;

  @Field(() => String, { nullable: true, description: 'What the place in its town is called, as it is written there; none where it is online only.' })
  venue?: string | null;

  @Field(() => String, { nullable: true, description: 'Its street and number, as they are written there; none where it is online only.' })
  address?: string | null;

  @Field(() => GraphQLTimeZone, { description: 'The IANA time zone of its place.' })
  timeZone!: string;

  @Field(() => String, { description: `When it begins. ${TIME}.` })
  starts!: string;

  @Field(() => String, { description: `When it ends. ${TIME}.` })
  ends!: string;

  @Field(() => String, { nullable: true, description: `Until when people can be registered; null for until it begins. ${TIME}.` })
  registrationUntil?: string | null;

  @Field(() => Int, { description: 'How many can take part in all, from 1.' })
  places!: number;

  @Field(() => Int, { nullable: true, description: 'How many can take part in the place at most, from 0, of a session that is held online too; null for as many as there are places.' })
  placesOnSite?: number | null;

  @Field(() => Int, { nullable: true, description: 'How many can take part online at most, from 0, of a session that is held in a place too; null for as many as there are places.' })
  placesOnline?: number | null;

  @Field(() => Boolean, { description: 'Whether a registration counts only once it is validated.' })
  needsValidation!: boolean;

  @Field(() => Boolean, { nullable: true, description: 'Whether an organisation or an authority nominates who takes part; null for as it is, in a new one for yes.' })
  needsNomination?: boolean | null;

  @Field(() => [ID], { description: 'Who teaches, by the ids of the experts, in the order in which they are named.' })
  trainers!: string[];

  @Field(() => [ID], { nullable: true, description: 'The recommendations it works towards, by their ids; null or empty for none.' })
  recommendations?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'The needs it works on, by their ids: of those that you see. Links to others stay as they are.' })
  needs?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'The needs that you have read that it works on, by their ids; null or empty for none. Where it works on others by now, and you send yet others, that is a conflict. Of no account in a new session.' })
  needsRead?: string[] | null;

  @Field(() => [String], { description: 'The languages it is held in, by their codes.' })
  workingLanguages!: string[];

  @Field(() => [String], { description: 'The languages it is interpreted into, by their codes.' })
  interpretation!: string[];
}

@InputType({ description: 'The texts of a session in another language. One that is empty is missing in that language.' })
export class SessionTextsInput {
  @Field(() => LocaleScalar, { description: 'The language.' })
  locale!: Locale;

  @Field(() => String, { description: 'Its title: one line.' })
  title!: string;

  @Field(() => String, { description: 'What it is about.' })
  summary!: string;

  @Field(() => [String], { description: 'Its programme, line by line.' })
  programme!: string[];

  @Field(() => [String], { nullable: true, description: 'Its objectives, line by line; null or empty for none. Not sent, they stay as they are in that language.' })
  objectives?: string[] | null;

  @Field(() => String, { description: 'Why it was called off; empty where it was not.' })
  cancelledReason!: string;
}

@ObjectType('SessionFault', { description: 'What is wrong with a field of a session that is prepared.' })
export class SessionFaultType implements SessionFault {
  @Field(() => SessionField, { description: 'Which field.' })
  field!: SessionField;

  @Field(() => SessionFaultKind, { description: 'What is wrong with it.' })
  fault!: SessionFaultKind;

  @Field(() => Int, { nullable: true, description: 'The most that it may have, where that is what is wrong.' })
  maximum!: number | null;
}
