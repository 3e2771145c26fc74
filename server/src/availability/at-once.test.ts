/** Two at once: of two answers from one link one is kept, of two who ask the same expert one does, nobody answers a call that is being closed, and no link is good that went to an address of before. */
import { beforeAll, expect, test } from 'vitest';
import { testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, signEverybodyIn } from '../../test/permissions/roles.ts';
import { answeredTwice, askedTwice, closedMeanwhile, movedMeanwhile, remindedTwice, voidedMeanwhile } from './at-once.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
let headers: Headers;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
});

test('of two tabs that answer at once one is told that it was answered meanwhile', async () => {
  expect(await answeredTwice(server(), headers.adviser, 'tabs@expert.example')).toEqual(['CONFLICT', 'DONE']);
});

test('of two who ask the same expert at once one does: there is one mail', async () => {
  expect(await askedTwice(server(), headers.adviser, 'once@expert.example')).toEqual([['ALREADY_ASKED', 'ASKED'], 1]);
});

test('of two who remind the same expert at once one does: there is one more mail', async () => {
  expect(await remindedTwice(server(), headers.adviser, 'reminded@expert.example')).toEqual([['ASKED', 'TOO_SOON'], 2]);
});

test('whoever answers while the call is being closed is too late', async () => {
  expect(await closedMeanwhile(server(), headers.adviser, 'late@expert.example')).toEqual(['DONE', 'TOO_LATE']);
});

test('whoever answers by a link that is voided meanwhile answers nothing', async () => {
  expect(await voidedMeanwhile(server(), headers.adviser, 'void@expert.example')).toEqual(['GONE', 0]);
});

test('whose address is being changed is written to where it leads now', async () => {
  expect(await movedMeanwhile(server(), headers.adviser, 'moving@expert.example')).toEqual(['on.moving@expert.example']);
});
