/** A mission once it is over: what its team is engaged by since keeps nobody from reporting on it, it stays where it was, and nobody but the adviser learns how far its report is. */
import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, PEOPLE, signEverybodyIn } from '../../test/permissions/roles.ts';
import { editMission, giveUp, keyOf, missionWith, owner, step, told } from '../missions/world.fixture.ts';
import { appraise, missionOver, missionReported, publish, type Reported, reportedMission, saveFinding, saveReport, stepOver, translateReport, withdraw } from './world.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
let headers: Headers;
const adviser = (): Record<string, string> => headers.adviser;
const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
const read = async (id: string): Promise<Reported> => (await reportedMission(server(), adviser(), id))!;
/** What the database says of a statement. */
const refused = (text: string, values: unknown[]): Promise<string> => sql(text, values).then(() => 'nothing', (error: { constraint?: string; cause?: { constraint?: string }; message: string }) => error.constraint ?? error.cause?.constraint ?? error.message);

beforeAll(async () => {
  headers = await signEverybodyIn(server());
});
beforeEach(() => sql('delete from mission'));

test('a team that would be in two places at once keeps nobody from reporting on a mission, publishing of it and closing it', async () => {
  const mission = await missionOver(server(), adviser());
  await saveReport(server(), adviser(), mission);
  const planned = await missionWith(server(), adviser(), [{}], ['planMission'], { team: [] });
  const [{ now }] = (await sql<{ now: string }>(`select pg_get_functiondef('team_fault(uuid)'::regprocedure) as now`)) as [{ now: string }];
  await sql(`create or replace function team_fault(the_mission uuid) returns text language sql volatile security definer set search_path = public, pg_temp as $$ select 'BUSY' $$`);
  const done = [await stepOver(server(), adviser(), 'reportMission', mission.id), await publish(server(), adviser(), mission.id), await appraise(server(), adviser(), { mission: mission.id, expert: mission.expert }), await withdraw(server(), adviser(), mission.id), await stepOver(server(), adviser(), 'closeMission', mission.id)];
  const edited = told(await editMission(server(), adviser(), planned.id, planned.version, { title: 'Autre' }));
  await sql(now);
  expect(done).toEqual(['DONE', 'DONE', 'DONE', 'DONE', 'DONE']);
  // The control: all else asks.
  expect(edited).toBe('INVALID TEAM BUSY');
});

test('the month in which somebody was on mission is public, and no day of it', async () => {
  const mission = await missionReported(server(), adviser());
  await sql('update expert set last_mission_on = null where uuid = ?', [keyOf(mission.expert)]);
  expect(await stepOver(server(), adviser(), 'closeMission', mission.id)).toBe('DONE');
  expect(await sql('select last_mission_on::text as day from expert where uuid = ?', [keyOf(mission.expert)])).toEqual([{ day: '2026-03-10' }]);
  for (const who of [{}, headers.scac, headers.adviser]) expect((await ask(server(), 'query ($id: ID!) { expert(id: $id) { lastMissionOn } }', { id: mission.expert }, who)).data).toEqual({ expert: { lastMissionOn: '2026-03-01' } });
});

test('a post and an expert do not learn that the mission is reported on or closed: nothing of their leg changes', async () => {
  const mission = await missionOver(server(), adviser());
  const [{ sheet }] = (await sql<{ sheet: string }>('select e.uuid as sheet from expert e join person p on p.id = e.person_id where p.email = ?', [PEOPLE.expert])) as [{ sheet: string }];
  await sql(`insert into mission_member (uuid, mission_uuid, expert_uuid, role) values (gen_random_uuid(), ?, ?, 'POLICE')`, [keyOf(mission.id), sheet]);
  await sql(`insert into mission_stay (member_uuid, leg_uuid, arrives_at, leaves_at) select m.uuid, ?, '2026-03-09 09:00', '2026-03-09 18:00' from mission_member m where m.expert_uuid = ?`, [keyOf(mission.legs[0]!.id), sheet]);
  const ALL = 'version state startsOn endsOn isShown purpose { text } can { edit plan prepare }';
  const lists = Object.entries({ agreed: 'AGREED', reported: 'REPORTED', closed: 'CLOSED' }).map(([name, state]) => `${name}: missionLegs(first: 10, filter: { states: [${state}] }) { totalCount nodes { id ${ALL} } }`).join(' ');
  const seen = async (): Promise<string> => {
    const answers = [];
    for (const who of [headers.scac, headers.ssi, headers.scacElsewhere]) answers.push((await ask(server(), `query ($id: ID!) { ${lists} missionLeg(id: $id) { ${ALL} } node(id: $id) { ... on MissionLeg { ${ALL} } } }`, { id: mission.legs[0]!.id }, who)).text);
    answers.push((await ask(server(), '{ ownLegs { key state startsOn endsOn purpose { text } } }', {}, headers.expert)).text);
    return answers.join('\n');
  };
  const before = await seen();
  expect(before).toContain(mission.legs[0]!.id);
  expect(before).toContain(keyOf(mission.legs[0]!.id));
  await saveReport(server(), adviser(), await read(mission.id));
  await saveFinding(server(), adviser(), mission.id, { leg: keyOf(mission.legs[0]!.id) });
  for (const next of ['reportMission', 'closeMission'] as const) {
    expect(await stepOver(server(), adviser(), next, mission.id)).toBe('DONE');
    expect([next, await seen()]).toEqual([next, before]);
  }
  expect((await ask(server(), `query ($id: ID!) { missionLeg(id: $id) { state } }`, { id: mission.legs[0]!.id }, adviser())).data).toEqual({ missionLeg: { state: 'CLOSED' } });
});

test('a mission whose report is begun stays where and when it was', async () => {
  const mission = await missionOver(server(), adviser());
  const can = async (): Promise<unknown> => ((await ask(server(), 'query ($id: ID!) { mission(id: $id) { can { edit replan giveUp } } }', { id: mission.id }, adviser())).data as { mission: { can: unknown } }).mission.can;
  expect(await can()).toEqual({ edit: true, replan: true, giveUp: true });
  await saveReport(server(), adviser(), mission);
  expect(await can()).toEqual({ edit: true, replan: false, giveUp: false });
  const { version } = await read(mission.id);
  expect([told(await step(server(), adviser(), 'replanMission', mission.id)), told(await giveUp(server(), adviser(), mission.id, { fr: 'Non.' })), told(await editMission(server(), adviser(), mission.id, version, { startsOn: '2026-03-08', endsOn: '2026-03-20' }))]).toEqual(['TOO_LATE', 'TOO_LATE', 'TOO_LATE']);
  for (const change of [`ends_on = '2026-03-20'`, `stage = 'PLANNED'`, `stage = 'GIVEN_UP'`]) expect([change, await refused(`update mission set ${change} where uuid = ?`, [keyOf(mission.id)])]).toEqual([change, 'mission_days_settled']);
  expect(await refused(`update mission_leg set ends_on = starts_on where mission_uuid = ?`, [keyOf(mission.id)])).toBe('mission_days_settled');
});

test('of a closed mission the report is said in other languages, and stays otherwise as it is', async () => {
  const mission = await missionReported(server(), adviser());
  const key = randomUUID();
  await saveFinding(server(), adviser(), mission.id, { key });
  expect(await stepOver(server(), adviser(), 'closeMission', mission.id)).toBe('DONE');
  expect(await translateReport(server(), adviser(), await read(mission.id), { summary: 'In English.', results: [{ key: mission.objectives[0]!.key, text: 'Done.' }], findings: [{ key, text: 'Interpreters.' }] })).toBe('DONE');
  const [id, objective] = [keyOf(mission.id), mission.objectives[0]!.key];
  const tried: readonly [string, string][] = [
    [`update mission_report set source_locale = 'en' where mission_uuid = ?`, id], [`update mission_report_translation set summary = 'N' where locale = 'fr' and mission_uuid = ?`, id], [`update objective_result set outcome = 'UNKNOWN' where objective_uuid = ?`, objective],
    [`update objective_result_translation set text = 'N' where locale = 'fr' and objective_uuid = ?`, objective], ['delete from objective_result where objective_uuid = ?', objective], [`update finding set found_on = '2026-03-11' where uuid = ?`, key],
    [`update finding_translation set text = 'N' where locale = 'fr' and finding_uuid = ?`, key], ['delete from finding where uuid = ?', key], [`insert into finding (uuid, source_locale, mission_uuid, found_on) values (gen_random_uuid(), 'fr', ?, '2026-03-10')`, id],
    [`insert into finding_recommendation (finding_uuid, recommendation_slug) select ?::uuid, slug from recommendation limit 1`, key],
  ];
  for (const [text, value] of tried) expect([text, await refused(text, [value])]).toEqual([text, 'mission_is_closed']);
  // What goes with something else goes.
  expect(await refused('delete from mission where uuid = ?', [id])).toBe('nothing');
});
