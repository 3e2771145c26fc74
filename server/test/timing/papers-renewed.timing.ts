/** What it costs to look whether the papers of a mission say what is so, and to renew all of them: of a mission of 42 meetings and eight people, which has 61 papers. Said, and bounded far above what it takes. */
import { MikroORM } from '@mikro-orm/postgresql';
import { expect, test } from 'vitest';
import { saveMeeting } from '../../src/meetings/meetings.fixture.ts';
import { saveMember, stay } from '../../src/missions/team.fixture.ts';
import { keyOf, owner, step } from '../../src/missions/world.fixture.ts';
import { ormOptions } from '../../src/orm.ts';
import { agree, makePaper, papersWorld } from '../../src/papers/papers.fixture.ts';
import { pass, renew, versions } from '../../src/papers/renewal.fixture.ts';
import { testServer, UNLIMITED } from '../http/harness.ts';
import { signEverybodyIn } from '../permissions/roles.ts';
import { median } from './mann-whitney.ts';

const TIMES = 20;
const server = testServer({ signInLimits: UNLIMITED });

/** How many milliseconds something takes. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

test('a mission of 61 papers', async () => {
  const { adviser } = await signEverybodyIn(server());
  const world = await papersWorld(server(), adviser);
  const belgrade = keyOf(world.belgrade);
  await step(server(), adviser, 'replanMission', world.mission);
  const experts = await owner<{ uuid: string }>(server(), 'select uuid from expert where is_demonstration and uuid not in (select expert_uuid from mission_member where expert_uuid is not null) order by uuid limit 6');
  for (const { uuid } of experts) expect((await saveMember(server(), adviser, world.mission, { expert: `Expert_${uuid}`, kind: 'OTHER', stays: [stay(belgrade, '2098-11-09T09:15', '2098-11-11T18:45')] })).outcome).toBe('DONE');
  const meetings = [world.both, world.alone];
  for (let n = 0; n < 40; n += 1) meetings.push((await saveMeeting(server(), adviser, world.belgrade, { subject: `Rendez-vous ${n}`, day: '2098-11-10', starts: '15:00', hostName: `Hôte ${n}`, placeName: `Salle ${n}` })).key);
  await step(server(), adviser, 'consultPosts', world.mission);
  await agree(server(), world.mission);
  const members = await owner<{ uuid: string }>(server(), 'select uuid from mission_member where mission_uuid = ?', [keyOf(world.mission)]);
  const papers = [
    ...['PROGRAMME_POST', 'CONTACTS', 'INTERPRETER'].map((kind) => [kind, belgrade] as const), ...meetings.map((meeting) => ['INVITATION', meeting] as const), ...members.flatMap(({ uuid }) => (['PROGRAMME_PERSON', 'ORDER'] as const).map((kind) => [kind, uuid] as const)),
  ];
  for (const [kind, about] of papers) expect((await makePaper(server(), adviser, kind, about)).outcome).toBe('DONE');
  expect((await versions(server())).length).toBe(61);

  const orm = await MikroORM.init(ormOptions(server().database.app));
  const looked: number[] = [];
  for (let n = 0; n < TIMES; n += 1) looked.push(await timed(() => renew(orm)));
  // All of them say the days of the leg.
  await owner(server(), `alter table mission_leg disable trigger user; update mission_leg set city_code = (select code from city where code <> 'belgrade' order by country_code <> 'RS', code limit 1) where uuid = '${belgrade}'; alter table mission_leg enable trigger user`);
  const noted = await timed(() => renew(orm));
  await pass(server(), 15);
  const renewed = await timed(() => renew(orm));
  expect((await versions(server())).filter((what) => what.endsWith('2*')).length).toBe(61);
  await orm.close();
  process.stdout.write(`Looked at: ${median(looked).toFixed(0)} ms; noted: ${noted.toFixed(0)} ms; all renewed: ${renewed.toFixed(0)} ms\n`);
  expect(Math.max(median(looked), noted, renewed)).toBeLessThan(5_000);
});
