/** Who may do what with a training session. */
import type { Actor } from '../core/reader/index.ts';
import type { TrainingSessionAbilities } from './training-session.entity.ts';

/** What the abilities depend on. */
export interface SessionState {
  readonly hasBegun: boolean;
}

/** People are registered by those who are signed in, until the session begins; a full one has a waiting list. */
export function abilitiesOn(session: SessionState, actor: Actor): TrainingSessionAbilities {
  const isSignedIn = actor.circle !== 'visitor';
  return { register: isSignedIn && !session.hasBegun };
}
