/** The control of the matrix of missions: with one of its two walls away nothing is seen, with both away it is found out. */
import { expect, test, vi } from 'vitest';
import { testServer, UNLIMITED } from '../http/harness.ts';
import { contactsFound, hostsFound, wrongWays } from './mission-found.ts';
import { makeMissions } from './mission-world.ts';
import { signEverybodyIn } from './roles.ts';

vi.mock('../../src/missions/seen-missions.ts', () => ({ seenMissions: () => undefined, seenLegs: () => undefined, seenWithLeg: () => undefined, seenPeople: () => undefined }));

const server = testServer({ signInLimits: UNLIMITED });

test('readers that hide nothing are found out once the rules of the tables are taken away too', { timeout: 120_000 }, async () => {
  const headers = await signEverybodyIn(server());
  await makeMissions(server(), headers);
  for (const role of ['scac', 'scacElsewhere', 'ngoMember', 'visitor'] as const) expect([role, await wrongWays(server(), headers, role)]).toEqual([role, []]);
  expect([await contactsFound(server(), headers, 'scacElsewhere'), await contactsFound(server(), headers, 'ngoMember')]).toEqual([['Contact of SHOWN and given up in Tirana', 'Contact of SHOWN in Tirana'], []]);
  expect([await hostsFound(server(), headers, 'scacElsewhere'), await hostsFound(server(), headers, 'ngoMember')]).toEqual([['Host of SHOWN and given up in Tirana', 'Host of SHOWN in Tirana'], []]);
  const em = server().database.orm.em.fork();
  for (const table of ['mission', 'mission_translation', 'mission_leg', 'mission_leg_translation', 'leg_contact', 'meeting', 'meeting_translation']) await em.execute(`alter table ${table} disable row level security`);
  for (const role of ['scac', 'scacElsewhere', 'ngoMember', 'visitor'] as const) {
    expect([role, await wrongWays(server(), headers, role)]).toEqual([role, expect.arrayContaining(['missions(first: 100)', 'Mission by id', 'missionLegs(first: 100)', 'missionLegs(last: 100)', 'MissionLeg by id'])]);
  }
  expect(await contactsFound(server(), headers, 'visitor')).toHaveLength(11);
  expect(await hostsFound(server(), headers, 'visitor')).toHaveLength(11);
  expect(await wrongWays(server(), headers, 'adviser')).toEqual([]);
});
