/** Two at once: nobody objects to a mission that is just being agreed, and of two answers of one service one is kept. The control: without the hold both would be. */
import { beforeAll, expect, test } from 'vitest';
import { testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, signEverybodyIn } from '../../test/permissions/roles.ts';
import { untilWaiting } from '../../test/waiting.ts';
import { amended } from '../migrations/amending.ts';
import { keyOf, owner } from '../missions/world.fixture.ts';
import { BELGRADE, consultationOf, consultedMission, give, stepWith } from './world.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
let headers: Headers;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
});

async function asked(): Promise<{ readonly mission: string; readonly leg: string; readonly key: string }> {
  const { id, legs } = await consultedMission(server(), headers.adviser, [BELGRADE]);
  return { mission: id, leg: legs[0]!.id, key: (await consultationOf(server(), headers.adviser, legs[0]!.id))!.id };
}

/** While a consultation is held, does `work`; then lets it go. */
async function whileHeld<T>(key: string, work: (letGo: () => void) => Promise<T>): Promise<T> {
  let [letGo, holds] = [(): void => undefined, (): void => undefined];
  const isHeld = new Promise<void>((resolve) => (holds = resolve));
  const isOver = new Promise<void>((resolve) => (letGo = resolve));
  const holding = server().database.orm.em.fork().transactional(async (em) => {
    await em.execute('select from consultation where uuid = ? for update', [keyOf(key)]);
    holds();
    await isOver;
  });
  await isHeld;
  try {
    return await work(letGo);
  } finally {
    letGo();
    await holding;
  }
}

/** An objection that is given while the mission, in which silence has agreed for the other service, is being agreed: what both are told. */
async function agreedMeanwhile(): Promise<string[]> {
  const { key, mission } = await asked();
  expect(await give(server(), headers.scac, key)).toBe('DONE');
  expect(await give(server(), headers.ssi, key, { service: 'SSI' })).toBe('DONE');
  return whileHeld(key, async (letGo) => {
    const agreeing = stepWith(server(), headers.adviser, 'agreeMission', mission);
    await untilWaiting(server().database);
    const objecting = give(server(), headers.scac, key, { answer: 'OBJECTED', remark: 'Non.', version: 2 });
    await Promise.race([untilWaiting(server().database, 2), objecting]);
    letGo();
    return [await agreeing, await objecting];
  });
}

test('whoever objects while the mission is being agreed is too late, and is told so', async () => {
  expect(await agreedMeanwhile()).toEqual(['DONE', 'TOO_LATE']);
});

test('of two answers of one service at once one is kept', async () => {
  const { key } = await asked();
  const both = await whileHeld(key, async (letGo) => {
    const answers = [give(server(), headers.scac, key), give(server(), headers.scac, key, { answer: 'OBJECTED', remark: 'Non.' })];
    await untilWaiting(server().database, 2);
    letGo();
    return Promise.all(answers);
  });
  expect(both.toSorted()).toEqual(['CONFLICT', 'DONE']);
});

test('the control: where neither the mission nor the consultation is held by who answers, an objection slips in', async () => {
  const signature = 'give_opinion(uuid, text, integer, integer, text, text, text, text)';
  await owner(server(), amended(signature, 'where x.uuid = the_consultation for update', 'where x.uuid = the_consultation'));
  await owner(server(), amended(signature, 'perform from mission x where x.uuid = l.mission_uuid for update;', ''));
  expect(await agreedMeanwhile()).not.toEqual(['DONE', 'TOO_LATE']);
});
