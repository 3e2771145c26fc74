/** How often people may be invited, and links tried. */
import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, signEverybodyIn } from '../../test/permissions/roles.ts';
import type { SignInLimits } from '../accounts/index.ts';
import { addSession, owner } from '../registrations/world.fixture.ts';
import { acceptByLink, actOnInvitation, invitationOf, invitationSecret, invitedOutcomes, inviteToSession, readLink } from './world.fixture.ts';

const DAY = 86_400;
const server = testServer({ signInLimits: { ...UNLIMITED, sessionInvitationPerPerson: { points: 3, seconds: DAY } } });
const limited = testServer({ sendLink: async () => undefined, signInLimits: { ...UNLIMITED, tryPerNetwork: { points: 2, seconds: DAY } } });
let headers: Headers;

/** Another process beside the first, with other limits, where nothing is counted yet. */
async function beside(limits: Partial<SignInLimits>): Promise<{ readonly address: string }> {
  await owner(server(), 'delete from rate_limit');
  return server().beside({ signInLimits: { ...UNLIMITED, ...limits } });
}

beforeAll(async () => {
  headers = await signEverybodyIn(server());
});

test('people are counted, not forms, by who invites them; sending again counts too', async () => {
  const session = await addSession(server(), { places: 5 });
  const invite = (...emails: string[]) => inviteToSession(server(), headers.adviser, session, emails.map((email) => ({ email }))).then(invitedOutcomes);
  expect(await invite('a@ministry.example', 'b@ministry.example')).toEqual(['SENT', 'SENT']);
  expect(await invite('c@ministry.example', 'd@ministry.example')).toBe('RATE_LIMITED');
  const id = await invitationOf(server(), session, 'a@ministry.example');
  expect(await actOnInvitation(server(), headers.adviser, 'resendSessionInvitation', id)).toBe('DONE');
  expect(await actOnInvitation(server(), headers.adviser, 'resendSessionInvitation', id)).toBe('RATE_LIMITED');
  expect(await actOnInvitation(server(), headers.assistant, 'resendSessionInvitation', id)).toBe('DONE');
  expect(await actOnInvitation(server(), headers.adviser, 'revokeSessionInvitation', id)).toBe('DONE');
});

test('what is sent again under its key uses nothing up, and is answered when all is used up; another key is counted: the control', async () => {
  const repeating = await beside({ sessionInvitationPerPerson: { points: 3, seconds: DAY } });
  const { scac: poster } = headers;
  const session = await addSession(server(), { places: 5, country: 'RS' });
  const [submission, resent] = [randomUUID(), randomUUID()];
  const invite = async (key: string, ...emails: string[]): Promise<unknown> => invitedOutcomes(await inviteToSession(repeating, poster, session, emails.map((email) => ({ email })), key));
  expect(await invite(submission, 'a@ministry.example')).toEqual(['SENT']);
  for (let n = 0; n < 5; n += 1) expect(await invite(submission, 'a@ministry.example')).toEqual(['SENT']);
  const id = await invitationOf(server(), session, 'a@ministry.example');
  for (let n = 0; n < 5; n += 1) expect(await actOnInvitation(repeating, poster, 'resendSessionInvitation', id, resent)).toBe('DONE');
  // One is left of three: who comes beside them is counted alone.
  expect(await invite(submission, 'a@ministry.example', 'b@ministry.example')).toEqual(['SENT', 'SENT']);
  expect([await invite(submission, 'a@ministry.example', 'b@ministry.example'), await actOnInvitation(repeating, poster, 'resendSessionInvitation', id, resent)]).toEqual([['SENT', 'SENT'], 'DONE']);
  expect([await invite(randomUUID(), 'c@ministry.example'), await invite(submission, 'a@ministry.example', 'c@ministry.example'), await actOnInvitation(repeating, poster, 'resendSessionInvitation', id, randomUUID())]).toEqual(['RATE_LIMITED', 'RATE_LIMITED', 'RATE_LIMITED']);
});

test('what is refused is counted all the same: who may not invite there, a session that takes nobody, one that there is not, and an invitation that is not theirs', async () => {
  const repeating = await beside({ sessionInvitationPerPerson: { points: 2, seconds: DAY } });
  const [session, closed] = [await addSession(server(), { places: 5, country: 'RS' }), await addSession(server(), { places: 5, country: 'RS', inDays: 30 })];
  await owner(server(), `update training_session set stage = 'CLOSED' where uuid = ?`, [closed]);
  const thrice = async (once: () => Promise<unknown>): Promise<unknown[]> => {
    await owner(server(), 'delete from rate_limit');
    return [await once(), await once(), await once()];
  };
  const inviting = (by: keyof Headers, to: string) => (): Promise<unknown> => inviteToSession(repeating, headers[by], to, [{ email: 'e@ministry.example' }]).then(invitedOutcomes);
  expect(await thrice(inviting('ngoCoordinator', session))).toEqual(['NOT_ALLOWED', 'NOT_ALLOWED', 'RATE_LIMITED']);
  expect(await thrice(inviting('scac', closed))).toEqual(['CLOSED', 'CLOSED', 'RATE_LIMITED']);
  expect(await thrice(inviting('scac', randomUUID()))).toEqual(['GONE', 'GONE', 'RATE_LIMITED']);
  expect(await thrice(() => actOnInvitation(repeating, headers.scac, 'resendSessionInvitation', randomUUID()))).toEqual(['GONE', 'GONE', 'RATE_LIMITED']);
});

test('accepting once more under the same key is no try; a secret that is nobody’s is: the control', async () => {
  const repeating = await beside({ tryPerNetwork: { points: 6, seconds: DAY } });
  const { ssi: poster } = headers;
  const session = await addSession(server(), { places: 5, country: 'RS' });
  await inviteToSession(repeating, poster, session, [{ email: 'd@ministry.example', isAuthority: true }]);
  const [secret, submission] = [await invitationSecret(server(), 'd@ministry.example'), randomUUID()];
  for (let n = 0; n < 9; n += 1) expect(await acceptByLink(repeating, secret, { submission })).toMatchObject({ outcome: 'DONE' });
  const guesses: unknown[] = [];
  for (let n = 0; n < 6; n += 1) guesses.push(await actOnInvitation(repeating, {}, 'declineSessionInvitation', 'x'.repeat(32)));
  expect(guesses).toEqual([...Array.from({ length: 5 }, () => 'GONE'), 'RATE_LIMITED']);
});

test('whoever guesses links is told the same of each, and only so often', async () => {
  const guess = 'x'.repeat(32);
  expect(await readLink(limited(), guess)).toMatchObject({ state: null, session: null });
  expect(await acceptByLink(limited(), guess)).toMatchObject({ outcome: 'GONE', registered: null });
  expect(await actOnInvitation(limited(), {}, 'declineSessionInvitation', guess)).toBe('RATE_LIMITED');
});
