/** What is sent of a mission and of a leg, and what is wrong with it. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { GraphQLCountryCode, GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { LocaleScalar } from '../core/translation/index.ts';
import { type MissionFault, MissionFaultKind, MissionField } from './mission-fault.ts';
import { TeamRole } from './team-role.ts';

registerEnumType(MissionField, {
  name: 'MissionField', description: 'A field of a mission or of a leg that is prepared.',
  valuesConfig: Object.fromEntries(Object.keys(MissionField).map((field) => [field, { description: `The field \`${field.toLowerCase()}\`.` }])),
});
registerEnumType(MissionFaultKind, {
  name: 'MissionFaultKind', description: 'What is wrong with a field of a mission or of a leg.',
  valuesConfig: {
    MISSING: { description: 'It cannot be empty.' },
    TOO_LONG: { description: 'It is longer than `maximum` signs, or has more than `maximum` elements.' },
    UNREADABLE: { description: 'It has signs that are none of a text; a key that is not drawn by chance (UUID version 4).' },
    UNKNOWN: { description: 'There is none, or none there.' },
    REPEATED: { description: 'The same stands in it twice.' },
    OUT_OF_RANGE: { description: 'It is too little, or more than `maximum`.' },
    NOT_AFTER: { description: 'It is before the first day.' },
    FAR_OFF: { description: 'Its year is not one of this century.' },
    TOO_MANY_DAYS: { description: 'From the first to the last day there are more than `maximum`.' },
    OUTSIDE: { description: 'It is outside the mission.' },
    LEGS_OUTSIDE: { description: 'A leg would be outside the mission.' },
    NOT_HERE: { description: 'It has no place here; an invented need has none in a real mission.' },
    SETTLED: { description: 'It is settled as long as the posts are consulted about it: the mission is planned anew first.' },
    UNASKED: { description: 'Nobody was consulted about the leg.' },
    UNANSWERED: { description: 'A service of the post has not answered, and can do so still.' },
    OVERDUE: { description: 'A service of the post has not answered in time, and silence does not count as agreement.' },
    OBJECTED: { description: 'A service of the post objects to the leg.' },
    OUTDATED: { description: 'The leg says something else than what the post agreed to.' },
    TOO_SOON: { description: 'It begins before its post has had its days to answer.' },
    SHOWN: { description: 'The post of the country has seen the leg: it stays there, or is taken away.' },
    BUSY: { description: 'Somebody of the team would be in two places at once: it is not said by what they are engaged.' },
    MEETINGS: { description: 'A meeting would be outside its leg, or of somebody who is not there then.' },
    LACKING: { description: 'The team would lack somebody whom the mission needs.' },
    NAMES_PERSON: { description: 'It names somebody of the team, or somebody who is met.' },
    NAMES_ORGANISATION: { description: 'It names an organisation whose place nobody may learn.' },
    HAS_CONTACT: { description: 'It has a telephone number or an e-mail address.' },
    WITHDRAWN: { description: 'A need is withdrawn by its post: nothing begins to work on it.' },
    UNSUITED: { description: 'Nobody of that profession comes as that: who serves the State is of no NGO, nor the other way round.' },
    FORGOTTEN: { description: 'Somebody whom its texts may not name is forgotten: nobody can tell any more whether they do.' },
  },
});

@InputType({ description: 'How many of a role the team of a mission needs at least.' })
export class TeamRuleInput {
  @Field(() => TeamRole, { description: 'As what.' })
  kind!: TeamRole;

  @Field(() => Int, { description: 'At least how many.' })
  atLeast!: number;
}

@InputType({ description: 'What a mission is to reach.' })
export class MissionObjectiveInput {
  @Field(() => GraphQLUUID, { description: 'Its key; of a new one, one that you have drawn at random.' })
  key!: string;

  @Field(() => String, { description: 'What is to be reached, in the language of the mission.' })
  text!: string;

  @Field(() => [ID], { description: 'The ids of the recommendations it works towards; may be empty.' })
  recommendations!: string[];

  @Field(() => [ID], { nullable: true, description: 'The ids of the needs it works on; null or not sent for those that there are.' })
  needs?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'The ids of the projects it serves; null or not sent for those that there are.' })
  projects?: string[] | null;
}

@InputType({ description: 'A mission as it is prepared: all that is said of it, in the language in which it is first written.' })
export class MissionInput {
  @Field(() => LocaleScalar, { description: 'The language of the texts.' })
  sourceLocale!: Locale;

  @Field(() => String, { description: 'Its title: one line.' })
  title!: string;

  @Field(() => String, { description: 'What it is for; may be empty.' })
  purpose!: string;

  @Field(() => GraphQLLocalDate, { description: 'Its first day.' })
  startsOn!: string;

  @Field(() => GraphQLLocalDate, { description: 'Its last day.' })
  endsOn!: string;

  @Field(() => Int, { nullable: true, description: 'How much it may cost, in cents of euros; null where that is not known.' })
  envelopeCents!: number | null;

  @Field(() => [TeamRuleInput], { nullable: true, description: 'Whom its team needs at least; one magistrate, one police officer and one from an NGO where nothing is sent.' })
  team?: TeamRuleInput[] | null;

  @Field(() => [MissionObjectiveInput], { description: 'What it is to reach, in their order.' })
  objectives!: MissionObjectiveInput[];
}

@InputType({ description: 'An objective of a mission in another language.' })
export class MissionObjectiveTextInput {
  @Field(() => GraphQLUUID, { description: 'Its key.' })
  key!: string;

  @Field(() => String, { description: 'What is to be reached.' })
  text!: string;
}

@InputType({ description: 'The texts of a mission in another language. What is empty is missing in that language.' })
export class MissionTextsInput {
  @Field(() => LocaleScalar, { description: 'The language.' })
  locale!: Locale;

  @Field(() => String, { description: 'Its title: one line.' })
  title!: string;

  @Field(() => String, { description: 'What it is for.' })
  purpose!: string;

  @Field(() => String, { description: 'Why it was given up.' })
  givenUpReason!: string;

  @Field(() => [MissionObjectiveTextInput], { description: 'Its objectives; those that are not sent stay as they are.' })
  objectives!: MissionObjectiveTextInput[];
}

@InputType({ description: 'A leg of a mission as it is prepared: all that is said of it, in the language in which it is first written.' })
export class MissionLegInput {
  @Field(() => LocaleScalar, { description: 'The language of the texts.' })
  sourceLocale!: Locale;

  @Field(() => GraphQLCountryCode, { description: 'Where.' })
  country!: string;

  @Field(() => String, { description: 'In which city of that country, by its code.' })
  city!: string;

  @Field(() => GraphQLLocalDate, { description: 'Its first day.' })
  startsOn!: string;

  @Field(() => GraphQLLocalDate, { description: 'Its last day.' })
  endsOn!: string;

  @Field(() => String, { description: 'What the lodging is called: one line; may be empty.' })
  lodgingName!: string;

  @Field(() => String, { description: 'Where the lodging is: one line; may be empty.' })
  lodgingAddress!: string;

  @Field(() => String, { description: 'How people get about there; may be empty.' })
  transport!: string;

  @Field(() => String, { description: 'What it is for, as the post reads it.' })
  purpose!: string;

  @Field(() => String, { description: 'What else the post should know; may be empty.' })
  note!: string;
}

@InputType({ description: 'The texts of a leg in another language. What is empty is missing in that language.' })
export class MissionLegTextsInput {
  @Field(() => LocaleScalar, { description: 'The language.' })
  locale!: Locale;

  @Field(() => String, { description: 'What it is for.' })
  purpose!: string;

  @Field(() => String, { description: 'What else the post should know.' })
  note!: string;
}

@ObjectType('MissionFault', { description: 'What is wrong with a field of a mission or of a leg that is prepared.' })
export class MissionFaultType implements MissionFault {
  @Field(() => MissionField, { description: 'Which field.' })
  field!: MissionField;

  @Field(() => MissionFaultKind, { description: 'What is wrong with it.' })
  fault!: MissionFaultKind;

  @Field(() => Int, { nullable: true, description: 'The most that it may have, where that is what is wrong.' })
  maximum!: number | null;

  @Field(() => ID, { nullable: true, description: 'The id of the leg that it is about, where it can be another one than the one that was sent.' })
  leg!: string | null;

  @Field(() => [TeamRole], { description: 'As what somebody would be lacking, where the team would lack somebody; otherwise empty.' })
  lacking!: TeamRole[];
}
