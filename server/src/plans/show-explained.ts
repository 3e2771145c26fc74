/** What is said of a plan, as it is shown. Pure functions. */
import type { LeftOut, Problem } from '@passerelle/shared/planning.ts';
import { isWeighedLevel } from '../planner/problem/index.ts';
import { askedOf, isLeftOpen, isProvedWhy, levelOf, sayConflicts, sayLeftOut, sayLeg, type Sentence } from '../planner/explain/index.ts';
import type { PlanAlternativeKind, PlanMeasure, PlanSentenceCode } from './plan-codes.ts';
import type { PlanLeftOut, PlanLeg, PlanSentence } from './plan-sentence.type.ts';
import type { PlanAlternative } from './plan-shown.type.ts';
import type { Assumed, Explained } from './plan-stored.ts';
import { showPlan } from './show-plan.ts';
import { instant, showRef } from './show-ref.ts';
import { showLevels } from './show-value.ts';

const maybeInstant = (minutes: number | null): Date | null => (minutes === null ? null : instant(minutes));

/** The question, and what was assumed in it. */
type Asked = { readonly problem: Problem; readonly assumed: Assumed };

type Lost = Parameters<typeof levelOf>[0];

const showSentence = ({ problem, assumed }: Asked, { code, about, amount, from, until, day }: Sentence, measure: PlanMeasure | null = null): PlanSentence =>
  ({ code: code.replace('.', '_') as PlanSentenceCode, about: about.map((ref) => showRef(problem, ref, assumed.ownHours)), amount, measure, from: maybeInstant(from), until: maybeInstant(until), day });

/** What is lost at the first level that differs, where that level measures one thing, and not in points. */
function measureOf({ goals }: Problem, lost: Lost): PlanMeasure | null {
  const level = goals[levelOf(lost)];
  return level?.terms.length === 1 && !isWeighedLevel(level) ? level.terms[0]!.measure : null;
}

/** How much is lost is said of what is measured by itself. */
function showLost(asked: Asked, said: Sentence, lost: Lost): PlanSentence {
  const measure = measureOf(asked.problem, lost);
  return showSentence(asked, measure === null ? { ...said, amount: null } : said, measure);
}

function showOne(asked: Asked, one: LeftOut): PlanLeftOut {
  const said = sayLeftOut(one);
  const shown = said.map((sentence) => showSentence(asked, sentence));
  const of = (start: string): PlanSentence[] => shown.filter((_, n) => said[n]!.code.startsWith(start));
  return { meetingKey: one.meetingId, why: showLost(asked, said[0]!, one), isProved: isProvedWhy(one), isMinimal: one.isMinimal, witness: of('WITNESS')[0]!, changes: of('CHANGE'), exchange: of('EXCHANGE')[0] ?? null, isOpen: isLeftOpen(one) };
}

export const showLeftOut = (asked: Asked, { leftOut = [] }: Explained): PlanLeftOut[] => leftOut.map((one) => showOne(asked, one));

export const showLegs = (asked: Asked, { legs = [] }: Pick<Explained, 'legs'>): PlanLeg[] =>
  legs.map((reason) => ({ fromCity: reason.from, toCity: reason.to, why: showLost(asked, sayLeg(reason), reason), isMinimal: reason.isMinimal }));

export const showConflicts = (asked: Asked, { conflicts = [], isResolved = true }: Explained): PlanSentence[] => sayConflicts(conflicts, isResolved).map((said) => showSentence(asked, said));

/** Of another plan no bound is known: it is proved to be what it is called, or not. */
export const showAlternatives = ({ problem, assumed }: Asked, { alternatives = [], otherLegs = {} }: Explained): PlanAlternative[] =>
  alternatives.map(({ plan, value, as, isProved }) => ({ kind: as as PlanAlternativeKind, isProved, value: showLevels({ problem, plan, value, bound: null, isOptimal: false }), plan: showPlan(problem, plan, assumed), legs: showLegs({ problem: askedOf(problem, { plan, as }), assumed }, { legs: otherLegs[as] ?? [] }) }));
