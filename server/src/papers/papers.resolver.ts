/** Making papers of missions, as a mutation. */
import type { GraphQLResolveInfo } from 'graphql';
import { GraphQLUUID } from 'graphql-scalars';
import { Arg, Ctx, Field, FieldResolver, Info, Int, Mutation, ObjectType, Resolver, Root } from 'type-graphql';
import type { Context } from '../core/context.ts';
import { personOf } from '../members/index.ts';
import { MissionOutcome } from '../missions/index.ts';
import { PaperKind } from './paper-kind.ts';
import { MissionPaper } from './paper.entity.ts';
import { MissionPaperReader } from './paper.reader.ts';
import { makePaper } from './papers.service.ts';

@ObjectType({ description: 'What came of making a paper.' })
export class PaperPayload {
  @Field(() => MissionOutcome, { description: 'What came of it. TOO_LATE also where there is nothing yet that it could say.' })
  outcome!: MissionOutcome;

  @Field(() => Int, { description: 'How many were written to, since it is a new version.' })
  told!: number;

  /** The key of the paper. */
  key!: string | null;
}

@Resolver(() => PaperPayload)
export class PapersResolver {
  @FieldResolver(() => MissionPaper, { nullable: true, description: 'The paper that says what is so; null where none was made.' })
  paper(@Root() { key }: PaperPayload, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<object | null> | null {
    return key === null ? null : context.read(MissionPaperReader, key, info);
  }

  @Mutation(() => PaperPayload, { description: 'Makes a paper of a mission, or its next version where what it says has changed: the adviser all of them, whoever prepares a leg those of the leg. Who must know of a new version is written to.' })
  async makePaper(
    @Arg('key', () => GraphQLUUID, { description: 'A key that you have drawn at random.' }) key: string, @Arg('kind', () => PaperKind, { description: 'Which paper.' }) kind: PaperKind,
    @Arg('about', () => GraphQLUUID, { description: 'The key of what it is about: of the leg, as its id ends; of the meeting, for an invitation; of whom in the team.' }) about: string, @Ctx() { actor, origin, transact }: Context,
  ): Promise<PaperPayload> {
    const which = { person: personOf(actor), key: key.toLowerCase(), kind, subject: about.toLowerCase() };
    return transact((em) => makePaper(em, which, origin));
  }
}
