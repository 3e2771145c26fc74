/** A search that stays near to the plan of an earlier one keeps more of it than one that does not, and says what has changed. */
import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, signEverybodyIn } from '../../test/permissions/roles.ts';
import { keyOf, missionWith, owner } from '../missions/world.fixture.ts';
import { type Back, readSearch, type Search, searchPlan, whenOver } from './plans.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
const SETTINGS = { isTeamKept: false, taken: ['PERHAPS', 'NOT_ASKED', 'NOT_CLEARED'], envelopeCents: 2_000_000, interpreterCents: 30_000 };
let headers: Headers;
let first: Search;

interface Seen {
  readonly settings: { readonly former: { readonly search: string; readonly as: string } | null };
  readonly value: readonly { readonly goal: string; readonly value: number }[];
  readonly plan: { readonly meetings: readonly { readonly meetingKey: string; readonly isFixed: boolean; readonly starts: { readonly at: string } }[]; readonly formerChanges: { readonly count: number; readonly added: readonly string[]; readonly dropped: readonly string[]; readonly moved: readonly string[] } | null };
}

const SEEN = 'settings { former { search as } } value { goal value } plan { meetings { meetingKey isFixed starts { at } } formerChanges { count added dropped moved } }';
const asks = (more: object): Promise<Back> => searchPlan(server(), headers.adviser, { ...SETTINGS, ...more });
const read = async (id: string): Promise<Seen> => (await readSearch<Seen>(server(), headers.adviser, id, SEEN))!;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  const { search } = await asks({});
  first = await whenOver(server(), headers.adviser, search!.id);
}, 240_000);

test('asked the same again, it finds the same plan and says that nothing has changed', { timeout: 240_000 }, async () => {
  const { search } = await asks({ former: { search: first.id } });
  expect((await whenOver(server(), headers.adviser, search!.id)).state).toBe('DONE');
  const { plan, value, settings } = await read(search!.id);
  expect([settings.former, value.map(({ goal }) => goal), plan.formerChanges]).toMatchObject([{ search: first.id, as: 'BEST' }, ['meetings', 'kept', 'cost', 'nights'], { count: 0, added: [], dropped: [], moved: [] }]);
  expect((await read(first.id)).plan.formerChanges).toBeNull();
  expect(await searchPlan(server(), headers.adviser, { key: search!.key, ...SETTINGS, former: { search: first.id, as: 'BEST' } })).toMatchObject({ outcome: 'DONE' });
  expect(await searchPlan(server(), headers.adviser, { key: search!.key, ...SETTINGS })).toMatchObject({ outcome: 'CONFLICT' });
});

test('where a meeting is left out the others stay at their hours', { timeout: 240_000 }, async () => {
  const before = (await read(first.id)).plan.meetings;
  const out = before.find(({ isFixed }) => !isFixed)!.meetingKey;
  const { search } = await asks({ former: { search: first.id }, pins: [{ pin: 'OUT', meetingKey: out }] });
  await whenOver(server(), headers.adviser, search!.id);
  const { plan } = await read(search!.id);
  expect(plan.formerChanges).toMatchObject({ dropped: [out], moved: [] });
  expect(plan.meetings.filter(({ meetingKey }) => before.some((one) => one.meetingKey === meetingKey)).map(({ meetingKey, starts }) => [meetingKey, starts.at])).toEqual(before.filter(({ meetingKey }) => meetingKey !== out).map(({ meetingKey, starts }) => [meetingKey, starts.at]));
});

test('a plan that is not there, or of another mission, is none to stay near to', async () => {
  expect((await asks({ former: { search: `PlanSearch_${randomUUID()}` } })).outcome).toBe('NOT_THERE');
  const elsewhere = `${randomUUID().slice(0, 14)}4${randomUUID().slice(15)}`;
  const other = await missionWith(server(), headers.adviser, [{}], [], { team: [] });
  await owner(server(), `insert into plan_search (uuid, mission_uuid, problem_hash, problem, assumed, best, worth, state, ended_at, is_demonstration) select ?, ?, 'h', problem, assumed, best, worth, 'DONE', now(), true from plan_search where uuid = ?`, [elsewhere, keyOf(other.id), first.key]);
  expect((await asks({ former: { search: `PlanSearch_${elsewhere}` } })).outcome).toBe('NOT_THERE');
});
