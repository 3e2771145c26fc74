/** What is sent of a part of a session that is prepared, and what is wrong with it. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { LocaleScalar } from '../core/translation/index.ts';
import { SessionFormat } from '../trainings/index.ts';
import { type SessionPartFault, SessionPartFaultKind, SessionPartField } from './part-fault.ts';

registerEnumType(SessionPartField, {
  name: 'SessionPartField', description: 'A field of a part of a session that is prepared.',
  valuesConfig: Object.fromEntries(Object.keys(SessionPartField).map((field) => [field, { description: `The field \`${field.toLowerCase()}\`.` }])),
});
registerEnumType(SessionPartFaultKind, {
  name: 'SessionPartFaultKind', description: 'What is wrong with a field of a part.',
  valuesConfig: {
    MISSING: { description: 'It cannot be empty.' },
    TOO_LONG: { description: 'It is longer than `maximum` signs, or has more than `maximum` elements.' },
    UNREADABLE: { description: 'It has signs that are none of a text, or is not written as it should be.' },
    UNKNOWN: { description: 'It is none of those of the session.' },
    REPEATED: { description: 'The same stands in it twice.' },
    OUT_OF_RANGE: { description: 'It is less than 1 or more than `maximum`.' },
    SKIPPED: { description: 'The clocks are put forward over this hour: it does not exist.' },
    TWICE: { description: 'The clocks are put back over this hour: it comes twice.' },
    NOT_AFTER: { description: 'It is not after the beginning.' },
    OUTSIDE: { description: 'It is before the session begins, or after it ends.' },
    NOT_HERE: { description: 'It has no place here.' },
    NO_WAY: { description: 'There is no part on the same day, before or after it, that it could change places with.' },
  },
});

const HOUR = 'as the clocks of the place of the session show it: `09:30`';

@InputType({ description: 'A part of a session as it is prepared: all that is said of it, in the language in which it is first written.' })
export class SessionPartInput {
  @Field(() => LocaleScalar, { description: 'The language of the title.' })
  sourceLocale!: Locale;

  @Field(() => String, { description: 'Its title: one line.' })
  title!: string;

  @Field(() => Int, { description: 'On which day of the session, from 1.' })
  day!: number;

  @Field(() => String, { description: `When it begins, ${HOUR}.` })
  starts!: string;

  @Field(() => String, { description: `When it ends, on the same day, ${HOUR}.` })
  ends!: string;

  @Field(() => SessionFormat, { description: 'In the place, online or both; of no account where the session is not both.' })
  format!: SessionFormat;

  @Field(() => String, { description: 'The room: one line; may be empty.' })
  room!: string;

  @Field(() => [ID], { description: 'Who teaches it, by the ids of experts who teach in the session.' })
  trainers!: string[];
}

@InputType({ description: 'A part of a session in another language. What is empty is missing in that language.' })
export class SessionPartTextsInput {
  @Field(() => LocaleScalar, { description: 'The language.' })
  locale!: Locale;

  @Field(() => String, { description: 'Its title: one line.' })
  title!: string;
}

@ObjectType('SessionPartFault', { description: 'What is wrong with a field of a part of a session that is prepared.' })
export class SessionPartFaultType implements SessionPartFault {
  @Field(() => SessionPartField, { description: 'Which field.' })
  field!: SessionPartField;

  @Field(() => SessionPartFaultKind, { description: 'What is wrong with it.' })
  fault!: SessionPartFaultKind;

  @Field(() => Int, { nullable: true, description: 'The most that it may have, where that is what is wrong.' })
  maximum!: number | null;
}
