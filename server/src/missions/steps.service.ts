/** What is decided about a mission: planning it, consulting the posts, agreeing it, planning it anew, having it reported on, closing it, giving it up. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { refuseVictimsData } from '../core/guard/index.ts';
import { tidy } from '../core/translation/index.ts';
import { type HeldMission, whereAllowed, type Which } from './held-mission.ts';
import { fault, type MissionFault } from './mission-fault.ts';
import { type InLanguages, invalid, type MissionResult, result } from './mission-result.ts';
import { type MissionAct, type ConsultTerms, isMoveSo, moveFaults, onMissionMoved, USUAL_TERMS } from './mission-moves.ts';
import type { MissionStage } from './mission-stage.ts';
import { fitFaults } from './read-leg.ts';
import { textFaults } from './read-mission.ts';

const TO: Readonly<Record<MissionAct, MissionStage>> = { plan: 'PLANNED', consultPosts: 'CONSULTED', agree: 'AGREED', replan: 'PLANNED', report: 'REPORTED', close: 'CLOSED' };

/** What a plan lacks: it has a leg, and each is within it. */
function planFaults(held: HeldMission): MissionFault[] {
  return held.legs.length === 0 ? [fault('LEGS', 'MISSING')] : held.legs.flatMap((leg) => fitFaults(leg, held)).slice(0, 1);
}

/** Nobody is away longer than they can be once a mission is agreed. */
async function awayFaults(em: EntityManager, mission: string): Promise<MissionFault[]> {
  return (await em.execute<unknown[]>('select from mission_member m where m.mission_uuid = ? and days_away(m.uuid) > m.most_days limit 1', [mission])).length > 0 ? [fault('TEAM', 'TOO_MANY_DAYS')] : [];
}

/**
 * Takes a mission one step further. By the step to CONSULTED its legs are shown, each to the post of its country, and stay so: the database does it
 * with the stage, in the same transaction. `version` is the one that who decides has read: once somebody else has changed the mission, or a leg of it, nothing
 * is written, unless it is so already, and as is asked for: no post is shown what nobody has looked at. Other features say what stands in the way of a step, and do what it asks for.
 */
export async function stepMission(em: EntityManager, which: Which, { act, version, terms = USUAL_TERMS }: { readonly act: MissionAct; readonly version: number; readonly terms?: ConsultTerms }): Promise<MissionResult> {
  let isOtherwise = false;
  const isSo = async (held: HeldMission): Promise<boolean> => {
    if (held.stage !== TO[act]) return false;
    isOtherwise = !(await isMoveSo(em, { ...which, act, held, terms }));
    return true;
  };
  const told = await whereAllowed(em, which, { need: act, isSo }, async (held) => {
    if (version !== held.version) return result('CONFLICT');
    const move = { ...which, act, held, terms };
    const faults = [...planFaults(held), ...(act === 'agree' ? await awayFaults(em, which.mission) : []), ...(await moveFaults(em, move))];
    if (faults.length > 0) return invalid(...faults);
    await em.execute('update mission set stage = ?, version = version + 1 where uuid = ?', [TO[act], which.mission]);
    await onMissionMoved(em, move);
    return result('DONE');
  });
  return isOtherwise ? result('CONFLICT') : told;
}

/**
 * Gives a mission up, for a reason that is said in its source language, in English or in French at least. The reason is the adviser's; a post
 * reads of its leg that it was given up. `version` as for a step. One that somebody else has given up meanwhile for another reason is a CONFLICT: what is typed is not dropped without a word. Throws VICTIM_DATA for a reason
 * that tells who a person is.
 */
export async function giveUpMission(em: EntityManager, which: Which, { version, reasons }: { readonly version: number; readonly reasons: InLanguages }): Promise<MissionResult> {
  const said = reasons.map(({ locale, text }) => ({ locale, text: tidy(text) ?? '' })).filter(({ text }) => text !== '');
  const faults = said.flatMap(({ text }) => textFaults('REASON', text)).slice(0, 1);
  if (new Set(said.map(({ locale }) => locale)).size < said.length) faults.push(fault('REASON', 'REPEATED'));
  if (faults.length > 0) return invalid(...faults);
  for (const { text } of said) refuseVictimsData('reasons', text);
  let isOtherwise = false;
  const isSo = async ({ stage }: HeldMission): Promise<boolean> => {
    if (stage !== 'GIVEN_UP') return false;
    isOtherwise = !(await areReasons(em, which.mission, said));
    return true;
  };
  const told = await whereAllowed(em, which, { need: 'giveUp', isSo }, async (held) => {
    const { sourceLocale, sourceVersion, version: now } = held;
    if (version !== now) return result('CONFLICT');
    if (!said.some(({ locale }) => [sourceLocale, 'en', 'fr'].includes(locale))) return invalid(fault('REASON', 'MISSING'));
    await em.execute(`update mission set stage = 'GIVEN_UP', given_up_on = current_date, version = version + 1 where uuid = ?`, [which.mission]);
    for (const { locale, text } of said) {
      await em.execute(
        `insert into mission_translation (mission_uuid, locale, given_up_reason, source_version) values (?, ?, ?, ?) on conflict (mission_uuid, locale) do update set given_up_reason = excluded.given_up_reason`,
        [which.mission, locale, text, sourceVersion]);
    }
    await onMissionMoved(em, { ...which, act: 'giveUp', held, terms: USUAL_TERMS });
    return result('DONE');
  });
  return isOtherwise ? result('CONFLICT') : told;
}

/** Whether a mission was given up for these reasons: each as it is said in its language. */
async function areReasons(em: EntityManager, mission: string, said: InLanguages): Promise<boolean> {
  const other = await em.execute<unknown[]>(
    `select from jsonb_to_recordset(?::jsonb) x(locale text, text text) where not exists (select from mission_translation t where t.mission_uuid = ? and t.locale = x.locale and t.given_up_reason = x.text) limit 1`, [JSON.stringify(said), mission]);
  return other.length === 0;
}
