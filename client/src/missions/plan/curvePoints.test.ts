import { mount } from '@vue/test-utils';
import { beforeAll, describe, expect, test } from 'vitest';

import { i18n, setLocale } from '../../core/i18n/index.ts';
import { curveDrawing, type CurvePoint } from './curvePoints.ts';
import PlanCurveChart from './PlanCurveChart.vue';
import type { PlanWords } from './usePlanWords.ts';

const point = (envelopeCents: number | null, meetings: number | null, costCents: number | null, isProved = true): CurvePoint => ({ envelopeCents, meetings, costCents, isProved });
const POINTS = [point(100, null, null), point(200, 1, 150), point(300, 3, 300, false), point(null, 4, 900)];
const words = { money: (cents: number) => `${cents} c`, count: String } as unknown as PlanWords;

beforeAll(() => setLocale('en', ['planCurve']));

describe('what envelopes buy is drawn', () => {
  test('from what the plan costs to the envelope for which it was found, the more meetings the higher; where there is no plan that is marked; what has no limit is in the table alone', () => {
    const { steps, without, least, most } = curveDrawing(POINTS, 4);
    expect(without).toEqual([0]);
    expect([least, most]).toEqual([100, 300]);
    expect(steps).toEqual([{ key: 200, from: 0.25, until: 0.5, height: 0.75, meetings: 1, isProved: true }, { key: 300, from: 1, until: 1, height: 0.25, meetings: 3, isProved: false }]);
  });

  test('also where nothing, or one envelope alone, is known', () => {
    expect(curveDrawing([], 4)).toEqual({ steps: [], without: [], least: 0, most: 0 });
    expect(curveDrawing([point(100, 2, 100)], 2).steps).toEqual([{ key: 100, from: 1, until: 1, height: 0, meetings: 2, isProved: true }]);
  });

  test('as one picture with a name, within its width, what is not proved as a ring', () => {
    const chart = mount(PlanCurveChart, { props: { points: POINTS, total: 4, words }, global: { plugins: [i18n] } });
    expect([chart.attributes('role'), chart.attributes('aria-label')]).toEqual(['img', 'Number of meetings by envelope; the table below says the same.']);
    expect(chart.findAll('.plan-missing').map((one) => one.text())).toEqual(['–']);
    expect([chart.findAll('.plan-dot').length, chart.findAll('.plan-ring').length, chart.findAll('.chart-number').map((one) => one.text())]).toEqual([1, 1, ['1', '3']]);
    for (const line of chart.findAll('line')) for (const end of ['x1', 'x2']) expect(Number.parseFloat(line.attributes(end)!)).toBeLessThanOrEqual(97);
  });
});
