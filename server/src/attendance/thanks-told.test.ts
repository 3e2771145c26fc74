/** What the mail of thanks says of what comes next, and what who prepares the session sees of it. */
import { describe, expect, test } from 'vitest';
import { ask } from '../../test/http/harness.ts';
import { open } from '../evaluations/world.fixture.ts';
import { ORIGIN, thanksWorld } from './thanks.fixture.ts';
import { thank } from './thanks.service.ts';
import { issue, record } from './world.fixture.ts';

const world = thanksWorld();
const { server, sql, address, em, thanksTo, present, over, run } = world;

describe('what comes next', () => {
  const CERTIFICATE = { ISSUED: 'attestation de présence est délivrée', EARNED: 'suffit pour une attestation de présence' };
  const QUESTIONS = { ASKED: 'On vous a demandé ce que', POSSIBLE: 'Il se peut que l’on vous demande' };
  const told = async (email: string): Promise<string[]> => {
    const [{ text } = { text: '' }] = await thanksTo(email);
    return Object.entries({ ...CERTIFICATE, ...QUESTIONS }).filter(([, sentence]) => text.includes(sentence)).map(([name]) => name);
  };

  test('is said of a certificate as it is: issued, or to be had; nothing to who was not there for long enough', async () => {
    const [short, earned, issued] = [address(), address(), address()];
    const { session, registrations } = await over([{ email: short }, { email: earned }, { email: issued }], { began: '53 hours', lasts: '50 hours' });
    const days = (await sql<{ day: string }>('select unnest(held_days(?))::text as day', [session])).map(({ day }) => day);
    await record(server(), world.headers().scac, { registration: registrations[0]!, day: days[0]! }, ...[1, 2].flatMap((at) => days.map((day) => ({ registration: registrations[at]!, day }))));
    expect(await issue(server(), world.headers().scac, session, [registrations[2]!])).toEqual(['DONE']);
    const link = await sql('select secret_hash from certificate where session_uuid = ?', [session]);
    expect(await run()).toBe(3);
    expect([await told(short), await told(earned), await told(issued)]).toEqual([[], ['EARNED'], ['ISSUED']]);
    expect(await sql('select secret_hash from certificate where session_uuid = ?', [session])).toEqual(link);
  });

  test('is said of questions as it is: possible where enough were there, asked where they are; nothing once they are over', async () => {
    const eleven = () => Array.from({ length: 11 }, () => ({ email: address() }));
    for (const [state, expected] of [['POSSIBLE', ['EARNED', 'POSSIBLE']], ['ASKED', ['EARNED', 'ASKED']], ['OVER', ['EARNED']]] as const) {
      const people = eleven();
      const { session, registrations } = await over(people);
      await present(...registrations);
      if (state !== 'POSSIBLE') expect(await open(server(), world.headers().scac, session)).toBe('DONE');
      const hashes = () => sql('select registration_uuid, secret_hash from evaluation_invitation where session_uuid = ? order by 1', [session]);
      const before = await hashes();
      if (state === 'OVER') await sql(`update session_evaluation set closes_at = now() - interval '1 second' where session_uuid = ?`, [session]);
      expect(await thank(em(), ORIGIN, session)).toBe(11);
      expect([await told(people[0]!.email), await hashes()]).toEqual([expected, before]);
    }
  });
});

test('who prepares the session sees how many were thanked, and when; who registered people does not', async () => {
  const { session, registrations } = await over([{ email: address() }, { email: address() }]);
  await present(...registrations);
  const seen = async (who: 'scac' | 'ngoCoordinator') => ((await ask(server(), 'query ($id: ID!) { trainingSession(id: $id) { attendance { thanked thankedAt } } }', { id: `TrainingSession_${session}` }, world.headers()[who])).data!.trainingSession as { attendance: unknown }).attendance;
  expect(await seen('scac')).toEqual({ thanked: 0, thankedAt: null });
  await run();
  expect([await seen('scac'), await seen('ngoCoordinator')]).toEqual([{ thanked: 2, thankedAt: expect.stringMatching(/^\d{4}-/) }, null]);
});
