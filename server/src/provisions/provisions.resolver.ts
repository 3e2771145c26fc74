/** Entering, changing and removing provisions, and making them public, as mutations. */
import type { GraphQLResolveInfo } from 'graphql';
import { GraphQLUUID } from 'graphql-scalars';
import { Arg, Ctx, FieldResolver, Info, Int, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../core/context.ts';
import { keyOfId } from '../core/reader/index.ts';
import { personOf } from '../members/index.ts';
import { NationalProvisionInput, ProvisionPayload } from './provision-input.type.ts';
import { NationalProvision } from './provision.entity.ts';
import { NationalProvisionReader } from './provisions.reader.ts';
import { publishNationalProvision, removeNationalProvision, saveNationalProvision } from './provisions.service.ts';

@Resolver(() => ProvisionPayload)
export class ProvisionsResolver {
  @FieldResolver(() => NationalProvision, { nullable: true, description: 'It as it is now; null where there is none for you.' })
  provision(@Root() { key }: ProvisionPayload, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<object | null> {
    return context.read(NationalProvisionReader, key, info);
  }

  @Mutation(() => ProvisionPayload, { description: 'Enters what a country has in its law for an instrument, or has reserved or declared, or changes it. For the adviser, and for the services of the post of the country.' })
  async saveNationalProvision(
    @Arg('key', () => GraphQLUUID, { description: 'The key; of a new one, one that you have drawn at random.' }) key: string, @Arg('version', () => Int, { description: 'The `version` that you have read; 0 for a new one.' }) version: number,
    @Arg('input', () => NationalProvisionInput, { description: 'It, whole.' }) input: NationalProvisionInput, @Ctx() { actor, transact }: Context,
  ): Promise<ProvisionPayload> {
    const [person, drawn] = [personOf(actor), key.toLowerCase()];
    const recommendations = input.recommendations.map((id) => keyOfId('Recommendation', id, 'text'));
    return { ...(await transact((em) => saveNationalProvision(em, { person, key: drawn, version }, { ...input, recommendations }))), key: drawn } as ProvisionPayload;
  }

  @Mutation(() => ProvisionPayload, { description: 'Makes what was entered of the law of a country public, as it was read, or takes that back. For the adviser and the team.' })
  async publishNationalProvision(
    @Arg('key', () => GraphQLUUID, { description: 'The key.' }) key: string, @Arg('version', () => Int, { description: 'The `version` that you have read.' }) version: number,
    @Arg('isPublic', () => Boolean, { description: 'Whether everybody is to read it.' }) isPublic: boolean, @Ctx() { actor, transact }: Context,
  ): Promise<ProvisionPayload> {
    const [person, read] = [personOf(actor), key.toLowerCase()];
    return { ...(await transact((em) => publishNationalProvision(em, { person, key: read, version }, isPublic))), key: read } as ProvisionPayload;
  }

  @Mutation(() => ProvisionPayload, { description: 'Removes what was entered of the law of a country, for good. For the adviser, and for the services of the post of the country.' })
  async removeNationalProvision(
    @Arg('key', () => GraphQLUUID, { description: 'The key.' }) key: string, @Arg('version', () => Int, { description: 'The `version` that you have read.' }) version: number, @Ctx() { actor, transact }: Context,
  ): Promise<ProvisionPayload> {
    const [person, read] = [personOf(actor), key.toLowerCase()];
    return { ...(await transact((em) => removeNationalProvision(em, { person, key: read, version }))), key: read } as ProvisionPayload;
  }
}
