/** Two at once: of two tabs one answers, of two hosts who take the same people one has them, and nobody takes what the post takes back or fixes otherwise meanwhile. */
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, signEverybodyIn } from '../../test/permissions/roles.ts';
import { type Toured, tour } from '../meetings/meetings.fixture.ts';
import { owner } from '../missions/world.fixture.ts';
import { answeredTwice, movedMeanwhile, takenTwice, voidedMeanwhile, withdrawnMeanwhile } from './at-once.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
let headers: Headers;
let toured: Toured;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
});
beforeEach(async () => {
  await owner(server(), 'delete from mission');
  toured = await tour(server(), headers.adviser);
});

test('of two tabs that answer at once one is told that it was answered meanwhile', async () => {
  expect(await answeredTwice(server(), headers, toured)).toEqual(['CONFLICT', 'DONE']);
});

test('of two hosts who take the same hour of the same judge one has it, and the other is told that it is no longer free', async () => {
  expect(await takenTwice(server(), headers, toured)).toEqual([['DONE', 'NOT_FREE'], 1]);
});

test('who takes a slot while the post fixes the meeting otherwise is too late, and the meeting is where the post has put it', async () => {
  expect(await movedMeanwhile(server(), headers, toured)).toEqual([['DONE', 'TOO_LATE'], '15:00']);
});

test('who takes a slot while it is taken back is too late', async () => {
  expect(await withdrawnMeanwhile(server(), headers, toured)).toEqual(['DONE', 'TOO_LATE']);
});

test('who answers by a link that leads nowhere any more meanwhile answers nothing', async () => {
  expect(await voidedMeanwhile(server(), headers, toured)).toBe('GONE');
});
