/** Two who give up one mission at once, each for a reason of their own: one reason stands, and whoever typed the other is told, with the one that stands. */
import { beforeAll, expect, test } from 'vitest';
import { testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, PEOPLE, signEverybodyIn } from '../../test/permissions/roles.ts';
import { untilWaiting } from '../../test/waiting.ts';
import { giveUpMission } from './steps.service.ts';
import { type Back, giveUp, keyOf, missionWith, owner, told } from './world.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
let headers: Headers;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
});

/** Both have begun before the first goes on. */
async function atOnce(one: string, other: string): Promise<{ id: string; version: number; backs: Back[] }> {
  const { id, version } = await missionWith(server(), headers.adviser, [{}], ['planMission']);
  const em = server().database.orm.em.fork();
  await em.begin();
  await em.execute('select from mission where uuid = ? for update', [keyOf(id)]);
  const both = [giveUp(server(), headers.adviser, id, { fr: one }, version), giveUp(server(), headers.assistant, id, { fr: other }, version)];
  await untilWaiting(server().database, 2);
  await em.rollback();
  return { id, version, backs: await Promise.all(both) };
}

test('for other reasons: the second is told, and reads the reason that stands', async () => {
  const { backs } = await atOnce('Budget refusé.', 'Situation sur place.');
  expect(backs.map(told).toSorted()).toEqual(['CONFLICT', 'DONE']);
  const stands = ['Budget refusé.', 'Situation sur place.'][backs.findIndex(({ outcome }) => outcome === 'DONE')]!;
  expect(backs.map(({ mission }) => [mission!.state, mission!.givenUpReason!.text])).toEqual([['GIVEN_UP', stands], ['GIVEN_UP', stands]]);
});

test('for the same reason: it is so for both', async () => {
  expect((await atOnce('Budget refusé.', ' Budget refusé. ')).backs.map(told)).toEqual(['DONE', 'DONE']);
});

test('the control: where the reasons are not compared both are told that it is done, and one is dropped', async () => {
  const { id, version } = await atOnce('Budget refusé.', 'Budget refusé.');
  const [{ person }] = (await owner<{ person: string }>(server(), 'select id as person from person where email = ?', [PEOPLE.adviser])) as [{ person: string }];
  const other = (isCompared: boolean): Promise<string> => server().database.orm.em.fork().transactional(async (em) => {
    const execute = em.execute.bind(em) as (text: string, values?: unknown[]) => Promise<unknown>;
    Object.assign(em, { execute: async (text: string, values?: unknown[]) => (!isCompared && text.includes('jsonb_to_recordset') ? [] : execute(text, values)) });
    return told(await giveUpMission(em, { person, mission: keyOf(id), origin: '' }, { version, reasons: [{ locale: 'fr', text: 'Situation sur place.' }] }));
  });
  expect([await other(true), await other(false)]).toEqual(['CONFLICT', 'DONE']);
});
