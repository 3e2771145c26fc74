/** Reporting on missions by the API: what is written when, by whom, and what comes of two who write at once. */
import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, signEverybodyIn } from '../../test/permissions/roles.ts';
import { keyOf, missionWith, owner } from '../missions/world.fixture.ts';
import { appraise, missionOver, missionReported, removeFinding, reportedMission, saveFinding, saveReport, stepOver, translateReport } from './world.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
let headers: Headers;
const adviser = (): Record<string, string> => headers.adviser;
const read = async (id: string) => (await reportedMission(server(), adviser(), id))!;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
});

test('a mission that is over is reported on with a summary and what came of each objective, and closed', async () => {
  const mission = await missionOver(server(), adviser());
  expect(mission.can).toEqual({ writeReport: true, translateReport: true, followUp: true, report: true, close: false, publish: false, appraise: false });
  expect(await stepOver(server(), adviser(), 'reportMission', mission.id)).toBe('INVALID SUMMARY MISSING RESULTS MISSING');
  expect(await saveReport(server(), adviser(), mission, { summary: ' ', results: [{ key: mission.objectives[0]!.key, outcome: 'PARTLY', text: '' }] })).toBe('INVALID SUMMARY MISSING RESULTS MISSING');
  expect(await saveReport(server(), adviser(), mission, { evaluation: '', results: [{ key: mission.objectives[0]!.key, outcome: 'PARTLY', text: 'En partie.' }] })).toBe('DONE');
  expect(await stepOver(server(), adviser(), 'reportMission', mission.id)).toBe('INVALID RESULTS MISSING');
  expect(await saveReport(server(), adviser(), await read(mission.id))).toBe('DONE');
  expect(await stepOver(server(), adviser(), 'closeMission', mission.id)).toBe('TOO_LATE');
  expect(await stepOver(server(), adviser(), 'reportMission', mission.id)).toBe('DONE');
  const reported = await read(mission.id);
  expect([reported.state, reported.can.close, reported.report!.summary!.text, reported.objectives.map(({ result }) => result!.outcome)]).toEqual(['REPORTED', true, 'Le parquet a adopté un protocole.', ['REACHED', 'REACHED']]);
  // What it needed stays.
  expect(await saveReport(server(), adviser(), reported, { results: [] })).toBe('INVALID RESULTS MISSING');
  expect(await stepOver(server(), adviser(), 'closeMission', mission.id)).toBe('DONE');
  const closed = await read(mission.id);
  expect([closed.state, await saveReport(server(), adviser(), closed, { summary: 'Autre.' })]).toEqual(['CLOSED', 'TOO_LATE']);
  expect(await translateReport(server(), adviser(), closed, { summary: 'In English.' })).toBe('DONE');
});

test('nothing is written of a mission that is not over, or not agreed', async () => {
  const mission = await missionWith(server(), adviser(), [{}], ['planMission', 'consultPosts'], { team: [] });
  const now = await read(mission.id);
  expect([now.can.writeReport, await saveReport(server(), adviser(), now), await saveFinding(server(), adviser(), now.id), await stepOver(server(), adviser(), 'reportMission', now.id)]).toEqual([false, 'TOO_LATE', 'TOO_LATE', 'TOO_LATE']);
  const over = await missionOver(server(), adviser());
  // Until its last day is over everywhere.
  await owner(server(), `update mission set ends_on = (now() at time zone 'Europe/Tirane')::date where uuid = ?`, [keyOf(over.id)]);
  expect((await read(over.id)).can.writeReport).toBe(false);
});

test('of two who have read the same report the second writes nothing; sent again it is the same', async () => {
  const mission = await missionOver(server(), adviser());
  expect(await saveReport(server(), adviser(), mission)).toBe('DONE');
  expect(await saveReport(server(), headers.assistant, mission)).toBe('DONE');
  expect(await saveReport(server(), headers.assistant, mission, { summary: 'Autre.' })).toBe('CONFLICT');
  const { version } = await read(mission.id);
  expect(await saveReport(server(), headers.assistant, await read(mission.id), { summary: 'Autre.' })).toBe('DONE');
  expect(await stepOver(server(), adviser(), 'reportMission', mission.id, version)).toBe('CONFLICT');
});

test('findings are written each by itself, of a day and a leg of the mission', async () => {
  const mission = await missionOver(server(), adviser());
  const [key, other] = [randomUUID(), randomUUID()];
  const leg = keyOf(mission.legs[0]!.id);
  const [{ slug }] = (await owner<{ slug: string }>(server(), 'select slug from recommendation order by slug limit 1')) as [{ slug: string }];
  expect(await saveFinding(server(), adviser(), mission.id, { leg, recommendations: [`Recommendation_${slug}`], key: key })).toBe('DONE');
  expect(await saveFinding(server(), adviser(), mission.id, { leg, recommendations: [`Recommendation_${slug}`], key: key })).toBe('DONE');
  expect(await saveFinding(server(), headers.assistant, mission.id, { text: 'Autre.', key: other })).toBe('DONE');
  expect(await saveFinding(server(), adviser(), mission.id, { leg, text: 'Autrement.', key: key })).toBe('CONFLICT');
  expect(await saveFinding(server(), adviser(), mission.id, { foundOn: '2026-03-14' })).toBe('INVALID FOUND_ON OUTSIDE');
  expect(await saveFinding(server(), adviser(), mission.id, { leg: randomUUID(), theme: 'NONE', text: '', recommendations: ['Recommendation_none'] })).toBe('INVALID FINDING MISSING LEG UNKNOWN THEME UNKNOWN RECOMMENDATIONS UNKNOWN');
  expect(await saveFinding(server(), adviser(), mission.id, { key: '019abc00-0000-7000-8000-000000000001' })).toBe('INVALID KEY UNREADABLE');
  expect(await saveFinding(server(), adviser(), mission.id, { text: 'Elle est née le 12.04.2009, tél. 064 123 45 67.' })).toBe('VICTIM_DATA');
  // A key of a finding of another mission is none for this one.
  const elsewhere = await missionOver(server(), adviser());
  expect([await saveFinding(server(), adviser(), elsewhere.id, { key: key }), await saveFinding(server(), adviser(), elsewhere.id, { leg }), await removeFinding(server(), adviser(), elsewhere.id, key, 1)]).toEqual(['GONE', 'INVALID LEG UNKNOWN', 'DONE']);
  expect((await read(mission.id)).findings.map((one) => [one.key, one.version, one.legKey, one.recommendations.length]).sort()).toEqual([[key, 1, leg, 1], [other, 1, null, 0]].sort());
  expect(await removeFinding(server(), adviser(), mission.id, other, 7)).toBe('CONFLICT');
  expect([await removeFinding(server(), adviser(), mission.id, other, 1), await removeFinding(server(), adviser(), mission.id, other, 1)]).toEqual(['DONE', 'DONE']);
});

test('a report is said in other languages, which are outdated once it changes', async () => {
  const mission = await missionOver(server(), adviser());
  await saveReport(server(), adviser(), mission);
  const key = randomUUID();
  await saveFinding(server(), adviser(), mission.id, { key: key });
  const said = { summary: 'The prosecution adopted a protocol.', results: [{ key: mission.objectives[0]!.key, text: 'Done.' }], findings: [{ key, text: 'Interpreters are missing.' }] };
  expect(await translateReport(server(), adviser(), await read(mission.id), { ...said, locale: 'fr' })).toBe('INVALID LOCALE NOT_HERE FINDING UNKNOWN');
  expect(await translateReport(server(), adviser(), await read(mission.id), said)).toBe('DONE');
  // Sent again it is the same; something else is a conflict.
  expect(await translateReport(server(), adviser(), mission, said)).toBe('DONE');
  for (const other of [{ summary: 'N' }, { results: [{ key: mission.objectives[0]!.key, text: 'N' }] }, { findings: [{ key, text: 'N' }] }]) expect(await translateReport(server(), adviser(), mission, { ...said, ...other })).toBe('CONFLICT');
  const texts = await owner(server(), `select locale, summary from mission_report_translation where mission_uuid = ? order by locale`, [keyOf(mission.id)]);
  expect(texts).toEqual([{ locale: 'en', summary: said.summary }, { locale: 'fr', summary: 'Le parquet a adopté un protocole.' }]);
  await saveReport(server(), adviser(), await read(mission.id), { summary: 'Autre.' });
  expect(await owner(server(), `select t.locale from mission_report_translation t join mission_report r using (mission_uuid) where mission_uuid = ? and t.source_version < r.source_version`, [keyOf(mission.id)])).toEqual([{ locale: 'en' }]);
});

test('an expert who stayed is appraised once the mission is reported on', async () => {
  await owner(server(), 'delete from mission');
  const over = await missionOver(server(), adviser());
  expect(await appraise(server(), adviser(), { mission: over.id, expert: over.expert })).toBe('TOO_LATE');
  await owner(server(), 'delete from mission where uuid = ?', [keyOf(over.id)]);
  const mission = await missionReported(server(), adviser());
  expect(await appraise(server(), adviser(), { mission: mission.id, expert: mission.expert, expertise: 5 })).toBe('INVALID MARKS OUT_OF_RANGE');
  expect(await appraise(server(), adviser(), { mission: mission.id, expert: `Expert_${randomUUID()}` })).toBe('INVALID MEMBER UNKNOWN');
  expect([await appraise(server(), adviser(), { mission: mission.id, expert: mission.expert }), await appraise(server(), adviser(), { mission: mission.id, expert: mission.expert })]).toEqual(['DONE', 'DONE']);
  expect(await appraise(server(), headers.assistant, { mission: mission.id, expert: mission.expert, expertise: 1 })).toBe('CONFLICT');
  expect(await appraise(server(), headers.assistant, { mission: mission.id, expert: mission.expert, expertise: 1, version: 1 })).toBe('DONE');
  expect((await read(mission.id)).appraisals).toMatchObject([{ expertKey: keyOf(mission.expert), version: 2, expertise: 1, text: 'A su écouter.' }]);
});

test('the trail tells that something was written, step by step, and nothing of what it says, and neither whom was appraised nor how', async () => {
  await owner(server(), 'delete from mission');
  const mission = await missionReported(server(), adviser());
  await saveFinding(server(), adviser(), mission.id);
  await appraise(server(), adviser(), { mission: mission.id, expert: mission.expert });
  const entries = await owner<{ part: string; before: string | null; after: string | null }>(server(), `select part, before, after from audit_entry where object = ? and (part ~ '^(report|result|finding|apprais)' or (part = 'stage' and after = 'REPORTED')) order by 1, 3`, [keyOf(mission.id)]);
  expect(entries.map(({ part, after }) => `${part} ${after}`)).toEqual([
    'appraised null', 'finding.fr null', 'report_evaluation.fr null', 'report_summary.fr null', 'result REACHED', 'result REACHED', 'result.fr null', 'result.fr null', 'stage REPORTED',
  ]);
  await removeFinding(server(), adviser(), mission.id, (await read(mission.id)).findings[0]!.key, 1);
  await saveReport(server(), adviser(), await read(mission.id), { summary: 'Autre.' });
  expect(await owner(server(), `select part from audit_entry where concat_ws(' ', before, after) ~ 'parquet|Autre|Bien préparée|Fait'`)).toEqual([]);
});
