/** What a line came to, as somebody has typed it: it stays with the days that it is for, no day counts twice, and it is not lost in silence; of who is erased or forgotten it stays without anything that leads to them. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, signEverybodyIn } from '../../test/permissions/roles.ts';
import { expertsOf, removeMember, saveMember, stay } from '../missions/team.fixture.ts';
import { keyOf, missionWith, owner, told } from '../missions/world.fixture.ts';
import { missionReported, reportedMission, stepOver } from '../reports/world.fixture.ts';
import { type Line, moneyOf, noteActual, removeBasis, saveCost, saveRate } from './costs.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
const BELGRADE = { country: 'RS', city: 'belgrade', startsOn: '2098-11-08', endsOn: '2098-11-12' };
const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
let headers: Headers;
let people: string[];

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  people = await expertsOf(server(), ['JUDGE', 'POLICE_OFFICER']);
});
beforeEach(async () => {
  for (const table of ['mission', 'allowance_rate', 'audit_entry']) await sql(`delete from ${table}`);
});

const allowances = async (id: string): Promise<readonly Line[]> => (await moneyOf(server(), headers.adviser, id))!.costs.filter(({ isComputed }) => isComputed);
/** Each line by its first day: what is planned, and what it came to. */
const amounts = async (id: string): Promise<unknown[]> => (await allowances(id)).map(({ basis, plannedCents, actualCents }) => [basis.since, plannedCents, actualCents]);
const budget = async (id: string): Promise<unknown> => (await moneyOf(server(), headers.adviser, id))!.budget;
const cleared = (): Promise<unknown[]> => sql<{ before: string }>(`select before from audit_entry where part = 'cost_actual.ALLOWANCE' and after is null order by before`).then((rows) => rows.map(({ before }) => before));

async function note(id: string, ...cents: readonly number[]): Promise<void> {
  const lines = await allowances(id);
  for (const [index, amount] of cents.entries()) expect(told(await noteActual(server(), headers.adviser, id, [lines[index]!.key, lines[index]!.version, amount]))).toBe('DONE');
}

/** Somebody who stays in Belgrade from the ninth to the tenth. */
async function stayed() {
  const mission = await missionWith(server(), headers.adviser, [BELGRADE], ['planMission'], { team: [] });
  const leg = keyOf(mission.legs[0]!.id);
  const member = await saveMember(server(), headers.adviser, mission.id, { expert: people[0], kind: 'MAGISTRATE', stays: [stay(leg, '2098-11-09T09:00', '2098-11-10T20:00')] });
  const move = (version: number, from: string, until: string) => saveMember(server(), headers.adviser, mission.id, { key: member.key, version, kind: 'MAGISTRATE', stays: [stay(leg, from, until)] });
  return { id: mission.id, member: member.key, move };
}

describe('what a line came to', () => {
  test('is cleared where a new rate makes two of its days, and the trail has it: no day counts twice', async () => {
    await saveRate(server(), headers.adviser);
    const { id } = await stayed();
    await note(id, 17_000);
    await saveRate(server(), headers.adviser, { validFrom: '2098-11-10', centsPerDay: 20_000 });
    expect([await amounts(id), await cleared()]).toEqual([[['2098-11-09', 5_250, null], ['2098-11-10', 16_500, null]], ['170.00 EUR']]);
    expect(await budget(id)).toMatchObject({ plannedCents: 21_750, expectedCents: 21_750, actualCents: 0 });
  });

  test('stays with its days when a rate is corrected, and is cleared, and in the trail, where two lines become one', async () => {
    const first = await saveRate(server(), headers.adviser);
    const second = await saveRate(server(), headers.adviser, { validFrom: '2098-11-10', centsPerDay: 20_000 });
    const { id } = await stayed();
    await note(id, 5_000, 16_000);
    await saveRate(server(), headers.adviser, { key: first.key, version: 1, centsPerDay: 16_000 });
    await saveRate(server(), headers.adviser, { validFrom: '2097-01-01', centsPerDay: 1_000 });
    expect([await amounts(id), await cleared()]).toEqual([[['2098-11-09', 5_600, 5_000], ['2098-11-10', 16_500, 16_000]], []]);
    await removeBasis(server(), headers.adviser, 'RATE', second.key, 1);
    expect([await amounts(id), await cleared()]).toEqual([[['2098-11-09', 18_800, null]], ['160.00 EUR', '50.00 EUR']]);
  });

  test('goes with its days, and no other day has it; a stay that begins or ends on another day keeps it', async () => {
    await saveRate(server(), headers.adviser);
    const single = await stayed();
    await note(single.id, 17_000);
    await single.move(1, '2098-11-08T09:00', '2098-11-11T20:00');
    await single.move(2, '2098-11-09T09:00', '2098-11-10T20:00');
    expect([await amounts(single.id), await cleared()]).toEqual([[['2098-11-09', 17_625, 17_000]], []]);
    await saveRate(server(), headers.adviser, { validFrom: '2098-11-10', centsPerDay: 20_000 });
    await note(single.id, 5_000, 16_000);
    await sql('delete from audit_entry');
    await single.move(3, '2098-11-10T00:00', '2098-11-11T20:00');
    expect([(await amounts(single.id)).map((line) => (line as unknown[])[2]), await cleared()]).toEqual([[16_000], ['50.00 EUR']]);
    expect(told(await removeMember(server(), headers.adviser, single.id, single.member, 4))).toBe('DONE');
    expect([await amounts(single.id), await cleared()]).toEqual([[], ['160.00 EUR', '50.00 EUR']]);
  });

  test('is kept, and cleared, in a mission that is reported too', async () => {
    await saveRate(server(), headers.adviser, { validFrom: '2026-01-01' });
    const { id } = await missionReported(server(), headers.adviser);
    await note(id, 17_000);
    await saveRate(server(), headers.adviser, { validFrom: '2026-01-02' });
    expect([(await amounts(id)).map((line) => (line as unknown[])[2]), await cleared()]).toEqual([[17_000], []]);
    await saveRate(server(), headers.adviser, { validFrom: '2026-03-10' });
    expect([(await amounts(id)).map((line) => (line as unknown[])[2]), await cleared()]).toEqual([[null, null], ['170.00 EUR']]);
  });
});

const WAYS = {
  erased: (expert: string) => sql('delete from expert where uuid = ?', [expert]),
  forgotten: (expert: string) => server().database.orm.em.fork().transactional(async (em) => {
    await em.execute(`select set_config('passerelle.purpose', 'retention', true)`);
    await em.execute('delete from mission_member where expert_uuid = ?', [expert]);
  }),
} as const;

describe.each(Object.entries(WAYS))('of who is %s', (_way, forget) => {
  /** A mission that is reported, with an allowance and a fare of somebody, whom the trail has nothing of. */
  async function kept() {
    await saveRate(server(), headers.adviser, { validFrom: '2026-01-01' });
    const mission = await missionReported(server(), headers.adviser);
    const { memberKey } = (await allowances(mission.id))[0]!;
    await saveCost(server(), headers.adviser, mission.id, { member: memberKey, label: 'Vol de Mme Durand', onDay: '2026-03-01' });
    await note(mission.id, 17_000);
    return { id: mission.id, expert: keyOf(mission.expert) };
  }
  const left = (): Promise<unknown[]> => sql(`select kind, label, member_uuid as member, expert_uuid as expert, planned_cents as planned, actual_cents as actual, basis ? 'arrivesAt' or basis ? 'leavesAt' as hours from mission_cost order by kind`);
  const AMOUNTS = [{ kind: 'ALLOWANCE', label: null, member: null, expert: null, planned: 17_625, actual: 17_000, hours: false }, { kind: 'FARE', label: null, member: null, expert: null, planned: 42_000, actual: null, hours: false }];

  test('the amounts stay, and no word, no hour, nothing that leads to them', async () => {
    const { id, expert } = await kept();
    await forget(expert);
    expect([await left(), await cleared()]).toEqual([AMOUNTS, []]);
    await saveRate(server(), headers.adviser, { validFrom: '2026-03-10' });
    expect([await left(), await budget(id)]).toMatchObject([AMOUNTS, { expectedCents: 59_000, actualCents: 17_000 }]);
  });

  test('once the mission is closed the amounts stay too, and nobody takes away by SQL what a line is about', async () => {
    const { id, expert } = await kept();
    expect(await stepOver(server(), headers.adviser, 'closeMission', id)).toBe('DONE');
    expect((await reportedMission(server(), headers.adviser, id))!.state).toBe('CLOSED');
    const [line] = await allowances(id);
    expect(told(await noteActual(server(), headers.adviser, id, [line!.key, line!.version, 1]))).toBe('TOO_LATE');
    await saveRate(server(), headers.adviser, { validFrom: '2026-03-10', centsPerDay: 1 });
    for (const column of ['leg_uuid', 'member_uuid', 'travel_uuid', 'expert_uuid', 'actual_cents', 'label']) await expect(sql(`update mission_cost set ${column} = null`), column).rejects.toThrow('closed');
    await expect(sql('delete from mission_cost')).rejects.toThrow('closed');
    await expect(sql('delete from mission_member')).rejects.toThrow('closed');
    await forget(expert);
    expect([await left(), await cleared()]).toEqual([AMOUNTS, []]);
  });
});
