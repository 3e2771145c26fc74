/** Who may do what with a training session. Pure functions; the rules of rows in the migration say the same to the database. */
import { takesPart } from '../accounts/index.ts';
import type { Standing } from '../members/index.ts';
import type { Actor } from '../core/reader/index.ts';
import type { TrainingSessionAbilities } from './session-abilities.type.ts';
import type { SessionStage, SessionState } from './session-stage.ts';

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

/** Whether somebody says sessions that are announced in other languages, wherever they are held: they change nothing else of them, and see no draft. */
export function mayTranslate(standings: readonly Standing[]): boolean {
  return standings.some(({ role }) => role === 'TRANSLATOR');
}

/** Whether people can be registered for it at this moment, whoever does it. A full session has a waiting list. */
export function isRegistrationOpen({ stage, hasBegun, isRegistrationOver }: SessionFacts): boolean {
  return stage === 'OPEN' && !hasBegun && !isRegistrationOver;
}

/** What can be done with a session by whoever prepares it. */
type Act = Exclude<keyof TrainingSessionAbilities, 'register' | 'registerMyself'>;

/** By where it stands. One that is over or called off is put away, one that nobody else has seen is thrown away. */
const ACTS: Readonly<Record<SessionState, readonly Act[]>> = {
  DRAFT: ['edit', 'translate', 'open', 'discard'],
  OPEN: ['edit', 'translate', 'close', 'cancel'],
  CLOSED: ['edit', 'translate', 'reopen', 'cancel'],
  RUNNING: ['edit', 'translate', 'cancel'],
  DONE: ['archive'],
  CANCELLED: ['translate', 'archive'],
  ARCHIVED: [],
};

/** Where a session stands: what people decided, and what the clock has made of it. */
function stateOf({ stage, hasBegun, isOver }: SessionFacts): SessionState {
  if (stage !== 'OPEN' && stage !== 'CLOSED') return stage;
  if (isOver) return 'DONE';
  return hasBegun ? 'RUNNING' : stage;
}

/** What somebody may do with a session, but for registering: whoever prepares it what its state allows, a translator what of that is translating once it is announced, nobody else anything. */
export function abilitiesOf(session: SessionFacts, standings: readonly Standing[]): Readonly<Record<Act, boolean>> {
  const acts = ACTS[stateOf(session)];
  const isPreparing = mayPrepare(standings, session.country);
  const isTranslating = mayTranslate(standings) && session.stage !== 'DRAFT';
  const may = (act: Act): boolean => acts.includes(act) && (isPreparing || (act === 'translate' && isTranslating));
  return {
    edit: may('edit'), translate: may('translate'), open: may('open') && !session.hasBegun, close: may('close'), reopen: may('reopen'), cancel: may('cancel'), archive: may('archive'), discard: may('discard'),
  };
}

/** Whether somebody may register themselves for a session, and nobody else: where nobody has to nominate them. */
export function mayRegisterMyself(standings: readonly Standing[], { needsNomination, ...session }: SessionFacts & { readonly needsNomination: boolean }): boolean {
  return !needsNomination && isRegistrationOpen(session) && takesPart(standings.map(({ role }) => role));
}

/** What who asks may do with a session. */
export function abilitiesOn({ standings, ...session }: SessionFacts & { readonly standings: readonly Standing[]; readonly needsNomination: boolean }, actor: Actor): TrainingSessionAbilities {
  return { ...abilitiesOf(session, standings), register: actor.circle !== 'visitor' && isRegistrationOpen(session), registerMyself: mayRegisterMyself(standings, session) };
}
