/** Taking away files that wait. They are brought where files are sent to (`answer-file-routes.ts`). */
import { Arg, Ctx, Field, ID, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Context } from '../core/context.ts';
import { keyOfId } from '../core/reader/index.ts';
import { hashOf, personOf } from '../members/index.ts';
import { removeAnswerFile, removeFileByLink } from './answer-files.service.ts';

@ObjectType({ description: 'What came of taking a file away that waits.' })
export class RemoveAnswerFilePayload {
  @Field(() => Boolean, { description: 'True: it does not wait with you, or does no longer. One that is part of an answer stays.' })
  isGone!: boolean;
}

@Resolver()
export class AnswerFilesResolver {
  @Mutation(() => RemoveAnswerFilePayload, { description: 'Takes away a file that you have brought and registered nobody with.' })
  async removeAnswerFile(
    @Arg('id', () => ID, { description: 'The id of the file.' }) id: string,
    @Arg('secret', () => String, { nullable: true, description: 'What stands in the link by which it was brought; null for one that was brought signed in.' }) secret: string | null,
    @Ctx() { actor, transact, visit }: Context,
  ): Promise<RemoveAnswerFilePayload> {
    const key = keyOfId('AnswerFile', id, 'uuid');
    if (!secret) {
      const person = personOf(actor);
      await transact((em) => removeAnswerFile(em, { person }, key));
      return { isGone: true };
    }
    const until = await visit.countTry();
    if (await transact((em) => removeFileByLink(em, hashOf(secret), key))) await visit.forgiveTry(until);
    return { isGone: true };
  }
}
