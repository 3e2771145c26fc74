/** Preparing missions and their legs, as mutations. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { DEFAULT_TEAM } from '@passerelle/shared/missionTeam.ts';
import type { GraphQLResolveInfo } from 'graphql';
import { GraphQLUUID } from 'graphql-scalars';
import { Arg, Ctx, Field, FieldResolver, ID, Info, Int, Mutation, ObjectType, registerEnumType, Resolver, Root } from 'type-graphql';
import type { Context } from '../core/context.ts';
import { keyOfId } from '../core/reader/index.ts';
import { LocaleTextInput } from '../core/translation/index.ts';
import { personOf } from '../members/index.ts';
import type { Which as WhichMission } from './held-mission.ts';
import { removeMissionLeg, saveMissionLeg, translateMissionLeg, type Which } from './legs.service.ts';
import { MissionFaultType, MissionInput, MissionLegInput, MissionLegTextsInput, MissionTextsInput } from './mission-input.type.ts';
import { MissionOutcome, type MissionResult } from './mission-result.ts';
import { Mission } from './mission.entity.ts';
import { MissionReader } from './mission.reader.ts';
import { createMission, editMission, translateMission } from './missions.service.ts';
import type { SentMission } from './read-mission.ts';
import { type ConsultTerms, type MissionAct, USUAL_TERMS } from './mission-moves.ts';
import { giveUpMission, stepMission } from './steps.service.ts';

registerEnumType(MissionOutcome, {
  name: 'MissionOutcome', description: 'What came of preparing a mission or a leg.',
  valuesConfig: {
    DONE: { description: 'It is so, or was so already.' },
    INVALID: { description: 'Something is wrong, which `faults` say: nothing was written.' },
    CONFLICT: { description: 'Somebody else has changed it since it was read: nothing was written. `mission` is what it is now.' },
    NOT_ALLOWED: { description: 'It is not yours to do: nothing was written.' },
    TOO_LATE: { description: 'It stands where this is not done any more, or not yet.' },
    GONE: { description: 'There is none, or none for you.' },
  },
});

@ObjectType({ description: 'What came of preparing a mission or a leg.' })
export class MissionPayload implements MissionResult {
  @Field(() => MissionOutcome, { description: 'What came of it.' })
  outcome!: MissionOutcome;

  @Field(() => [MissionFaultType], { description: 'What is wrong with what was sent; empty unless it is INVALID.' })
  faults!: MissionFaultType[];

  /** The key of the mission. */
  key!: string;
}

const idArgument = { description: 'The id of the mission.' };
const versionArgument = { description: 'The `version` that you have read.' };
const legArgument = { description: 'The id of the leg.' };

const keyOf = (id: string): string => keyOfId('Mission', id, 'uuid');

async function answer({ actor, origin, transact }: Context, mission: string, act: (em: EntityManager, which: WhichMission) => Promise<MissionResult>): Promise<MissionPayload> {
  const which = { person: personOf(actor), mission, origin };
  return { ...(await transact((em) => act(em, which))), key: mission } as MissionPayload;
}

/** Does something with a mission, by its id. */
export const ofMission = (context: Context, id: string, act: (em: EntityManager, which: WhichMission) => Promise<MissionResult>): Promise<MissionPayload> => answer(context, keyOf(id), act);

const step = (context: Context, id: string, of: { act: MissionAct; version: number; terms?: ConsultTerms }): Promise<MissionPayload> => answer(context, keyOf(id), (em, which) => stepMission(em, which, of));

const ofLeg = (context: Context, mission: string, leg: string, act: (em: EntityManager, which: Which) => Promise<MissionResult>): Promise<MissionPayload> =>
  answer(context, keyOf(mission), (em, which) => act(em, { ...which, key: leg }));

function sentOf({ team, objectives, envelopeCents, ...input }: MissionInput): SentMission {
  return {
    ...input, envelopeCents: envelopeCents ?? null, team: team ?? DEFAULT_TEAM,
    objectives: objectives.map(({ key, text, recommendations, needs, projects }) => ({ key: key.toLowerCase(), text, recommendations: recommendations.map((id) => keyOfId('Recommendation', id, 'text')), needs: needs?.map((id) => keyOfId('Need', id, 'uuid')), projects: projects?.map((id) => keyOfId('Project', id, 'uuid')) })),
  };
}

@Resolver(() => MissionPayload)
export class MissionsResolver {
  @FieldResolver(() => Mission, { nullable: true, description: 'The mission as it is now; null where there is none for you.' })
  mission(@Root() { key }: MissionPayload, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<object | null> {
    return context.read(MissionReader, key, info);
  }

  @Mutation(() => MissionPayload, { description: 'Makes a mission, as an idea. Sent again under the same key it is the same mission, with what was sent last.' })
  createMission(@Arg('key', () => GraphQLUUID, { description: 'A key that you have chosen for it, at random.' }) key: string, @Arg('input', () => MissionInput, { description: 'The mission.' }) input: MissionInput, @Ctx() context: Context): Promise<MissionPayload> {
    return answer(context, key.toLowerCase(), (em, which) => createMission(em, which, sentOf(input)));
  }

  @Mutation(() => MissionPayload, { description: 'Changes what is said of a mission.' })
  editMission(@Arg('id', () => ID, idArgument) id: string, @Arg('version', () => Int, versionArgument) version: number, @Arg('input', () => MissionInput, { description: 'The mission, whole.' }) input: MissionInput, @Ctx() context: Context): Promise<MissionPayload> {
    return answer(context, keyOf(id), (em, which) => editMission(em, which, { version, sent: sentOf(input) }));
  }

  @Mutation(() => MissionPayload, { description: 'Says a mission in another language. What is empty is missing in that language, and the nearest language is shown.' })
  translateMission(@Arg('id', () => ID, idArgument) id: string, @Arg('version', () => Int, versionArgument) version: number, @Arg('texts', () => MissionTextsInput, { description: 'The texts.' }) texts: MissionTextsInput, @Ctx() context: Context): Promise<MissionPayload> {
    return answer(context, keyOf(id), (em, which) => translateMission(em, which, { version, texts: { ...texts, objectives: texts.objectives.map((one) => ({ ...one, key: one.key.toLowerCase() })) } }));
  }

  @Mutation(() => MissionPayload, { description: 'Plans a mission that was an idea: it has a leg.' })
  planMission(@Arg('id', () => ID, idArgument) id: string, @Arg('version', () => Int, versionArgument) version: number, @Ctx() context: Context): Promise<MissionPayload> {
    return step(context, id, { act: 'plan', version });
  }

  @Mutation(() => MissionPayload, { description: 'Has the posts consulted about a mission: from then on each sees the legs in its country, and nothing else of it.' })
  consultPosts(
    @Arg('id', () => ID, idArgument) id: string, @Arg('version', () => Int, versionArgument) version: number,
    @Arg('days', () => Int, { defaultValue: USUAL_TERMS.days, description: 'Within how many working days of their country they answer: from 2 to 20.' }) days: number,
    @Arg('silenceAgrees', () => Boolean, { defaultValue: USUAL_TERMS.silenceAgrees, description: 'Whether silence counts as agreement once these are over.' }) silenceAgrees: boolean, @Ctx() context: Context,
  ): Promise<MissionPayload> {
    return step(context, id, { act: 'consultPosts', version, terms: { days, silenceAgrees } });
  }

  @Mutation(() => MissionPayload, { description: 'Has a mission agreed: the post of each leg agrees, or its silence counts as agreement. `faults` say which leg stands in the way, and why.' })
  agreeMission(@Arg('id', () => ID, idArgument) id: string, @Arg('version', () => Int, versionArgument) version: number, @Ctx() context: Context): Promise<MissionPayload> {
    return step(context, id, { act: 'agree', version });
  }

  @Mutation(() => MissionPayload, { description: 'Plans a mission anew. The legs that posts have seen stay shown; new ones are not.' })
  replanMission(@Arg('id', () => ID, idArgument) id: string, @Arg('version', () => Int, versionArgument) version: number, @Ctx() context: Context): Promise<MissionPayload> {
    return step(context, id, { act: 'replan', version });
  }

  @Mutation(() => MissionPayload, { description: 'Has a mission reported on that is over: its report has a summary, and says of each objective what came of it; `faults` say what is missing.' })
  reportMission(@Arg('id', () => ID, idArgument) id: string, @Arg('version', () => Int, versionArgument) version: number, @Ctx() context: Context): Promise<MissionPayload> {
    return step(context, id, { act: 'report', version });
  }

  @Mutation(() => MissionPayload, { description: 'Closes a mission that is reported on: nothing more is to be done.' })
  closeMission(@Arg('id', () => ID, idArgument) id: string, @Arg('version', () => Int, versionArgument) version: number, @Ctx() context: Context): Promise<MissionPayload> {
    return step(context, id, { act: 'close', version });
  }

  @Mutation(() => MissionPayload, { description: 'Gives a mission up. The reason is said in the language of the mission, in English or in French at least, and is the adviser’s.' })
  giveUpMission(@Arg('id', () => ID, idArgument) id: string, @Arg('version', () => Int, versionArgument) version: number, @Arg('reasons', () => [LocaleTextInput], { description: 'Why, by language.' }) reasons: LocaleTextInput[], @Ctx() context: Context): Promise<MissionPayload> {
    return answer(context, keyOf(id), (em, which) => giveUpMission(em, which, { version, reasons }));
  }

  @Mutation(() => MissionPayload, { description: 'Adds a leg to a mission, or changes it.' })
  saveMissionLeg(
    @Arg('mission', () => ID, idArgument) mission: string, @Arg('key', () => GraphQLUUID, { description: 'The key of the leg, as its id ends; of a new one, one that you have drawn at random (UUID version 4).' }) key: string,
    @Arg('version', () => Int, { description: 'The `version` of the leg that you have read; 0 for a new one.' }) version: number, @Arg('input', () => MissionLegInput, { description: 'The leg, whole.' }) input: MissionLegInput, @Ctx() context: Context,
  ): Promise<MissionPayload> {
    return ofLeg(context, mission, key.toLowerCase(), (em, which) => saveMissionLeg(em, which, { version, input }));
  }

  @Mutation(() => MissionPayload, { description: 'Says a leg in another language. What is empty is missing in that language, and the nearest language is shown.' })
  translateMissionLeg(
    @Arg('mission', () => ID, idArgument) mission: string, @Arg('id', () => ID, legArgument) id: string, @Arg('version', () => Int, versionArgument) version: number,
    @Arg('texts', () => MissionLegTextsInput, { description: 'The texts.' }) texts: MissionLegTextsInput, @Ctx() context: Context,
  ): Promise<MissionPayload> {
    return ofLeg(context, mission, keyOfId('MissionLeg', id, 'uuid'), (em, which) => translateMissionLeg(em, which, { version, texts }));
  }

  @Mutation(() => MissionPayload, { description: 'Takes a leg of a mission away: also from the post that has seen it.' })
  removeMissionLeg(@Arg('mission', () => ID, idArgument) mission: string, @Arg('id', () => ID, legArgument) id: string, @Arg('version', () => Int, { description: 'The `version` of the leg that you have read.' }) version: number, @Ctx() context: Context): Promise<MissionPayload> {
    return ofLeg(context, mission, keyOfId('MissionLeg', id, 'uuid'), (em, which) => removeMissionLeg(em, which, version));
  }
}
