/** What is sent of a meeting, and what comes of it. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { LocaleScalar } from '../core/translation/index.ts';
import { type Came, MissionOutcome, TeamRole } from '../missions/index.ts';
import { CefrLevel } from '../vocabulary/index.ts';
import { type MeetingFault, MeetingFaultKind, MeetingField } from './meeting-fault.ts';
import { MeetingCategory, MeetingStatus } from './meeting-words.ts';

registerEnumType(MeetingField, {
  name: 'MeetingField', description: 'A field of a meeting.',
  valuesConfig: Object.fromEntries(Object.keys(MeetingField).map((field) => [field, { description: `The field \`${field.toLowerCase()}\`.` }])),
});
registerEnumType(MeetingFaultKind, {
  name: 'MeetingFaultKind', description: 'What is wrong with a field of a meeting.',
  valuesConfig: {
    MISSING: { description: 'It cannot be empty.' },
    TOO_LONG: { description: 'It is longer than `maximum` signs, or has more than `maximum` elements.' },
    UNREADABLE: { description: 'It has signs that are none of a text; it is no hour; a key that is not drawn by chance (UUID version 4).' },
    UNKNOWN: { description: 'There is none, or none there.' },
    REPEATED: { description: 'The same stands in it twice.' },
    OUT_OF_RANGE: { description: 'It is too little, or more than `maximum`.' },
    NOT_AFTER: { description: 'It ends before it begins, or after midnight.' },
    NOT_HERE: { description: 'It has no place here.' },
    SETTLED: { description: 'The adviser decides it.' },
    OUTSIDE: { description: 'It is outside the days of the leg.' },
    OUTSIDE_WINDOWS: { description: 'It is at no time at which the host could.' },
    DAY_OFF: { description: 'It is on a weekend or a public holiday of the country, and no reason is given.' },
    BUSY: { description: 'Somebody who goes would be engaged twice at once: it is not said by what.' },
    AWAY: { description: 'Somebody who goes is not there then.' },
    UNSUITED: { description: 'Somebody would go as what nobody of their profession comes as: who serves the State is of no NGO, nor the other way round.' },
    ONLY_ADVISER: { description: 'The adviser and the adviser’s team go alone.' },
    ORDER: { description: 'It would not be before or after another meeting as is said, with the time between them.' },
    CIRCLE: { description: 'It would be before itself.' },
    PROTECTED: { description: 'The place of the host must not be found.' },
  },
});

@InputType({ description: 'When the host of a meeting could.' })
export class MeetingWindowInput {
  @Field(() => GraphQLLocalDate, { description: 'On which day.' })
  day!: string;

  @Field(() => String, { description: 'From when, as the clocks of the city show it: `09:30`.' })
  from!: string;

  @Field(() => String, { description: 'Until when; `24:00` is the end of the day.' })
  until!: string;
}

@InputType({ description: 'How many of a role a meeting needs at least.' })
export class MeetingNeedInput {
  @Field(() => TeamRole, { description: 'As what.' })
  kind!: TeamRole;

  @Field(() => Int, { description: 'At least how many.' })
  atLeast!: number;
}

@InputType({ description: 'A language in which a meeting is held.' })
export class MeetingLanguageInput {
  @Field(() => String, { description: 'Which language, by its code.' })
  language!: string;

  @Field(() => CefrLevel, { description: 'At least how well whoever follows it speaks it.' })
  atLeast!: CefrLevel;
}

@InputType({ description: 'That a meeting is before another one of the leg.' })
export class MeetingPrecedenceInput {
  @Field(() => GraphQLUUID, { description: 'The key of the later one.' })
  meeting!: string;

  @Field(() => Int, { description: 'How many minutes are between them at least.' })
  gapMinutes!: number;
}

@InputType({ description: 'A meeting as it is prepared, without who goes: all that is said of it, in the language in which it is first written.' })
export class MeetingInput {
  @Field(() => LocaleScalar, { description: 'The language of the texts.' })
  sourceLocale!: Locale;

  @Field(() => String, { description: 'What it is about: one line.' })
  subject!: string;

  @Field(() => String, { description: 'What else there is to know; may be empty.' })
  note!: string;

  @Field(() => ID, { nullable: true, description: 'Which organisation of the directory is its host; null for another.' })
  organisation?: string | null;

  @Field(() => String, { description: 'What its host is called, of another: one line; empty for one of the directory.' })
  hostName!: string;

  @Field(() => MeetingCategory, { description: 'With whom it is.' })
  category!: MeetingCategory;

  @Field(() => MeetingStatus, { description: 'Where it stands.' })
  status!: MeetingStatus;

  @Field(() => Int, { description: 'How long it is, in minutes.' })
  minutes!: number;

  @Field(() => Boolean, { description: 'Whether the mission needs it: decided by the adviser.' })
  isMandatory!: boolean;

  @Field(() => Boolean, { description: 'Whether the adviser and the adviser’s team go alone: decided by the adviser.' })
  isOnlyAdviser!: boolean;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'On which day; null as long as that is not fixed.' })
  day?: string | null;

  @Field(() => String, { description: 'When it begins, as the clocks of the city show it: `09:30`; empty as long as that is not fixed.' })
  starts!: string;

  @Field(() => String, { description: 'Why it is on a weekend or a public holiday: one line; may be empty.' })
  overrideReason!: string;

  @Field(() => String, { description: 'What the place is called: one line; empty for a host whose place must not be found.' })
  placeName!: string;

  @Field(() => String, { description: 'Where the place is: one line; empty for a host whose place must not be found.' })
  placeAddress!: string;

  @Field(() => [MeetingWindowInput], { description: 'When the host could; empty where that is not known.' })
  windows!: MeetingWindowInput[];

  @Field(() => [MeetingNeedInput], { description: 'Whom it needs: decided by the adviser.' })
  needs!: MeetingNeedInput[];

  @Field(() => [MeetingLanguageInput], { description: 'In which languages it is held.' })
  languages!: MeetingLanguageInput[];

  @Field(() => [ID], { description: 'The ids of the recommendations it works towards: decided by the adviser.' })
  recommendations!: string[];

  @Field(() => [MeetingPrecedenceInput], { description: 'Before which others it is: decided by the adviser.' })
  precedes!: MeetingPrecedenceInput[];
}

@InputType({ description: 'The texts of a meeting in another language. What is empty is missing in that language.' })
export class MeetingTextsInput {
  @Field(() => LocaleScalar, { description: 'The language.' })
  locale!: Locale;

  @Field(() => String, { description: 'What it is about: one line.' })
  subject!: string;

  @Field(() => String, { description: 'What else there is to know.' })
  note!: string;
}

@InputType({ description: 'Somebody who goes to a meeting.' })
export class MeetingPersonInput {
  @Field(() => GraphQLUUID, { description: 'Their key in the team.' })
  member!: string;

  @Field(() => TeamRole, { description: 'As what they go.' })
  kind!: TeamRole;

  @Field(() => Boolean, { description: 'Whether they go in somebody’s place if need be.' })
  isSubstitute!: boolean;

  @Field(() => GraphQLUUID, { nullable: true, description: 'In whose place, by their key in the team: somebody who goes to the same meeting in nobody’s place; null for whoever cannot go. Where it is left out, what is stored stays.' })
  inPlaceOf?: string | null;
}

@ObjectType('MeetingFault', { description: 'What is wrong with a field of a meeting.' })
export class MeetingFaultType implements MeetingFault {
  @Field(() => MeetingField, { description: 'Which field.' })
  field!: MeetingField;

  @Field(() => MeetingFaultKind, { description: 'What is wrong with it.' })
  fault!: MeetingFaultKind;

  @Field(() => Int, { nullable: true, description: 'The most that it may have, where that is what is wrong.' })
  maximum!: number | null;
}

@ObjectType({ description: 'What came of a change of a meeting.' })
export class MeetingPayload implements Came<MeetingFault> {
  @Field(() => MissionOutcome, { description: 'What came of it.' })
  outcome!: MissionOutcome;

  @Field(() => [MeetingFaultType], { description: 'What is wrong with what was sent; empty unless it is INVALID.' })
  faults!: MeetingFaultType[];

  /** The key of the leg. */
  key!: string;
}
