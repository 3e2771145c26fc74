import { describe, expect, test } from 'vitest';

import { appraisalFaults, appraisalInput, appraisalItems, emptyFinding, findingComparing, findingFaults, findingInput, followUpFaults, followUpInput, isLate, keyIn, localeOf, reportComparing, reportFaults, reportInput, reportItem, typedAppraisal, typedFinding, typedFollowUp, typedReport } from './reportForm.ts';
import type { Finding, Reported } from './useReports.ts';

const RESULT = { outcome: 'PARTLY', texts: [{ locale: 'en', text: 'In part.' }, { locale: 'fr', text: 'En partie.' }] };
const MISSION = {
  startsOn: '2026-09-14', texts: [{ locale: 'en', isSource: false }, { locale: 'fr', isSource: true }],
  objectives: [{ key: 'one', result: RESULT }, { key: 'two', result: null }],
  report: { version: 3, texts: [{ locale: 'fr', isSource: true, summary: 'Résumé', evaluation: null }, { locale: 'en', isSource: false, summary: 'Summary', evaluation: 'Well' }] },
  members: [
    { name: 'A', expert: { id: 'Expert_a' }, stays: [{ legKey: 'x' }] }, { name: 'B', expert: { id: 'Expert_b' }, stays: [] }, { name: 'C', expert: null, stays: [{ legKey: 'x' }] }, { name: 'D', expert: { id: 'Expert_d' }, stays: [{ legKey: 'x' }] },
  ],
  appraisals: [{ expertKey: 'a', version: 2, expertise: 4, exchange: 3, reliability: 1, text: null }],
} as unknown as Reported;
const UNWRITTEN = { ...MISSION, report: null } as unknown as Reported;
const typed = () => typedReport(reportItem(MISSION));

describe('a report', () => {
  test('that is stored is typed in the language in which it was first written, with what came of each objective', () => {
    expect(typed()).toEqual({ sourceLocale: 'fr', summary: 'Résumé', evaluation: '', results: { one: { outcome: 'PARTLY', text: 'En partie.' }, two: { outcome: '', text: '' } } });
    expect(reportItem(MISSION).version).toBe(3);
  });

  test('that is not written yet is empty, in the language of the mission, at version 0', () => {
    expect([localeOf(UNWRITTEN), reportItem(UNWRITTEN).version]).toEqual(['fr', 0]);
    expect(typedReport(reportItem(UNWRITTEN))).toMatchObject({ sourceLocale: 'fr', summary: '', evaluation: '' });
  });

  test('is sent with what is said of objectives alone: of one of which nothing is said nothing is sent', () => {
    expect(reportInput(typed())).toEqual({ sourceLocale: 'fr', summary: 'Résumé', evaluation: '', results: [{ key: 'one', outcome: 'PARTLY', text: 'En partie.' }] });
  });

  test.each([
    [{}, []], [{ summary: ' ' }, ['SUMMARY']], [{ results: { one: { outcome: 'REACHED', text: ' ' } } }, ['RESULTS']], [{ results: { one: { outcome: '', text: 'Said' } } }, ['RESULTS']], [{ summary: '', results: { one: { outcome: '', text: 'Said' } } }, ['SUMMARY', 'RESULTS']],
  ] as const)('with %j is wrong in %j', (changes, fields) => {
    expect(reportFaults({ ...typed(), ...changes } as ReturnType<typeof typed>).map(({ field }) => field)).toEqual(fields);
  });

  test('of two who write, what each alone has changed is put together; of what both have, mine stays and is told of', () => {
    const base = typed();
    const merged = reportComparing.merge(base, { ...base, summary: 'Mine' }, { ...base, evaluation: 'Theirs' });
    expect([merged.conflicts, merged.typed.summary, merged.typed.evaluation]).toEqual([[], 'Mine', 'Theirs']);
    const both = reportComparing.merge(base, { ...base, summary: 'Mine' }, { ...base, summary: 'Theirs' });
    expect([both.conflicts, both.typed.summary]).toEqual([['summary'], 'Mine']);
  });
});

describe('a finding', () => {
  const FINDING = { legKey: null, theme: { code: 'ASSISTANCE' }, foundOn: '2026-09-15', texts: [{ locale: 'ro', isSource: false, text: 'Nu' }, { locale: 'en', isSource: true, text: 'No interpreter' }], recommendations: [{ id: 'Recommendation_x' }], needs: [{ id: 'Need_x' }] } as unknown as Finding;

  test('that is stored is typed as it is, and sent as it was', () => {
    expect(typedFinding(FINDING)).toMatchObject({ sourceLocale: 'en', leg: '', theme: 'ASSISTANCE', foundOn: '2026-09-15', text: 'No interpreter' });
    expect(findingInput(typedFinding(FINDING))).toEqual({ sourceLocale: 'en', leg: null, theme: 'ASSISTANCE', foundOn: '2026-09-15', text: 'No interpreter', recommendations: ['Recommendation_x'], needs: ['Need_x'] });
  });

  test('that is new is of the first day of the mission, of the whole of it and of no theme', () => {
    expect(findingInput({ ...emptyFinding(MISSION), text: 'x', leg: 'l' })).toEqual({ sourceLocale: 'fr', leg: 'l', theme: null, foundOn: '2026-09-14', text: 'x', recommendations: [], needs: [] });
  });

  test('says something, of a day', () => {
    expect(findingFaults({ ...emptyFinding(MISSION), foundOn: '' }).map(({ field, fault }) => `${field} ${fault}`)).toEqual(['FINDING MISSING', 'FOUND_ON MISSING']);
    expect(findingFaults(typedFinding(FINDING))).toEqual([]);
    expect(findingComparing.isChanged(typedFinding(FINDING), typedFinding(FINDING))).toBe(false);
  });
});

describe('what comes of a finding', () => {
  test('is typed as it is stored, empty for no day, and sent as it was', () => {
    expect([typedFollowUp({ dueOn: '2026-10-30', doneOn: null }), followUpInput({ dueOn: '2026-10-30', doneOn: '' }), followUpInput({ dueOn: '', doneOn: '' })]).toEqual([{ dueOn: '2026-10-30', doneOn: '' }, { dueOn: '2026-10-30', doneOn: null }, { dueOn: null, doneOn: null }]);
  });

  test('is done of what was to be done, and of nothing else', () => {
    expect([{ dueOn: '', doneOn: '2026-10-01' }, { dueOn: '2026-10-30', doneOn: '2026-10-01' }, { dueOn: '', doneOn: '' }].map((typed) => followUpFaults(typed).map(({ field, fault }) => `${field} ${fault}`))).toEqual([['DUE_ON MISSING'], [], []]);
  });

  test('is late from the day after, until it is done', () => {
    const late = (doneOn: string | null, today: string): boolean => isLate({ dueOn: '2026-10-30', doneOn }, today);
    expect([late(null, '2026-10-30'), late(null, '2026-10-31'), late('2026-11-02', '2026-11-03'), isLate({ dueOn: null, doneOn: null }, '2026-10-31')]).toEqual([false, true, false, false]);
  });
});

describe('how an expert was found', () => {
  test('is asked of experts who stayed somewhere, and of nobody else', () => {
    expect(appraisalItems(MISSION).map(({ key, name, version }) => [key, name, version])).toEqual([['a', 'A', 2], ['d', 'D', 0]]);
    expect(keyIn('Expert_a')).toBe('a');
  });

  test('is typed as it is stored, empty while nothing is said, and needs each mark', () => {
    const [said, unsaid] = appraisalItems(MISSION).map(typedAppraisal);
    expect([said, unsaid]).toEqual([{ expertise: '4', exchange: '3', reliability: '1', text: '' }, { expertise: '', exchange: '', reliability: '', text: '' }]);
    expect([appraisalFaults(said!), appraisalFaults({ ...said!, reliability: '' }).map(({ field }) => field)]).toEqual([[], ['MARKS']]);
    expect(appraisalInput(said!, 'sq')).toEqual({ expertise: 4, exchange: 3, reliability: 1, text: '', locale: 'sq' });
  });
});
