/** What counts in a search, and what may be spent of single kinds, as whoever plans chooses it. Pure functions. */
import { GOALS, type Goal } from '@passerelle/shared/planSentences.ts';

import { centsOf } from '../../costs/index.ts';
import { typedCents } from './typedCents.ts';
import type { SettingsInput } from './usePlan.ts';

export const LIMITED = ['FARE', 'ALLOWANCE', 'INTERPRETER'] as const;
export type Limited = (typeof LIMITED)[number];

/** Points and amounts as they are typed; what nobody has typed is not there. */
export interface GoalChoices {
  readonly isWeighed: boolean;
  /** The goals one after the other. */
  readonly order: readonly Goal[];
  readonly points: Readonly<Partial<Record<Goal, string>>>;
  readonly limits: Readonly<Partial<Record<Limited, string>>>;
}

/** What counts as long as nobody has chosen. */
const ORDER: readonly Goal[] = ['PROFIT', 'COST_CENTS', 'NIGHTS'];
export const USUAL_GOALS: GoalChoices = { isWeighed: false, order: ORDER, points: { PROFIT: '1', COST_CENTS: '1', NIGHTS: '1' }, limits: {} };
/** What a goal counts at most. */
export const MOST_POINTS = 1_000;

type Stored = { readonly goals?: { readonly isWeighed: boolean; readonly goals: readonly { readonly measure: string; readonly points?: number | null }[] } | null; readonly kindLimits?: readonly { readonly kind: string; readonly cents: number }[] | null };

/** What was chosen for a search, to begin the next one with. */
export function goalChoicesOf({ goals = null, kindLimits }: Stored): GoalChoices {
  const limits = Object.fromEntries((kindLimits ?? []).map(({ kind, cents }) => [kind, typedCents(cents)]));
  if (goals === null) return { ...USUAL_GOALS, limits };
  const known = goals.goals.flatMap(({ measure: named, points }) => GOALS.filter((goal) => goal === named).map((measure) => ({ measure, points: points ?? 1 })));
  return goals.isWeighed ? { ...USUAL_GOALS, isWeighed: true, points: Object.fromEntries(known.map(({ measure, points }) => [measure, String(points)])), limits } : { ...USUAL_GOALS, order: known.map(({ measure }) => measure), limits };
}

/** The goals with one a place earlier, or later. */
export function shifted(order: readonly Goal[], goal: Goal, by: -1 | 1): readonly Goal[] {
  const others = order.filter((one) => one !== goal);
  const at = Math.min(others.length, Math.max(0, order.indexOf(goal) + by));
  return [...others.slice(0, at), goal, ...others.slice(at)];
}

/** A field in which something is wrong: of a goal, of a limit, or that no goal counts. */
export type GoalFault = Goal | Limited | 'NONE';

const pointsOf = (typed: string): number | undefined => (/^\d{1,4}$/.test(typed.trim()) && Number(typed) >= 1 && Number(typed) <= MOST_POINTS ? Number(typed) : undefined);
const typedIn = <Name extends string>(names: readonly Name[], typed: Readonly<Partial<Record<Name, string>>>): (readonly [Name, string])[] => names.flatMap((name) => (typed[name]?.trim() ? [[name, typed[name]] as const] : []));

/** What is sent of what is chosen, and in which fields something is wrong. Of what is usual nothing is sent; without a plan to stay near to nothing can stay as in it. */
export function goalSettings({ isWeighed, order, points, limits }: GoalChoices, hasFormer = true): Pick<SettingsInput, 'goals' | 'kindLimits'> & { readonly faults: readonly GoalFault[] } {
  const weighed = typedIn(GOALS, points).map(([measure, typed]) => ({ measure, points: pointsOf(typed) }));
  const spent = typedIn(LIMITED, limits).map(([kind, typed]) => ({ kind, cents: centsOf(typed) }));
  const isNone = !(isWeighed ? weighed.map(({ measure }) => measure) : order).some((measure) => hasFormer || measure !== 'KEPT');
  return {
    faults: [...(isNone ? ['NONE' as const] : []), ...(isWeighed ? weighed.flatMap((one) => (one.points === undefined ? [one.measure] : [])) : []), ...spent.flatMap(({ kind, cents }) => (cents === undefined ? [kind] : []))],
    goals: isWeighed ? { isWeighed, goals: weighed.map(({ measure, points: given }) => ({ measure, points: given ?? 1 })) } : order.join() === ORDER.join() ? null : { isWeighed, goals: order.map((measure) => ({ measure, points: 1 })) },
    kindLimits: spent.map(({ kind, cents }) => ({ kind, cents: cents ?? 0 })),
  };
}
