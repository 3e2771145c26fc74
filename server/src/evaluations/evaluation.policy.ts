/** What may be done about the evaluation of a session. Pure functions of the roles that somebody acts in today and of the session; the rules of rows say the same. */
import type { Standing } from '../members/index.ts';
import { mayPrepare } from '../trainings/index.ts';
import type { EvaluationAbilities } from './evaluation.entity.ts';

export interface EvaluatedSession {
  readonly stage: string;
  /** The code of its country; null when it is online only. */
  readonly country: string | null;
  readonly isOver: boolean;
  /** Whether people have been asked: they are once. */
  readonly isOpened: boolean;
}

/** People are asked once the session is over, once, by those who prepare it. */
export function evaluationAbilities(standings: readonly Standing[], { stage, country, isOver, isOpened }: EvaluatedSession): EvaluationAbilities {
  const wasHeld = stage === 'OPEN' || stage === 'CLOSED' || stage === 'ARCHIVED';
  return { open: mayPrepare(standings, country) && wasHeld && isOver && !isOpened };
}
