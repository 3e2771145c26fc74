/** How often hosts may be offered slots, and links tried. */
import { beforeAll, expect, test } from 'vitest';
import { testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, signEverybodyIn } from '../../test/permissions/roles.ts';
import { saveMeeting, tour } from '../meetings/meetings.fixture.ts';
import { answer, at, offer, readLink } from './slots.fixture.ts';

const DAY = 86_400;
const server = testServer({ signInLimits: { ...UNLIMITED, slotOfferPerPerson: { points: 1, seconds: DAY } } });
const limited = testServer({ sendLink: async () => undefined, signInLimits: { ...UNLIMITED, tryPerNetwork: { points: 2, seconds: DAY } } });
let headers: Headers;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
});

test('hosts are counted, by who offers', async () => {
  const { leg } = await tour(server(), headers.adviser);
  const [one, other] = [await saveMeeting(server(), headers.scac, leg), await saveMeeting(server(), headers.scac, leg)];
  expect([await offer(server(), headers.scac, leg, { meeting: one.key }), await offer(server(), headers.scac, leg, { meeting: other.key }), await offer(server(), headers.ssi, leg, { meeting: other.key })]).toEqual(['DONE', 'RATE_LIMITED', 'DONE']);
});

test('what is refused, or sent again, counts for nothing', async () => {
  const { leg } = await tour(server(), headers.adviser);
  const [one, other] = [await saveMeeting(server(), headers.adviser, leg), await saveMeeting(server(), headers.adviser, leg)];
  const sent = (changes = {}): Promise<string> => offer(server(), headers.adviser, leg, { meeting: one.key, submission: '6f2b1c0e-3d4a-4b5c-8d6e-7f8091a2b3c4', ...changes });
  expect([await sent({ name: ' ' }), await sent({ version: 7 }), await sent({ slots: [at('10:00', '2098-11-12')] }), await sent(), await sent()]).toEqual(['INVALID NAME MISSING', 'CONFLICT', 'INVALID SLOTS OUTSIDE 0', 'DONE', 'DONE']);
  expect(await offer(server(), headers.adviser, leg, { meeting: other.key })).toBe('RATE_LIMITED');
});

test('whoever guesses links is told the same of each, and only so often', async () => {
  const guess = 'x'.repeat(32);
  expect(await readLink(limited(), guess)).toEqual({ state: null, offered: null });
  expect(await answer(limited(), guess, null, { version: 1 })).toBe('GONE');
  expect(await answer(limited(), guess, null, { version: 1 })).toBe('RATE_LIMITED');
});
