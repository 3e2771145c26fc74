/** What others do when a mission is taken a step further, given up or loses a leg: in the same transaction, so that both are done or neither is. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { CONSULT_DAYS } from '@passerelle/shared/consultDays.ts';
import type { HeldMission, Which } from './held-mission.ts';
import type { MissionFault } from './mission-fault.ts';

/** What can be decided about a mission without a word. */
export type MissionAct = 'plan' | 'consultPosts' | 'agree' | 'replan' | 'report' | 'close';

/** How posts are consulted: within how many working days of their country, and whether silence counts as agreement then. */
export interface ConsultTerms {
  readonly days: number;
  readonly silenceAgrees: boolean;
}

/** As posts are consulted unless told otherwise, and what stands for it where it matters to no step: as TAIEX does. */
export const USUAL_TERMS: ConsultTerms = { days: CONSULT_DAYS.usual, silenceAgrees: true };

/** What is done with a mission; `held`: as it was before. */
export interface MissionMove extends Which {
  readonly act: MissionAct | 'giveUp' | 'removeLeg';
  readonly held: HeldMission;
  readonly terms: ConsultTerms;
  /** The key of the leg that is removed. */
  readonly leg?: string;
}

export interface MissionListener {
  /** What stands in the way of it: nothing is written here, as nothing may come of it. */
  readonly faults?: (em: EntityManager, move: MissionMove) => Promise<readonly MissionFault[]>;
  /** Where a mission stands where it is to go already: whether it does so as is asked for. */
  readonly isSo?: (em: EntityManager, move: MissionMove) => Promise<boolean>;
  /** Does what it asks for, once the step is written; before a leg is removed. What it throws undoes the step. */
  readonly moves?: (em: EntityManager, move: MissionMove) => Promise<void>;
}

const listeners: MissionListener[] = [];

/** Has `listener` asked and told of each move, after those that came before it. Called when a feature is loaded. */
export function whenMissionMoves(listener: MissionListener): void {
  listeners.push(listener);
}

/** What others find in the way of a move. */
export async function moveFaults(em: EntityManager, move: MissionMove): Promise<MissionFault[]> {
  const found: MissionFault[] = [];
  for (const { faults } of listeners) if (faults) found.push(...(await faults(em, move)));
  return found;
}

/** Whether a step that is taken already was taken as is asked for. */
export async function isMoveSo(em: EntityManager, move: MissionMove): Promise<boolean> {
  for (const { isSo } of listeners) if (isSo && !(await isSo(em, move))) return false;
  return true;
}

/** Tells others of a move, one after the other. */
export async function onMissionMoved(em: EntityManager, move: MissionMove): Promise<void> {
  for (const { moves } of listeners) await moves?.(em, move);
}
