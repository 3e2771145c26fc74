import type { Fault, Ref, RuleCode, Violation } from '../answer.ts';
import type { Facts } from '../facts.ts';
import type { Reading } from '../reading.ts';
import type { Id, Instant } from '../units.ts';

/** A rule, as the validator asks it. */
export type Rule = (facts: Facts, reading: Reading) => Violation[];

/** A reference. */
export const ref = (kind: Ref['kind'], id: Id): Ref => ({ kind, id });

/** A violation; `at` and `amount` where they say something. */
export function broken(code: RuleCode, fault: Fault, about: readonly Ref[], more: { readonly at?: Instant; readonly amount?: number } = {}): Violation {
  return { code, fault, about, at: more.at ?? null, amount: more.amount ?? null };
}

/** What several ask for, one after another. */
export const each = <T>(list: readonly T[], ask: (one: T) => Violation[]): Violation[] => list.flatMap(ask);
