import type { Violation } from '../answer.ts';
import { factsOf, type Facts } from '../facts.ts';
import type { Plan } from '../plan.ts';
import type { Problem } from '../problem.ts';
import { readPlan, type Reading } from '../reading.ts';
import { form } from './form.ts';
import { h1Hours } from './h1-hours.ts';
import { h2OnePlace } from './h2-one-place.ts';
import { h3Roles } from './h3-roles.ts';
import { h4Free } from './h4-free.ts';
import { h5Team } from './h5-team.ts';
import { h6Money } from './h6-money.ts';
import { h7Borders } from './h7-borders.ts';
import { h8Mandatory } from './h8-mandatory.ts';
import { h9Order } from './h9-order.ts';
import { h10Work } from './h10-work.ts';
import { h11Journey } from './h11-journey.ts';
import { h12Pins } from './h12-pins.ts';
import { party } from './party.ts';
import type { Rule } from './violation.ts';

const RULES: readonly Rule[] = [party, h1Hours, h2OnePlace, h3Roles, h4Free, h5Team, h6Money, h7Borders, h8Mandatory, h9Order, h10Work, h11Journey, h12Pins];

const judge = (facts: Facts, reading: Reading): Violation[] => RULES.flatMap((rule) => rule(facts, reading));

/** By what a violation is told from another, and its place among others. */
const keyOf = ({ code, fault, about, at, amount }: Violation): string => JSON.stringify([code, fault, about.map(({ kind, id }) => [kind, id]), at, amount]);

/**
 * The rules that a plan breaks, from the problem and the plan alone: none where it is valid. It knows nothing of how a plan is found. Each is told once, and their order depends on
 * nothing but themselves. A plan whose form is broken is told of that alone. The problem has to be one that `parseProblem` accepts.
 */
export function validate(problem: Problem, plan: Plan): Violation[] {
  const facts = factsOf(problem);
  const broken = form(facts, plan);
  const found = broken.length > 0 ? broken : judge(facts, readPlan(facts, plan));
  return [...new Map(found.map((one) => [keyOf(one), one])).entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}
