/** What is said of a plan, as it is shown. Pure functions. */
import type { LeftOut, Problem } from '@passerelle/shared/planning.ts';
import { isWeighedLevel } from '../planner/problem/index.ts';
import { askedOf, levelOf, sayConflicts, sayLeftOut, sayLeg, type Sentence } from '../planner/explain/index.ts';
import type { PlanAlternativeKind, PlanMeasure, PlanSentenceCode } from './plan-codes.ts';
import type { PlanLeftOut, PlanLeg, PlanSentence } from './plan-sentence.type.ts';
import type { PlanAlternative } from './plan-shown.type.ts';
import type { Assumed, Explained } from './plan-stored.ts';
import { showPlan } from './show-plan.ts';
import { instant, showRef } from './show-ref.ts';
import { showLevels } from './show-value.ts';

const maybeInstant = (minutes: number | null): Date | null => (minutes === null ? null : instant(minutes));

export const showSentence = (problem: Problem, { code, about, amount, from, until, day }: Sentence, measure: PlanMeasure | null = null): PlanSentence =>
  ({ code: code.replace('.', '_') as PlanSentenceCode, about: about.map((ref) => showRef(problem, ref)), amount, measure, from: maybeInstant(from), until: maybeInstant(until), day });

type Lost = Parameters<typeof levelOf>[0];

/** What is lost at the first level that differs, where that level measures one thing, and not in points. */
function measureOf({ goals }: Problem, lost: Lost): PlanMeasure | null {
  const level = goals[levelOf(lost)];
  return level?.terms.length === 1 && !isWeighedLevel(level) ? level.terms[0]!.measure : null;
}

/** How much is lost is said of what is measured by itself. */
function showLost(problem: Problem, said: Sentence, lost: Lost): PlanSentence {
  const measure = measureOf(problem, lost);
  return showSentence(problem, measure === null ? { ...said, amount: null } : said, measure);
}

function showOne(problem: Problem, one: LeftOut): PlanLeftOut {
  const said = sayLeftOut(one);
  const shown = said.map((sentence) => showSentence(problem, sentence));
  const of = (start: string): PlanSentence[] => shown.filter((_, n) => said[n]!.code.startsWith(start));
  return { meetingKey: one.meetingId, why: showLost(problem, said[0]!, one), isMinimal: one.isMinimal, witness: of('WITNESS')[0]!, changes: of('CHANGE'), exchange: of('EXCHANGE')[0] ?? null };
}

export const showLeftOut = (problem: Problem, { leftOut = [] }: Explained): PlanLeftOut[] => leftOut.map((one) => showOne(problem, one));

export const showLegs = (problem: Problem, { legs = [] }: Pick<Explained, 'legs'>): PlanLeg[] =>
  legs.map((reason) => ({ fromCity: reason.from, toCity: reason.to, why: showLost(problem, sayLeg(reason), reason), isMinimal: reason.isMinimal }));

export const showConflicts = (problem: Problem, { conflicts = [], isResolved = true }: Explained): PlanSentence[] => sayConflicts(conflicts, isResolved).map((said) => showSentence(problem, said));

/** Of another plan no bound is known: it is proved to be what it is called, or not. */
export const showAlternatives = (problem: Problem, { alternatives = [], otherLegs = {} }: Explained, assumed: Assumed): PlanAlternative[] =>
  alternatives.map(({ plan, value, as, isProved }) => ({ kind: as as PlanAlternativeKind, isProved, value: showLevels({ problem, plan, value, bound: null, isOptimal: false }), plan: showPlan(problem, plan, assumed), legs: showLegs(askedOf(problem, { plan, as }), { legs: otherLegs[as] ?? [] }) }));
