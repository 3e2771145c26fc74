/** Answering an invitation to a session by the secret of its link, whoever is or is not signed in. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Locale } from '@passerelle/shared/locales.ts';
import { hashOf } from '../members/index.ts';
import { actByLink, type NewParticipant, openPlaces, type PartyPlace, placePeople, type RegisterResult, removeFilesOfLink } from '../registrations/index.ts';
import type { SessionInvitationState } from './session-invitation.entity.ts';

/** What the secret of a link leads to. */
export interface FoundInvitation extends PartyPlace {
  readonly id: string;
  /** The key of the session. */
  readonly session: string;
  readonly state: SessionInvitationState;
  readonly email: string;
  readonly name: string;
  readonly locale: Locale;
  readonly format: string;
  readonly asksProfession: boolean;
}

/** The invitation with this secret; undefined where there is none, or no longer. */
export async function readInvitation(em: EntityManager, secret: string): Promise<FoundInvitation | undefined> {
  const link = hashOf(secret);
  await actByLink(em, link);
  const [found] = await em.execute<FoundInvitation[]>(
    'select id, session, state, email, name, locale, organisation, country, sector, format, asks_profession as "asksProfession" from invitation_of(?)', [link]);
  return found;
}

/** What whoever is invited says of themselves. */
export interface GivenAnswer extends Pick<NewParticipant, 'profession' | 'mode' | 'answers' | 'showsName'> {
  readonly secret: string;
  /** What is sent again with the same key is as sent once. */
  readonly submission: string;
  /** The language of the page. */
  readonly locale: Locale;
}

/** What came of answering. USED for an invitation that was accepted before, CLOSED where the session takes no registrations, INVALID when something is wrong with the answers, or with what is said of them. */
export const InvitationAnswerOutcome = { DONE: 'DONE', GONE: 'GONE', USED: 'USED', DECLINED: 'DECLINED', REVOKED: 'REVOKED', CLOSED: 'CLOSED', INVALID: 'INVALID' } as const;
export type InvitationAnswerOutcome = keyof typeof InvitationAnswerOutcome;

const OUTCOME_OF = { SENT: 'CLOSED', ACCEPTED: 'USED', DECLINED: 'DECLINED', REVOKED: 'REVOKED', EXPIRED: 'CLOSED' } as const satisfies Record<SessionInvitationState, InvitationAnswerOutcome>;

export interface InvitationAnswer extends Omit<RegisterResult, 'outcome'> {
  readonly outcome: InvitationAnswerOutcome;
}

const only = (outcome: InvitationAnswerOutcome): InvitationAnswer => ({ outcome, people: [], again: 0, faults: [], personFaults: [] });

/**
 * Registers whoever is invited, once, under the name and address of the invitation and for whom it says, and writes to them: they get a place, or wait for one, or for
 * the embassy, as anybody. The invitation is the nomination. Throws as `placePeople`.
 */
export async function acceptInvitation(em: EntityManager, origin: string, { secret, submission, locale, ...said }: GivenAnswer): Promise<InvitationAnswer> {
  const found = await readInvitation(em, secret);
  if (!found) return only('GONE');
  if (found.state !== 'SENT' && found.state !== 'ACCEPTED') return only(OUTCOME_OF[found.state]);
  await openPlaces(em);
  const { session, organisation, country, sector, format, asksProfession } = found;
  const person = { ...said, name: found.name, email: found.email, locale: found.locale };
  const given = { session, organisation, country, submission, locale, signIn: null, people: [person], mayAdd: true };
  const read = { format, asksProfession, isOpen: found.state === 'SENT', isAsking: true, email: null, locale: found.locale };
  const invitation = hashOf(secret);
  const { outcome, ...told } = await placePeople(em, { person: '', origin }, given, { read, party: { organisation, country, sector }, way: 'INVITED', invitation });
  if (outcome === 'DONE') await removeFilesOfLink(em, invitation);
  if (outcome === 'DONE' || outcome === 'INVALID') return { outcome, ...told };
  return whereOthersWereFirst(em, secret);
}

/** What is told where somebody else was first: to answer it, or to take it back. They have left the files that were held here: of an invitation that is over they go. */
async function whereOthersWereFirst(em: EntityManager, secret: string): Promise<InvitationAnswer> {
  const now = await readInvitation(em, secret);
  if (!now || (now.state !== 'SENT' && now.state !== 'EXPIRED')) await removeFilesOfLink(em, hashOf(secret));
  return only(now ? OUTCOME_OF[now.state] : 'GONE');
}

/** Declines an invitation. One that is declined stays so. */
export async function declineInvitation(em: EntityManager, secret: string): Promise<InvitationAnswerOutcome> {
  const link = hashOf(secret);
  await actByLink(em, link);
  const [row] = await em.execute<{ state: SessionInvitationState | null }[]>('select decline_invitation(?) as state', [link]);
  const state = row?.state ?? null;
  if (state === null) return 'GONE';
  return state === 'DECLINED' ? 'DONE' : OUTCOME_OF[state];
}
