/** How many cooperation requests somebody sends in a day: the services of a post get a mail for each. */
import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, signEverybodyIn } from '../../test/permissions/roles.ts';
import { type RequestBack, send } from './requests.fixture.ts';

const server = testServer({ signInLimits: { ...UNLIMITED, cooperationRequestPerPerson: { points: 1, seconds: 86_400 } } });
let headers: Headers;

const told = ({ outcome, code }: RequestBack): string => code ?? outcome;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
});

test('requests are counted, by who sends; what is refused, or sent again, counts for nothing', async () => {
  const key = randomUUID();
  expect(told(await send(server(), headers.scac, { subject: ' ' }))).toBe('INVALID');
  expect([told(await send(server(), headers.scac, { key })), told(await send(server(), headers.scac, { key }))]).toEqual(['DONE', 'DONE']);
  expect([told(await send(server(), headers.scac)), told(await send(server(), headers.ssi))]).toEqual(['RATE_LIMITED', 'DONE']);
});
