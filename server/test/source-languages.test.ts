/** Writing something in another language than before: a translation that stands there, by other words, is not lost without a word, whatever it is a translation of. */
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { saveCall } from '../src/availability/world.fixture.ts';
import { create as enterExpert, update as updateExpert } from '../src/experts/world.fixture.ts';
import { saveMeeting, tour } from '../src/meetings/meetings.fixture.ts';
import { createMission, editMission, keyOf, missionWith, owner, saveLeg } from '../src/missions/world.fixture.ts';
import { save as saveNeed } from '../src/needs/needs.fixture.ts';
import { savePractice } from '../src/practices/practices.fixture.ts';
import { save as savePart } from '../src/programme/world.fixture.ts';
import { save as saveQuestion } from '../src/questions/world.fixture.ts';
import { missionOver, reportedMission, saveFinding, saveReport } from '../src/reports/world.fixture.ts';
import { create as createSession, update as updateSession } from '../src/trainings/world.fixture.ts';
import { testServer, UNLIMITED } from './http/harness.ts';
import { type Headers, signEverybodyIn } from './permissions/roles.ts';

const server = testServer({ signInLimits: UNLIMITED });
const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
let headers: Headers;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  await sql('delete from mission');
});

/** Something with a text: its table of translations, whose, which column; `rewrite` says it in English by these words from now on. */
interface Made {
  readonly of: readonly [table: string, owner: string, column: string];
  readonly key: string;
  /** Another column, where one text is not enough, and what it says in both. */
  readonly also?: readonly [column: string, text: string];
  readonly rewrite: (text: string) => Promise<unknown>;
}

const english = { sourceLocale: 'en' };

const KINDS: Readonly<Record<string, () => Promise<Made>>> = {
  need: async () => {
    const key = randomUUID();
    await saveNeed(server(), headers.scac, { key });
    return { of: ['need_translation', 'need_uuid', 'title'], also: ['text', 'In the south.'], key, rewrite: (title) => saveNeed(server(), headers.scac, { key, version: 1, ...english, title, text: 'In the south.' }) };
  },
  'training session': async () => {
    const { session } = await createSession(server(), headers.adviser);
    return {
      of: ['training_session_translation', 'session_uuid', 'title'], key: keyOf(session!.id),
      rewrite: (title) => updateSession(server(), headers.adviser, session!.id, 1, { ...english, title, summary: '', programme: [] }),
    };
  },
  'part of a session': async () => {
    const { session } = await createSession(server(), headers.adviser);
    const { key } = await savePart(server(), headers.adviser, session!.id);
    return { of: ['session_part_translation', 'part_uuid', 'title'], key, rewrite: (title) => savePart(server(), headers.adviser, session!.id, { key, version: 1, ...english, title }) };
  },
  question: async () => {
    const { session } = await createSession(server(), headers.adviser);
    const { key } = await saveQuestion(server(), headers.adviser, keyOf(session!.id));
    const [row] = await sql<{ uuid: string }>('select uuid from form_question where key = ?', [key]);
    return { of: ['form_question_translation', 'question_uuid', 'label'], key: row!.uuid, rewrite: (label) => saveQuestion(server(), headers.adviser, keyOf(session!.id), { key, version: 1, ...english, label }) };
  },
  'choice of a question': async () => {
    const { session } = await createSession(server(), headers.adviser);
    const choices = (label: string) => ({ kind: 'CHOICE', choices: [{ code: 'a', label }, { code: 'b', label: 'B' }] });
    const { key } = await saveQuestion(server(), headers.adviser, keyOf(session!.id), choices('Прво'));
    const [row] = await sql<{ uuid: string }>(`select c.uuid from form_choice c join form_question q on q.uuid = c.question_uuid where q.key = ? and c.code = 'a'`, [key]);
    return { of: ['form_choice_translation', 'choice_uuid', 'label'], key: row!.uuid, rewrite: (label) => saveQuestion(server(), headers.adviser, keyOf(session!.id), { key, version: 1, ...english, ...choices(label) }) };
  },
  mission: async () => {
    const { mission } = await createMission(server(), headers.adviser);
    return { of: ['mission_translation', 'mission_uuid', 'title'], key: keyOf(mission!.id), rewrite: (title) => editMission(server(), headers.adviser, mission!.id, 1, { ...english, title, purpose: '' }) };
  },
  objective: async () => {
    const key = randomUUID();
    const { mission } = await createMission(server(), headers.adviser, { objectives: [{ key, text: 'Former.', recommendations: [] }] });
    return { of: ['mission_objective_translation', 'objective_uuid', 'text'], key, rewrite: (text) => editMission(server(), headers.adviser, mission!.id, 1, { ...english, objectives: [{ key, text, recommendations: [] }] }) };
  },
  leg: async () => {
    const { id, legs } = await missionWith(server(), headers.adviser, [{}], []);
    const key = keyOf(legs[0]!.id);
    return { of: ['mission_leg_translation', 'leg_uuid', 'purpose'], key, rewrite: (purpose) => saveLeg(server(), headers.adviser, id, { key, version: legs[0]!.version, ...english, purpose, note: '' }) };
  },
  meeting: async () => {
    const { leg } = await tour(server(), headers.adviser);
    const { key } = await saveMeeting(server(), headers.adviser, leg);
    return { of: ['meeting_translation', 'meeting_uuid', 'subject'], key, rewrite: (subject) => saveMeeting(server(), headers.adviser, leg, { key, version: 1, ...english, subject, note: '' }) };
  },
  report: async () => {
    const { id } = await missionOver(server(), headers.adviser);
    await saveReport(server(), headers.adviser, (await reportedMission(server(), headers.adviser, id))!, { evaluation: '' });
    return { of: ['mission_report_translation', 'mission_uuid', 'summary'], key: keyOf(id), rewrite: async (summary) => saveReport(server(), headers.adviser, (await reportedMission(server(), headers.adviser, id))!, { ...english, summary, evaluation: '' }) };
  },
  'result of an objective': async () => {
    const { id, objectives } = await missionOver(server(), headers.adviser);
    const results = (text: string) => ({ evaluation: '', results: objectives.map(({ key }) => ({ key, outcome: 'REACHED', text })) });
    await saveReport(server(), headers.adviser, (await reportedMission(server(), headers.adviser, id))!, results('Fait.'));
    const { key } = objectives[0]!;
    return { of: ['objective_result_translation', 'objective_uuid', 'text'], key, rewrite: async (text) => saveReport(server(), headers.adviser, (await reportedMission(server(), headers.adviser, id))!, { ...english, ...results(text) }) };
  },
  finding: async () => {
    const [{ id }, key] = [await missionOver(server(), headers.adviser), randomUUID()];
    await saveFinding(server(), headers.adviser, id, { key });
    return { of: ['finding_translation', 'finding_uuid', 'text'], key, rewrite: (text) => saveFinding(server(), headers.adviser, id, { key, version: 1, ...english, text }) };
  },
  practice: async () => {
    const key = randomUUID();
    await savePractice(server(), headers.adviser, { key });
    return { of: ['practice_translation', 'practice_uuid', 'title'], key, rewrite: (title) => savePractice(server(), headers.adviser, { key, version: 1, ...english, title, audience: '', result: '' }) };
  },
  'call for availability': async () => {
    const { call } = await saveCall(server(), headers.adviser);
    const key = keyOf(call!.id);
    return { of: ['availability_call_translation', 'call_uuid', 'title'], key, rewrite: (title) => saveCall(server(), headers.adviser, { key, version: 1, ...english, title, note: '' }) };
  },
  'sheet of an expert': async () => {
    const { expert } = await enterExpert(server(), headers.adviser);
    return { of: ['expert_translation', 'expert_uuid', 'summary'], key: keyOf(expert!.id), rewrite: (summary) => updateExpert(server(), headers.adviser, expert!.id, 1, { ...english, summary }) };
  },
};

/** What came of it: an outcome, or the code of the error. */
async function came(answer: Promise<unknown>): Promise<unknown> {
  try {
    const back = await answer;
    return typeof back === 'string' ? back : ((back as { code?: string }).code ?? (back as { outcome: string }).outcome);
  } catch (error) {
    return (error as Error).message;
  }
}

const WORDS = 'Words of a translator';

describe.each(Object.entries(KINDS))('a translation of a %s', (_kind, make) => {
  let made: Made;
  const said = async (): Promise<unknown[]> => {
    const [table, whose, column] = made.of;
    return (await sql<{ text: string }>(`select ${column} as text from ${table} where ${whose} = ? and locale = 'en'`, [made.key])).map(({ text }) => text);
  };

  beforeAll(async () => {
    made = await make();
    const [table, whose, column] = made.of;
    const [more, text] = made.also ?? [];
    await sql(`insert into ${table} (${whose}, locale, ${column}, source_version${more ? `, ${more}` : ''}) values (?, 'en', ?, 1${more ? ', ?' : ''})`, [made.key, WORDS, ...(text ? [text] : [])]);
  });

  test('is not lost to other words that are written in its language from now on: that is refused, and nothing is stored', async () => {
    expect(await came(made.rewrite('Other words'))).toBe('TRANSLATION_EXISTS');
    expect(await said()).toEqual([WORDS]);
  });

  test('becomes what is first written where it says the same: the control', async () => {
    expect(await came(made.rewrite(WORDS))).toBe('DONE');
    expect(await said()).toEqual([WORDS]);
  });
});

test('whatever takes away what was said in a wrong language asks first what stands in the right one', () => {
  const services = readdirSync(join(import.meta.dirname, '../src'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts') && !file.startsWith('core') && !file.includes('.test.'));
  const texts = services.map((file) => [file, readFileSync(join(import.meta.dirname, '../src', file), 'utf8')] as const).filter(([, text]) => text.includes('forgetWrongLanguage('));
  expect(texts.length).toBeGreaterThan(12);
  expect(texts.filter(([, text]) => !text.includes('keepTranslations(')).map(([file]) => file)).toEqual([]);
});
