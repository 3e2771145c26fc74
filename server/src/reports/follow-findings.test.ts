/** What comes of what a mission has found: until when it is to be done, that it was, what of it is still due, and who learns of it. */
import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, ROLES, signEverybodyIn } from '../../test/permissions/roles.ts';
import { keyOf, missionWith, owner } from '../missions/world.fixture.ts';
import { followFinding, missionReported, publications, publish, reportedMission, saveFinding, stepOver } from './world.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
let headers: Headers;
const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
const ADVISER = ['assistant', 'adviser'];
const [DUE, DONE] = ['2026-06-30', '2026-05-04'];
/** What the database says of a statement. */
const refused = (text: string, values: unknown[]): Promise<string> => sql(text, values).then(() => 'nothing', (error: { constraint?: string; cause?: { constraint?: string }; message: string }) => error.constraint ?? error.cause?.constraint ?? error.message);

beforeAll(async () => {
  headers = await signEverybodyIn(server());
});
beforeEach(() => sql('delete from mission'));

/** A mission that is reported on, with a finding that bears on a recommendation. */
async function found(): Promise<{ readonly mission: string; readonly key: string; readonly recommendation: string }> {
  const { id: mission } = await missionReported(server(), headers.adviser);
  const [{ slug }] = (await sql<{ slug: string }>('select slug from recommendation order by slug limit 1')) as [{ slug: string }];
  const [key, recommendation] = [randomUUID(), `Recommendation_${slug}`];
  expect(await saveFinding(server(), headers.adviser, mission, { key, recommendations: [recommendation] })).toBe('DONE');
  return { mission, key, recommendation };
}

const follow = (mission: string, key: string, days: object, who = headers.adviser): Promise<string> => followFinding(server(), who, mission, { key, ...days });
const daysOf = async (mission: string): Promise<unknown> => (await reportedMission(server(), headers.adviser, mission))!.findings.map(({ version, dueOn, doneOn }) => [version, dueOn, doneOn]);

test('it is said until when, then on which day it was, and nothing is due any more; that can be taken back', async () => {
  const { mission, key } = await found();
  const due = async (): Promise<unknown> => ((await ask(server(), '{ dueFindings { key dueOn foundBy { id } } }', {}, headers.adviser)).data!.dueFindings as unknown[]);
  expect([await due(), await follow(mission, key, { dueOn: DUE }), await due()]).toEqual([[], 'DONE', [{ key, dueOn: DUE, foundBy: { id: mission } }]]);
  expect([await follow(mission, key, { dueOn: DUE, doneOn: DONE, version: 2 }), await daysOf(mission), await due()]).toEqual(['DONE', [[3, DUE, DONE]], []]);
  expect([await follow(mission, key, { version: 3 }), await daysOf(mission)]).toEqual(['DONE', [[4, null, null]]]);
});

test('of what is due the first due comes first', async () => {
  const { mission, key } = await found();
  const sooner = randomUUID();
  await saveFinding(server(), headers.adviser, mission, { key: sooner });
  await follow(mission, key, { dueOn: DUE });
  await follow(mission, sooner, { dueOn: '2026-04-01' });
  expect((await ask(server(), '{ dueFindings { key } }', {}, headers.assistant)).data).toEqual({ dueFindings: [{ key: sooner }, { key }] });
});

test('a day before that of the finding, one that is still to come, one that nobody means, and one of what calls for nothing are refused', async () => {
  const { mission, key } = await found();
  expect(await follow(mission, key, { dueOn: '2026-03-09', doneOn: '2026-03-09' })).toBe('INVALID DUE_ON NOT_AFTER DONE_ON NOT_AFTER');
  expect(await follow(mission, key, { dueOn: '2100-01-01' })).toBe('INVALID DUE_ON FAR_OFF');
  expect(await follow(mission, key, { dueOn: DUE, doneOn: '2098-01-01' })).toBe('INVALID DONE_ON OUTSIDE');
  expect(await follow(mission, key, { doneOn: DONE })).toBe('INVALID DUE_ON MISSING');
  expect(await refused('update finding set done_on = ? where uuid = ?', [DONE, key])).toBe('finding_done');
  expect(await daysOf(mission)).toEqual([[1, null, null]]);
});

test('of two who have read the same the second writes nothing; sent again it is the same; of a finding that is not there nothing is', async () => {
  const { mission, key } = await found();
  expect([await follow(mission, key, { dueOn: DUE }), await follow(mission, key, { dueOn: DUE }), await follow(mission, key, { dueOn: '2026-07-31' }, headers.assistant), await follow(mission, randomUUID(), { dueOn: DUE })]).toEqual(['DONE', 'DONE', 'CONFLICT', 'GONE']);
  // Whoever changes what was found has read it, too.
  expect(await saveFinding(server(), headers.assistant, mission, { key, text: 'Autrement.', version: 1 })).toBe('CONFLICT');
});

test('it goes on once the mission is closed, by statements, too; all else of the report stays as it is', async () => {
  const { mission, key } = await found();
  expect(await stepOver(server(), headers.adviser, 'closeMission', mission)).toBe('DONE');
  expect([await follow(mission, key, { dueOn: DUE }), await saveFinding(server(), headers.adviser, mission, { key, text: 'Autrement.', version: 2 })]).toEqual(['DONE', 'TOO_LATE']);
  expect(await refused(`update finding set done_on = ?, found_on = '2026-03-11' where uuid = ?`, [DONE, key])).toBe('mission_is_closed');
  expect([await refused('delete from finding where uuid = ?', [key]), await refused('update finding set done_on = ? where uuid = ?', [DONE, key])]).toEqual(['mission_is_closed', 'nothing']);
});

test('nothing comes of a mission that is not over', async () => {
  const { id } = await missionWith(server(), headers.adviser, [{}], ['planMission'], { team: [] });
  expect([await follow(id, randomUUID(), { dueOn: DUE }), (await reportedMission(server(), headers.adviser, id))!.can.followUp]).toEqual(['TOO_LATE', false]);
});

test('the trail tells both days', async () => {
  const { mission, key } = await found();
  await follow(mission, key, { dueOn: DUE });
  await follow(mission, key, { dueOn: DUE, doneOn: DONE, version: 2 });
  expect(await sql(`select part, before, after from audit_entry where object = ? and part in ('finding_due', 'finding_done') order by at, part`, [keyOf(mission)])).toEqual([{ part: 'finding_due', before: null, after: DUE }, { part: 'finding_done', before: null, after: DONE }]);
});

test('the adviser and the team read it on the recommendation and among what is due; to all others there is nothing, and nothing of it is published', async () => {
  const { mission, key, recommendation } = await found();
  await follow(mission, key, { dueOn: DUE });
  for (const role of ROLES) {
    const { data } = await ask(server(), 'query ($id: ID!) { recommendation(id: $id) { findings { key dueOn } } dueFindings { key } }', { id: recommendation }, headers[role]);
    expect([role, data]).toEqual([role, ADVISER.includes(role) ? { recommendation: { findings: [{ key, dueOn: DUE }] }, dueFindings: [{ key }] } : { recommendation: { findings: [] }, dueFindings: [] }]);
  }
  expect(await publish(server(), headers.adviser, mission, { findings: [key] })).toBe('DONE');
  expect(JSON.stringify(await publications(server(), {}))).not.toContain(DUE);
});
