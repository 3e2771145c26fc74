/** Proposing projects, changing and deciding them, as mutations. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { GraphQLResolveInfo } from 'graphql';
import { GraphQLUUID } from 'graphql-scalars';
import { Arg, Ctx, FieldResolver, ID, Info, Int, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../core/context.ts';
import { keyOfId } from '../core/reader/index.ts';
import { personOf } from '../members/index.ts';
import type { WhichProject } from './held-project.ts';
import type { ProjectResult } from './project-fault.ts';
import { ProjectInput, ProjectPayload, ProjectTextsInput } from './project-input.type.ts';
import { ProjectStatus } from './project-words.ts';
import { Project } from './project.entity.ts';
import { ProjectReader } from './project.reader.ts';
import { decideProject, saveProject, translateProject } from './projects.service.ts';
import type { ProjectContent } from './read-project.ts';

const idArgument = { description: 'The id of the project.' };
const versionArgument = { description: 'The `version` that you have read.' };
const keyOf = (id: string): string => keyOfId('Project', id, 'uuid');

/** The keys of what a project is linked to, of the ids that were sent. */
function contentOf(input: ProjectInput): ProjectContent {
  const keys = (type: string, ids: readonly string[], of: 'uuid' | 'text' = 'uuid'): string[] => ids.map((id) => keyOfId(type, id, of));
  return {
    ...input, commonNeed: input.commonNeed ? keyOfId('CommonNeed', input.commonNeed, 'uuid') : null, needs: keys('Need', input.needs), recommendations: keys('Recommendation', input.recommendations, 'text'),
    partners: keys('Organisation', input.partners, 'text'), experts: keys('Expert', input.experts), sessions: keys('TrainingSession', input.sessions),
  };
}

async function answer({ actor, transact }: Context, key: string, act: (em: EntityManager, which: WhichProject) => Promise<ProjectResult>): Promise<ProjectPayload> {
  const which = { person: personOf(actor), key };
  return { ...(await transact((em) => act(em, which))), key } as ProjectPayload;
}

@Resolver(() => ProjectPayload)
export class ProjectsResolver {
  @FieldResolver(() => Project, { nullable: true, description: 'The project as it is now; null where there is none for you.' })
  project(@Root() { key }: ProjectPayload, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<object | null> {
    return context.read(ProjectReader, key, info);
  }

  @Mutation(() => ProjectPayload, { description: 'Proposes a project, or changes one that is not given up. Sent again under the same key it is the same project.' })
  saveProject(
    @Arg('key', () => GraphQLUUID, { description: 'The key of the project; of a new one, one that you have drawn at random.' }) key: string, @Arg('version', () => Int, { description: 'The `version` that you have read; 0 for a new one.' }) version: number,
    @Arg('input', () => ProjectInput, { description: 'The project, whole.' }) input: ProjectInput, @Ctx() context: Context,
  ): Promise<ProjectPayload> {
    return answer(context, key.toLowerCase(), (em, which) => saveProject(em, which, { version, input: contentOf(input), locale: context.locale }));
  }

  @Mutation(() => ProjectPayload, { description: 'Says a project in another language. What is empty is missing in that language, and the nearest language is shown.' })
  translateProject(@Arg('id', () => ID, idArgument) id: string, @Arg('version', () => Int, versionArgument) version: number, @Arg('texts', () => ProjectTextsInput, { description: 'The texts.' }) texts: ProjectTextsInput, @Ctx() context: Context): Promise<ProjectPayload> {
    return answer(context, keyOf(id), (em, which) => translateProject(em, which, { version, texts }));
  }

  @Mutation(() => ProjectPayload, { description: 'Decides what becomes of a project.' })
  decideProject(
    @Arg('id', () => ID, idArgument) id: string, @Arg('version', () => Int, versionArgument) version: number, @Arg('to', () => ProjectStatus, { description: 'Where it stands from now on.' }) to: ProjectStatus,
    @Arg('reason', () => String, { description: 'Why, of 1000 signs at most, in the language of the request; empty for nothing, unless it is given up.' }) reason: string, @Ctx() context: Context,
  ): Promise<ProjectPayload> {
    return answer(context, keyOf(id), (em, which) => decideProject(em, which, { version, to, reason, locale: context.locale }));
  }
}
