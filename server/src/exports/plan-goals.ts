/** What counted in a search, and what could be spent, as files say it. Pure functions. */
import { type Locale, LOCALES } from '@passerelle/shared/locales.ts';
import type { CostKind } from '@passerelle/shared/planning.ts';
import { IN_TIME } from '@passerelle/shared/planSentences.ts';
import { filled } from '../core/translation/index.ts';
import type { PlanRead } from './plan-read.ts';
import type { ExportWords } from './texts.ts';

type Words = ExportWords['plan'];

/** A goal with what the plan has of it. `points`: null where goals count one after the other; `unknown`: of how many people it is not known, where it is about people. */
export interface GoalSaid {
  readonly name: string;
  readonly amount: string;
  readonly points: string | null;
  readonly unknown: string | null;
  readonly proof: string;
}

export interface GoalsSaid {
  /** How they count. */
  readonly way: string;
  readonly goals: readonly GoalSaid[];
  /** All points together; null where there are none. */
  readonly sum: string | null;
}

/** A limit, what for, and what the plan spends of it. */
export interface LimitSaid {
  readonly name: string;
  readonly most: string;
  readonly amount: string;
}

const inUnit = (locale: Locale, unit: 'hour' | 'minute', amount: number): string => new Intl.NumberFormat(LOCALES[locale].intl, { style: 'unit', unit, unitDisplay: 'short' }).format(amount);

/** So many whole minutes, without what is zero. */
export function lasting(locale: Locale, minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [...(hours > 0 ? [inUnit(locale, 'hour', hours)] : []), ...(rest > 0 || hours === 0 ? [inUnit(locale, 'minute', rest)] : [])].join(' ');
}

/** An amount of money, in cents of euros. */
export const moneyIn = (locale: Locale, cents: number): string => new Intl.NumberFormat(LOCALES[locale].intl, { style: 'currency', currency: 'EUR' }).format(cents / 100);

/** A number, with one decimal at most. */
export const numberIn = (locale: Locale, number: number): string => new Intl.NumberFormat(LOCALES[locale].intl, { maximumFractionDigits: 1 }).format(number);

function amountIn(locale: Locale, measure: string, amount: number): string {
  if (measure === 'COST_CENTS') return moneyIn(locale, amount);
  return (IN_TIME as ReadonlySet<string>).has(measure) ? lasting(locale, amount) : numberIn(locale, amount);
}

const nameOf = (words: Words, measure: string): string | undefined => (words.goals.name as Readonly<Record<string, string>>)[measure];

/** A goal by its name, as it stands within a sentence. */
export function goalNameIn(locale: Locale, words: Words, measure: string): string {
  const name = nameOf(words, measure) ?? measure;
  return `${name.charAt(0).toLocaleLowerCase(LOCALES[locale].intl)}${name.slice(1)}`;
}

/** What is proved of a level; of one that measures one thing alone, what no plan exceeds. */
function proofIn({ terms, bound, isProved }: PlanRead['levels'][number], locale: Locale, words: Words): string {
  if (isProved) return words.proved;
  const [term] = terms;
  if (bound === null || !term || terms.length > 1 || term.points !== null) return words.unproved;
  return filled(words.atBest, { amount: amountIn(locale, term.measure, bound / term.weight + 0) });
}

/** The goals in their order. */
export function goalsIn({ levels }: PlanRead, locale: Locale, words: Words): GoalsSaid {
  const terms = levels.flatMap((level) => level.terms.map((term) => ({ ...term, proof: proofIn(level, locale, words) })));
  const isWeighed = terms.some(({ points }) => points !== null);
  return {
    way: isWeighed ? words.goals.weighed : words.goals.inOrder, sum: isWeighed ? filled(words.goals.sum, { points: numberIn(locale, terms.reduce((sum, { points }) => sum + (points ?? 0), 0)) }) : null,
    goals: terms.map(({ measure, amount, points, unknown, proof }) => ({
      name: nameOf(words, measure) ?? measure, amount: amountIn(locale, measure, amount), points: points === null ? null : numberIn(locale, points),
      unknown: unknown === null || unknown === 0 ? null : filled(words.goals.unknown, { count: numberIn(locale, unknown) }), proof,
    })),
  };
}

/** What may be spent in all, and of single kinds: that which holds for everything first. */
export function limitsIn({ search: { problem }, plan: { costs } }: PlanRead, locale: Locale, words: Words): LimitSaid[] {
  const spent = (kinds: readonly CostKind[]): number => costs.sums.reduce((sum, { kind, cents }) => sum + (kinds.includes(kind) ? cents : 0), 0);
  return problem.limits.toSorted((a, b) => b.kinds.length - a.kinds.length).map(({ kinds, cents }) => {
    const [kind, ...more] = kinds;
    return { name: kind && more.length === 0 ? words.cost[kind] : words.goals.envelope, most: moneyIn(locale, cents), amount: moneyIn(locale, spent(kinds)) };
  });
}
