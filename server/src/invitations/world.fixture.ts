/** What tests of invitations to sessions share: what people do by the API. */
import { randomUUID } from 'node:crypto';
import { type Answer, ask, type TestServer } from '../../test/http/harness.ts';
import { type Cookies, owner } from '../registrations/world.fixture.ts';

export interface InvitedPerson {
  readonly email: string;
  readonly name?: string;
  readonly locale?: string;
  /** A slug. */
  readonly organisation?: string;
  readonly isAuthority?: boolean;
  readonly country?: string;
}

const INVITE = 'mutation ($input: InviteToSessionInput!) { inviteToSession(input: $input) { outcome people { email outcome } } }';

/** Invites people to a session by its key: the answer. */
export function inviteToSession(server: { readonly address: string }, headers: Cookies, session: string, people: readonly InvitedPerson[], submission: string = randomUUID()): Promise<Answer> {
  const input = {
    session: `TrainingSession_${session}`, submission,
    people: people.map(({ organisation, ...one }) => ({ name: 'Somebody', locale: 'fr', ...(organisation ? { organisation: `Organisation_${organisation}` } : { country: 'RS' }), ...one })),
  };
  return ask(server, INVITE, { input }, headers);
}

/** The outcome for each, or that of the whole, or the code of the error. */
export function invitedOutcomes(answer: Answer): unknown {
  if (answer.code) return answer.code;
  const told = answer.data!.inviteToSession as { outcome: string; people: { outcome: string }[] };
  return told.outcome === 'DONE' ? told.people.map(({ outcome }) => outcome) : told.outcome;
}

/** The secret of the link that somebody was sent last. */
export async function invitationSecret(server: Pick<TestServer, 'database'>, email: string): Promise<string> {
  const mails = await owner<{ text: string }>(server, `select text from mail where recipient = ? and template = 'sessionInvitation' order by created_at desc, uuid desc limit 1`, [email]);
  return /session-invitation#([\w-]{32})\n/.exec(mails[0]!.text)![1]!;
}

/** The key of the invitation that an address has to a session. */
export async function invitationOf(server: Pick<TestServer, 'database'>, session: string, email: string): Promise<string> {
  const [row] = await owner<{ id: string }>(server, 'select uuid as id from session_invitation where session_uuid = ? and email = ? order by uuid desc limit 1', [session, email]);
  return row!.id;
}

export interface Accepting {
  readonly submission?: string;
  readonly profession?: string;
  readonly mode?: string;
  readonly answers?: readonly object[];
  readonly hasConsent?: boolean;
  readonly showsName?: boolean;
}

const ACCEPT = `mutation ($input: AcceptSessionInvitationInput!) { acceptSessionInvitation(input: $input) {
  outcome registered { email outcome position passedOver } faults { question fault } personFaults { field fault } } }`;

export interface ToldInvited {
  readonly outcome: string;
  readonly registered: { readonly email: string; readonly outcome: string; readonly position: number | null; readonly passedOver: string | null } | null;
  readonly faults: readonly { readonly question: string; readonly fault: string }[];
  readonly personFaults: readonly { readonly field: string; readonly fault: string }[];
}

/** Accepts by a link: what came of it. Throws what the error says. */
export async function acceptByLink(server: { readonly address: string }, secret: string, given: Accepting = {}, headers: Cookies = {}): Promise<ToldInvited> {
  const answer = await ask(server, ACCEPT, { input: { secret, submission: randomUUID(), hasConsent: true, ...given } }, headers);
  if (answer.code) throw new Error(answer.code);
  return answer.data!.acceptSessionInvitation as ToldInvited;
}

/** The same in a word: how they stand, else what came of it as a whole. */
export async function acceptedAs(server: { readonly address: string }, secret: string, given: Accepting = {}, headers: Cookies = {}): Promise<string> {
  const { outcome, registered } = await acceptByLink(server, secret, given, headers);
  return registered?.outcome ?? outcome;
}

/** Does something with an invitation by its key, or by the secret of its link: the outcome, or the code of the error. */
export async function actOnInvitation(server: { readonly address: string }, headers: Cookies, name: 'revokeSessionInvitation' | 'resendSessionInvitation' | 'declineSessionInvitation', of: string, submission: string = randomUUID()): Promise<string> {
  const argument = name === 'declineSessionInvitation' ? `secret: "${of}"` : `id: "SessionInvitation_${of}"${name === 'resendSessionInvitation' ? `, submission: "${submission}"` : ''}`;
  const answer = await ask(server, `mutation { ${name}(${argument}) { outcome } }`, {}, headers);
  return answer.code ?? (answer.data![name] as { outcome: string }).outcome;
}

/** What a link leads to. */
export async function readLink(server: { readonly address: string }, secret: string, headers: Cookies = {}): Promise<unknown> {
  const answer = await ask(server, `mutation ($secret: String!) { readSessionInvitation(secret: $secret) { state name sector session { title { text } questions { id } } organisation { id } country { code } } }`, { secret }, headers);
  if (answer.code) throw new Error(answer.text);
  return answer.data!.readSessionInvitation;
}

/** The invitations of a session, as who asks sees them. */
export async function invitationsSeen(server: { readonly address: string }, headers: Cookies, session: string): Promise<{ email: string; state: string; can: object }[]> {
  const { data } = await ask(server, `query ($id: ID!) { trainingSession(id: $id) { invitations(first: 100) { nodes { email name state locale sector organisation { id } country { code } can { revoke resend } } } } }`, { id: `TrainingSession_${session}` }, headers);
  return (data!.trainingSession as { invitations: { nodes: never[] } }).invitations.nodes;
}
