/** Taking away files that wait. They are brought where files are sent to (`answer-file-routes.ts`). */
import { Arg, Ctx, Field, ID, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Context } from '../core/context.ts';
import { keyOfId } from '../core/reader/index.ts';
import { personOf } from '../members/index.ts';
import { removeAnswerFile } from './answer-files.service.ts';

@ObjectType({ description: 'What came of taking a file away that waits.' })
export class RemoveAnswerFilePayload {
  @Field(() => Boolean, { description: 'True: it does not wait with you, or does no longer. One that is part of an answer stays.' })
  isGone!: boolean;
}

@Resolver()
export class AnswerFilesResolver {
  @Mutation(() => RemoveAnswerFilePayload, { description: 'Takes away a file that you have brought and registered nobody with.' })
  async removeAnswerFile(@Arg('id', () => ID, { description: 'The id of the file.' }) id: string, @Ctx() { actor, transact }: Context): Promise<RemoveAnswerFilePayload> {
    const [person, key] = [personOf(actor), keyOfId('AnswerFile', id, 'uuid')];
    await transact((em) => removeAnswerFile(em, person, key));
    return { isGone: true };
  }
}
