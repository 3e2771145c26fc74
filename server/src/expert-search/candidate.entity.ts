/** What a search of experts finds: each expert, with what speaks against them. Stands in no table: it is made of what is asked. */
import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { ArrayType } from '@mikro-orm/postgresql';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { EngagementKind, Expert, ExpertSheet } from '../experts/index.ts';
import { CefrLevel } from '../vocabulary/index.ts';

registerEnumType(EngagementKind, {
  name: 'EngagementKind',
  description: 'What somebody is engaged by.',
  valuesConfig: {
    TRAINING: { description: 'They teach in a training session, or are to.' }, MEETING: { description: 'A meeting of a mission.' }, TRAVEL: { description: 'A journey of a mission.' }, STAY: { description: 'They are in a country for a mission.' },
  },
});

export const CandidateState = { FITS: 'FITS', UNSURE: 'UNSURE', LEFT_OUT: 'LEFT_OUT' } as const;
export type CandidateState = keyof typeof CandidateState;
registerEnumType(CandidateState, {
  name: 'CandidateState',
  description: 'How an expert stands to what is asked for.',
  valuesConfig: {
    FITS: { description: 'They meet all of it, and all of it is known.' }, UNSURE: { description: 'Nothing speaks against them, but something is not known.' }, LEFT_OUT: { description: 'Something speaks against them.' },
  },
});

export const CandidateReasonCode = {
  PROFESSION: 'PROFESSION', LANGUAGE: 'LANGUAGE', LEVEL: 'LEVEL', THEME: 'THEME', COUNTRY: 'COUNTRY', NOT_CLEARED: 'NOT_CLEARED', BUSY: 'BUSY', ANSWERED_NO: 'ANSWERED_NO', USED_LATELY: 'USED_LATELY',
  MAYBE_BUSY: 'MAYBE_BUSY', ANSWERED_PERHAPS: 'ANSWERED_PERHAPS', NOT_ANSWERED: 'NOT_ANSWERED', NO_ANSWER: 'NO_ANSWER', NOT_ASKED: 'NOT_ASKED', NEVER_USED: 'NEVER_USED',
} as const;
export type CandidateReasonCode = keyof typeof CandidateReasonCode;
registerEnumType(CandidateReasonCode, {
  name: 'CandidateReasonCode',
  description: 'What speaks against an expert, or is not known of them.',
  valuesConfig: {
    PROFESSION: { description: 'They have another profession.' }, LANGUAGE: { description: 'They work in none of the languages.' }, LEVEL: { description: 'They work in one of them at a lower level; where no language is asked for, in all of theirs.' },
    THEME: { description: 'They do not work on the theme.' }, COUNTRY: { description: 'They do not know the country.' }, NOT_CLEARED: { description: 'On some days no clearance lets them go.' },
    BUSY: { description: 'On some days they are engaged already.' }, ANSWERED_NO: { description: 'Of some days they have answered that they are not free.' }, USED_LATELY: { description: 'Their last engagement is too short a time ago.' },
    MAYBE_BUSY: { description: 'Not known: on some days they may be engaged, by what is no more than an idea.' }, ANSWERED_PERHAPS: { description: 'Not known: of some days they could not say yet.' },
    NOT_ANSWERED: { description: 'Not known: they were asked of some days and have not answered; they still can.' }, NO_ANSWER: { description: 'Not known: they were asked of some days and have not answered; they no longer can.' }, NOT_ASKED: { description: 'Not known: nobody has asked them of some days.' }, NEVER_USED: { description: 'Not known: no engagement of theirs is.' },
  },
});

@ObjectType({ description: 'Some days, one after the other.' })
export class DayPeriod {
  @Field(() => GraphQLLocalDate, { description: 'The first of them.' })
  fromOn!: string;

  @Field(() => GraphQLLocalDate, { description: 'The last of them.' })
  untilOn!: string;
}

@ObjectType({ description: 'What speaks against an expert, or is not known of them.' })
export class CandidateReason {
  @Field(() => CandidateReasonCode, { description: 'What it is.' })
  code!: CandidateReasonCode;

  @Field(() => Boolean, { description: 'Whether it leaves them out; else it is something that is not known.' })
  leavesOut!: boolean;

  @Field(() => [DayPeriod], { description: 'On which of the days that are asked for; none where it is about no days.' })
  days!: DayPeriod[];

  @Field(() => EngagementKind, { nullable: true, description: 'What they are engaged by, where that is the reason.' })
  kind!: EngagementKind | null;

  @Field(() => String, { nullable: true, description: 'Which language they work in best of those that are asked for, by its code, where its level is the reason.' })
  language!: string | null;

  @Field(() => CefrLevel, { nullable: true, description: 'At which level.' })
  level!: CefrLevel | null;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'On which day they were last engaged, where that is the reason.' })
  lastOn!: string | null;
}

@ObjectType({ description: 'What an expert has said of the days that are asked for. Of days that several calls asked for, the last answer counts.' })
export class CandidateAnswers {
  @Field(() => [DayPeriod], { description: 'They are free.' })
  yes!: DayPeriod[];

  @Field(() => [DayPeriod], { description: 'They could not say yet.' })
  perhaps!: DayPeriod[];

  @Field(() => [DayPeriod], { description: 'They are not free.' })
  no!: DayPeriod[];

  @Field(() => [DayPeriod], { description: 'They were asked and have not answered; they still can.' })
  notAnswered!: DayPeriod[];

  @Field(() => [DayPeriod], { description: 'They were asked and have not answered; they no longer can: the call is over, or their link leads nowhere any more.' })
  noAnswer!: DayPeriod[];

  @Field(() => [DayPeriod], { description: 'Nobody has asked them.' })
  notAsked!: DayPeriod[];
}

@ObjectType({ description: 'When an expert is engaged on the days that are asked for.' })
export class CandidateEngagement {
  @Field(() => EngagementKind, { description: 'By what.' })
  kind!: EngagementKind;

  @Field(() => Boolean, { description: 'Whether it keeps them; else it is no more than an idea.' })
  isFirm!: boolean;

  @Field(() => [DayPeriod], { description: 'On which days.' })
  days!: DayPeriod[];
}

/** Periods are multiranges of days, as PostgreSQL writes them. */
@ObjectType('ExpertCandidate', { description: 'An expert as a search finds them, with what speaks against them. For the adviser.' })
@Entity({ expression: 'select' })
export class ExpertCandidate {
  @Property({ type: 'uuid' })
  uuid!: string;

  @Property({ type: 'text' })
  name!: string;

  @Property({ type: 'text' })
  @Field(() => CandidateState, { description: 'How they stand to what is asked for.' })
  state!: CandidateState;

  /** Every code that is true of them: what leaves them out first. */
  @Property({ type: ArrayType, columnType: 'text[]' })
  codes!: CandidateReasonCode[];

  /** How many of these leave them out, and how many do not. */
  @Property({ type: 'integer' })
  against!: number;

  @Property({ type: 'integer' })
  open!: number;

  @Property({ type: 'text' })
  bestLanguage!: string | null;

  @Property({ type: 'text' })
  bestLevel!: CefrLevel | null;

  @Property({ type: 'text' })
  uncleared!: string | null;

  @Property({ type: 'json' })
  engaged!: readonly { readonly kind: EngagementKind; readonly isFirm: boolean; readonly days: string }[] | null;

  @Property({ type: 'text' })
  yes!: string | null;

  @Property({ type: 'text' })
  perhaps!: string | null;

  @Property({ type: 'text' })
  no!: string | null;

  @Property({ type: 'text' })
  notAnswered!: string | null;

  @Property({ type: 'text' })
  noAnswer!: string | null;

  @Property({ type: 'text' })
  notAsked!: string | null;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The last day on which they are known to have been engaged: before the first day that is asked for, or until today; null where none is known.' })
  lastUsedOn!: string | null;

  @Field(() => [CandidateReason], { description: 'What speaks against them, then what is not known of them.' })
  reasons!: CandidateReason[];

  @Field(() => CandidateAnswers, { description: 'What they have said of the days.' })
  answers!: CandidateAnswers;

  @Field(() => [CandidateEngagement], { description: 'What they are engaged by on the days.' })
  engagements!: CandidateEngagement[];

  @Field(() => Expert, { description: 'The expert.' })
  expert!: Expert;

  @Field(() => ExpertSheet, { nullable: true, description: 'Their sheet.' })
  sheet!: ExpertSheet | null;
}
