/** Answering calls for availability, as mutations: by the link of a mail, and by whoever is asked and has an account. */
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Int, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../core/context.ts';
import { keyOfId } from '../core/reader/index.ts';
import { alongChain } from '../core/translation/index.ts';
import { personOf } from '../members/index.ts';
import { AnswerAvailabilityByLinkPayload, AnswerAvailabilityPayload, AvailabilityInput, ReadAvailabilityRequestPayload } from './answer-input.type.ts';
import { answerAvailability, readAvailabilityRequest } from './answer.service.ts';
import { AvailabilityRequest } from './availability-request.entity.ts';
import { AvailabilityRequestReader } from './availability-request.reader.ts';

const secretArgument = { description: 'What stands in the link.' };
const versionArgument = { description: 'The `version` that you have read.' };
const inputArgument = { description: 'What is answered.' };

@Resolver(() => AnswerAvailabilityPayload)
export class AvailabilityAnswersResolver {
  @FieldResolver(() => AvailabilityRequest, { nullable: true, description: 'What was asked, as it is answered now; null where there is nothing for you.' })
  request(@Root() { key }: AnswerAvailabilityPayload, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<object | null> {
    return context.read(AvailabilityRequestReader, key, info);
  }

  @Mutation(() => AnswerAvailabilityPayload, { description: 'Answers what a call for availability asked you, as an expert with an account; again until its last day for answers is over.' })
  async answerAvailability(
    @Arg('id', () => ID, { description: 'The id of what you were asked.' }) id: string, @Arg('version', () => Int, versionArgument) version: number, @Arg('input', () => AvailabilityInput, inputArgument) input: AvailabilityInput,
    @Ctx() { actor, locale, transact }: Context,
  ): Promise<AnswerAvailabilityPayload> {
    personOf(actor);
    const key = keyOfId('AvailabilityRequest', id, 'uuid');
    return { ...(await transact((em) => answerAvailability(em, { request: key }, { ...input, substitute: input.substitute ?? '', version, locale }))), key } as AnswerAvailabilityPayload;
  }

  @Mutation(() => AnswerAvailabilityByLinkPayload, { description: 'Answers a call for availability with the secret of a link; again until its last day for answers is over.' })
  async answerAvailabilityByLink(
    @Arg('secret', () => String, secretArgument) secret: string, @Arg('version', () => Int, versionArgument) version: number, @Arg('input', () => AvailabilityInput, inputArgument) input: AvailabilityInput,
    @Ctx() { locale, transact, visit }: Context,
  ): Promise<AnswerAvailabilityByLinkPayload> {
    await visit.countTry();
    return (await transact((em) => answerAvailability(em, { secret }, { ...input, substitute: input.substitute ?? '', version, locale }))) as AnswerAvailabilityByLinkPayload;
  }

  @Mutation(() => ReadAvailabilityRequestPayload, { description: 'What the link of a call for availability asks; nothing is done by it. A mutation, so that the secret stands in no address.' })
  async readAvailabilityRequest(@Arg('secret', () => String, secretArgument) secret: string, @Ctx() { locale, transact, visit }: Context): Promise<ReadAvailabilityRequestPayload> {
    await visit.countTry();
    const found = await transact((em) => readAvailabilityRequest(em, secret));
    // Once it is over, whoever a link was forwarded to reads nothing of what was asked or answered.
    if (!found?.isOpen) return { isOpen: found ? false : null, asked: null };
    const { fromOn, untilOn, answersUntil, version, answeredAt, answers, remark, remarkLocale, substitute } = found;
    return { isOpen: true, asked: { title: alongChain(found, 'title', locale)!, note: alongChain(found, 'note', locale), fromOn, untilOn, answersUntil, version, answeredAt, answers: [...answers], remark, remarkLocale, substitute } };
  }
}
