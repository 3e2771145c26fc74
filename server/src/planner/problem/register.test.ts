/** For an idea, who is free in the register could go too: a few of each role and who fits what is sought, nobody whom something engages, and nobody twice. */
import { roleOf } from '@passerelle/shared/missionTeam.ts';
import { expect, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { missionFacts } from './load.ts';
import { couldGo, type FreeExpert } from './register.ts';

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

test('whoever was asked, and of each role four at most who are free, but where somebody else alone fits what is sought', async () => {
  const em = database().orm.em.fork();
  const sought = [{ theme: 'ORGAN_REMOVAL', roles: [] }, { theme: 'FORCED_BEGGING', roles: ['LABOUR' as const] }];
  const [asked, could] = [(await missionFacts(em, MISSION))!.persons, (await missionFacts(em, MISSION, { sought: [], needsClearance: true }))!.persons];
  const before = new Set(asked.map(({ key }) => key));
  expect(could.filter(({ key }) => before.has(key))).toEqual(asked);
  expect(new Set(could.map(({ key }) => key)).size).toBe(could.length);

  const register = new Map((await em.execute<Free[]>(REGISTER, [MISSION])).map((row) => [row.uuid, row]));
  const added = could.filter(({ key }) => !before.has(key)).map((person) => ({ ...register.get(person.key)!, ...person }));
  expect(added.length).toBeGreaterThan(8);
  expect([...register.values()].some(({ engaged }) => engaged), 'somebody is engaged on these days').toBe(true);
  for (const { engaged, isMember, isExpert, roles, profession } of added) expect([engaged, isMember, isExpert, roles]).toEqual([false, false, true, [roleOf(profession)]]);
  for (const [role, some] of Map.groupBy(added, (one) => roleOf(one.profession))) {
    const better = [...register.values()].filter((one) => roleOf(one.profession) === role && one.cleared && !one.engaged && !before.has(one.uuid));
    expect([some.length <= 4, some.filter(({ cleared }) => cleared).length]).toEqual([true, Math.min(some.length, better.length)]);
  }
  const fitting = (await missionFacts(em, MISSION, { sought, needsClearance: false }))!.persons.filter(({ roles, themes }) => roles.includes('LABOUR') && themes.includes('FORCED_BEGGING'));
  expect(fitting.length).toBeGreaterThan(0);
});

const free = (key: string, given: Partial<FreeExpert> = {}): FreeExpert => ({ key, profession: 'JUDGE', lastMissionOn: null, isCleared: false, themes: [], ...given });

test('who fits most of what is sought comes before who was away longest, but after who is cleared where that is needed; whoever alone fits comes too', () => {
  const all = [free('a'), free('b'), free('c', { isCleared: true }), free('d'), free('e', { themes: ['ASSISTANCE'], lastMissionOn: '2027-01-01' }), free('f', { themes: ['PREVENTION'], profession: 'JUDGE', lastMissionOn: '2027-01-02' })];
  expect(couldGo(all, { sought: [{ theme: 'ASSISTANCE', roles: [] }], needsClearance: true })).toEqual(['a', 'b', 'c', 'e']);
  expect(couldGo(all, { sought: [], needsClearance: false })).toEqual(['a', 'b', 'c', 'd']);
  const many = ['g', 'h', 'i', 'j'].map((key) => free(key, { themes: ['ASSISTANCE', 'PREVENTION'] }));
  expect(couldGo([...many, free('z', { themes: ['REFERRAL'] })], { sought: ['ASSISTANCE', 'PREVENTION', 'REFERRAL'].map((theme) => ({ theme, roles: [] })), needsClearance: false })).toEqual(['g', 'h', 'i', 'j', 'z']);
  expect(couldGo([...many, free('z', { themes: ['REFERRAL'] })], { sought: [{ theme: 'REFERRAL', roles: ['POLICE'] }], needsClearance: false })).toEqual(['g', 'h', 'i', 'j']);
});
