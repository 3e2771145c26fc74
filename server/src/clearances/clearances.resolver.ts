/** The clearances of experts, as mutations. Their documents are brought where files are sent to (`clearance-routes.ts`). */
import type { GraphQLResolveInfo } from 'graphql';
import { GraphQLUUID } from 'graphql-scalars';
import { Arg, Ctx, FieldResolver, ID, Info, Int, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../core/context.ts';
import { UserError } from '../core/errors.ts';
import { keyOfId } from '../core/reader/index.ts';
import { Expert, ExpertReader } from '../experts/index.ts';
import { personOf } from '../members/index.ts';
import { ClearanceInput, RemoveClearancePayload, SaveClearancePayload } from './clearances.types.ts';
import { removeClearance, removeClearanceFile, saveClearance } from './clearances.service.ts';

const idArgument = { description: 'The id of the clearance.' };
const versionArgument = { description: 'The `version` of the clearance that you have read.' };
/** Which mission is meant, or none: said by leaving it out, a clearance would be for all missions by mistake. */
function missionOf({ mission }: ClearanceInput): string | null {
  if (mission === undefined) throw new UserError('BAD_USER_INPUT', 'mission is an id, or null for all missions', { field: 'mission' });
  return mission === null ? null : keyOfId('Mission', mission, 'uuid');
}
const keyOf = (id: string): string => keyOfId('Clearance', id, 'uuid');

@Resolver(() => SaveClearancePayload)
export class ClearancesResolver {
  @FieldResolver(() => Expert, { nullable: true, description: 'The expert, whose sheet has the clearances as they are now; null where there is none for you.' })
  expert(@Root() { key }: SaveClearancePayload, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<object | null> {
    return context.read(ExpertReader, key, info);
  }

  @Mutation(() => SaveClearancePayload, { description: 'Enters a clearance of an expert, or changes it. For the adviser.' })
  async saveClearance(
    @Arg('expert', () => ID, { description: 'The id of the expert.' }) expert: string,
    @Arg('key', () => GraphQLUUID, { description: 'The key of the clearance, as its id ends; of a new one, one that you have drawn at random.' }) key: string,
    @Arg('version', () => Int, { description: 'The `version` of the clearance that you have read; 0 for a new one.' }) version: number,
    @Arg('input', () => ClearanceInput, { description: 'The clearance, whole.' }) input: ClearanceInput, @Ctx() { actor, transact }: Context,
  ): Promise<SaveClearancePayload> {
    personOf(actor);
    const which = { expert: keyOfId('Expert', expert, 'uuid'), key };
    return { ...(await transact((em) => saveClearance(em, actor, which, { version, input: { ...input, mission: missionOf(input) } }))), key: which.expert } as SaveClearancePayload;
  }

  @Mutation(() => RemoveClearancePayload, { description: 'Removes a clearance, with its document. For the adviser.' })
  async removeClearance(@Arg('id', () => ID, idArgument) id: string, @Arg('version', () => Int, versionArgument) version: number, @Ctx() { actor, transact }: Context): Promise<RemoveClearancePayload> {
    personOf(actor);
    return transact((em) => removeClearance(em, actor, { key: keyOf(id), version }));
  }

  @Mutation(() => RemoveClearancePayload, { description: 'Removes the document of a clearance, so that another can be brought. For the adviser.' })
  async removeClearanceFile(@Arg('id', () => ID, idArgument) id: string, @Arg('version', () => Int, versionArgument) version: number, @Ctx() { actor, transact }: Context): Promise<RemoveClearancePayload> {
    personOf(actor);
    return transact((em) => removeClearanceFile(em, actor, { key: keyOf(id), version }));
  }
}
