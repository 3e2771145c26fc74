/** Who may do what with calls for availability. Pure functions; the rules of rows in the migration say the same to the database. */
import type { RuleActor } from '../core/reader/index.ts';
import type { AvailabilityCallAbilities } from './availability-call.entity.ts';

/** How many days a call asks for at most, and how many experts are asked at once. */
export const MOST_DAYS = 62;
export const ASKED_AT_ONCE = 30;

/** How long nobody is written to again who has a link: as PostgreSQL says it, and as an interval of it. */
export const PAUSE = '1 day';
export const BETWEEN_MAILS = `interval '${PAUSE}'`;

/** Whether somebody makes calls for availability, asks experts and reads what all of them answer: the adviser and their team. Nobody else knows of any. */
export function mayAskExperts({ circle }: RuleActor): boolean {
  return circle === 'adviser';
}

/** What the abilities depend on: whether it was closed by hand, and whether it takes answers. */
export interface CallFacts {
  readonly isClosed: boolean;
  readonly isOpen: boolean;
}

/** What somebody may do with a call. One whose last day is over is open again once that day is a later one. */
export function callAbilities({ isClosed, isOpen }: CallFacts, actor: RuleActor): AvailabilityCallAbilities {
  const isTheirs = mayAskExperts(actor);
  return { edit: isTheirs && !isClosed, ask: isTheirs && isOpen, close: isTheirs && !isClosed };
}
