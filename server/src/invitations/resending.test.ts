/** Taking an invitation to a session back and sending it again, by the API. */
import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, signEverybodyIn } from '../../test/permissions/roles.ts';
import { addSession, owner, rowsOf } from '../registrations/world.fixture.ts';
import { acceptedAs, actOnInvitation, invitationOf, invitationSecret, invitationsSeen, invitedOutcomes, inviteToSession } from './world.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
const WHO = 'ana@ministry.example';
let headers: Headers;
let days = 20;

const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
/** A session in Serbia at a time of its own. */
const open = (): Promise<string> => addSession(server(), { places: 5, inDays: (days += 2), country: 'RS' });
/** Somebody of an authority in Serbia who is invited to a session: the secret of their link. */
async function invited(session: string): Promise<string> {
  expect(invitedOutcomes(await inviteToSession(server(), headers.adviser, session, [{ email: WHO, name: 'Ana', locale: 'mk', isAuthority: true }]))).toEqual(['SENT']);
  return invitationSecret(server(), WHO);
}
const stateOf = async (session: string): Promise<string[]> => (await invitationsSeen(server(), headers.adviser, session)).map(({ state }) => state);
const mails = async (): Promise<number> => (await sql(`select from mail where recipient = ? and template = 'sessionInvitation'`, [WHO])).length;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
});
beforeEach(() => sql('delete from mail'));

test('an invitation is taken back, whoever of those who prepare it sent it; and sent again, by which the former link dies', async () => {
  const session = await open();
  const former = await invited(session);
  const id = await invitationOf(server(), session, WHO);
  for (const name of ['revokeSessionInvitation', 'resendSessionInvitation'] as const) expect(await actOnInvitation(server(), headers.ngoCoordinator, name, id)).toBe('GONE');
  expect(await actOnInvitation(server(), headers.scac, 'resendSessionInvitation', id)).toBe('DONE');
  expect(await acceptedAs(server(), former)).toBe('GONE');
  const secret = await invitationSecret(server(), WHO);
  expect(secret).not.toBe(former);
  expect(await actOnInvitation(server(), headers.assistant, 'revokeSessionInvitation', id)).toBe('DONE');
  expect([await actOnInvitation(server(), headers.scac, 'revokeSessionInvitation', id), await actOnInvitation(server(), headers.scac, 'resendSessionInvitation', id)]).toEqual(['DONE', 'TOO_LATE']);
  expect([await acceptedAs(server(), secret), await actOnInvitation(server(), {}, 'declineSessionInvitation', secret), await stateOf(session)]).toEqual(['REVOKED', 'REVOKED', ['REVOKED']]);
  expect(await rowsOf(server(), session)).toEqual([]);
  await invited(session);
});

test('sent again with the same key it is as sent again once, at once too; with another key it is sent once more: the control', async () => {
  const [session, submission] = [await open(), randomUUID()];
  await invited(session);
  const id = await invitationOf(server(), session, WHO);
  const before = await mails();
  const again = (key: string): Promise<string> => actOnInvitation(server(), headers.scac, 'resendSessionInvitation', id, key);
  expect(await Promise.all([again(submission), again(submission.toUpperCase())])).toEqual(['DONE', 'DONE']);
  expect([await again(submission), await mails()]).toEqual(['DONE', before + 1]);
  expect([await again(randomUUID()), await mails()]).toEqual(['DONE', before + 2]);
  expect(await actOnInvitation(server(), headers.scac, 'revokeSessionInvitation', id)).toBe('DONE');
});

test('no key sends it twice: not one that a newer one came after, nor that of the invitation itself; another one does: the control', async () => {
  const [session, own, first, second] = [await open(), randomUUID(), randomUUID(), randomUUID()];
  expect(invitedOutcomes(await inviteToSession(server(), headers.adviser, session, [{ email: WHO, isAuthority: true }], own))).toEqual(['SENT']);
  const id = await invitationOf(server(), session, WHO);
  const again = (key: string): Promise<string> => actOnInvitation(server(), headers.scac, 'resendSessionInvitation', id, key);
  expect([await again(first), await again(second), await mails()]).toEqual(['DONE', 'DONE', 3]);
  const secret = await invitationSecret(server(), WHO);
  expect([await again(first), await again(second), await again(own), await mails(), await invitationSecret(server(), WHO)]).toEqual(['DONE', 'DONE', 'DONE', 3, secret]);
  expect([await again(randomUUID()), await mails()]).toEqual(['DONE', 4]);
});

describe('invited again under the same key, since the answer was lost, they are told how it stands, and nothing is sent', () => {
  const KEY = randomUUID();
  const invite = async (session: string, key: string = KEY, people: readonly string[] = [WHO]): Promise<unknown> => invitedOutcomes(await inviteToSession(server(), headers.adviser, session, people.map((email) => ({ email, isAuthority: true })), key));

  test('while it can be answered, at once too', async () => {
    const session = await open();
    expect(await Promise.all([invite(session), invite(session, KEY.toUpperCase())])).toEqual([['SENT'], ['SENT']]);
    expect([await invite(session), await mails()]).toEqual([['SENT'], 1]);
    expect([await invite(session, randomUUID()), await mails()]).toEqual([['ALREADY_INVITED'], 1]);
  });

  test('taken back since; another key sends another: the control', async () => {
    const session = await open();
    await invite(session);
    await actOnInvitation(server(), headers.scac, 'revokeSessionInvitation', await invitationOf(server(), session, WHO));
    expect([await invite(session), await mails(), await stateOf(session)]).toEqual([['TAKEN_BACK'], 1, ['REVOKED']]);
    expect([await invite(session, randomUUID()), await mails()]).toEqual([['SENT'], 2]);
  });

  test('accepted and declined since', async () => {
    const [one, other] = [await open(), await open()];
    await invite(one);
    expect(await acceptedAs(server(), await invitationSecret(server(), WHO))).toBe('CONFIRMED');
    await invite(other);
    expect(await actOnInvitation(server(), {}, 'declineSessionInvitation', await invitationSecret(server(), WHO))).toBe('DONE');
    expect([await invite(one), await invite(other), await mails()]).toEqual([['ANSWERED'], ['ANSWERED'], 2]);
  });

  test('of a session that takes no registrations any more; who was not invited before that is not', async () => {
    const session = await open();
    await invite(session);
    await sql(`update training_session set stage = 'CLOSED' where uuid = ?`, [session]);
    expect([await invite(session), await invite(session, KEY, [WHO, 'other@ministry.example']), await invite(session, randomUUID()), await mails()]).toEqual([['OVER'], ['OVER', 'CLOSED'], 'CLOSED', 1]);
  });
});

test('sent again, and taken back since, it is not told as sent under the same key; while it holds it is, and when it was accepted: the control', async () => {
  const session = await open();
  await invited(session);
  const again = async (key: string): Promise<string> => actOnInvitation(server(), headers.scac, 'resendSessionInvitation', await invitationOf(server(), session, WHO), key);
  const [first, second] = [randomUUID(), randomUUID()];
  expect([await again(first), await again(first)]).toEqual(['DONE', 'DONE']);
  await actOnInvitation(server(), headers.assistant, 'revokeSessionInvitation', await invitationOf(server(), session, WHO));
  expect(await again(first)).toBe('TOO_LATE');
  await invited(session);
  expect(await again(second)).toBe('DONE');
  expect(await acceptedAs(server(), await invitationSecret(server(), WHO))).toBe('CONFIRMED');
  expect([await again(second), await again(randomUUID())]).toEqual(['DONE', 'TOO_LATE']);
});
