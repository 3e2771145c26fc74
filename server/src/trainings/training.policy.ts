/** Who may do what with a training session. Pure functions; the rules of rows in the migration say the same to the database. */
import type { Standing } from '../members/index.ts';
import type { Actor } from '../core/reader/index.ts';
import type { TrainingSessionAbilities } from './training-session.entity.ts';
import type { SessionStage } from './session-stage.ts';

/** What the abilities depend on. */
export interface SessionFacts {
  readonly stage: SessionStage;
  /** The code of its country; null when it is online only. */
  readonly country: string | null;
  readonly hasBegun: boolean;
  readonly isOver: boolean;
  /** Whether the time for registration is over. */
  readonly isRegistrationOver: boolean;
}

/** Whether somebody may prepare sessions held in a country, or nowhere but online: the adviser any, an embassy those of its country. */
export function mayPrepare(standings: readonly Standing[], country: string | null): boolean {
  return standings.some(({ role, country: own }) =>
    role === 'ADVISER' || role === 'ASSISTANT' || ((role === 'SCAC' || role === 'SSI') && own !== null && own === country));
}

/** Whether people can be registered for it at this moment, whoever does it. A full session has a waiting list. */
export function isRegistrationOpen({ stage, hasBegun, isRegistrationOver }: SessionFacts): boolean {
  return stage === 'OPEN' && !hasBegun && !isRegistrationOver;
}

/**
 * What somebody may do with a session, but for registering. Whoever prepares it changes it until it is over, and opens, closes and calls off what
 * is announced; one that is over or called off is put away, one that nobody else has seen is thrown away.
 */
export function abilitiesOf({ stage, hasBegun, isOver, country }: SessionFacts, standings: readonly Standing[]): Omit<TrainingSessionAbilities, 'register'> {
  const may = mayPrepare(standings, country);
  const isAnnounced = stage === 'OPEN' || stage === 'CLOSED';
  const isDraft = stage === 'DRAFT';
  const edit = may && (isDraft || (isAnnounced && !isOver));
  return {
    edit,
    translate: edit || (may && stage === 'CANCELLED'),
    open: may && isDraft && !hasBegun,
    close: may && stage === 'OPEN' && !hasBegun,
    reopen: may && stage === 'CLOSED' && !hasBegun,
    cancel: may && isAnnounced && !isOver,
    archive: may && (stage === 'CANCELLED' || (isAnnounced && isOver)),
    discard: may && isDraft,
  };
}

/** What who asks may do with a session. */
export function abilitiesOn({ standings, ...session }: SessionFacts & { readonly standings: readonly Standing[] }, actor: Actor): TrainingSessionAbilities {
  return { ...abilitiesOf(session, standings), register: actor.circle !== 'visitor' && isRegistrationOpen(session) };
}
