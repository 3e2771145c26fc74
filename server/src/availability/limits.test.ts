/** How often experts may be asked, and links tried. */
import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, signEverybodyIn } from '../../test/permissions/roles.ts';
import { answerByLink, askExperts, expertAt, readLink, remindExperts, saveCall } from './world.fixture.ts';

const DAY = 86_400;
const server = testServer({ signInLimits: { ...UNLIMITED, availabilityRequestPerPerson: { points: 3, seconds: DAY } } });
const repeated = testServer({ signInLimits: { ...UNLIMITED, availabilityRequestPerPerson: { points: 2, seconds: DAY } } });
const limited = testServer({ sendLink: async () => undefined, signInLimits: { ...UNLIMITED, tryPerNetwork: { points: 2, seconds: DAY } } });
let headers: Headers;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
});

test('experts are counted, by who asks them', async () => {
  const { call } = await saveCall(server(), headers.adviser);
  const [a, b, c, d] = await Promise.all(['a', 'b', 'c', 'd'].map((name) => expertAt(server(), `${name}@limits.example`)));
  expect(await askExperts(server(), headers.adviser, call!.id, [a!, b!])).toEqual(['ASKED', 'ASKED']);
  expect(await askExperts(server(), headers.adviser, call!.id, [c!, d!])).toBe('RATE_LIMITED');
  expect(await askExperts(server(), headers.assistant, call!.id, [c!, d!])).toEqual(['ASKED', 'ASKED']);
});

test('what is sent again, and whom nobody writes to, counts for nothing', async () => {
  const { adviser } = await signEverybodyIn(repeated());
  const { call } = await saveCall(repeated(), adviser);
  const [one, other] = [await expertAt(repeated(), 'one@limits.example'), await expertAt(repeated(), 'other@limits.example')];
  const submission = randomUUID();
  const sent = (experts: string[], key?: string): Promise<unknown> => askExperts(repeated(), adviser, call!.id, experts, key);
  expect(await sent([one], submission)).toEqual(['ASKED']);
  for (let again = 0; again < 4; again += 1) expect([await sent([one], submission), await sent([one]), await sent([randomUUID()]), await remindExperts(repeated(), adviser, call!.id, [one])]).toEqual([['ASKED'], ['ALREADY_ASKED'], ['UNKNOWN'], ['TOO_SOON']]);
  expect([await sent([other]), await sent([await expertAt(repeated(), 'third@limits.example')])]).toEqual([['ASKED'], 'RATE_LIMITED']);
});

test('whoever guesses links is told the same of each, and only so often', async () => {
  const guess = 'x'.repeat(32);
  expect(await readLink(limited(), guess)).toEqual({ isOpen: null, asked: null });
  expect(await answerByLink(limited(), guess)).toBe('GONE');
  expect(await answerByLink(limited(), guess)).toBe('RATE_LIMITED');
});
