/** Entering, changing and removing what coordinates action against trafficking in a country, as mutations. */
import type { GraphQLResolveInfo } from 'graphql';
import { GraphQLNonEmptyString } from 'graphql-scalars';
import { Arg, Ctx, FieldResolver, Info, Int, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../core/context.ts';
import { keyOfId } from '../core/reader/index.ts';
import { personOf } from '../members/index.ts';
import { CoordinationInput, CoordinationPayload } from './coordination-input.type.ts';
import { CountryCoordination } from './coordination.entity.ts';
import { CountryCoordinationReader } from './coordination.reader.ts';
import { removeCoordination, saveCoordination } from './coordination.service.ts';

@Resolver(() => CoordinationPayload)
export class CoordinationResolver {
  @FieldResolver(() => CountryCoordination, { nullable: true, description: 'It as it is now; null where there is none.' })
  coordination(@Root() { key }: CoordinationPayload, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<object | null> {
    return context.read(CountryCoordinationReader, key, info);
  }

  @Mutation(() => CoordinationPayload, { description: 'Enters what coordinates action against trafficking in a country, or changes it. For the adviser, and for the services of the post of the country.' })
  async saveCoordination(
    @Arg('key', () => GraphQLNonEmptyString, { description: 'The key; of a new one, a UUID that you have drawn at random.' }) key: string, @Arg('version', () => Int, { description: 'The `version` that you have read; 0 for a new one.' }) version: number,
    @Arg('input', () => CoordinationInput, { description: 'It, whole.' }) input: CoordinationInput, @Ctx() { actor, transact }: Context,
  ): Promise<CoordinationPayload> {
    const [person, drawn] = [personOf(actor), key.toLowerCase()];
    const organisation = input.organisation ? keyOfId('Organisation', input.organisation, 'text') : null;
    return { ...(await transact((em) => saveCoordination(em, { person, key: drawn, version }, { ...input, organisation }))), key: drawn } as CoordinationPayload;
  }

  @Mutation(() => CoordinationPayload, { description: 'Removes what was entered of what coordinates action against trafficking in a country, for good. For the adviser, and for the services of the post of the country.' })
  async removeCoordination(
    @Arg('key', () => GraphQLNonEmptyString, { description: 'The key.' }) key: string, @Arg('version', () => Int, { description: 'The `version` that you have read.' }) version: number, @Ctx() { actor, transact }: Context,
  ): Promise<CoordinationPayload> {
    const [person, read] = [personOf(actor), key.toLowerCase()];
    return { ...(await transact((em) => removeCoordination(em, { person, key: read, version }))), key: read } as CoordinationPayload;
  }
}
