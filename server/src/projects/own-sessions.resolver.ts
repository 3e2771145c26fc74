/** Saying to which project a training session belongs, as a mutation. */
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Field, FieldResolver, ID, Info, Mutation, ObjectType, Resolver, Root } from 'type-graphql';
import type { Context } from '../core/context.ts';
import { keyOfId } from '../core/reader/index.ts';
import { personOf } from '../members/index.ts';
import { TrainingSession, TrainingSessionReader } from '../trainings/index.ts';
import { chooseSessionProject } from './own-sessions.service.ts';
import { ProjectOutcome } from './project-fault.ts';

@ObjectType({ description: 'What came of saying to which project a session belongs.' })
export class SessionProjectPayload {
  @Field(() => ProjectOutcome, { description: 'What came of it. CONFLICT: somebody else has said otherwise since it was read. TOO_LATE: the session was called off, or the project is given up.' })
  outcome!: ProjectOutcome;

  /** The key of the session. */
  key!: string;
}

const projectKey = (id: string | null | undefined): string | null => (id ? keyOfId('Project', id, 'uuid') : null);

@Resolver(() => SessionProjectPayload)
export class OwnSessionsResolver {
  @FieldResolver(() => TrainingSession, { nullable: true, description: 'The session as it is now; null where there is none for you.' })
  session(@Root() { key }: SessionProjectPayload, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<object | null> {
    return context.read(TrainingSessionReader, key, info);
  }

  @Mutation(() => SessionProjectPayload, { description: 'Says to which project a training session belongs, or that it belongs to none. For the adviser. Sent again it is so already.' })
  async chooseSessionProject(
    @Arg('session', () => ID, { description: 'The id of the session.' }) session: string,
    @Arg('project', () => ID, { nullable: true, description: 'The id of the project; null for none.' }) project: string | null | undefined,
    @Arg('was', () => ID, { nullable: true, description: 'The id of the project that it belonged to when you read it; null for none.' }) was: string | null | undefined,
    @Ctx() { actor, transact }: Context,
  ): Promise<SessionProjectPayload> {
    const [who, chosen] = [{ person: personOf(actor), session: keyOfId('TrainingSession', session, 'uuid') }, { to: projectKey(project), was: projectKey(was) }];
    return { outcome: await transact((em) => chooseSessionProject(em, who, chosen)), key: who.session };
  }
}
