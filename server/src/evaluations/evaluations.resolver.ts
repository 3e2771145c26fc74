/** Asking those who were at a session what it was like, and answering, as mutations. */
import { EVALUATION_DAYS } from '@passerelle/shared/evaluation.ts';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Field, FieldResolver, ID, Info, InputType, Int, Mutation, ObjectType, registerEnumType, Resolver, Root } from 'type-graphql';
import type { Context } from '../core/context.ts';
import { UserError } from '../core/errors.ts';
import { keyOfId } from '../core/reader/index.ts';
import { personOf } from '../members/index.ts';
import { TrainingSession, TrainingSessionReader } from '../trainings/index.ts';
import { EvaluationChoice, EvaluationQuestion } from './evaluation.entity.ts';
import { AnswerOutcome, answerEvaluation, openEvaluation, OpenOutcome, readEvaluation } from './evaluations.service.ts';

const GONE = { description: 'There is none, or none for you.' };

registerEnumType(OpenOutcome, {
  name: 'OpenEvaluationOutcome', description: 'What came of asking those who were at a session.',
  valuesConfig: {
    DONE: { description: 'They are asked by mail.' }, GONE, NOT_ALLOWED: { description: 'It is not yours to do.' }, TOO_EARLY: { description: 'The session is not over.' },
    TOO_FEW: { description: 'Fewer were there than must answer before anything is shown: nobody is asked for nothing.' }, ALREADY: { description: 'They were asked before: it is done once.' },
  },
});
registerEnumType(AnswerOutcome, {
  name: 'AnswerEvaluationOutcome', description: 'What came of answering.',
  valuesConfig: {
    DONE: { description: 'It is counted, and leads to nobody.' }, GONE: { description: 'The secret is nobody’s, or no longer.' }, TOO_LATE: { description: 'The time to answer is over.' },
    ALREADY: { description: 'Whoever has this secret has answered before.' },
  },
});

export const AskedState = { OPEN: 'OPEN', GONE: 'GONE', TOO_LATE: 'TOO_LATE', ALREADY: 'ALREADY' } as const;
export type AskedState = keyof typeof AskedState;
registerEnumType(AskedState, {
  name: 'AskedState', description: 'Whether somebody can answer.',
  valuesConfig: { OPEN: { description: 'They can.' }, GONE: { description: 'The secret is nobody’s, or no longer.' }, TOO_LATE: { description: 'The time is over.' }, ALREADY: { description: 'They have answered.' } },
});

@InputType({ description: 'What those who were at a session are asked.' })
export class OpenEvaluationInput {
  @Field(() => ID, { description: 'The session, by its id.' })
  session!: string;

  @Field(() => [EvaluationQuestion], { description: 'What is asked: one question at least.' })
  questions!: EvaluationQuestion[];

  @Field(() => Int, { description: `For how many days they can answer: ${EVALUATION_DAYS.join(', ')}.` })
  days!: number;
}

@InputType({ description: 'What somebody answers to a question.' })
export class EvaluationAnswerInput {
  @Field(() => EvaluationQuestion, { description: 'Which question.' })
  question!: EvaluationQuestion;

  @Field(() => EvaluationChoice, { nullable: true, description: 'What; null for a question that is answered in words.' })
  choice!: EvaluationChoice | null;

  @Field(() => String, { nullable: true, description: 'The words, for a question that is answered so: 1000 signs at most.' })
  text!: string | null;
}

@ObjectType({ description: 'What came of asking those who were at a session.' })
export class OpenEvaluationPayload {
  @Field(() => OpenOutcome, { description: 'What came of it.' })
  outcome!: OpenOutcome;
}

@ObjectType({ description: 'What came of answering.' })
export class AnswerEvaluationPayload {
  @Field(() => AnswerOutcome, { description: 'What came of it.' })
  outcome!: AnswerOutcome;
}

@ObjectType({ description: 'What whoever has a secret is asked.' })
export class AskedEvaluationPayload {
  @Field(() => AskedState, { description: 'Whether they can answer.' })
  state!: AskedState;

  @Field(() => [EvaluationQuestion], { description: 'What is asked, in its order.' })
  questions!: readonly EvaluationQuestion[];

  @Field(() => Date, { nullable: true, description: 'Until when; null for a secret that is nobody’s.' })
  until!: Date | null;

  /** The key of the session. */
  key!: string | null;
}

@Resolver(() => AskedEvaluationPayload)
export class EvaluationsResolver {
  @FieldResolver(() => TrainingSession, { nullable: true, description: 'Which session it is about; null for a secret that is nobody’s.' })
  session(@Root() { key }: AskedEvaluationPayload, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<object | null> | null {
    return key === null ? null : context.read(TrainingSessionReader, key, info);
  }

  @Mutation(() => OpenEvaluationPayload, { description: 'Asks those who were at a session what it was like, by mail. It is done once; how many have answered, and what, is known to nobody before it is closed.' })
  async openEvaluation(@Arg('input', () => OpenEvaluationInput, { description: 'What is asked.' }) input: OpenEvaluationInput, @Ctx() { actor, origin, transact }: Context): Promise<OpenEvaluationPayload> {
    const who = { person: personOf(actor), origin };
    const { questions, days } = input;
    if (questions.length === 0) throw new UserError('BAD_USER_INPUT', 'One question at least', { field: 'questions' });
    if (!EVALUATION_DAYS.some((one) => one === days)) throw new UserError('BAD_USER_INPUT', `days is one of ${EVALUATION_DAYS.join(', ')}`, { field: 'days' });
    const session = keyOfId('TrainingSession', input.session, 'uuid');
    return { outcome: await transact((em) => openEvaluation(em, who, { session, questions, days })) };
  }

  @Mutation(() => AskedEvaluationPayload, { description: 'What whoever has the secret of a link is asked. A mutation, so that the secret stands in no address.' })
  async readEvaluation(@Arg('secret', () => String, { description: 'What stands in the link.' }) secret: string, @Ctx() { transact, visit }: Context): Promise<AskedEvaluationPayload> {
    await visit.countTry();
    const { session, ...asked } = await transact((em) => readEvaluation(em, secret));
    return { ...asked, key: session };
  }

  @Mutation(() => AnswerEvaluationPayload, { description: 'Answers, with the secret of a link, once. What is answered is counted and leads to nobody.' })
  async answerEvaluation(
    @Arg('secret', () => String, { description: 'What stands in the link.' }) secret: string,
    @Arg('answers', () => [EvaluationAnswerInput], { description: 'One for each question at most, and one at least.' }) answers: EvaluationAnswerInput[], @Ctx() { locale, transact, visit }: Context,
  ): Promise<AnswerEvaluationPayload> {
    await visit.countTry();
    const sent = answers.map(({ question, choice, text }) => ({ question, choice: choice ?? null, text: text ?? null }));
    return { outcome: await transact((em) => answerEvaluation(em, secret, sent, locale)) };
  }
}
