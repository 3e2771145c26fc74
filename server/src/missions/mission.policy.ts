/** Who may do what with missions and their legs. Pure functions; the rules of rows in the migration say the same to the database. */
import type { Standing } from '../members/index.ts';
import type { MissionAbilities, MissionLegAbilities } from './mission-abilities.type.ts';
import type { MissionStage } from './mission-stage.ts';

/** Whether somebody makes missions: the adviser and the adviser's team. Nobody else knows of any. */
export function mayPlanMissions(standings: readonly Standing[]): boolean {
  return standings.some(({ role }) => role === 'ADVISER' || role === 'ASSISTANT');
}

type Act = keyof MissionAbilities;

/** By where it stands. Where and when its legs are is settled as long as the posts are consulted about it. */
const ACTS: Readonly<Record<MissionStage, readonly Act[]>> = {
  IDEA: ['edit', 'translate', 'planLegs', 'searchPlan', 'plan', 'giveUp'],
  PLANNED: ['edit', 'translate', 'planLegs', 'searchPlan', 'consultPosts', 'giveUp'],
  CONSULTED: ['edit', 'translate', 'searchPlan', 'agree', 'replan', 'giveUp'],
  AGREED: ['edit', 'translate', 'searchPlan', 'replan', 'giveUp'],
  REPORTED: ['translate', 'writeReport', 'translateReport', 'followUp', 'close', 'publish', 'appraise'],
  // What everybody reads of it is said in more languages, and can be taken back; what its findings call for is still to be done.
  CLOSED: ['translateReport', 'followUp', 'publish', 'appraise'],
  // The reason stays to be read.
  GIVEN_UP: ['translate'],
};

/** What comes once a mission that is agreed is over. */
const ONCE_OVER: readonly Act[] = ['writeReport', 'translateReport', 'followUp', 'report'];

/** Whether where and when its legs are can be changed, where it stands. */
export function areLegsOpen({ stage }: MissionFacts): boolean {
  return ACTS[stage].includes('planLegs');
}

/** What goes no more once what came of it is being written: it was where and when it was. */
const ONCE_WRITTEN: readonly Act[] = ['searchPlan', 'replan', 'giveUp'];

/** What the abilities depend on; `isOver` once its last day is, in all cities that it leads to, `hasReport` once its report is begun. */
export interface MissionFacts {
  readonly stage: MissionStage;
  readonly isOver?: boolean;
  readonly hasReport?: boolean;
}

/** Whether its days stay as they are. */
export function areDaysSettled({ isOver = false, hasReport = false }: Omit<MissionFacts, 'stage'>): boolean {
  return isOver && hasReport;
}

/** What somebody may do with a mission. */
export function missionAbilities({ stage, isOver = false, hasReport = false }: MissionFacts, standings: readonly Standing[]): MissionAbilities {
  const acts = mayPlanMissions(standings) ? [...ACTS[stage], ...(stage === 'AGREED' && isOver ? ONCE_OVER : [])] : [];
  const may = (act: Act): boolean => acts.includes(act) && !(areDaysSettled({ isOver, hasReport }) && ONCE_WRITTEN.includes(act));
  return {
    edit: may('edit'), translate: may('translate'), planLegs: may('planLegs'), searchPlan: may('searchPlan'), plan: may('plan'), consultPosts: may('consultPosts'), agree: may('agree'), replan: may('replan'), giveUp: may('giveUp'),
    writeReport: may('writeReport'), translateReport: may('translateReport'), followUp: may('followUp'), report: may('report'), close: may('close'), publish: may('publish'), appraise: may('appraise'),
  };
}

/** What the abilities of a leg depend on: `isOver` once its own last day is over where it is, which tells nothing of the other days of the mission. */
export interface LegFacts extends MissionFacts {
  readonly country: string;
  readonly isShown: boolean;
  readonly isOver: boolean;
}

/** Whether somebody acts for the post of a country. */
const isPostOf = (country: string, standings: readonly Standing[]): boolean => standings.some(({ role, country: own }) => (role === 'SCAC' || role === 'SSI') && own === country);

/** Whether somebody sees a leg: the adviser and the team, and the post of its country once it is shown. */
export function mayReadLeg({ country, isShown }: Pick<LegFacts, 'country' | 'isShown'>, standings: readonly Standing[]): boolean {
  return mayPlanMissions(standings) || (isShown && isPostOf(country, standings));
}

/** Where a leg that was shown is prepared by its post: also while the mission is planned anew, since what was shown stays shown. */
const PREPARED: readonly MissionStage[] = ['PLANNED', 'CONSULTED', 'AGREED'];

/** What somebody may do with a leg. A post prepares its own: what is said of it and who is to be reached there, but not where and when it is. */
export function legAbilities(facts: LegFacts, standings: readonly Standing[]): MissionLegAbilities {
  const { stage, country, isShown, isOver } = facts;
  const { edit, planLegs } = missionAbilities(facts, standings);
  return { edit, plan: planLegs, prepare: edit || (isShown && !isOver && PREPARED.includes(stage) && isPostOf(country, standings)) };
}
