/** The controls of two at once: what holds the call and what it asked is what keeps them apart. */
import { beforeAll, expect, test } from 'vitest';
import { testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, signEverybodyIn } from '../../test/permissions/roles.ts';
import type { SignInLink } from '../accounts/index.ts';
import { owner } from '../registrations/world.fixture.ts';
import { closedMeanwhile } from './at-once.fixture.ts';

const links: SignInLink[] = [];
const server = testServer({ sendLink: async (link) => void links.push(link), signInLimits: UNLIMITED });
let headers: Headers;

beforeAll(async () => {
  headers = await signEverybodyIn(server(), links);
  const [row] = await owner<{ is: string }>(server(), `select pg_get_functiondef('answer_availability(text, uuid, int, text[], text, text)'::regprocedure) as is`);
  expect(row!.is).toContain(' for share;');
  await owner(server(), row!.is.replace(' for share;', ';'));
});

test('without holding the call, what is closed is answered', async () => {
  expect(await closedMeanwhile(server(), headers.adviser, 'late@expert.example')).toEqual(['DONE', 'DONE']);
});
