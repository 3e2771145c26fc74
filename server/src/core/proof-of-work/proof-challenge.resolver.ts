/** Where a browser gets the work that a form asks of it. */
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Ctx, Field, ObjectType, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';

@ObjectType({ description: 'Work to be done before a form is sent that anybody may send. It can be used once.' })
export class ProofChallenge {
  @Field(() => String, {
    description: 'A challenge of ALTCHA, version 2, as JSON: `parameters` and `signature`. Its proof is the JSON `{"challenge": …, "solution": {"counter": …, "derivedKey": …}}`.',
  })
  challenge!: string;

  @Field(() => GraphQLDateTimeISO, { description: 'Until when its proof is taken.' })
  expiresAt!: Date;
}

@Resolver()
export class ProofChallengeResolver {
  @Query(() => ProofChallenge, { nullable: true, description: 'A new challenge for a mutation that takes a `proof`; null where none is asked for.' })
  async proofChallenge(@Ctx() { proofs, answer, allowance }: Context): Promise<ProofChallenge | null> {
    answer.isPrivate = true;
    // By GET it is a document of ours, yet it takes some work of the server.
    await allowance.take(1);
    return proofs.challenge();
  }
}
