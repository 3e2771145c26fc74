/** The control of the drafts: a reader that shows everything shows nothing more as long as the rules of the table hold, and everything without them. */
import { expect, test, vi } from 'vitest';
import type { SignInLink } from '../../src/accounts/index.ts';
import { create } from '../../src/trainings/world.fixture.ts';
import { testServer, UNLIMITED } from '../http/harness.ts';
import { draftPaths } from './drafts.ts';
import { PEOPLE, signIn } from './roles.ts';

vi.mock('../../src/trainings/seen-sessions.ts', () => ({ seenSessions: () => undefined, seenVenues: () => undefined }));

const links: SignInLink[] = [];
const server = testServer({ sendLink: async (link) => void links.push(link), signInLimits: UNLIMITED });

test('a reader that hides no draft is found out, by every path, once the rules of the table are taken away too', { timeout: 60_000 }, async () => {
  const em = server().database.orm.em.fork();
  const [expert] = await em.execute<{ uuid: string }[]>('select uuid from expert limit 1');
  const adviser = await signIn(server(), links, PEOPLE.adviser);
  const { session } = await create(server(), adviser, { country: 'RS', town: 'Ниш', title: 'Xylophone', trainers: [`Expert_${expert!.uuid}`] });
  const seen = async (): Promise<Set<boolean>> => new Set(Object.values(await draftPaths(server(), {}, session!.id)));
  expect(await seen()).toEqual(new Set([false]));
  await em.execute('alter table training_session disable row level security');
  expect(await seen()).toEqual(new Set([true]));
});
