import { mount } from '@vue/test-utils';
import { beforeAll, expect, test } from 'vitest';
import { h } from 'vue';

import { i18n, setLocale } from '../core/i18n/index.ts';
import AnswerValue from './AnswerValue.vue';
import type { Given } from './useQuestions.ts';

beforeAll(() => setLocale('en', ['files', 'questions', 'labels']));

const FILE = { id: 'AnswerFile_1', name: 'Potvrda', kind: 'PDF', size: 100_000, check: 'UNCHECKED', checkedAt: null };
const shown = (file: object | null) => mount({
  render: () => h('div', h(AnswerValue, { answer: { question: { id: 'FormQuestion_1', kind: 'FILE' }, text: null, locale: null, choices: [], country: null, language: null, level: null, day: null, isYes: null, needs: null, needsText: null, file } as unknown as Given })),
}, { global: { plugins: [i18n] } });

test('a file is a link that says whether it was looked at for viruses, and when', () => {
  expect([shown(FILE).find('a').attributes('href'), shown(FILE).text()]).toEqual(['/answers/AnswerFile_1', 'Potvrda (PDF, 0.1 MB) – Not checked for viruses']);
  expect(shown({ ...FILE, check: 'CLEAN', checkedAt: '2026-11-30T09:00:00Z' }).text()).toMatch(/– Checked for viruses on .*30.*2026: nothing found$/);
});

test('one that is held is named, without a link', () => {
  const held = shown({ ...FILE, check: 'HELD' });
  expect([held.find('a').exists(), held.text()]).toEqual([false, 'Potvrda (PDF, 0.1 MB) – Held until it has been checked for viruses']);
});

test('one that was removed is said to be', () => {
  expect(shown(null).text()).toBe('The file was removed: something harmful was found in it.');
});
