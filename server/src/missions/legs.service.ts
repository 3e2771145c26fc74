/** The legs of a mission: adding and changing them, saying them in other languages, taking them away. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { forgetWrongLanguage, keepTranslations, say } from '../core/translation/index.ts';
import { type HeldMission, type LegLine, whereAllowed, type Which as WhichMission } from './held-mission.ts';
import { LEG_TEXTS, readLegTexts, sayLeg, type SentLegTexts } from './leg-texts.ts';
import { fault, type MissionFault } from './mission-fault.ts';
import { onMissionMoved, USUAL_TERMS } from './mission-moves.ts';
import { invalid, type MissionResult, result } from './mission-result.ts';
import { areLegsOpen } from './mission.policy.ts';
import { fitFaults, guardPreparation, type LegContent, readLeg, type SentLeg, SETTLED } from './read-leg.ts';
import { MOST } from './read-mission.ts';

/** Which leg of which mission, by their keys, and who does it. */
export interface Which extends WhichMission {
  readonly key: string;
}

const FIELDS = ['sourceLocale', 'country', 'city', 'startsOn', 'endsOn', 'lodgingName', 'lodgingAddress', 'transport', 'purpose', 'note'] as const satisfies readonly (keyof LegContent)[];
const differs = (fields: readonly (keyof LegContent)[], one: LegContent, other: LegContent): boolean => fields.some((field) => one[field] !== other[field]);
const lineOf = ({ legs }: HeldMission, key: string): LegLine | undefined => legs.find(({ uuid }) => uuid === key);

/** Keys are drawn by chance alone (UUID version 4): one that is made of the time would tell a post which legs were made together. */
const isByChance = (key: string): boolean => key.charAt(14) === '4';

/**
 * Adds a leg under a key that its author has drawn (`version` 0), or changes it. `version` is the one that was read: once somebody else has
 * changed it nothing is written, unless it is so already. Throws VICTIM_DATA for texts that tell who a person is.
 */
export async function saveMissionLeg(em: EntityManager, which: Which, { version, input }: { version: number; input: SentLeg }): Promise<MissionResult> {
  const content = readLeg(input);
  if (!('purpose' in content)) return invalid(...content);
  guardPreparation(content);
  const isSo = (held: HeldMission): boolean => {
    const line = lineOf(held, which.key);
    return line !== undefined && !differs(FIELDS, line, content);
  };
  return whereAllowed(em, which, { need: 'edit', isSo }, async (held) => {
    const line = lineOf(held, which.key);
    if ((line?.version ?? 0) !== version) return result(line ? 'CONFLICT' : 'GONE');
    const faults = await saveFaults(em, which, content, held);
    if (faults.length > 0) return invalid(...faults);
    if (!(line ? await change(em, line, content) : await add(em, which, content))) return result('GONE');
    await order(em, which.mission);
    return result('DONE');
  });
}

/** What would be wrong with a mission that has this leg. */
async function saveFaults(em: EntityManager, { key }: Which, content: LegContent, held: HeldMission): Promise<MissionFault[]> {
  const line = lineOf(held, key);
  return [
    ...(line || isByChance(key) ? [] : [fault('KEY', 'UNREADABLE')]),
    ...placeFaults(line, content, held),
    ...(!line && held.legs.length >= MOST.legs ? [fault('LEGS', 'TOO_LONG', MOST.legs)] : []),
    ...fitFaults(content, held),
    ...((await isPlace(em, content)) ? [] : [fault('CITY', 'UNKNOWN')]),
  ];
}

/** What of where and when it is cannot be changed any more. */
function placeFaults(line: LegLine | undefined, content: LegContent, held: HeldMission): MissionFault[] {
  if (line === undefined) return areLegsOpen(held) ? [] : [fault('LEGS', 'SETTLED')];
  if (!areLegsOpen(held)) return SETTLED.filter((field) => line[field] !== content[field]).map((field) => fault(SETTLED_FIELD[field], 'SETTLED'));
  // Its post has seen it: it would find it gone, and another one would find it there.
  return line.isShown && line.country !== content.country ? [fault('COUNTRY', 'SHOWN')] : [];
}

const SETTLED_FIELD = { country: 'COUNTRY', city: 'CITY', startsOn: 'STARTS', endsOn: 'ENDS' } as const;

/** Whether there is such a city in such a country. */
async function isPlace(em: EntityManager, { country, city }: LegContent): Promise<boolean> {
  return (await em.execute<unknown[]>('select from city where code = ? and country_code = ?', [city, country])).length > 0;
}

/** Whether it was added: a key that a leg of another mission has is none for this one. */
async function add(em: EntityManager, { mission, key }: Which, content: LegContent): Promise<boolean> {
  const added = await em.execute<unknown[]>(
    `insert into mission_leg (uuid, mission_uuid, source_locale, country_code, city_code, starts_on, ends_on, lodging_name, lodging_address, transport, position)
     select ?::uuid, ?::uuid, ?, ?, ?, ?::date, ?::date, ?, ?, ?, coalesce(max(position), 0) + 1 from mission_leg where mission_uuid = ? on conflict (uuid) do nothing returning 1`,
    [key, mission, ...ownColumns(content), mission]);
  if (added.length === 0) return false;
  await say(em, LEG_TEXTS, key, { locale: content.sourceLocale, sourceVersion: 1, texts: { purpose: content.purpose, note: content.note } });
  await raiseVersion(em, mission);
  return true;
}

async function change(em: EntityManager, line: LegLine, content: LegContent): Promise<true> {
  const texts = { purpose: content.purpose, note: content.note };
  await keepTranslations(em, LEG_TEXTS, { was: line.sourceLocale, is: content.sourceLocale }, [{ key: line.uuid, texts }]);
  const hasTexts = differs(['sourceLocale', 'purpose', 'note'], line, content);
  const sourceVersion = line.sourceVersion + (hasTexts ? 1 : 0);
  await em.execute(
    `update mission_leg set source_locale = ?, country_code = ?, city_code = ?, starts_on = ?, ends_on = ?, lodging_name = ?, lodging_address = ?, transport = ?, source_version = ?, version = version + 1 where uuid = ?`,
    [...ownColumns(content), sourceVersion, line.uuid]);
  if (hasTexts) await say(em, LEG_TEXTS, line.uuid, { locale: content.sourceLocale, sourceVersion, texts });
  await forgetWrongLanguage(em, { ...LEG_TEXTS, key: line.uuid }, { was: line.sourceLocale, is: content.sourceLocale, isSame: !differs(['purpose', 'note'], line, content) });
  return true;
}

function ownColumns({ sourceLocale, country, city, startsOn, endsOn, lodgingName, lodgingAddress, transport }: LegContent): unknown[] {
  return [sourceLocale, country, city, startsOn, endsOn, lodgingName, lodgingAddress, transport];
}

/** Whoever decides about a mission has read its legs: one more or less is a change of it. What changes in a leg is one too, which the database sees to, whoever changes it. */
async function raiseVersion(em: EntityManager, mission: string): Promise<void> {
  await em.execute('update mission set version = version + 1 where uuid = ?', [mission]);
}

/** Legs come in the order of their days; those of the same days in the order in which they were. */
async function order(em: EntityManager, mission: string): Promise<void> {
  await em.execute(
    `update mission_leg l set position = o.n from (select uuid, row_number() over (order by starts_on, ends_on, position) as n from mission_leg where mission_uuid = ?) o where o.uuid = l.uuid and l.position <> o.n`, [mission]);
}

/** Says a leg in another language than its own. What is empty is missing in it. Throws VICTIM_DATA. */
export async function translateMissionLeg(em: EntityManager, which: Which, { version, texts: sent }: { version: number; texts: SentLegTexts }): Promise<MissionResult> {
  const texts = readLegTexts(sent);
  if (!('texts' in texts)) return invalid(...texts);
  return whereAllowed(em, which, { need: 'translate' }, async (held) => {
    const line = lineOf(held, which.key);
    return line ? sayLeg(em, line, version, texts) : result('GONE');
  });
}

/** Takes a leg away that was read at `version`. One that is not there any more stays so; a mission that is planned keeps one. */
export function removeMissionLeg(em: EntityManager, which: Which, version: number): Promise<MissionResult> {
  return whereAllowed(em, which, { need: 'planLegs', isSo: (held) => lineOf(held, which.key) === undefined }, async (held) => {
    const { stage, legs } = held;
    if (legs.some((line) => line.uuid === which.key && line.version !== version)) return result('CONFLICT');
    if (stage !== 'IDEA' && legs.length === 1) return invalid(fault('LEGS', 'MISSING'));
    await onMissionMoved(em, { ...which, act: 'removeLeg', held, leg: which.key, terms: USUAL_TERMS });
    await em.execute('delete from mission_leg where uuid = ?', [which.key]);
    await order(em, which.mission);
    await raiseVersion(em, which.mission);
    return result('DONE');
  });
}
