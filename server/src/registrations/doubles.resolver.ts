/** Making participants one who are one person, as mutations. */
import { GraphQLUUID } from 'graphql-scalars';
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, registerEnumType, Resolver } from 'type-graphql';
import type { Context } from '../core/context.ts';
import { UserError } from '../core/errors.ts';
import { keyOfId } from '../core/reader/index.ts';
import { personOf } from '../members/index.ts';
import { MergeOutcome, mergeParticipants, ParticipantPart, separateParticipants } from './doubles.service.ts';

registerEnumType(MergeOutcome, {
  name: 'MergeOutcome', description: 'What came of making two participants one, or of saying that they are two.',
  valuesConfig: {
    DONE: { description: 'It is so.' }, ALREADY: { description: 'They have been one before: what was chosen then stands.' },
    TAKEN: { description: 'A third participant of that organisation has that address; nothing was changed.' },
    TWO_ACCOUNTS: { description: 'Each of them has an account, and accounts are not made one; nothing was changed.' },
    GONE: { description: 'One of them is not there, or not for you, or is one with somebody else by now.' }, NOT_ALLOWED: { description: 'It is not yours to do.' },
  },
});
registerEnumType(ParticipantPart, {
  name: 'ParticipantPart', description: 'What a participant says of themselves.',
  valuesConfig: {
    NAME: { description: 'Their name.' }, EMAIL: { description: 'Their address.' }, LOCALE: { description: 'The language of the mails to them.' }, PROFESSION: { description: 'Their profession.' },
    WORK: { description: 'Their organisation and country.' },
  },
});

@InputType({ description: 'Two participants who are one person.' })
export class MergeParticipantsInput {
  @Field(() => GraphQLUUID, { description: 'Drawn anew for each: what is sent again with the same is as sent once.' })
  key!: string;

  @Field(() => ID, { description: 'Who is kept, by their id.' })
  kept!: string;

  @Field(() => ID, { description: 'Who is the same person, by their id.' })
  gone!: string;

  @Field(() => [ParticipantPart], { description: 'What is taken from the second one; all else stays as the first one has it. The address of an account is kept, whatever is said here.' })
  takes!: ParticipantPart[];
}

@ObjectType({ description: 'What came of making two participants one, or of saying that they are two.' })
export class MergePayload {
  @Field(() => MergeOutcome, { description: 'What came of it.' })
  outcome!: MergeOutcome;
}

/** The keys of two; refused where they are the same. */
function pairOf(one: string, other: string): readonly [string, string] {
  const [first, second] = [keyOfId('Participant', one, 'uuid'), keyOfId('Participant', other, 'uuid')];
  if (first === second) throw new UserError('BAD_USER_INPUT', 'Name two participants', { field: 'gone' });
  return [first, second];
}

@Resolver()
export class DoublesResolver {
  @Mutation(() => MergePayload, { description: 'Makes two participants one. Of two registrations for a session the one that has come furthest stays; the place of the other goes to the next one who waits.' })
  async mergeParticipants(@Arg('input', () => MergeParticipantsInput, { description: 'Whom, and what is kept.' }) input: MergeParticipantsInput, @Ctx() { actor, origin, transact }: Context): Promise<MergePayload> {
    const [person, [kept, gone]] = [personOf(actor), pairOf(input.kept, input.gone)];
    return { outcome: await transact((em) => mergeParticipants(em, { person, origin }, { kept, gone, key: input.key, takes: input.takes })) };
  }

  @Mutation(() => MergePayload, { description: 'Says that two participants are not one person: they are not proposed again.' })
  async separateParticipants(
    @Arg('first', () => ID, { description: 'The one, by their id.' }) first: string, @Arg('second', () => ID, { description: 'The other, by their id.' }) second: string, @Ctx() { actor, transact }: Context,
  ): Promise<MergePayload> {
    const [person, [one, other]] = [personOf(actor), pairOf(first, second)];
    return { outcome: await transact((em) => separateParticipants(em, { person }, one, other)) };
  }
}
