/** How often people may be invited, and links tried. */
import { beforeAll, expect, test } from 'vitest';
import { testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, signEverybodyIn } from '../../test/permissions/roles.ts';
import type { SignInLink } from '../accounts/index.ts';
import { addSession } from '../registrations/world.fixture.ts';
import { acceptByLink, actOnInvitation, invitationOf, invitedOutcomes, inviteToSession, readLink } from './world.fixture.ts';

const links: SignInLink[] = [];
const DAY = 86_400;
const server = testServer({ sendLink: async (link) => void links.push(link), signInLimits: { ...UNLIMITED, sessionInvitationPerPerson: { points: 3, seconds: DAY } } });
const limited = testServer({ sendLink: async () => undefined, signInLimits: { ...UNLIMITED, tryPerNetwork: { points: 2, seconds: DAY } } });
let headers: Headers;

beforeAll(async () => {
  headers = await signEverybodyIn(server(), links);
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

test('whoever guesses links is told the same of each, and only so often', async () => {
  const guess = 'x'.repeat(32);
  expect(await readLink(limited(), guess)).toMatchObject({ state: null, session: null });
  expect(await acceptByLink(limited(), guess)).toMatchObject({ outcome: 'GONE', registered: null });
  expect(await actOnInvitation(limited(), {}, 'declineSessionInvitation', guess)).toBe('RATE_LIMITED');
});
