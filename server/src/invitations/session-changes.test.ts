/** What who is invited to a session is told when it is held at another time, or not at all. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, signEverybodyIn } from '../../test/permissions/roles.ts';
import { mailsTo } from '../registrations/world.fixture.ts';
import { cancel, create, keyOf, owner, step, update } from '../trainings/world.fixture.ts';
import { acceptedAs, actOnInvitation, invitationOf, invitationSecret, invitedOutcomes, inviteToSession } from './world.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
let headers: Headers;

const sql = (text: string, values: unknown[] = []): Promise<unknown[]> => owner(server(), text, values);
const subjects = async (to: string): Promise<string[]> => (await mailsTo(server(), to)).map(({ subject }) => subject.split(' – ')[0]!);
const [ANA, BORIS, CEM] = ['ana@ministry.example', 'boris@ministry.example', 'cem@ministry.example'];

/** A session that is open, to which some people are invited: its id, its key and the version it stands at. */
async function invitedTo(...people: readonly { readonly email: string; readonly locale: string }[]): Promise<{ id: string; session: string; version: number }> {
  const { id } = (await create(server(), headers.adviser)).session!;
  const { version } = (await step(server(), headers.adviser, 'openSession', id)).session!;
  expect(invitedOutcomes(await inviteToSession(server(), headers.adviser, keyOf(id), people.map((one) => ({ ...one, isAuthority: true }))))).toEqual(people.map(() => 'SENT'));
  return { id, session: keyOf(id), version };
}

beforeAll(async () => {
  headers = await signEverybodyIn(server());
});
beforeEach(() => sql('delete from mail'));

describe('who is invited and has not answered', () => {
  test('is told that the session is called off, and why, in their language as far as it is said in it', async () => {
    const { id } = await invitedTo({ email: ANA, locale: 'mk' }, { email: BORIS, locale: 'fr' });
    expect(await cancel(server(), headers.adviser, id, { en: 'The room is closed.', fr: 'La salle est fermée.' })).toMatchObject({ outcome: 'DONE' });
    expect([await subjects(ANA), await subjects(BORIS)]).toEqual([['Обуката е откажана'], ['Session de formation annulée']]);
    expect([(await mailsTo(server(), ANA))[0]!.text, (await mailsTo(server(), BORIS))[0]!.text]).toEqual([expect.stringContaining('The room is closed.'), expect.stringContaining('La salle est fermée.')]);
  });

  test('is told once that it is held at another time; of other places nobody is told', async () => {
    const { id, version } = await invitedTo({ email: ANA, locale: 'tr' });
    const fuller = await update(server(), headers.adviser, id, version, { places: 3 });
    expect([fuller.outcome, await subjects(ANA)]).toEqual(['DONE', []]);
    expect(await update(server(), headers.adviser, id, fuller.session!.version, { places: 3, ends: '2099-03-11T18:00' })).toMatchObject({ outcome: 'DONE' });
    expect(await subjects(ANA)).toEqual(['Eğitim oturumu değişti']);
  });
});

test('who has answered, whose invitation was taken back, and who could not answer any longer is told nothing', async () => {
  const { id, session } = await invitedTo({ email: ANA, locale: 'mk' }, { email: BORIS, locale: 'fr' }, { email: CEM, locale: 'tr' });
  await actOnInvitation(server(), {}, 'declineSessionInvitation', await invitationSecret(server(), ANA));
  await actOnInvitation(server(), headers.adviser, 'revokeSessionInvitation', await invitationOf(server(), session, BORIS));
  await acceptedAs(server(), await invitationSecret(server(), CEM));
  await sql('delete from mail');
  await cancel(server(), headers.adviser, id, { fr: 'La salle est fermée.' });
  // Who has accepted is registered, and is told that once, as all who are.
  expect([await subjects(ANA), await subjects(BORIS), await subjects(CEM)]).toEqual([[], [], ['Eğitim oturumu iptal edildi']]);

  const running = await invitedTo({ email: ANA, locale: 'mk' });
  await sql(`update training_session set starts_at = now() - interval '1 hour', registration_until = null where uuid = ?`, [running.session]);
  await cancel(server(), headers.adviser, running.id, { fr: 'La salle est fermée.' });
  expect(await subjects(ANA)).toEqual([]);

  const closed = await invitedTo({ email: ANA, locale: 'mk' });
  await step(server(), headers.adviser, 'closeSession', closed.id);
  await cancel(server(), headers.adviser, closed.id, { fr: 'La salle est fermée.' });
  expect(await subjects(ANA)).toEqual([]);
});
