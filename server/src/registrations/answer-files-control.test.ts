/** The control of what holds a file: where nobody holds it, two are registered with it, of whom one finds it gone in the middle of it all. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { expect, test, vi } from 'vitest';
import { testServer, UNLIMITED } from '../../test/http/harness.ts';
import { PEOPLE, signIn } from '../../test/permissions/roles.ts';
import type { SignInLink } from '../accounts/index.ts';
import { ngoOf } from '../members/world.fixture.ts';
import { atOnce } from './answer-files.fixture.ts';

vi.mock('./answer-files.service.ts', async (original) => {
  const service = await original<typeof import('./answer-files.service.ts')>();
  // The same statement, which then holds nothing.
  const unheld = (em: EntityManager): EntityManager => ({ execute: (text: string, values: unknown[]) => em.execute(text.replace(/for update of f$/, ''), values) }) as never;
  return { ...service, heldFiles: (em: EntityManager, ...rest: [never, never]) => service.heldFiles(unheld(em), ...rest) };
});

const links: SignInLink[] = [];
const server = testServer({ sendLink: async (link) => void links.push(link), signInLimits: UNLIMITED });

test('a file that nobody holds is taken by both, and one of them fails', { timeout: 60_000 }, async () => {
  const [adviser, coordinator] = [await signIn(server(), links, PEOPLE.adviser), await signIn(server(), links, PEOPLE.ngoCoordinator)];
  expect(await atOnce(server(), { adviser, coordinator, organisation: await ngoOf(server(), 'RS') })).toEqual(['DONE', 'INTERNAL_SERVER_ERROR']);
});
