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
  IDEA: ['edit', 'translate', 'planLegs', 'plan', 'giveUp'],
  PLANNED: ['edit', 'translate', 'planLegs', 'consultPosts', 'giveUp'],
  CONSULTED: ['edit', 'translate', 'agree', 'replan', 'giveUp'],
  AGREED: ['edit', 'translate', 'replan', 'giveUp'],
  REPORTED: ['translate'],
  CLOSED: [],
  // The reason stays to be read.
  GIVEN_UP: ['translate'],
};

/** Whether where and when its legs are can be changed, where it stands. */
export function areLegsOpen({ stage }: MissionFacts): boolean {
  return ACTS[stage].includes('planLegs');
}

/** What the abilities depend on. */
export interface MissionFacts {
  readonly stage: MissionStage;
}

/** What somebody may do with a mission. */
export function missionAbilities({ stage }: MissionFacts, standings: readonly Standing[]): MissionAbilities {
  const acts = mayPlanMissions(standings) ? ACTS[stage] : [];
  const may = (act: Act): boolean => acts.includes(act);
  return {
    edit: may('edit'), translate: may('translate'), planLegs: may('planLegs'), plan: may('plan'), consultPosts: may('consultPosts'), agree: may('agree'), replan: may('replan'), giveUp: may('giveUp'),
  };
}

/** What somebody may do with a leg: of a post nothing but to read it. */
export function legAbilities(facts: MissionFacts, standings: readonly Standing[]): MissionLegAbilities {
  const { edit, planLegs } = missionAbilities(facts, standings);
  return { edit, plan: planLegs };
}
