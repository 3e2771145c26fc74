/** Where the language in which something was first written is put right, nothing stays under the wrong one; where something else is written in another language, what was said before stays, as a translation that is outdated. */
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { saveCall } from '../src/availability/world.fixture.ts';
import * as experts from '../src/experts/world.fixture.ts';
import { saveMeeting, tour } from '../src/meetings/meetings.fixture.ts';
import { createMission, editMission, keyOf, missionWith, owner, saveLeg } from '../src/missions/world.fixture.ts';
import { savePractice } from '../src/practices/practices.fixture.ts';
import * as programme from '../src/programme/world.fixture.ts';
import * as questions from '../src/questions/world.fixture.ts';
import { missionOver, reportedMission, saveFinding, saveReport } from '../src/reports/world.fixture.ts';
import * as trainings from '../src/trainings/world.fixture.ts';
import { testServer, UNLIMITED } from './http/harness.ts';
import { type Headers, signEverybodyIn } from './permissions/roles.ts';

const server = testServer({ signInLimits: UNLIMITED });
let headers: Headers;
const adviser = (): Record<string, string> => headers.adviser;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
});

type Changes = Readonly<Record<string, unknown>>;
/** What was written in French: its key, and the way to write it anew in Albanian, with a text or as it is. */
interface Written {
  readonly key: string;
  readonly change: (changes: Changes) => Promise<unknown>;
}

const objective = (key: string, text: string): { objectives: readonly object[] } => ({ objectives: [{ key, text, recommendations: [] }] });

const CASES: readonly (readonly [what: string, table: string, owner: string, text: string, write: () => Promise<Written>])[] = [
  ['a mission', 'mission_translation', 'mission_uuid', 'title', async () => {
    const { mission } = await createMission(server(), adviser());
    return { key: keyOf(mission!.id), change: (changes) => editMission(server(), adviser(), mission!.id, 1, changes) };
  }],
  ['an objective', 'mission_objective_translation', 'objective_uuid', 'text', async () => {
    const key = randomUUID();
    const { mission } = await createMission(server(), adviser(), objective(key, 'Former.'));
    return { key, change: ({ text = 'Former.', ...changes }) => editMission(server(), adviser(), mission!.id, 1, { ...changes, ...objective(key, String(text)) }) };
  }],
  ['a leg', 'mission_leg_translation', 'leg_uuid', 'purpose', async () => {
    const mission = await missionWith(server(), adviser(), [{}], []);
    const key = keyOf(mission.legs[0]!.id);
    return { key, change: (changes) => saveLeg(server(), adviser(), mission.id, { key, version: mission.legs[0]!.version, ...changes }) };
  }],
  ['a meeting', 'meeting_translation', 'meeting_uuid', 'subject', async () => {
    await owner(server(), 'delete from mission');
    const { leg } = await tour(server(), adviser());
    const { key } = await saveMeeting(server(), adviser(), leg);
    return { key, change: (changes) => saveMeeting(server(), adviser(), leg, { key, version: 1, ...changes }) };
  }],
  ['a report', 'mission_report_translation', 'mission_uuid', 'summary', async () => {
    const { id } = await missionOver(server(), adviser());
    const now = async () => (await reportedMission(server(), adviser(), id))!;
    await saveReport(server(), adviser(), await now());
    return { key: keyOf(id), change: async (changes) => saveReport(server(), adviser(), await now(), changes) };
  }],
  ['what came of an objective', 'objective_result_translation', 'objective_uuid', 'text', async () => {
    const { id, objectives: [first] } = await missionOver(server(), adviser());
    const now = async () => (await reportedMission(server(), adviser(), id))!;
    const results = (text: unknown) => ({ results: [{ key: first!.key, outcome: 'REACHED', text }] });
    await saveReport(server(), adviser(), await now(), results('Fait.'));
    return { key: first!.key, change: async ({ text = 'Fait.', ...changes }) => saveReport(server(), adviser(), await now(), { ...changes, ...results(text) }) };
  }],
  ['a finding', 'finding_translation', 'finding_uuid', 'text', async () => {
    const { id } = await missionOver(server(), adviser());
    const key = randomUUID();
    await saveFinding(server(), adviser(), id, { key });
    return { key, change: (changes) => saveFinding(server(), adviser(), id, { key, version: 1, ...changes }) };
  }],
  ['a practice', 'practice_translation', 'practice_uuid', 'title', async () => {
    const key = randomUUID();
    await savePractice(server(), headers.adviser, { key });
    return { key, change: (changes) => savePractice(server(), headers.adviser, { key, version: 1, ...changes }) };
  }],
  ['a call for availability', 'availability_call_translation', 'call_uuid', 'title', async () => {
    const key = randomUUID();
    await saveCall(server(), adviser(), { key });
    return { key, change: (changes) => saveCall(server(), adviser(), { key, version: 1, ...changes }) };
  }],
  ['an expert', 'expert_translation', 'expert_uuid', 'summary', async () => {
    const { expert } = await experts.create(server(), adviser());
    return { key: keyOf(expert!.id), change: (changes) => experts.update(server(), adviser(), expert!.id, 1, changes) };
  }],
  ['a training session', 'training_session_translation', 'session_uuid', 'title', async () => {
    const { session } = await trainings.create(server(), adviser());
    return { key: keyOf(session!.id), change: (changes) => trainings.update(server(), adviser(), session!.id, 1, changes) };
  }],
  ['a part of a session', 'session_part_translation', 'part_uuid', 'title', async () => {
    const { session } = await trainings.create(server(), adviser());
    const { key } = await programme.save(server(), adviser(), session!.id);
    return { key, change: (changes) => programme.save(server(), adviser(), session!.id, { key, version: 1, ...changes }) };
  }],
  ['a question', 'form_question_translation', 'question_uuid', 'label', async () => {
    const { session } = await trainings.create(server(), adviser());
    const { key } = await questions.save(server(), adviser(), keyOf(session!.id), { sourceLocale: 'fr' });
    const [row] = await owner<{ uuid: string }>(server(), 'select uuid from form_question where key = ?', [key]);
    return { key: row!.uuid, change: (changes) => questions.save(server(), adviser(), keyOf(session!.id), { key, version: 1, ...changes }) };
  }],
];

describe.each(CASES)('%s', (_what, table, of, text, write) => {
  const languages = async (key: string): Promise<string[]> => (await owner<{ locale: string }>(server(), `select locale from ${table} where ${of} = ? order by locale`, [key])).map(({ locale }) => locale);

  test('whose language was wrong is said in the right one alone', async () => {
    const { key, change } = await write();
    expect(await languages(key)).toEqual(['fr']);
    await change({ sourceLocale: 'sq' });
    expect(await languages(key)).toEqual(['sq']);
  });

  test('that is written anew in another language keeps what was said: the control', async () => {
    const { key, change } = await write();
    await change({ sourceLocale: 'sq', [text]: 'Shkruar përsëri' });
    expect(await languages(key)).toEqual(['fr', 'sq']);
  });
});
