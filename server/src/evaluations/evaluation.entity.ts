/** The evaluation of a training session: what is asked of those who were there, who was asked, and what came of it. */
import { ArrayType, JsonType } from '@mikro-orm/postgresql';
import { Check, Entity, Index, ManyToOne, OneToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { EVALUATION_CHOICES, EVALUATION_QUESTIONS, type EvaluationChoice as Choice, type EvaluationQuestion as Question, FEWEST_ANSWERS } from '@passerelle/shared/evaluation.ts';
import type { Locale } from '@passerelle/shared/locales.ts';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Person } from '../accounts/index.ts';
import { LocaleScalar } from '../core/translation/index.ts';
import { Registration } from '../registrations/index.ts';
import { TrainingSession } from '../trainings/index.ts';

const named = <T extends string>(codes: readonly T[]): { readonly [K in T]: K } => Object.fromEntries(codes.map((code) => [code, code])) as never;

export const EvaluationQuestion = named(EVALUATION_QUESTIONS);
export type EvaluationQuestion = Question;
registerEnumType(EvaluationQuestion, {
  name: 'EvaluationQuestion', description: 'What is asked of those who were at a session.',
  valuesConfig: {
    OVERALL: { description: 'How the session was as a whole.' }, CONTENT: { description: 'How useful what was taught is.' }, TRAINERS: { description: 'How the trainers were.' },
    EXCHANGE: { description: 'How the exchange between professions and countries was.' }, LANGUAGES: { description: 'How well everything was understood: languages and interpretation.' },
    ORGANISATION: { description: 'How it was organised.' }, USE: { description: 'Whether what was learnt is of use at work.' },
    USEFUL: { description: 'What was most useful, in words.' }, BETTER: { description: 'What should be done otherwise, in words.' },
  },
});

export const EvaluationChoice = named(EVALUATION_CHOICES);
export type EvaluationChoice = Choice;
registerEnumType(EvaluationChoice, {
  name: 'EvaluationChoice', description: 'What is answered to a question of an evaluation: the five of a scale, the best first, and YES, PARTLY or NO to USE.',
  valuesConfig: {
    VERY_GOOD: { description: 'Very good.' }, GOOD: { description: 'Good.' }, FAIR: { description: 'Fair.' }, POOR: { description: 'Poor.' }, VERY_POOR: { description: 'Very poor.' },
    YES: { description: 'Yes.' }, PARTLY: { description: 'In part.' }, NO: { description: 'No.' },
  },
});

export const EvaluationState = { NONE: 'NONE', OPEN: 'OPEN', SHOWN: 'SHOWN', WITHHELD: 'WITHHELD' } as const;
export type EvaluationState = keyof typeof EvaluationState;
registerEnumType(EvaluationState, {
  name: 'EvaluationState', description: 'Where the evaluation of a session stands.',
  valuesConfig: {
    NONE: { description: 'Nobody has been asked.' }, OPEN: { description: 'People are asked until `closesAt`. How many have answered is told to nobody.' },
    SHOWN: { description: 'It is closed, and what came of it is shown.' }, WITHHELD: { description: `It is closed. Fewer than ${FEWEST_ANSWERS} have answered: nothing is shown, and nothing is kept.` },
  },
});

@ObjectType({ description: 'What you, who ask, may do about the evaluation of a session.' })
export class EvaluationAbilities {
  @Field(() => Boolean, { description: 'Ask those who were there.' })
  open!: boolean;
}

@ObjectType({ description: 'How often something was answered.' })
export class EvaluationCount {
  @Field(() => EvaluationChoice, { description: 'What.' })
  choice!: EvaluationChoice;

  @Field(() => Int, { description: 'By how many.' })
  count!: number;
}

@ObjectType({ description: 'What somebody has written.' })
export class EvaluationComment {
  @Field(() => String, { description: 'The text.' })
  text!: string;

  @Field(() => LocaleScalar, { description: 'The language of the page on which it was written.' })
  locale!: Locale;
}

@ObjectType({ description: 'The evaluation of a session: for those who prepare it, and its trainers.' })
@Entity({ tableName: 'session_evaluation' })
@Check({ name: 'session_evaluation_opened', expression: '(opened_at is null) = (closes_at is null) and (opened_at is not null or closed_at is null)' })
@Check({ name: 'session_evaluation_shown', expression: 'answered is null or (closed_at is not null and answered >= 11)' })
@Index({ properties: ['openedBy'] })
export class SessionEvaluation {
  @OneToOne(() => TrainingSession, { primary: true, deleteRule: 'cascade', fieldName: 'session_uuid', unique: false })
  session!: TrainingSession;

  @Field(() => EvaluationState, { description: 'Where it stands.' })
  state!: EvaluationState;

  @Property({ type: ArrayType, columnType: 'text[]', default: [] })
  @Field(() => [EvaluationQuestion], { description: 'What is asked, in its order; empty while nobody has been asked.' })
  questions!: EvaluationQuestion[];

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => Date, { nullable: true, description: 'When people were asked.' })
  openedAt!: Date | null;

  @ManyToOne(() => Person, { nullable: true, deleteRule: 'set null' })
  openedBy!: Person | null;

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => Date, { nullable: true, description: 'Until when people can answer. It is closed within some minutes of that.' })
  closesAt!: Date | null;

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => Date, { nullable: true, description: 'When it was closed, for good.' })
  closedAt!: Date | null;

  @Property({ type: 'integer', default: 0 })
  @Field(() => Int, { description: 'How many were asked.' })
  asked!: number;

  @Property({ type: 'integer', nullable: true })
  @Field(() => Int, { nullable: true, description: `How many have answered, once it is closed; null for fewer than ${FEWEST_ANSWERS}.` })
  answered!: number | null;

  @Field(() => [EvaluationResult], { description: 'What was answered, by question in their order; empty unless it is SHOWN.' })
  results!: EvaluationResult[];

  @Field(() => EvaluationAbilities, { description: 'What you may do.' })
  can!: EvaluationAbilities;

  @Property({ type: 'boolean', default: false })
  isDemonstration!: boolean;
}

/** That somebody was asked, once for a session, and whether they have answered. It goes when the evaluation is closed. */
@Entity({ tableName: 'evaluation_invitation' })
@Unique({ properties: ['session', 'email'] })
@Index({ properties: ['session'] })
@Index({ properties: ['email'] })
export class EvaluationInvitation {
  @OneToOne(() => Registration, { primary: true, deleteRule: 'cascade', fieldName: 'registration_uuid', unique: false })
  registration!: Registration;

  @ManyToOne(() => TrainingSession, { deleteRule: 'cascade', fieldName: 'session_uuid' })
  session!: TrainingSession;

  /** Their address, by which they find what is kept about them. */
  @Property({ type: 'text', default: '' })
  email!: string;

  /** The secret of the link, as a hash. */
  @Property({ type: 'text', unique: true, hidden: true })
  secretHash!: string;

  @Property({ type: 'boolean', default: false })
  hasAnswered!: boolean;
}

/** What all have answered to a question: sums, and texts in an order of chance. */
@ObjectType({ description: `What was answered to a question. A question that fewer than ${FEWEST_ANSWERS} have answered is not among them, but for what was written.` })
@Entity({ tableName: 'evaluation_result' })
export class EvaluationResult {
  @ManyToOne(() => TrainingSession, { primary: true, deleteRule: 'cascade', fieldName: 'session_uuid', index: false })
  session!: TrainingSession;

  @PrimaryKey({ type: 'text' })
  @Field(() => EvaluationQuestion, { description: 'Which question.' })
  question!: EvaluationQuestion;

  @Property({ type: 'integer', default: 0 })
  @Field(() => Int, { description: 'How many have answered it.' })
  answered!: number;

  @Property({ type: JsonType, columnType: 'jsonb', defaultRaw: `'{}'` })
  @Field(() => [EvaluationCount], { description: 'How often each answer was given; those that nobody gave are left out.' })
  counts!: EvaluationCount[];

  @Property({ type: JsonType, columnType: 'jsonb', defaultRaw: `'[]'` })
  @Field(() => [EvaluationComment], { description: 'What was written, in an order of chance.' })
  comments!: EvaluationComment[];
}
