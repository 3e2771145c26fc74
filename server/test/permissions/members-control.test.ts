/** The control of the policies of the members: with them taken away, the rules of the tables still show nothing of others. */
import { expect, test, vi } from 'vitest';
import { ask, testServer, UNLIMITED } from '../http/harness.ts';
import { signEverybodyIn } from './roles.ts';

vi.mock('../../src/members/standing.ts', async (original) => ({ ...(await original<object>()), seenPlaces: () => undefined }));

const server = testServer({ signInLimits: UNLIMITED });

test('a reader that hides nobody is found out, once the rules of the tables are taken away too', { timeout: 60_000 }, async () => {
  const headers = await signEverybodyIn(server());
  const counted = async (): Promise<unknown> => (await ask(server(), '{ members { totalCount } invitations { totalCount } }', {}, headers.scacElsewhere)).data;
  const em = server().database.orm.em.fork();
  const [all] = await em.execute<[{ members: number; invitations: number }]>('select (select count(*)::int from member) as members, (select count(*)::int from invitation) as invitations');
  // Two of an organisation, and one's own role.
  expect(await counted()).toEqual({ members: { totalCount: 3 }, invitations: { totalCount: 1 } });
  for (const table of ['member', 'person', 'invitation']) await em.execute(`alter table ${table} disable row level security`);
  expect(await counted()).toEqual({ members: { totalCount: all.members }, invitations: { totalCount: all.invitations } });
});
