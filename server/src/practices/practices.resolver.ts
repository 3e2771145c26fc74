/** The record of French expertise, as mutations. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { GraphQLResolveInfo } from 'graphql';
import { GraphQLUUID } from 'graphql-scalars';
import { Arg, Ctx, FieldResolver, ID, Info, Int, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../core/context.ts';
import { UserError } from '../core/errors.ts';
import { keyOfId } from '../core/reader/index.ts';
import { Practice, Publication } from './practice.entity.ts';
import { PracticeReader, PublicationReader } from './practices.reader.ts';
import { agreeToEntry, type RecordResult, removeEntry, savePractice, savePublication, translatePractice } from './practices.service.ts';
import { PracticeInput, PracticeTextsInput, PublicationInput, RecordPayload } from './practices.types.ts';

const keyArgument = { description: 'The key, as the id ends; of a new one, one that you have drawn at random.' };
const newVersion = { description: 'The `version` that you have read; 0 for a new one.' };
const versionArgument = { description: 'The `version` that you have read.' };
const practiceId = { description: 'The id of the practice.' };
const publicationId = { description: 'The id of the publication.' };
const practiceKey = (id: string): string => keyOfId('Practice', id, 'uuid');
const publicationKey = (id: string): string => keyOfId('Publication', id, 'uuid');

async function answer({ actor, transact }: Context, key: string, act: (em: EntityManager) => Promise<RecordResult>): Promise<RecordPayload> {
  if (actor.person === null) throw new UserError('UNAUTHENTICATED', 'Sign in first');
  return { ...(await transact(act)), key } as RecordPayload;
}

@Resolver(() => RecordPayload)
export class PracticesResolver {
  @FieldResolver(() => Practice, { nullable: true, description: 'The practice as it is now; null where it is about a publication, and where there is none for you.' })
  practice(@Root() { key }: RecordPayload, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<object | null> {
    return context.read(PracticeReader, key, info);
  }

  @FieldResolver(() => Publication, { nullable: true, description: 'The publication as it is now; null where it is about a practice, and where there is none for you.' })
  publication(@Root() { key }: RecordPayload, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<object | null> {
    return context.read(PublicationReader, key, info);
  }

  @Mutation(() => RecordPayload, { description: 'Enters a French practice that was shown abroad, or changes it. What an expert with an account has agreed to and is said anew they have not agreed to any more. For the adviser.' })
  savePractice(
    @Arg('key', () => GraphQLUUID, keyArgument) key: string, @Arg('version', () => Int, newVersion) version: number,
    @Arg('input', () => PracticeInput, { description: 'The practice, whole.' }) input: PracticeInput, @Ctx() context: Context,
  ): Promise<RecordPayload> {
    const [lower, expert] = [key.toLowerCase(), input.expert === null || input.expert === undefined ? null : keyOfId('Expert', input.expert, 'uuid')];
    return answer(context, lower, (em) => savePractice(em, context, { key: lower, version }, { ...input, expert, consentedOn: input.consentedOn ?? null }));
  }

  @Mutation(() => RecordPayload, { description: 'Says a French practice in another language. For the adviser.' })
  translatePractice(
    @Arg('id', () => ID, practiceId) id: string, @Arg('version', () => Int, versionArgument) version: number, @Arg('texts', () => PracticeTextsInput, { description: 'The texts.' }) texts: PracticeTextsInput, @Ctx() context: Context,
  ): Promise<RecordPayload> {
    const key = practiceKey(id);
    return answer(context, key, (em) => translatePractice(em, context.actor, { key, version }, texts));
  }

  @Mutation(() => RecordPayload, { description: 'Removes a French practice from the record. For the adviser.' })
  removePractice(@Arg('id', () => ID, practiceId) id: string, @Arg('version', () => Int, versionArgument) version: number, @Ctx() context: Context): Promise<RecordPayload> {
    const key = practiceKey(id);
    return answer(context, key, (em) => removeEntry(em, context.actor, 'practice', { key, version }));
  }

  @Mutation(() => RecordPayload, { description: 'Enters a publication of an expert, or changes it. For the adviser.' })
  savePublication(
    @Arg('expert', () => ID, { description: 'The id of the expert.' }) expert: string, @Arg('key', () => GraphQLUUID, keyArgument) key: string, @Arg('version', () => Int, newVersion) version: number,
    @Arg('input', () => PublicationInput, { description: 'The publication, whole.' }) input: PublicationInput, @Ctx() context: Context,
  ): Promise<RecordPayload> {
    const [lower, of] = [key.toLowerCase(), keyOfId('Expert', expert, 'uuid')];
    return answer(context, lower, (em) => savePublication(em, context, of, { key: lower, version }, { ...input, url: input.url ?? null, consentedOn: input.consentedOn ?? null }));
  }

  @Mutation(() => RecordPayload, { description: 'Removes a publication from the record. For the adviser.' })
  removePublication(@Arg('id', () => ID, publicationId) id: string, @Arg('version', () => Int, versionArgument) version: number, @Ctx() context: Context): Promise<RecordPayload> {
    const key = publicationKey(id);
    return answer(context, key, (em) => removeEntry(em, context.actor, 'publication', { key, version }));
  }

  @Mutation(() => RecordPayload, { description: 'Agrees to one’s own practice being shown, as one has read it, or takes that back, with effect from the next request of anybody.' })
  agreeToPractice(
    @Arg('id', () => ID, practiceId) id: string, @Arg('version', () => Int, versionArgument) version: number, @Arg('agrees', () => Boolean, { description: 'False to take it back.' }) agrees: boolean, @Ctx() context: Context,
  ): Promise<RecordPayload> {
    const key = practiceKey(id);
    return answer(context, key, (em) => agreeToEntry(em, 'practice', { key, version }, agrees));
  }

  @Mutation(() => RecordPayload, { description: 'The same of one’s own publication.' })
  agreeToPublication(
    @Arg('id', () => ID, publicationId) id: string, @Arg('version', () => Int, versionArgument) version: number, @Arg('agrees', () => Boolean, { description: 'False to take it back.' }) agrees: boolean, @Ctx() context: Context,
  ): Promise<RecordPayload> {
    const key = publicationKey(id);
    return answer(context, key, (em) => agreeToEntry(em, 'publication', { key, version }, agrees));
  }
}
