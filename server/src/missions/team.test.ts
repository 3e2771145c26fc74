/** The team of a mission, by the API: who is in it, when they are where, whom it lacks, and that nobody is in two places at once. */
import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, signEverybodyIn } from '../../test/permissions/roles.ts';
import { colleagueOf, expertsOf, removeMember, saveMember, stay, type TeamBack } from './team.fixture.ts';
import { allPostsAgree, editMission, giveUp, keyOf, missionWith, owner, saveLeg, step, told } from './world.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
const BELGRADE = { country: 'RS', city: 'belgrade', startsOn: '2098-11-09', endsOn: '2098-11-10' };
const TIRANA = { country: 'AL', city: 'tirana', startsOn: '2098-11-11', endsOn: '2098-11-12' };
let headers: Headers;
let people: string[];
let colleague: string;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  people = await expertsOf(server(), ['JUDGE', 'POLICE_OFFICER', 'NGO_STAFF', 'SOCIAL_WORKER']);
  colleague = await colleagueOf(server(), headers.adviser);
});
beforeEach(() => owner(server(), 'delete from mission'));

type Given = Readonly<Record<string, unknown>>;
const save = (mission: string, given: Given): Promise<TeamBack> => saveMember(server(), headers.adviser, mission, given);
/** A mission that is planned, with these legs and no rule for its team unless one is given. */
const planned = (legs: readonly Given[] = [BELGRADE, TIRANA], changes: Given = { team: [] }) => missionWith(server(), headers.adviser, legs, ['planMission'], changes);
const legsOf = ({ legs }: { readonly legs: readonly { readonly id: string }[] }): string[] => legs.map(({ id }) => keyOf(id));
const engaged = (who: string) => owner<{ place: string; isFirm: boolean; held: string }>(server(), `select place, is_firm as "isFirm", held::text as held from expert_engagement where who = ? and kind = 'STAY' order by held`, [keyOf(who)]);

describe('the team', () => {
  test('has experts and the adviser’s own, each once, with when they are where; who leads first', async () => {
    const mission = await planned();
    const [rs, al] = legsOf(mission);
    const first = await save(mission.id, { expert: people[0], kind: 'MAGISTRATE', stays: [stay(rs!, '2098-11-09T10:00', '2098-11-10T18:00', { isLodgingProvided: true, lunchesProvided: 1 }), stay(al!, '2098-11-11T09:00', '2098-11-12T12:00')] });
    const second = await save(mission.id, { colleague, kind: 'ADVISER', isLead: true, stays: [stay(rs!, '2098-11-09T10:00', '2098-11-09T18:00')] });
    expect([told(first), told(second), told(await save(mission.id, { expert: people[0], kind: 'OTHER' }))]).toEqual(['DONE', 'DONE', 'INVALID MEMBER REPEATED']);
    const [lead, judge] = second.mission!.members;
    expect([lead!.kind, lead!.isLead, lead!.expert, judge!.expert!.id, judge!.stays.map(({ legKey, arrivesAt, lunchesProvided }) => [legKey, arrivesAt, lunchesProvided])])
      .toEqual(['ADVISER', true, null, people[0], [[rs, '2098-11-09T10:00', 1], [al, '2098-11-11T09:00', 0]]]);
    // The clocks of Belgrade and Tirana are one hour before UTC in November.
    expect(await engaged(people[0]!)).toEqual([{ place: 'RS', isFirm: true, held: '{["2098-11-09 09:00:00+00","2098-11-10 17:00:00+00")}' }, { place: 'AL', isFirm: true, held: '{["2098-11-11 08:00:00+00","2098-11-12 11:00:00+00")}' }]);
  });

  test('is changed as it was read: a conflict writes nothing, the same again is done, and the mission is another version', async () => {
    const mission = await planned();
    const { key, mission: added } = await save(mission.id, { expert: people[0], kind: 'MAGISTRATE' });
    expect([mission.version + 1, added!.members[0]!.version]).toEqual([added!.version, 1]);
    const changed = await saveMember(server(), headers.assistant, mission.id, { key, version: 1, kind: 'OTHER' });
    expect([told(changed), told(await save(mission.id, { key, version: 1, kind: 'POLICE' })), told(await save(mission.id, { key, version: 1, kind: 'OTHER' }))]).toEqual(['DONE', 'CONFLICT', 'DONE']);
    expect(told(await step(server(), headers.adviser, 'consultPosts', mission.id, mission.version))).toBe('CONFLICT');
    expect([told(await removeMember(server(), headers.adviser, mission.id, key, 1)), told(await removeMember(server(), headers.adviser, mission.id, key, 2)), told(await removeMember(server(), headers.adviser, mission.id, key, 2))]).toEqual(['CONFLICT', 'DONE', 'DONE']);
  });

  test('is led by one: whoever leads takes the place of who did', async () => {
    const mission = await planned();
    const one = await save(mission.id, { expert: people[0], kind: 'MAGISTRATE', isLead: true });
    const other = await save(mission.id, { expert: people[1], kind: 'POLICE', isLead: true });
    expect(other.mission!.members.map(({ key, isLead, version }) => [key === one.key, isLead, version])).toEqual([[false, true, 1], [true, false, 2]]);
  });

  test.each<[string, (legs: string[]) => Given, string]>([
    ['without anybody', () => ({ expert: null }), 'MEMBER MISSING'], ['with two people in one', () => ({ colleague }), 'MEMBER MISSING'], ['with an expert who is none', () => ({ expert: `Expert_${randomUUID()}` }), 'MEMBER UNKNOWN'],
    ['with somebody in the place of nobody', () => ({ substituteFor: randomUUID() }), 'SUBSTITUTE UNKNOWN'], ['with somebody who stays and takes a place', ([leg]) => ({ substituteFor: randomUUID(), stays: [stay(leg!, '2098-11-09T10:00', '2098-11-09T12:00')] }), 'SUBSTITUTE NOT_HERE'],
    ['with a stay in a leg of another mission', () => ({ stays: [stay(randomUUID(), '2098-11-09T10:00', '2098-11-09T12:00')] }), 'STAYS UNKNOWN'], ['with a stay that ends before it begins', ([leg]) => ({ stays: [stay(leg!, '2098-11-09T10:00', '2098-11-09T10:00')] }), 'STAYS NOT_AFTER'],
    ['with a stay after its leg', ([leg]) => ({ stays: [stay(leg!, '2098-11-09T10:00', '2098-11-11T08:00')] }), 'STAYS OUTSIDE'], ['with a stay on a day that is none', ([leg]) => ({ stays: [stay(leg!, '2098-11-31T10:00', '2098-12-01T08:00')] }), 'STAYS UNREADABLE'],
    ['with two stays in a leg', ([leg]) => ({ stays: [stay(leg!, '2098-11-09T10:00', '2098-11-09T12:00'), stay(leg!, '2098-11-10T10:00', '2098-11-10T12:00')] }), 'STAYS REPEATED'],
    ['with more meals than days', ([leg]) => ({ stays: [stay(leg!, '2098-11-09T10:00', '2098-11-09T12:00', { dinnersProvided: 367 })] }), 'STAYS OUT_OF_RANGE'],
  ])('%s is not stored', async (_title, given, wrong) => {
    const mission = await planned();
    expect(told(await save(mission.id, { expert: people[0], kind: 'MAGISTRATE', ...given(legsOf(mission)) }))).toBe(`INVALID ${wrong}`);
  });

  test.each([['JUDGE', 'NGO'], ['POLICE_OFFICER', 'NGO'], ['LABOUR_INSPECTOR', 'NGO'], ['NGO_STAFF', 'POLICE'], ['NGO_STAFF', 'MAGISTRATE'], ['NGO_STAFF', 'LABOUR']])('%s is not stored as %s, added or changed', async (profession, kind) => {
    const mission = await planned();
    const [expert] = await expertsOf(server(), [profession]);
    const refused = await save(mission.id, { expert, kind });
    expect([told(refused), refused.mission!.members]).toEqual(['INVALID ROLE UNSUITED', []]);
    const { key } = await save(mission.id, { expert, kind: 'OTHER' });
    const changed = await save(mission.id, { key, version: 1, kind });
    expect([told(changed), changed.mission!.members.map((one) => one.kind)]).toEqual(['INVALID ROLE UNSUITED', ['OTHER']]);
    // What was stored before the rule stays, and all else of it can be changed.
    await owner(server(), 'update mission_member set role = ? where uuid = ?', [kind, key]);
    expect(told(await save(mission.id, { key, version: 1, kind, mostDays: 4 }))).toBe('DONE');
  });

  test.each([['SOCIAL_WORKER', 'NGO'], ['LAWYER', 'NGO'], ['NGO_STAFF', 'SOCIAL'], ['POLICE_OFFICER', 'OTHER']])('%s is stored as %s', async (profession, kind) => {
    const [expert] = await expertsOf(server(), [profession]);
    expect(told(await save((await planned()).id, { expert, kind }))).toBe('DONE');
  });

  test('keeps who it is, and a substitute of a substitute is none; who is taken out takes their substitute along', async () => {
    const mission = await planned();
    const judge = await save(mission.id, { expert: people[0], kind: 'MAGISTRATE' });
    const instead = await save(mission.id, { expert: people[1], kind: 'MAGISTRATE', substituteFor: judge.key });
    expect([told(instead), told(await save(mission.id, { expert: people[2], kind: 'NGO', substituteFor: instead.key })), told(await save(mission.id, { key: judge.key, version: 1, expert: people[2], kind: 'MAGISTRATE' }))]).toEqual(['DONE', 'INVALID SUBSTITUTE UNKNOWN', 'INVALID MEMBER SETTLED']);
    const { mission: left } = await removeMember(server(), headers.adviser, mission.id, judge.key, 1);
    expect(left!.members).toEqual([]);
  });
});

describe('who stays', () => {
  test('is engaged firmly once the mission is planned, and free once it is given up, or once they are taken out', async () => {
    const mission = await missionWith(server(), headers.adviser, [BELGRADE], [], { team: [] });
    const [leg] = legsOf(mission);
    const { key } = await save(mission.id, { expert: people[0], kind: 'MAGISTRATE', stays: [stay(leg!, '2098-11-09T10:00', '2098-11-10T18:00')] });
    await save(mission.id, { expert: people[1], kind: 'POLICE', stays: [stay(leg!, '2098-11-09T10:00', '2098-11-10T18:00')] });
    const firm = async () => [await engaged(people[0]!), await engaged(people[1]!)].map((list) => list.map(({ isFirm }) => isFirm));
    expect(await firm()).toEqual([[false], [false]]);
    expect(told(await step(server(), headers.adviser, 'planMission', mission.id))).toBe('DONE');
    expect(await firm()).toEqual([[true], [true]]);
    await removeMember(server(), headers.adviser, mission.id, key, 1);
    expect(await firm()).toEqual([[], [true]]);
    await giveUp(server(), headers.adviser, mission.id, { fr: 'Budget refusé.' });
    expect(await firm()).toEqual([[], []]);
  });

  test('is in no two missions at once: neither by being added, nor by a mission that is planned, nor by a leg that is put off', async () => {
    const [one, other] = [await planned([BELGRADE]), await missionWith(server(), headers.adviser, [BELGRADE], [], { team: [] })];
    const [here, there] = [stay(legsOf(one)[0]!, '2098-11-09T10:00', '2098-11-10T18:00'), stay(legsOf(other)[0]!, '2098-11-10T10:00', '2098-11-10T12:00')];
    await save(one.id, { expert: people[0], kind: 'MAGISTRATE', stays: [here] });
    const thought = await save(other.id, { expert: people[0], kind: 'MAGISTRATE', stays: [there] });
    const free = await save(other.id, { expert: people[2], kind: 'NGO', stays: [there] });
    expect([told(thought), free.mission!.members.map(({ kind, isEngagedElsewhere }) => [kind, isEngagedElsewhere])]).toEqual(['DONE', [['MAGISTRATE', true], ['NGO', false]]]);
    const refused = await step(server(), headers.adviser, 'planMission', other.id);
    expect([told(refused), refused.mission!.state]).toEqual(['INVALID TEAM BUSY', 'IDEA']);
    const third = await planned([TIRANA], { team: [], startsOn: '2098-11-08' });
    const tirana = stay(legsOf(third)[0]!, '2098-11-11T10:00', '2098-11-12T12:00');
    expect(told(await save(third.id, { expert: people[0], kind: 'MAGISTRATE', stays: [tirana] }))).toBe('DONE');
    const moved = await saveLeg(server(), headers.adviser, third.id, { ...TIRANA, key: legsOf(third)[0]!, version: 1, startsOn: '2098-11-09', endsOn: '2098-11-10' });
    expect([told(moved), moved.mission!.legs[0]!.startsOn]).toEqual(['INVALID TEAM BUSY', '2098-11-11']);
    expect(told(await save(one.id, { expert: people[1], kind: 'POLICE', stays: [here] }))).toBe('DONE');
    const fourth = await planned([BELGRADE]);
    expect(told(await save(fourth.id, { expert: people[1], kind: 'POLICE', stays: [stay(legsOf(fourth)[0]!, '2098-11-09T12:00', '2098-11-09T13:00')] }))).toBe('INVALID TEAM BUSY');
  });

  test('of two missions that take the same expert at once one is refused; without the constraint and the question both are made: the control', async () => {
    const both = async (): Promise<string[]> => {
      await owner(server(), 'delete from mission');
      const missions = [await planned([BELGRADE]), await planned([BELGRADE])];
      const saved = await Promise.all(missions.map((mission) => save(mission.id, { expert: people[0], kind: 'MAGISTRATE', stays: [stay(legsOf(mission)[0]!, '2098-11-09T10:00', '2098-11-10T18:00')] })));
      return saved.map(told).sort();
    };
    for (let n = 0; n < 3; n += 1) expect(await both()).toEqual(['DONE', 'INVALID TEAM BUSY']);
    // What is asked alone, then nothing.
    await owner(server(), 'alter table expert_engagement drop constraint expert_stays_once, add constraint expert_stays_once unique (source, who, kind) deferrable initially deferred');
    expect(await both()).toEqual(['DONE', 'INVALID TEAM BUSY']);
    const [{ definition }] = (await owner<{ definition: string }>(server(), `select pg_get_functiondef('team_fault(uuid)'::regprocedure) as definition`)) as [{ definition: string }];
    await owner(server(), `create or replace function team_fault(the_mission uuid) returns text language sql as $$ select null::text $$`);
    expect(await both()).toEqual(['DONE', 'DONE']);
    await owner(server(), 'delete from mission');
    await owner(server(), definition);
    await owner(server(), 'alter table expert_engagement drop constraint expert_stays_once');
    await owner(server(), `alter table expert_engagement add constraint expert_stays_once exclude using gist (who with =, held with &&) where (is_firm and kind = 'STAY') deferrable initially deferred`);
  });

  test('is put off with the leg; a leg that is shortened under them is refused by the database', async () => {
    const mission = await planned([BELGRADE]);
    const [leg] = legsOf(mission);
    await save(mission.id, { expert: people[0], kind: 'MAGISTRATE', stays: [stay(leg!, '2098-11-09T10:00', '2098-11-10T18:00')] });
    const moved = await saveLeg(server(), headers.adviser, mission.id, { ...BELGRADE, key: leg!, version: 1, startsOn: '2098-11-11', endsOn: '2098-11-12' });
    expect([told(moved), (await engaged(people[0]!))[0]!.held]).toEqual(['DONE', '{["2098-11-11 09:00:00+00","2098-11-12 17:00:00+00")}']);
    const shortened = await saveLeg(server(), headers.adviser, mission.id, { ...BELGRADE, key: leg!, version: 2, startsOn: '2098-11-11', endsOn: '2098-11-11' });
    expect(told(shortened)).toBe('INVALID STAYS OUTSIDE');
    await expect(owner(server(), `update mission_leg set ends_on = '2098-11-11' where uuid = ?`, [leg])).rejects.toThrow('a stay is within its leg');
  });
});

describe('what the mission needs', () => {
  const team = [{ kind: 'MAGISTRATE', atLeast: 1 }, { kind: 'POLICE', atLeast: 1 }];
  const agree = async (mission: string): Promise<unknown> => {
    await allPostsAgree(server(), mission);
    return owner(server(), `update mission set stage = 'AGREED' where uuid = ?`, [keyOf(mission)]);
  };

  test('is counted of those who stay somewhere; who takes a place if need be does not count', async () => {
    const mission = await planned([BELGRADE], { team });
    const stays = [stay(legsOf(mission)[0]!, '2098-11-09T10:00', '2098-11-10T18:00')];
    const present = ({ mission: now }: TeamBack): number[] => now!.team.map((rule) => rule.present);
    const judge = await save(mission.id, { expert: people[0], kind: 'MAGISTRATE' });
    expect(present(judge)).toEqual([0, 0]);
    expect(present(await save(mission.id, { key: judge.key, version: 1, kind: 'MAGISTRATE', stays }))).toEqual([1, 0]);
    expect(present(await save(mission.id, { expert: people[1], kind: 'POLICE', substituteFor: judge.key }))).toEqual([1, 0]);
  });

  test('is there once it is agreed, and stays so: the database refuses it, and who plans is told', async () => {
    const mission = await missionWith(server(), headers.adviser, [BELGRADE], ['planMission', 'consultPosts'], { team });
    const stays = [stay(legsOf(mission)[0]!, '2098-11-09T10:00', '2098-11-10T18:00')];
    const judge = await save(mission.id, { expert: people[0], kind: 'MAGISTRATE', stays });
    await expect(agree(mission.id)).rejects.toThrow('a mission that is agreed has the team that it needs');
    await save(mission.id, { expert: people[1], kind: 'POLICE', stays });
    await agree(mission.id);
    expect(told(await removeMember(server(), headers.adviser, mission.id, judge.key, 1))).toBe('INVALID TEAM LACKING');
    expect(told(await save(mission.id, { key: judge.key, version: 1, kind: 'OTHER', stays }))).toBe('INVALID TEAM LACKING');
    const { mission: now } = await save(mission.id, { expert: people[2], kind: 'NGO', stays });
    const more = await editMission(server(), headers.adviser, mission.id, now!.version, { team: [...team, { kind: 'NGO', atLeast: 2 }] });
    expect([told(more), more.mission!.team.length, more.faults[0]!.lacking]).toEqual(['INVALID TEAM LACKING', 2, ['NGO']]);
    await expect(owner(server(), `delete from mission_stay where member_uuid = ?`, [judge.key])).rejects.toThrow('has the team that it needs');
    // Who is erased is let go.
    const [{ id }] = (await owner<{ id: string }>(server(), `insert into person (id, name, email, is_demonstration, created_at, updated_at) values (gen_random_uuid(), 'Somebody', 'somebody@passerelle.example', true, now(), now()) returning id`)) as [{ id: string }];
    await owner(server(), `insert into mission_member (uuid, mission_uuid, person_id, role) values (gen_random_uuid(), ?, ?, 'MAGISTRATE')`, [keyOf(mission.id), id]);
    await owner(server(), 'delete from person where id = ?', [id]);
  });

  test('of one who agrees and one who takes somebody away at once one comes through', async () => {
    const mission = await missionWith(server(), headers.adviser, [BELGRADE], ['planMission', 'consultPosts'], { team: [team[0]] });
    const { key } = await save(mission.id, { expert: people[0], kind: 'MAGISTRATE', stays: [stay(legsOf(mission)[0]!, '2098-11-09T10:00', '2098-11-10T18:00')] });
    const came = await Promise.allSettled([agree(mission.id), owner(server(), 'delete from mission_member where uuid = ?', [key])]);
    expect(came.filter(({ status }) => status === 'fulfilled').length).toBe(1);
  });
});

test('the trail tells as what somebody was added, changed and taken away, and when they stay where; it names nobody', async () => {
  const mission = await planned([BELGRADE]);
  const [leg] = legsOf(mission);
  await owner(server(), 'delete from audit_entry');
  const { key } = await save(mission.id, { expert: people[0], kind: 'MAGISTRATE', isLead: true, stays: [stay(leg!, '2098-11-09T10:00', '2098-11-10T18:00')] });
  await save(mission.id, { key, version: 1, kind: 'POLICE', isLead: true, stays: [stay(leg!, '2098-11-09T10:00', '2098-11-10T12:00', { lunchesProvided: 2 })] });
  await removeMember(server(), headers.adviser, mission.id, key, 2);
  const entries = await owner<{ line: string; named: number }>(server(), `select concat_ws(' ', part, coalesce(before, '-') || ' > ' || coalesce(after, '-')) as line, num_nonnulls(about_id) as named from audit_entry where subject = 'MISSION' and object = ?`, [keyOf(mission.id)]);
  const [before, after] = ['2098-11-09 10:00 / 2098-11-10 18:00', '2098-11-09 10:00 / 2098-11-10 12:00'];
  expect(entries.map(({ line }) => line).sort()).toEqual([
    'lead - > MAGISTRATE', 'lead MAGISTRATE > POLICE', 'lead POLICE > -', 'member - > MAGISTRATE', 'member MAGISTRATE > POLICE', 'member POLICE > -', 'provided.belgrade f 0 0 > f 2 0', `stay.belgrade - > ${before}`, `stay.belgrade ${before} > ${after}`, `stay.belgrade ${after} > -`,
  ].sort());
  expect(entries.every(({ named }) => named === 0)).toBe(true);
});
