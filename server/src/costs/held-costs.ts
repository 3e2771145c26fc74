/** A mission as whoever changes its journeys or costs holds it. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { type CostResult, result } from '../allowances/index.ts';
import { standingsOf } from '../members/index.ts';
import { costAbilities } from './cost.policy.ts';
import type { CostAbilities } from './cost-abilities.type.ts';

/** Which line or journey of which mission, by their keys, and who changes it. */
export interface Which {
  readonly person: string;
  readonly mission: string;
  readonly key: string;
}

/** Does something with a mission that is held until the transaction ends, if who asks may; GONE of one that is not there, and of all of them to whoever keeps no accounts. */
export async function whereHeld(em: EntityManager, { person, mission }: Which, need: keyof CostAbilities, work: () => Promise<CostResult>): Promise<CostResult> {
  const standings = await standingsOf(em, person);
  if (!costAbilities({ stage: 'IDEA' }, standings).edit) return result('GONE');
  const [held] = await em.execute<{ stage: string }[]>('select stage from mission where uuid = ? for update', [mission]);
  if (!held) return result('GONE');
  return costAbilities(held, standings)[need] ? work() : result('TOO_LATE');
}
