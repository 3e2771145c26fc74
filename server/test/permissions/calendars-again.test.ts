/** The address of a calendar, asked for again since its answer was lost. */
import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { linksOf, make, owner } from '../http/calendars-world.ts';
import { send, testServer, UNLIMITED } from '../http/harness.ts';
import { type Headers, signEverybodyIn } from './roles.ts';

const server = testServer({ signInLimits: UNLIMITED });
let headers: Headers;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
}, 120_000);

test('with the same key the same address is told and none is made, at once too; with another key, or for something else, there is one more: the control', async () => {
  const submission = randomUUID();
  const before = (await linksOf(server(), headers.ssi)).length;
  const made = async (key: string, locale = 'fr'): Promise<string> => (await make(server(), headers.ssi, 'RS', locale, undefined, key)).path;
  const [one, two] = await Promise.all([made(submission), made(submission.toUpperCase())]);
  expect([two, await made(submission), (await linksOf(server(), headers.ssi)).length]).toEqual([one, one, before + 1]);
  expect((await send(server(), one)).status).toBe(200);
  // Neither the address nor the key is kept.
  const kept = JSON.stringify(await owner(server(), 'select * from calendar_link'));
  expect([kept.includes(one.slice('/calendar/own/'.length, -'.ics'.length)), kept.includes(submission)]).toEqual([false, false]);
  expect(new Set([one, await made(randomUUID()), await made(submission, 'en'), (await make(server(), headers.scac, 'RS', 'fr', undefined, submission)).path]).size).toBe(4);
  // A key that is made of the time is guessed sooner.
  expect((await make(server(), headers.ssi, 'RS', 'fr', undefined, '01990000-0000-7000-8000-0000000000ab')).answer.code).toBe('BAD_USER_INPUT');
});
