import { mount } from '@vue/test-utils';
import { beforeAll, describe, expect, test } from 'vitest';

import { i18n, setLocale } from '../core/i18n/index.ts';
import AnswerChart from './AnswerChart.vue';
import { answerShares } from './answerShares.ts';
import ChoiceResult from './ChoiceResult.vue';
import type { Result } from './useEvaluation.ts';

const RESULT = { question: 'OVERALL', answered: 16, counts: [{ choice: 'GOOD', count: 12 }, { choice: 'VERY_GOOD', count: 3 }, { choice: 'POOR', count: 1 }], comments: [] } as unknown as Result;
const global = { plugins: [i18n] };

beforeAll(() => setLocale('en', ['evaluation']));

describe('the chart of a question', () => {
  test('has a bar for each answer that can be chosen, the best first, as wide as its part of all', () => {
    const chart = mount(AnswerChart, { props: { question: 'OVERALL', rows: answerShares(RESULT) }, global });
    expect(chart.findAll('.chart-part').map((bar) => bar.attributes('width'))).toEqual(['18.75%', '75%', '0%', '6.25%', '0%']);
    expect(chart.findAll('.chart-whole').map((bar) => bar.attributes('width'))).toEqual(Array.from({ length: 5 }, () => '100%'));
    expect(chart.findAll('.chart-number').map((one) => one.text())).toEqual(['3', '12', '0', '1', '0']);
    expect(chart.findAll('.chart-scale').map((one) => one.text())).toEqual(['0%', '25%', '50%', '75%', '100%']);
  });

  test('leaves no bar over another or over a word, and none out of the picture', () => {
    const chart = mount(AnswerChart, { props: { question: 'USE', rows: answerShares({ ...RESULT, question: 'USE' }) }, global });
    const em = (value: string | undefined): number => Number(/^([\d.]+)em$/.exec(value ?? '')![1]);
    const bars = chart.findAll('.chart-part').map((bar) => ({ top: em(bar.attributes('y')), foot: em(bar.attributes('y')) + em(bar.attributes('height')) }));
    const names = chart.findAll('text[x="0"]').map((one) => em(one.attributes('y')));
    expect(names.length).toBe(3);
    expect(bars.every(({ top, foot }, n) => names[n]! < top && (n === 2 ? foot < em(chart.attributes('height')) : foot + 1 < names[n + 1]!))).toBe(true);
  });

  test('is one picture with a name for who does not see it, and the table after it has all of its numbers', () => {
    const result = mount(ChoiceResult, { props: { result: RESULT }, global });
    const chart = result.get('svg');
    expect([chart.attributes('role'), chart.attributes('aria-label')]).toEqual(['img', 'How was the training session as a whole? Bar chart; the table below says the same.']);
    expect(chart.element.compareDocumentPosition(result.get('table').element) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    expect(result.findAll('tbody tr').map((row) => [...row.findAll('th, td')].map((cell) => cell.text()))).toEqual([['Very good', '3', '19%'], ['Good', '12', '75%'], ['Fair', '0', '0%'], ['Poor', '1', '6%'], ['Very poor', '0', '0%']]);
  });
});
