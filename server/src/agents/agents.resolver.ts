/** What people do about the identity that their account is bound to, as a mutation. */
import { Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Context } from '../core/context.ts';

@ObjectType({ description: 'What came of taking the identity at a provider away.' })
export class UnbindAgentPayload {
  @Field(() => Boolean, { description: 'False when the account was bound to none.' })
  isUnbound!: boolean;
}

@Resolver()
export class AgentsResolver {
  @Mutation(() => UnbindAgentPayload, { description: 'Takes away the identity at the provider of the French State that your account is bound to. The next one with your address is bound in its place.' })
  async unbindAgent(@Ctx() { visit }: Context): Promise<UnbindAgentPayload> {
    visit.requireStepUp();
    return { isUnbound: await visit.unbindAgent() };
  }
}
