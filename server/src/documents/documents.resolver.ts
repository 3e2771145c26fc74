/** Taking documents of sessions away. They are added where files are sent to (`document-routes.ts`). */
import { Arg, Ctx, Field, ID, Mutation, ObjectType, registerEnumType, Resolver } from 'type-graphql';
import type { Context } from '../core/context.ts';
import { keyOfId } from '../core/reader/index.ts';
import { personOf } from '../members/index.ts';
import { removeDocument } from './documents.service.ts';

export const RemoveDocumentOutcome = { DONE: 'DONE', NOT_ALLOWED: 'NOT_ALLOWED', GONE: 'GONE' } as const;
export type RemoveDocumentOutcome = keyof typeof RemoveDocumentOutcome;
registerEnumType(RemoveDocumentOutcome, {
  name: 'RemoveDocumentOutcome', description: 'What came of taking a document away.',
  valuesConfig: { DONE: { description: 'It is gone, or was gone already.' }, NOT_ALLOWED: { description: 'It is not yours to do.' }, GONE: { description: 'There is no such session, or none for you.' } },
});

@ObjectType({ description: 'What came of taking a document away.' })
export class RemoveDocumentPayload {
  @Field(() => RemoveDocumentOutcome, { description: 'What came of it.' })
  outcome!: RemoveDocumentOutcome;
}

@Resolver()
export class DocumentsResolver {
  @Mutation(() => RemoveDocumentPayload, { description: 'Takes a document of a session away, with its file.' })
  async removeSessionDocument(
    @Arg('session', () => ID, { description: 'The id of the session.' }) session: string, @Arg('id', () => ID, { description: 'The id of the document.' }) id: string, @Ctx() { actor, transact }: Context,
  ): Promise<RemoveDocumentPayload> {
    const which = { person: personOf(actor), session: keyOfId('TrainingSession', session, 'uuid'), key: keyOfId('SessionDocument', id, 'uuid') };
    return { outcome: (await transact((em) => removeDocument(em, which))) as RemoveDocumentOutcome };
  }
}
