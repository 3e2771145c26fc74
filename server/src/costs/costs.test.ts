/** The costs of a mission, by the API: allowances that follow stays, rates and the rule, and what is typed. */
import { randomUUID } from 'node:crypto';
import { countedDays, eurosOf, shareOf } from '@passerelle/shared/allowance.ts';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, signEverybodyIn } from '../../test/permissions/roles.ts';
import { expertsOf, removeMember, saveMember, stay } from '../missions/team.fixture.ts';
import { keyOf, missionWith, owner, saveLeg, told } from '../missions/world.fixture.ts';
import { type CostBack, type Line, moneyOf, noteActual, remove, removeBasis, saveCost, saveExchange, saveRate, saveRule } from './costs.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
const BELGRADE = { country: 'RS', city: 'belgrade', startsOn: '2098-11-09', endsOn: '2098-11-10' };
let headers: Headers;
let people: string[];

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  people = await expertsOf(server(), ['JUDGE', 'POLICE_OFFICER', 'PROSECUTOR']);
});
beforeEach(async () => {
  await owner(server(), 'delete from mission');
  await owner(server(), 'delete from allowance_rate');
  await owner(server(), 'delete from exchange_rate');
  await owner(server(), `delete from allowance_rule where code <> 'interior-2023'`);
});

type Given = Readonly<Record<string, unknown>>;
const linesOf = ({ mission }: Pick<CostBack, 'mission'>): readonly Line[] => mission!.costs;
const counts = ({ nights, lunches, dinners, plannedCents }: Line): unknown[] => [nights, lunches, dinners, plannedCents];

/** A mission with a leg in Belgrade in which somebody stays. */
async function stayed(from = '2098-11-09T09:00', until = '2098-11-10T20:00', who = people[0]) {
  const mission = await missionWith(server(), headers.adviser, [BELGRADE], ['planMission'], { team: [] });
  const leg = keyOf(mission.legs[0]!.id);
  const member = await saveMember(server(), headers.adviser, mission.id, { expert: who, kind: 'MAGISTRATE', stays: [stay(leg, from, until)] });
  return { id: mission.id, leg, member: member.key, money: async () => linesOf({ mission: await moneyOf(server(), headers.adviser, mission.id) }) };
}

describe('an allowance', () => {
  test('is computed from a stay, and says its rule, its rate, its days and how much of it is counted', async () => {
    expect(told(await saveRate(server(), headers.adviser))).toBe('DONE');
    const { id, leg, member, money } = await stayed();
    const [line] = await money();
    // A night, two midday meals and one evening meal: 650 + 2 × 175 + 175 per mille of 150 euros.
    expect([line!.kind, line!.isComputed, line!.memberKey, line!.legKey, ...counts(line!), line!.unitCents, line!.currency]).toEqual(['ALLOWANCE', true, member, leg, 1, 2, 1, 17_625, 15_000, 'EUR']);
    expect(line!.basis).toMatchObject({
      arrivesAt: '2098-11-09T09:00', leavesAt: '2098-11-10T20:00', since: '2098-11-09', until: '2098-11-10', rule: 'interior-2023', ruleFrom: '2023-12-07', nightPermille: 650, lunchFrom: '12:00', lunchUntil: '15:00', rateFrom: '2098-01-01', rateSource: 'Arrêté (inventé)', micros: null,
    });
    expect((await moneyOf(server(), headers.adviser, id))!.budget).toEqual({ plannedCents: 17_625, expectedCents: 17_625, actualCents: 0, unknownLines: 0, can: { edit: true, travel: true } });
  });

  test('is unknown where no rate is, and nothing where nothing is counted', async () => {
    const { id, money } = await stayed();
    expect((await money()).map(counts)).toEqual([[1, 2, 1, null]]);
    expect((await moneyOf(server(), headers.adviser, id))!.budget).toMatchObject({ plannedCents: 0, unknownLines: 1 });
    await saveRate(server(), headers.adviser, { currency: 'RSD', centsPerDay: 1_700_000 });
    expect((await money()).map(({ plannedCents, currency }) => [plannedCents, currency])).toEqual([[null, 'RSD']]);
    await saveExchange(server(), headers.adviser, { currency: 'RSD', micros: 8_533 });
    // 17,000 dinars × 1.175 × 0.008533 euros.
    expect((await money()).map(({ plannedCents, basis }) => [plannedCents, basis.micros, basis.exchangeFrom])).toEqual([[17_045, 8_533, '2098-01-01']]);
    const other = await stayed('2098-11-09T09:00', '2098-11-09T11:00', people[1]);
    expect((await other.money()).map(counts)).toEqual([[0, 0, 0, 0]]);
  });

  test('follows its stay, what the host provides, its leg, and whoever changes these by SQL', async () => {
    await saveRate(server(), headers.adviser);
    const { id, leg, member, money } = await stayed();
    await saveMember(server(), headers.adviser, id, { key: member, version: 1, kind: 'MAGISTRATE', stays: [stay(leg, '2098-11-09T09:00', '2098-11-10T20:00', { isLodgingProvided: true, lunchesProvided: 1 })] });
    expect((await money()).map(counts)).toEqual([[0, 1, 1, 5_250]]);
    await owner(server(), `update mission_stay set leaves_at = '2098-11-10 23:00', is_lodging_provided = false where member_uuid = ?`, [member]);
    expect((await money()).map(counts)).toEqual([[1, 1, 2, 17_625]]);
    const moved = (await moneyOf(server(), headers.adviser, id))!;
    await saveLeg(server(), headers.adviser, id, { key: leg, version: 1, ...BELGRADE, country: 'AL', city: 'tirana' });
    expect([(await money()).map(counts), moved.budget.unknownLines]).toEqual([[[1, 1, 2, null]], 0]);
    expect(told(await removeMember(server(), headers.adviser, id, member, 2))).toBe('DONE');
    expect(await money()).toEqual([]);
  });

  test('follows rates and rules, by the day: a rate that changes during a stay makes two lines', async () => {
    const rate = await saveRate(server(), headers.adviser);
    const { money } = await stayed();
    const second = await saveRate(server(), headers.adviser, { validFrom: '2098-11-10', centsPerDay: 20_000 });
    // Of the ninth two meals at 150 euros; of the tenth its night and a midday meal at 200.
    expect((await money()).map((line) => [...counts(line), line.unitCents, line.basis.since])).toEqual([[0, 1, 1, 5_250, 15_000, '2098-11-09'], [1, 1, 0, 16_500, 20_000, '2098-11-10']]);
    expect(told(await saveRate(server(), headers.adviser, { validFrom: '2098-11-10' }))).toBe('INVALID VALID_FROM REPEATED');
    expect(told(await removeBasis(server(), headers.adviser, 'RATE', second.key, 1))).toBe('DONE');
    expect(told(await saveRate(server(), headers.adviser, { key: rate.key, version: 1, centsPerDay: 10_001 }))).toBe('DONE');
    // 10,001 × 1.175 is 11,751.175 cents.
    expect((await money()).map(({ plannedCents }) => plannedCents)).toEqual([11_751]);
    await saveRule(server(), headers.adviser);
    expect((await money()).map(counts)).toEqual([[1, 2, 1, 12_501]]);
  });

  test('is what the pure function gives, for stays of all kinds', async () => {
    await saveRate(server(), headers.adviser, { centsPerDay: 13_337 });
    const { member, money } = await stayed();
    const pick = (n: number): number => Math.floor(Math.random() * n);
    const hour = (): string => `${String(pick(24)).padStart(2, '0')}:${['00', '01', '30', '59'][pick(4)]}`;
    for (let round = 0; round < 60; round += 1) {
      const [one, other] = [`2098-11-09T${hour()}`, `2098-11-10T${hour()}`];
      const given = { arrivesAt: one, leavesAt: other, isLodgingProvided: pick(3) === 0, lunchesProvided: pick(3), dinnersProvided: pick(3) };
      await owner(server(), 'update mission_stay set arrives_at = ?::timestamp, leaves_at = ?::timestamp, is_lodging_provided = ?, lunches_provided = ?, dinners_provided = ? where member_uuid = ?', [one, other, given.isLodgingProvided, given.lunchesProvided, given.dinnersProvided, member]);
      const [line] = await money();
      const { basis } = line!;
      const window = (name: string) => ({ permille: basis[`${name}Permille`] as number, from: basis[`${name}From`] as string, until: basis[`${name}Until`] as string });
      const rule = { night: window('night'), isNightWhole: basis.isNightWhole as boolean, lunch: window('lunch'), dinner: window('dinner') };
      const { nights, lunches, dinners } = countedDays(given, rule);
      const quantity = { nights: nights.length, lunches: lunches.length, dinners: dinners.length };
      expect([given, ...counts(line!)]).toEqual([given, ...Object.values(quantity), eurosOf(13_337, shareOf(quantity, rule))]);
    }
  });

  test('keeps what it came to, and stays as it is once the mission is closed', async () => {
    const rate = await saveRate(server(), headers.adviser);
    const { id, leg, member, money } = await stayed('2098-11-09T09:00', '2098-11-10T20:00', people[2]);
    const [line] = await money();
    expect(told(await noteActual(server(), headers.adviser, id, [line!.key, line!.version, 17_000]))).toBe('DONE');
    await saveRate(server(), headers.adviser, { key: rate.key, version: 1, centsPerDay: 16_000 });
    expect((await money()).map(({ plannedCents, actualCents }) => [plannedCents, actualCents])).toEqual([[18_800, 17_000]]);
    expect((await moneyOf(server(), headers.adviser, id))!.budget).toMatchObject({ plannedCents: 18_800, expectedCents: 17_000, actualCents: 17_000 });
    for (const trigger of ['mission_moves', 'mission_reported']) await owner(server(), `alter table mission disable trigger ${trigger}`);
    await owner(server(), `update mission set stage = 'CLOSED' where uuid = ?`, [keyOf(id)]);
    for (const trigger of ['mission_moves', 'mission_reported']) await owner(server(), `alter table mission enable trigger ${trigger}`);
    await saveRate(server(), headers.adviser, { key: rate.key, version: 2, centsPerDay: 1_000 });
    await owner(server(), `update mission_stay set leaves_at = '2098-11-09 23:00' where (member_uuid, leg_uuid) = (?, ?)`, [member, leg]);
    expect((await money()).map(counts)).toEqual([[1, 2, 1, 18_800]]);
    expect([told(await noteActual(server(), headers.adviser, id, [line!.key, 3, 1])), told(await saveCost(server(), headers.adviser, id)), told(await remove(server(), headers.adviser, id, ['Cost', line!.key, 3]))]).toEqual(['TOO_LATE', 'TOO_LATE', 'TOO_LATE']);
    await expect(owner(server(), 'update mission_cost set planned_cents = 1')).rejects.toMatchObject({ message: expect.stringContaining('closed') });
    // Whom it is about can be erased: the amount stays, and nothing leads to them.
    const [who] = await owner<{ uuid: string }>(server(), 'select expert_uuid as uuid from mission_member where uuid = ?', [member]);
    await owner(server(), 'delete from expert where uuid = ?', [who!.uuid]);
    expect((await money()).map(({ memberKey, plannedCents, actualCents }) => [memberKey, plannedCents, actualCents])).toEqual([[null, 18_800, 17_000]]);
    expect(await owner(server(), 'select expert_uuid as expert, member_uuid as member, label from mission_cost')).toEqual([{ expert: null, member: null, label: null }]);
  });
});

describe('a line that is typed', () => {
  test('is kept in its currency, with the exchange of its day', async () => {
    const { id } = await stayed();
    const rate = await saveExchange(server(), headers.adviser);
    await saveExchange(server(), headers.adviser, { validFrom: '2098-11-05', micros: 2_600 });
    const added = await saveCost(server(), headers.adviser, id, { currency: 'HUF', unitCents: 3_900_100, kind: 'INTERPRETER' });
    const line = linesOf(added).find(({ key }) => key === added.key)!;
    expect([told(added), line.plannedCents, line.basis.micros, line.basis.exchangeFrom, line.basis.exchangeSource]).toEqual(['DONE', 9_750, 2_500, '2098-01-01', 'Arrêté (inventé)']);
    await saveExchange(server(), headers.adviser, { key: rate.key, version: 1, micros: 2_400 });
    const now = (await moneyOf(server(), headers.adviser, id))!.costs.find(({ key }) => key === added.key)!;
    expect([now.plannedCents, now.basis.micros]).toEqual([9_360, 2_400]);
    const unknown = await saveCost(server(), headers.adviser, id, { currency: 'TRY' });
    expect(linesOf(unknown).find(({ key }) => key === unknown.key)!.plannedCents).toBeNull();
  });

  test('is changed as it was read: a conflict writes nothing, and the same again is done', async () => {
    const { id, leg, member } = await stayed();
    const { key } = await saveCost(server(), headers.adviser, id, { leg, member });
    expect([
      told(await saveCost(server(), headers.assistant, id, { key, version: 1, unitCents: 1 })), told(await saveCost(server(), headers.adviser, id, { key, version: 1, unitCents: 2 })), told(await saveCost(server(), headers.adviser, id, { key, version: 1, unitCents: 1 })),
      told(await remove(server(), headers.adviser, id, ['Cost', key, 1])), told(await remove(server(), headers.adviser, id, ['Cost', key, 2])), told(await remove(server(), headers.adviser, id, ['Cost', key, 2])),
    ]).toEqual(['DONE', 'CONFLICT', 'DONE', 'CONFLICT', 'DONE', 'DONE']);
  });

  test('is refused with what is wrong, field by field; what is computed is not typed', async () => {
    const { id, money } = await stayed();
    const save = async (given: Given): Promise<string> => told(await saveCost(server(), headers.adviser, id, given));
    expect([await save({ unitCents: -1, currency: 'ABC', label: 'x'.repeat(201) }), await save({ leg: randomUUID(), member: randomUUID(), travel: randomUUID() }), await save({ kind: 'ALLOWANCE' })]).toEqual(
      ['INVALID LABEL TOO_LONG AMOUNT OUT_OF_RANGE CURRENCY UNKNOWN', 'INVALID LEG UNKNOWN MEMBER UNKNOWN TRAVEL UNKNOWN', 'INVALID LABEL UNKNOWN']);
    const [line] = await money();
    expect([await save({ key: line!.key, version: line!.version }), told(await remove(server(), headers.adviser, id, ['Cost', line!.key, line!.version]))]).toEqual(['GONE', 'GONE']);
    await expect(saveCost(server(), headers.adviser, id, { label: 'Billet de la victime, née le 3 mars 1999, +33 6 12 34 56 78' })).rejects.toThrow('VICTIM_DATA');
    expect([told(await saveCost(server(), headers.adviser, `Mission_${randomUUID()}`)), told(await saveCost(server(), headers.scac, id)), told(await saveRate(server(), headers.scac))]).toEqual(['GONE', 'GONE', 'GONE']);
  });
});
