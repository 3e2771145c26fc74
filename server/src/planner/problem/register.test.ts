/** For an idea, who is free in the register could go too: a few of each profession, nobody whom something engages, and nobody twice. */
import { roleOf } from '@passerelle/shared/missionTeam.ts';
import { expect, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { missionFacts } from './load.ts';

const database = testDatabase('full');
const MISSION = '6f1c8b3e-52d7-4c0a-9e41-7ab0d2c95e10';

interface Free {
  readonly uuid: string;
  readonly profession: string;
  readonly cleared: boolean;
  readonly engaged: boolean;
}

const REGISTER = `select e.uuid, e.profession_code as profession, exists (select from clearance c where c.expert_uuid = e.uuid and c.mission_uuid is null and c.from_on <= m.starts_on and c.until_on >= m.ends_on) as cleared,
  exists (select from expert_engagement g, unnest(g.held) r where g.who = e.uuid and g.is_firm and r && tstzrange(m.starts_on, m.ends_on + 1)) as engaged from expert e, mission m where m.uuid = ? and e.is_demonstration`;

test('whoever was asked, and of each profession four at most who are free, those first who are cleared', async () => {
  const em = database().orm.em.fork();
  const [asked, could] = [(await missionFacts(em, MISSION))!.persons, (await missionFacts(em, MISSION, { withRegister: true }))!.persons];
  const before = new Set(asked.map(({ key }) => key));
  expect(could.filter(({ key }) => before.has(key))).toEqual(asked);
  expect(new Set(could.map(({ key }) => key)).size).toBe(could.length);

  const register = new Map((await em.execute<Free[]>(REGISTER, [MISSION])).map((row) => [row.uuid, row]));
  const added = could.filter(({ key }) => !before.has(key)).map((person) => ({ ...register.get(person.key)!, ...person }));
  expect(added.length).toBeGreaterThan(8);
  expect([...register.values()].some(({ engaged }) => engaged), 'somebody is engaged on these days').toBe(true);
  for (const { engaged, isMember, isExpert, roles, profession } of added) expect([engaged, isMember, isExpert, roles]).toEqual([false, false, true, [roleOf(profession)]]);
  for (const [profession, some] of Map.groupBy(added, (one) => one.profession)) {
    const better = [...register.values()].filter((one) => one.profession === profession && one.cleared && !one.engaged && !before.has(one.uuid));
    expect([some.length <= 4, some.filter(({ cleared }) => cleared).length]).toEqual([true, Math.min(some.length, better.length)]);
  }
});
