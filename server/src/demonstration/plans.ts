/** An invented question to the planner: which countries, and which team, for an invented mission that is an idea so far. The job of all searches answers it once the server runs. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { searchPlan } from '../plans/index.ts';
import { MISSION_KEYS } from './missions.ts';

/** Drawn by chance, once: the same demonstration has the same. */
const SEARCH = '5d8e2f71-c09b-4a36-92e4-b71f6a0d83c5';

/** Asks in the name of the invented adviser, once there is a demonstration. `em` is the owner's. */
export async function askForPlan(em: EntityManager): Promise<void> {
  await em.transactional(async (own) => {
    const [adviser] = await own.execute<{ id: string }[]>(`select id from person where email = 'adviser@passerelle.example'`);
    if (!adviser) return;
    await own.execute(`select set_config('passerelle.person', ?, true)`, [adviser.id]);
    await searchPlan(own, { person: adviser.id, key: SEARCH }, MISSION_KEYS.SPRING, {
      envelopeCents: null, interpreterCents: 30_000, taken: ['PERHAPS', 'NOT_ASKED', 'NOT_CLEARED'], isTeamKept: false, isIdea: true, mostCountries: 3, pins: [], former: null, goals: null, kindLimits: [], seed: 0,
    });
  });
}
