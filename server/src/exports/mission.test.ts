/** A mission with its costs as a file: who gets it, and that a script of its own computes every line again to the cent. */
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, expect, test } from 'vitest';
import { differences, type MissionDocument, withoutHours } from '../../bin/recompute-costs.ts';
import { type Answer, send, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, ROLES, type Role, signEverybodyIn } from '../../test/permissions/roles.ts';
import { noteActual, saveCost, saveExchange, saveRate, saveRule, saveTravel } from '../costs/costs.fixture.ts';
import { expertsOf, saveMember, stay } from '../missions/team.fixture.ts';
import { keyOf, missionWith, owner } from '../missions/world.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
let headers: Headers;
let mission: string;

const take = (role: Role, id = mission, locale = 'fr'): Promise<Answer> => send(server(), `/export/mission.json?locale=${locale}&mission=${id}`, { headers: headers[role] });

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  const { adviser } = headers;
  const people = await expertsOf(server(), ['JUDGE', 'POLICE_OFFICER', 'NGO_STAFF']);
  await saveRate(server(), adviser, { centsPerDay: 13_337 });
  await saveRate(server(), adviser, { validFrom: '2098-11-10', centsPerDay: 1_999_999, currency: 'RSD' });
  await saveExchange(server(), adviser, { currency: 'RSD', micros: 8_533 });
  await saveRule(server(), adviser, { validFrom: '2098-11-11', isNightWhole: false });
  const made = await missionWith(server(), adviser, [{ country: 'RS', city: 'belgrade', startsOn: '2098-11-08', endsOn: '2098-11-12' }, { country: 'TR', city: 'ankara', startsOn: '2098-11-08', endsOn: '2098-11-12' }], ['planMission'], { team: [] });
  mission = made.id;
  const [rs, tr] = made.legs.map(({ id }) => keyOf(id)) as [string, string];
  await saveMember(server(), adviser, mission, { expert: people[0], kind: 'MAGISTRATE', stays: [stay(rs, '2098-11-08T12:00', '2098-11-12T15:00', { lunchesProvided: 2, dinnersProvided: 1 })] });
  await saveMember(server(), adviser, mission, { expert: people[1], kind: 'POLICE', stays: [stay(rs, '2098-11-09T19:01', '2098-11-10T04:59')] });
  await saveMember(server(), adviser, mission, { expert: people[2], kind: 'NGO', stays: [stay(tr, '2098-11-08T09:00', '2098-11-12T20:00', { isLodgingProvided: true })] });
  const fare = await saveCost(server(), adviser, mission);
  await noteActual(server(), adviser, mission, [fare.key, 1, 40_000]);
  await saveCost(server(), adviser, mission, { kind: 'INTERPRETER', currency: 'RSD', unitCents: 4_712_345 });
  await saveCost(server(), adviser, mission, { kind: 'OTHER', currency: 'TRY', unitCents: 100 });
  await saveTravel(server(), adviser, mission, { arrivesAt: '2098-11-08T09:00', departsAt: '2098-11-08T06:00' });
});

test('is for the adviser and their team alone; to all others there is none, and who asks has just shown that it is them', async () => {
  const absent = `Mission_${randomUUID()}`;
  for (const role of ROLES) {
    const [answer, none] = [await take(role), await take(role, absent)];
    if (role === 'adviser' || role === 'assistant') expect([role, answer.status, answer.headers.get('content-disposition'), none.status]).toEqual([role, 200, 'attachment; filename="passerelle-mission.json"', 400]);
    else expect([role, answer.status === 200, answer.text]).toEqual([role, false, none.text]);
  }
  expect((await take('adviser', mission, 'xx')).status).toBe(400);
  expect((await send(server(), '/export/record.json?locale=fr', { headers: headers.adviser })).status).toBe(400);
  expect((await owner<{ part: string }>(server(), `select part from audit_entry where subject = 'EXPORT' and part = 'mission.json'`)).length).toBeGreaterThan(0);
});

test('is for them alone even where a rule of rows would show it: who it is for is asked before it is read; the control', async () => {
  const tables = ['mission', 'mission_cost'];
  for (const table of tables) await owner(server(), `create policy "${table}_open" on "${table}" using (true)`);
  try {
    for (const role of ROLES) {
      const { status, text } = await take(role);
      expect([role, status === 200, text.includes(mission.slice(mission.indexOf('_') + 1))]).toEqual([role, ...(role === 'adviser' || role === 'assistant' ? [true, true] : [false, false])]);
    }
  } finally {
    for (const table of tables) await owner(server(), `drop policy "${table}_open" on "${table}"`);
  }
});

test('has all from which each line is computed again, to the cent, by a script that shares nothing with what has computed it', async () => {
  const { text } = await take('adviser');
  const document = JSON.parse(text) as MissionDocument & { journeys: unknown[] };
  expect([document.costs.length, document.costs.filter(({ isComputed }) => isComputed).length, document.journeys.length, document.total.unknownLines > 0]).toEqual([10, 7, 1, true]);
  expect(differences(document)).toEqual([]);
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-costs-'));
  try {
    await writeFile(join(folder, 'mission.json'), text);
    const run = promisify(execFile)(process.execPath, ['--import', '@oxc-node/core/register', 'bin/recompute-costs.ts', join(folder, 'mission.json')], { cwd: fileURLToPath(new URL('../..', import.meta.url)) });
    expect((await run).stdout.trim()).toBe('10 lines are right to the cent.');
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('what is about somebody who is erased has no hours, and the script says that it cannot compute that again; its amount is held to what it counts', async () => {
  const document = JSON.parse((await take('adviser')).text) as MissionDocument;
  const [line] = document.costs.filter(({ isComputed, plannedCents }) => isComputed && plannedCents) as [MissionDocument['costs'][number]];
  const { arrivesAt: _arrives, leavesAt: _leaves, ...basis } = line.basis;
  const erased = (change: object = {}): MissionDocument => ({ ...document, costs: document.costs.map((one) => (one.key === line.key ? { ...one, leg: null, member: null, basis, ...change } : one)) });
  // Of a stay with several lines the others go with it: none is left here.
  const alone = ({ costs, ...rest }: MissionDocument): MissionDocument => ({ ...rest, costs: costs.map((one) => (one.key !== line.key && one.member === line.member && one.leg === line.leg ? { ...one, leg: null, member: null, basis: { ...one.basis, arrivesAt: undefined, leavesAt: undefined } } : one)) } as MissionDocument);
  expect(differences(alone(erased()))).toEqual([]);
  expect(withoutHours(document)).toBe(0);
  expect(withoutHours(erased())).toBe(1);
  expect(differences(alone(erased({ plannedCents: line.plannedCents! + 1 })))).toHaveLength(3);
});

test('the script finds an amount that is a cent off, a night too many, and a total that is none; the control', async () => {
  const document = JSON.parse((await take('adviser')).text) as MissionDocument;
  const [line] = document.costs.filter(({ isComputed, plannedCents }) => isComputed && plannedCents) as [MissionDocument['costs'][number]];
  const changed = (change: object): MissionDocument => ({ ...document, costs: document.costs.map((one) => (one === line ? { ...one, ...change } : one)) });
  expect(differences(changed({ plannedCents: line.plannedCents! + 1 }))).toHaveLength(3);
  expect(differences(changed({ nights: line.nights! + 1 }))).toHaveLength(1);
  expect(differences(changed({ basis: { ...line.basis, lunchesProvided: 0 } })).length).toBeGreaterThan(0);
  expect(differences({ ...document, total: { ...document.total, plannedCents: 0 } })).toHaveLength(1);
});
