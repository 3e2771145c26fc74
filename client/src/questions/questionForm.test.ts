import { describe, expect, test } from 'vitest';

import { decidingFor, emptyQuestion, faultsOf, inputOf, isChanged, merge, moved, typedOf, type TypedQuestion, withKind } from './questionForm.ts';
import type { Question } from './useQuestions.ts';

const text = (words: string, locale: string) => ({ text: words, locale, isFallback: false, isOutdated: false });
const STORED = {
  id: 'FormQuestion_1', key: 'k1', kind: 'CHOICE', isRequired: true, isClosed: false, retentionDays: 30, condition: { question: 'k0', answer: 'YES' }, label: text('Quel groupe ?', 'fr'), version: 2, isAnswered: false,
  texts: [{ locale: 'fr', isSource: false, isOutdated: false, label: 'Quel groupe ?', help: null }, { locale: 'mk', isSource: true, isOutdated: false, label: 'Која група?', help: 'Една' }],
  choices: [{ code: 'a', label: text('Premier', 'fr'), texts: [{ locale: 'mk', label: 'Прва' }, { locale: 'fr', label: 'Premier' }] }, { code: 'b', label: text('Втора', 'mk'), texts: [{ locale: 'mk', label: 'Втора' }] }],
} as unknown as Question;
const typed = (changes: Partial<TypedQuestion> = {}): TypedQuestion => ({ ...emptyQuestion('mk'), label: 'Зошто?', ...changes });
const wrong = (changes: Partial<TypedQuestion>) => faultsOf(typed(changes)).map(({ field, fault }) => `${field} ${fault}`);

describe('a question that is stored', () => {
  test('is typed in the language in which it was first written, and in no other', () => {
    expect(typedOf(STORED)).toMatchObject({ sourceLocale: 'mk', label: 'Која група?', help: 'Една', choices: [{ code: 'a', label: 'Прва' }, { code: 'b', label: 'Втора' }], dependsOn: 'k0', dependsAnswer: 'YES', retentionDays: '30' });
  });

  test('is sent as it was read, and is not changed by that', () => {
    expect(inputOf(typedOf(STORED))).toMatchObject({ kind: 'CHOICE', isRequired: true, retentionDays: 30, condition: { question: 'k0', answer: 'YES' } });
    expect([isChanged(typedOf(STORED), typedOf(STORED)), isChanged(typedOf(STORED), { ...typedOf(STORED), help: '' })]).toEqual([false, true]);
  });
});

describe('what is typed', () => {
  test('is wrong without a question, two choices, an answer that it depends on, or a number of days that is allowed', () => {
    expect(wrong({})).toEqual([]);
    expect(wrong({ label: ' ' })).toEqual(['LABEL MISSING']);
    expect(wrong({ kind: 'CHOICES', choices: [{ code: 'a', label: 'x' }, { code: 'b', label: ' ' }] })).toEqual(['CHOICES MISSING']);
    expect(wrong({ dependsOn: 'k0' })).toEqual(['CONDITION MISSING']);
    for (const retentionDays of ['', '0', '1.5', '366', 'x']) expect(wrong({ retentionDays })).toEqual(['RETENTION_DAYS OUT_OF_RANGE']);
    expect([wrong({ kind: 'DIET_ACCESS', retentionDays: '31' }), wrong({ kind: 'DIET_ACCESS', retentionDays: '30' })]).toEqual([['RETENTION_DAYS OUT_OF_RANGE'], []]);
  });

  test('gets choices with the kinds that have some, and of needs a short time and no duty to answer', () => {
    expect(withKind(typed(), 'CHOICE').choices).toHaveLength(2);
    expect(withKind(typed({ isRequired: true }), 'DIET_ACCESS')).toMatchObject({ isRequired: false, retentionDays: '7' });
    expect(inputOf(withKind(withKind(typed(), 'CHOICE'), 'TEXT')).choices).toEqual([]);
  });

  test('has choices in the order that they are given, with their codes', () => {
    const choices = ['a', 'b', 'c'].map((code) => ({ code, label: code }));
    expect([moved(choices, 2, 1), moved(choices, 0, 1)].map((list) => list.map(({ code }) => code).join(''))).toEqual(['acb', 'bac']);
    expect(isChanged(typed({ kind: 'CHOICE', choices }), typed({ kind: 'CHOICE', choices: moved(choices, 0, 1) }))).toBe(true);
  });

  test('can depend on what stands before it, is asked, and has answers to choose from', () => {
    const form = [{ ...STORED, key: 'a' }, { ...STORED, key: 'b', kind: 'TEXT' }, { ...STORED, key: 'c', isClosed: true }, { ...STORED, key: 'd', kind: 'YES_NO' }] as Question[];
    expect([decidingFor(form, 'd').map(({ key }) => key), decidingFor(form, undefined).map(({ key }) => key), decidingFor(form, 'a')]).toEqual([['a'], ['a', 'd'], []]);
  });
});

test('of two who have changed it mine stays where both did, and theirs is taken where they alone did', () => {
  const base = typed();
  const { typed: both, conflicts } = merge(base, { ...base, label: 'Мое' }, { ...base, label: 'Нивно', retentionDays: '30' });
  expect([both.label, both.retentionDays, conflicts]).toEqual(['Мое', '30', ['label']]);
  expect(merge(base, { ...base, label: 'Исто' }, { ...base, label: 'Исто' }).conflicts).toEqual([]);
});
