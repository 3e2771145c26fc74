import type { Violation } from '../answer.ts';
import { costsOf } from '../costs.ts';
import type { Facts } from '../facts.ts';
import type { Reading } from '../reading.ts';
import { broken, each, ref } from './violation.ts';

/** H6: what each limit counts is at most what it allows, and nothing counts of which the price is unknown. Source: the envelope; of each line the rule, rate or offer that it names. */
export function h6Money(facts: Facts, reading: Reading): Violation[] {
  const { lines, unknown } = costsOf(facts, reading);
  const over = each(facts.problem.limits, ({ id, kinds, cents }) => {
    const amount = lines.filter(({ kind }) => kinds.includes(kind)).reduce((sum, line) => sum + line.cents, 0) - cents;
    return amount > 0 ? [broken('H6', 'OVER_LIMIT', [ref('LIMIT', id)], { amount })] : [];
  });
  return [...over, ...unknown];
}
