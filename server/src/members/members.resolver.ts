/** Changing who belongs to the network, as mutations. */
import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { MemberRole } from '../accounts/index.ts';
import type { Context } from '../core/context.ts';
import { keyOfId } from '../core/reader/index.ts';
import { changeMember, type MemberAct } from './members.service.ts';
import { MemberPayload } from './outcomes.type.ts';
import { personOf } from './person-of.ts';

const idArgument = { description: 'The id of the role that somebody has.' };

async function change({ actor, transact }: Context, id: string, act: MemberAct): Promise<MemberPayload> {
  const person = personOf(actor);
  return { outcome: await transact((em) => changeMember(em, person, keyOfId('NetworkMember', id, 'uuid'), act)) };
}

@Resolver()
export class MembersResolver {
  @Mutation(() => MemberPayload, { description: 'Suspends a role for the time being, with effect from the next request. It can be done at once: what must not wait asks for no key.' })
  suspendMember(@Arg('id', () => ID, idArgument) id: string, @Ctx() context: Context): Promise<MemberPayload> {
    return change(context, id, { kind: 'SUSPEND' });
  }

  @Mutation(() => MemberPayload, { description: 'Lifts the suspension of a role.' })
  async restoreMember(@Arg('id', () => ID, idArgument) id: string, @Ctx() context: Context): Promise<MemberPayload> {
    context.visit.requireStepUp();
    return change(context, id, { kind: 'RESTORE' });
  }

  @Mutation(() => MemberPayload, { description: 'Ends a role, with effect from the next request.' })
  async endMember(@Arg('id', () => ID, idArgument) id: string, @Ctx() context: Context): Promise<MemberPayload> {
    context.visit.requireStepUp();
    return change(context, id, { kind: 'END' });
  }

  @Mutation(() => MemberPayload, { description: 'Changes a role into another at the same place, with effect from the next request.' })
  async changeMemberRole(
    @Arg('id', () => ID, idArgument) id: string,
    @Arg('role', () => MemberRole, { description: 'Into which.' }) role: MemberRole,
    @Ctx() context: Context,
  ): Promise<MemberPayload> {
    context.visit.requireStepUp();
    return change(context, id, { kind: 'CHANGE', role });
  }
}
