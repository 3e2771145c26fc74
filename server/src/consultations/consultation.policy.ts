/** Who gives which opinion. Pure functions; the functions of the database say the same. */
import type { Standing } from '../members/index.ts';
import type { ConsultationAbilities, PostService } from './consultation.entity.ts';

/** What the abilities depend on: where it is, whether the mission still waits for it, and whether the last day is not over. */
export interface ConsultationFacts {
  readonly country: string;
  readonly isWaited: boolean;
  readonly isOpen: boolean;
  /** Whether the last day of the leg is over: nothing is said of it any more. */
  readonly isOver: boolean;
}

const SERVICES = ['SCAC', 'SSI'] as const satisfies readonly PostService[];

/** What somebody may do with a consultation. */
export function consultationAbilities({ country, isWaited, isOpen, isOver }: ConsultationFacts, standings: readonly Standing[]): ConsultationAbilities {
  const isAdviser = standings.some(({ role }) => role === 'ADVISER' || role === 'ASSISTANT');
  const own = SERVICES.filter((service) => standings.some((one) => one.role === service && one.country === country));
  const isTaken = isWaited && !isOver;
  return { give: isTaken && isOpen ? own : [], note: isTaken && isAdviser };
}
