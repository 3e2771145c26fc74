/** Recommendations that are overdue: the day of follow-up of their round is over and they are open still; for those alone who follow them. */
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, PEOPLE, type Role, signEverybodyIn } from '../../test/permissions/roles.ts';
import { OF_SERBIA, passAsReal, progressOf } from '../recommendations/progress.fixture.ts';
import { owner } from '../registrations/world.fixture.ts';
import { saveCycle } from './monitoring.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
let headers: Headers;
const SERBIAN = `Recommendation_${OF_SERBIA}`;
const OVER = { country: 'RS', round: 2, visitOn: null, commentsOn: null, followUpOn: '2026-01-15' } as const;

interface Listed {
  readonly id: string;
  readonly overdueSince: string | null;
}

/** What somebody reads of all, in an order. */
async function listed(role: Role, sort: 'LATEST' | 'OVERDUE'): Promise<readonly Listed[]> {
  const { data } = await ask(server(), `{ recommendations(sort: ${sort}, first: 100) { nodes { id overdueSince } } }`, {}, headers[role]);
  return (data as { recommendations: { nodes: Listed[] } }).recommendations.nodes;
}
const overdue = async (role: Role): Promise<string[]> => (await listed(role, 'OVERDUE')).flatMap(({ id, overdueSince }) => (overdueSince === null ? [] : [`${id} ${overdueSince}`]));

beforeAll(async () => {
  headers = await signEverybodyIn(server());
});
beforeEach(async () => {
  await owner(server(), 'delete from monitoring_cycle');
  await owner(server(), 'delete from recommendation_progress');
});

test('what is open after the day of follow-up of its round is overdue and comes first, before the latest report', async () => {
  expect((await listed('adviser', 'LATEST'))[0]!.id).not.toBe(SERBIAN);
  expect((await saveCycle(server(), headers.adviser, OVER)).outcome).toBe('DONE');
  for (const role of ['adviser', 'scac', 'ssi'] as const) expect([role, (await listed(role, 'OVERDUE'))[0]]).toEqual([role, { id: SERBIAN, overdueSince: '2026-01-15' }]);
  // Of two the one that is longer overdue.
  const [albanian] = (await owner<{ slug: string; round: number }>(server(), `select slug, round from recommendation where country_code = 'AL' order by slug limit 1`)) as [{ slug: string; round: number }];
  await saveCycle(server(), headers.adviser, { ...OVER, country: 'AL', round: albanian.round, followUpOn: '2025-06-30' });
  expect((await overdue('adviser')).map((one) => one.split(' ')[1])).toEqual([...Array((await overdue('adviser')).length - 1).fill('2025-06-30'), '2026-01-15']);
  expect(await overdue('scac')).toEqual([`${SERBIAN} 2026-01-15`]);
});

test('nobody else learns of it, and to them the order is that of the reports', async () => {
  await saveCycle(server(), headers.adviser, OVER);
  for (const role of ['visitor', 'scacElsewhere', 'authority', 'ngoCoordinator', 'expert', 'translator'] as const) expect([role, await overdue(role), await listed(role, 'OVERDUE')]).toEqual([role, [], await listed(role, 'LATEST')]);
});

test('what is closed is overdue no more, nor is what is due today or later, of another round or of another body', async () => {
  await saveCycle(server(), headers.adviser, OVER);
  await progressOf(server(), headers.scac, { status: 'UNDER_WAY' });
  expect(await overdue('scac')).toHaveLength(1);
  await owner(server(), 'delete from recommendation_progress');
  await progressOf(server(), headers.scac, { status: 'IMPLEMENTED' });
  expect(await overdue('scac')).toEqual([]);
  await owner(server(), 'delete from recommendation_progress');
  for (const changed of [`follow_up_on = (now() at time zone 'Europe/Paris')::date`, 'follow_up_on = null', `follow_up_on = '2026-01-15', round = 3`, `round = 2, body = 'Another body'`]) {
    await owner(server(), `update monitoring_cycle set ${changed}`);
    expect([changed, await overdue('scac')]).toEqual([changed, []]);
  }
});

/** Of those that are overdue, whether their day is said to be invented. */
async function invented(role: Role): Promise<boolean[]> {
  const { data } = await ask(server(), '{ recommendations(sort: OVERDUE, first: 100) { nodes { overdueSince isOverdueDemonstration } } }', {}, headers[role]);
  return (data as { recommendations: { nodes: { overdueSince: string | null; isOverdueDemonstration: boolean }[] } }).recommendations.nodes.flatMap((one) => (one.overdueSince === null && !one.isOverdueDemonstration ? [] : [one.isOverdueDemonstration]));
}

test('a day that is invented is said to be, to those who follow it, and a real one is not', async () => {
  await saveCycle(server(), headers.adviser, OVER);
  await owner(server(), 'update monitoring_cycle set is_demonstration = true');
  expect([await invented('adviser'), await invented('scac'), await invented('visitor'), await invented('scacElsewhere')]).toEqual([[true], [true], [], []]);
  const isInventedAgain = await passAsReal(server(), PEOPLE.adviser);
  await owner(server(), 'update monitoring_cycle set is_demonstration = false');
  expect(await invented('adviser')).toEqual([false]);
  await isInventedAgain();
});

test('a day that is invented says nothing where a real one is known', async () => {
  await saveCycle(server(), headers.adviser, OVER);
  expect(await overdue('adviser')).toHaveLength(1);
  await owner(server(), `insert into monitoring_cycle (uuid, country_code, body, round, follow_up_on, source, is_demonstration) values ('3f2a9c61-5b7d-4e18-9a40-6d1c8e2b7f99', 'RS', 'GRETA', 2, '2099-01-01', 'S', false)`);
  // Whoever is invented does not see the real one.
  expect(await overdue('adviser')).toHaveLength(1);
  const isInventedAgain = await passAsReal(server(), PEOPLE.adviser);
  expect(await overdue('adviser')).toEqual([]);
  await isInventedAgain();
});
