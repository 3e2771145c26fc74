/** Reading and answering an offer of slots by the link of a mail, as mutations. */
import { Arg, Ctx, Int, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../core/context.ts';
import { alongChain } from '../core/translation/index.ts';
import { answerSlots, readSlots } from './answer.service.ts';
import { AnswerSlotsPayload, ReadSlotsPayload } from './offered-meeting.type.ts';
import { HostAnswerInput } from './slot-input.type.ts';
import { named } from './slots-mail.ts';

const secretArgument = { description: 'What stands in the link.' };

@Resolver()
export class HostAnswersResolver {
  @Mutation(() => ReadSlotsPayload, { description: 'Reads which slots the link of a mail offers. Changes nothing: it is a mutation so that the secret stands in no address and no list of what was asked.' })
  async readSlots(@Arg('secret', () => String, secretArgument) secret: string, @Ctx() { locale, transact, visit }: Context): Promise<ReadSlotsPayload> {
    await visit.countTry();
    const found = await transact((em) => readSlots(em, secret));
    // Once it is over, whoever a link was forwarded to reads nothing of what was offered or answered.
    if (found?.state !== 'OPEN') return { state: found?.state ?? null, offered: null };
    const { country, countryNote, city, languages, ...offer } = found;
    const offered = { ...offer, country: named(country, locale), countryNote: countryNote && named(countryNote, locale), city: named(city, locale), languages: languages.map((names) => named(names, locale)), subject: alongChain(found, 'subject', locale)! };
    return { state: 'OPEN', offered: offered as unknown as ReadSlotsPayload['offered'] };
  }

  @Mutation(() => AnswerSlotsPayload, { description: 'Takes one of the slots that a link offers, or none; again until the last day for answers is over.' })
  async answerSlots(
    @Arg('secret', () => String, secretArgument) secret: string, @Arg('version', () => Int, { description: 'The `version` that you have read.' }) version: number,
    @Arg('input', () => HostAnswerInput, { description: 'What is answered.' }) input: HostAnswerInput, @Ctx() { locale, transact, visit }: Context,
  ): Promise<AnswerSlotsPayload> {
    await visit.countTry();
    return (await transact((em) => answerSlots(em, secret, { version, locale, input }))) as AnswerSlotsPayload;
  }
}
