/** What may be done with the journeys and costs of a mission. Pure functions; the rules of rows in the migration say the same to the database. */
import { mayCost } from '../allowances/index.ts';
import type { Standing } from '../members/index.ts';
import type { CostAbilities } from './cost-abilities.type.ts';

/** What somebody may do, by where the mission stands. What was closed stays as it was; of one that was given up there may still be something to pay. */
export function costAbilities({ stage }: { readonly stage: string }, standings: readonly Standing[]): CostAbilities {
  const may = mayCost(standings);
  return { edit: may && stage !== 'CLOSED', travel: may && !['REPORTED', 'CLOSED', 'GIVEN_UP'].includes(stage) };
}
