import { expect, test } from 'vitest';
import type { Plan } from '@passerelle/shared/planning.ts';
import { least } from './least.ts';

const PLAN: Plan = { format: 'passerelle.plan', version: 1, parties: [], team: [], meetings: [] };

/** What is enough from an amount on, by a plan that needs a bit more than the least. */
function from(threshold: number, waste = 0) {
  const asked: number[] = [];
  return { asked, at: (amount: number) => {
    asked.push(amount);
    const isEnough = amount >= threshold;
    return { verdict: isEnough ? 'YES' as const : 'NO' as const, needs: Math.min(amount, threshold + waste), plan: isEnough ? PLAN : null };
  } };
}

test('it finds the least amount, to the cent', () => {
  for (let threshold = 1; threshold < 200; threshold += 1) {
    const found = least(0, { amount: 200, plan: PLAN, isProved: true }, from(threshold, threshold % 5).at);
    expect(found).toMatchObject({ amount: threshold, isProved: true });
  }
});

test('one question proves it where the plan is the one that needs least', () => {
  const { at, asked } = from(123_456);
  expect([least(0, { amount: 123_456, plan: PLAN, isProved: true }, at).amount, asked]).toEqual([123_456, [123_455]]);
});

test('among millions it asks about a few dozen', () => {
  const { at, asked } = from(123_456, 1_000_000_000);
  expect([least(0, { amount: 10_000_000, plan: PLAN, isProved: true }, at).amount, asked.length < 60]).toEqual([123_456, true]);
});

test('what is not found out proves nothing, and what is found after all counts', () => {
  expect(least(0, { amount: 10, plan: PLAN, isProved: true }, (amount) => ({ verdict: 'UNKNOWN', needs: amount, plan: null }))).toMatchObject({ amount: 10, isProved: false });
  const found = least(0, { amount: 10, plan: PLAN, isProved: true }, (amount) => (amount === 9 ? { verdict: 'UNKNOWN', needs: 9, plan: null } : { verdict: 'YES', needs: 3, plan: PLAN }));
  expect(found).toMatchObject({ amount: 10, isProved: false });
});
