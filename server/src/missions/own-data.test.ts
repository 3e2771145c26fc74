/** What somebody is given of a team with their own data: their own place in it, and nothing of anybody else. */
import { MikroORM } from '@mikro-orm/postgresql';
import { beforeAll, expect, test } from 'vitest';
import { testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, PEOPLE, signEverybodyIn } from '../../test/permissions/roles.ts';
import { transactAs } from '../core/database/index.ts';
import type { OwnTable } from '../core/own-data.ts';
import { ownRows } from '../my-data/own-rows.ts';
import { ormOptions } from '../orm.ts';
import { expertsOf, saveMember, stay } from './team.fixture.ts';
import { keyOf, missionWith, owner } from './world.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
const BELGRADE = { country: 'RS', city: 'belgrade', startsOn: '2098-11-09', endsOn: '2098-11-10' };
let headers: Headers;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
});

/** What the expert themselves is given of the tables about missions. */
async function ownTables(person: string): Promise<readonly OwnTable[]> {
  const orm = await MikroORM.init(ormOptions(server().database.app));
  const { tables } = await transactAs(orm, person)(async (em) => {
    await em.execute(`select set_config('passerelle.purpose', 'my-data', true)`);
    return ownRows(em);
  });
  await orm.close();
  return tables.filter(({ name }) => name.startsWith('mission') || ['expert_engagement', 'leg_person'].includes(name));
}

const places = (tables: readonly OwnTable[]): number => tables.find(({ name }) => name === 'mission_member')!.rows.length;

test('a substitute learns of nobody whose place they take, nor of anybody else who comes', async () => {
  const [judge, police] = await expertsOf(server(), ['JUDGE', 'POLICE_OFFICER']);
  const [own] = await owner<{ uuid: string; person: string }>(server(), 'select e.uuid, p.id as person from expert e join person p on p.id = e.person_id where p.email = ?', [PEOPLE.expert]);
  const before = await ownTables(own!.person);
  const mission = await missionWith(server(), headers.adviser, [BELGRADE], ['planMission'], { team: [] });
  const stays = [stay(keyOf(mission.legs[0]!.id), '2098-11-09T10:00', '2098-11-10T18:00')];
  const first = await saveMember(server(), headers.adviser, mission.id, { expert: judge, kind: 'MAGISTRATE', isLead: true, stays });
  await saveMember(server(), headers.adviser, mission.id, { expert: police, kind: 'POLICE', stays });
  const instead = await saveMember(server(), headers.adviser, mission.id, { expert: `Expert_${own!.uuid}`, kind: 'MAGISTRATE', substituteFor: first.key });
  expect(instead.outcome).toBe('DONE');
  const after = await ownTables(own!.person);
  expect(places(after)).toBe(places(before) + 1);
  const said = JSON.stringify(after);
  for (const other of [first.key, keyOf(judge!), keyOf(police!), mission.id, keyOf(mission.legs[0]!.id), '2098-11']) expect([other, said.includes(other)]).toEqual([other, false]);
});
