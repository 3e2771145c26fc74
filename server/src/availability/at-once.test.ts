/** Two at once: of two answers from one link one is kept, of two who ask the same expert one does, and nobody answers a call that is being closed. */
import { beforeAll, expect, test } from 'vitest';
import { testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, signEverybodyIn } from '../../test/permissions/roles.ts';
import type { SignInLink } from '../accounts/index.ts';
import { answeredTwice, askedTwice, closedMeanwhile } from './at-once.fixture.ts';

const links: SignInLink[] = [];
const server = testServer({ sendLink: async (link) => void links.push(link), signInLimits: UNLIMITED });
let headers: Headers;

beforeAll(async () => {
  headers = await signEverybodyIn(server(), links);
});

test('of two tabs that answer at once one is told that it was answered meanwhile', async () => {
  expect(await answeredTwice(server(), headers.adviser, 'tabs@expert.example')).toEqual(['CONFLICT', 'DONE']);
});

test('of two who ask the same expert at once one does: there is one mail', async () => {
  expect(await askedTwice(server(), headers.adviser, 'once@expert.example')).toEqual([['ALREADY_ASKED', 'ASKED'], 1]);
});

test('whoever answers while the call is being closed is too late', async () => {
  expect(await closedMeanwhile(server(), headers.adviser, 'late@expert.example')).toEqual(['DONE', 'TOO_LATE']);
});
