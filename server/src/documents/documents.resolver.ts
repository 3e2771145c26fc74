/** Changing what is said of documents of sessions, and taking them away. They are added where files are sent to (`document-routes.ts`). */
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Field, FieldResolver, ID, Info, Int, Mutation, ObjectType, registerEnumType, Resolver, Root } from 'type-graphql';
import type { Context } from '../core/context.ts';
import { keyOfId } from '../core/reader/index.ts';
import { personOf } from '../members/index.ts';
import { TrainingSession, TrainingSessionReader } from '../trainings/index.ts';
import { SessionDocumentInput, SessionDocumentTextsInput } from './document-input.type.ts';
import { translateDocument } from './document-titles.service.ts';
import { changeDocument, removeDocument } from './documents.service.ts';
import type { WhichDocument } from './which-document.ts';

export const RemoveDocumentOutcome = { DONE: 'DONE', NOT_ALLOWED: 'NOT_ALLOWED', GONE: 'GONE' } as const;
export type RemoveDocumentOutcome = keyof typeof RemoveDocumentOutcome;
registerEnumType(RemoveDocumentOutcome, {
  name: 'RemoveDocumentOutcome', description: 'What came of taking a document away.',
  valuesConfig: { DONE: { description: 'It is gone, or was gone already.' }, NOT_ALLOWED: { description: 'It is not yours to do.' }, GONE: { description: 'There is no such session, or none for you.' } },
});

export const ChangeDocumentOutcome = { DONE: 'DONE', TITLE: 'TITLE', LOCALE: 'LOCALE', CONFLICT: 'CONFLICT', NOT_ALLOWED: 'NOT_ALLOWED', TOO_LATE: 'TOO_LATE', GONE: 'GONE' } as const;
export type ChangeDocumentOutcome = keyof typeof ChangeDocumentOutcome;
registerEnumType(ChangeDocumentOutcome, {
  name: 'ChangeDocumentOutcome', description: 'What came of changing what is said of a document.',
  valuesConfig: {
    DONE: { description: 'It is so, or was so already.' },
    TITLE: { description: 'The title is missing, too long, or has strange signs: nothing was written.' },
    LOCALE: { description: 'It is to be said in the language that it is in: that is changed, not translated. Nothing was written.' },
    CONFLICT: { description: 'Somebody else has changed it since it was read: nothing was written. `session` has what it is now.' },
    NOT_ALLOWED: { description: 'It is not yours to do: nothing was written.' },
    TOO_LATE: { description: 'The session is over or was put away, and its documents are not yours to translate any more: nothing was written.' },
    GONE: { description: 'There is none, or none for you.' },
  },
});

@ObjectType({ description: 'What came of taking a document away.' })
export class RemoveDocumentPayload {
  @Field(() => RemoveDocumentOutcome, { description: 'What came of it.' })
  outcome!: RemoveDocumentOutcome;
}

@ObjectType({ description: 'What came of changing what is said of a document.' })
export class ChangeDocumentPayload {
  @Field(() => ChangeDocumentOutcome, { description: 'What came of it.' })
  outcome!: ChangeDocumentOutcome;

  /** The key of its session. */
  key!: string;
}

const sessionArgument = { description: 'The id of the session.' };
const idArgument = { description: 'The id of the document.' };
const versionArgument = { description: 'The `version` of the document that you have read.' };

const which = ({ actor }: Context, session: string, id: string): WhichDocument => ({ person: personOf(actor), session: keyOfId('TrainingSession', session, 'uuid'), key: keyOfId('SessionDocument', id, 'uuid') });

@Resolver(() => ChangeDocumentPayload)
export class DocumentsResolver {
  @FieldResolver(() => TrainingSession, { nullable: true, description: 'The session with its documents as they are now; null where there is none for you.' })
  session(@Root() { key }: ChangeDocumentPayload, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<object | null> {
    return context.read(TrainingSessionReader, key, info);
  }

  @Mutation(() => ChangeDocumentPayload, { description: 'Changes what is said of a document of a session; its file stays.' })
  async changeSessionDocument(
    @Arg('session', () => ID, sessionArgument) session: string, @Arg('id', () => ID, idArgument) id: string,
    @Arg('version', () => Int, versionArgument) version: number,
    @Arg('input', () => SessionDocumentInput, { description: 'What is said of it, whole.' }) input: SessionDocumentInput, @Ctx() context: Context,
  ): Promise<ChangeDocumentPayload> {
    const document = which(context, session, id);
    return { outcome: (await context.transact((em) => changeDocument(em, document, { version, said: input }))) as ChangeDocumentOutcome, key: document.session };
  }

  @Mutation(() => ChangeDocumentPayload, { description: 'Says what a document of a session is called in another language than its own. What is empty is missing in that language, and the nearest language is shown.' })
  async translateSessionDocument(
    @Arg('session', () => ID, sessionArgument) session: string, @Arg('id', () => ID, idArgument) id: string, @Arg('version', () => Int, versionArgument) version: number,
    @Arg('texts', () => SessionDocumentTextsInput, { description: 'The texts.' }) texts: SessionDocumentTextsInput, @Ctx() context: Context,
  ): Promise<ChangeDocumentPayload> {
    const document = which(context, session, id);
    return { outcome: await context.transact((em) => translateDocument(em, document, { version, texts })), key: document.session };
  }

  @Mutation(() => RemoveDocumentPayload, { description: 'Takes a document of a session away, with its file.' })
  async removeSessionDocument(@Arg('session', () => ID, sessionArgument) session: string, @Arg('id', () => ID, idArgument) id: string, @Ctx() context: Context): Promise<RemoveDocumentPayload> {
    const document = which(context, session, id);
    return { outcome: (await context.transact((em) => removeDocument(em, document))) as RemoveDocumentOutcome };
  }
}
