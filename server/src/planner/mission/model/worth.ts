/**
 * What the levels of a value are made of, as the search adds them up: what grows with each thing that is done, what depends on the meetings alone, and what on the crew alone.
 * A weight that rewards what costs, or punishes what is wanted, is not bounded here: `isBounded` says up to which level bounds hold.
 */
import { type GoalLevel, type GoalTerm, type Meeting, type Plan, type Problem, valueOf } from '@passerelle/shared/planning.ts';
import type { Crew } from './crew.ts';
import { keyOfSet, type Model } from './model.ts';

export interface Worth {
  readonly levels: number;
  /** By level, the weights of what is counted. */
  readonly cost: readonly number[];
  readonly travel: readonly number[];
  readonly nights: readonly number[];
  readonly days: readonly number[];
  readonly kept: readonly number[];
  readonly slack: readonly { readonly level: number; readonly weight: number; readonly minutes: number }[];
  /** By level, whether all of its weights are as wished: more of what is wanted, less of what costs. */
  readonly isBounded: readonly boolean[];
  /** By level, whether nothing but profits is measured. */
  readonly isProfit: readonly boolean[];
  /** By task, what each level that is of profits alone counts for it. */
  ofTask(level: number, index: number): number;
  /** What a level measures of meetings alone. */
  ofMeetings(level: number, lo: number, hi: number): number;
  ofCrew(crew: Crew): number[];
}

const WISHED_MORE: ReadonlySet<GoalTerm['measure']> = new Set(['PROFIT', 'COUNTRIES_SERVED', 'SHARED_NEEDS', 'BALANCE', 'NGO_COUNTRIES', 'KEPT', 'FRESH', 'GROUPS'] as const);
const OF_MEETINGS: ReadonlySet<GoalTerm['measure']> = new Set(['PROFIT', 'COUNTRIES_SERVED', 'SHARED_NEEDS', 'BALANCE', 'NGO_COUNTRIES'] as const);
const OF_CREW: ReadonlySet<GoalTerm['measure']> = new Set(['FRESH', 'GROUPS'] as const);

const EMPTY: Plan = { format: 'passerelle.plan', version: 1, parties: [], team: [], meetings: [] };
const planOf = (meetings: readonly Meeting[]): Plan => ({ ...EMPTY, meetings: meetings.map(({ id }) => ({ meetingId: id, startsAt: 0, attends: [], interpreted: [] })) });

/** The same problem, asked for some measures alone. */
const only = (problem: Problem, measures: ReadonlySet<GoalTerm['measure']>): Problem => ({ ...problem, goals: problem.goals.map((level) => ({ ...level, terms: level.terms.filter(({ measure }) => measures.has(measure)) })) });

/** What a level counts of a set of meetings where that can be added up: profits, and countries with a meeting; null where it measures something else of them. A search asks it of each set that it comes to. */
function summed({ tasks, places, countryIndex }: Model, terms: readonly GoalTerm[]): ((lo: number, hi: number) => number) | null {
  if (!terms.every(({ measure }) => measure === 'PROFIT' || measure === 'COUNTRIES_SERVED')) return null;
  const weight = terms.reduce((sum, one) => sum + (one.measure === 'PROFIT' ? one.weight : 0), 0);
  const profits = tasks.map(({ lo, hi, meeting }) => ({ lo, hi, worth: weight * meeting.profit })).filter(({ worth }) => worth !== 0);
  const countries = terms.flatMap((one) => (one.measure === 'COUNTRIES_SERVED' ? [...new Set(one.countryIds)].map((id) => {
    const own = tasks.filter(({ place }) => places[place]!.country === countryIndex.get(id));
    return { lo: own.reduce((bits, task) => bits | task.lo, 0), hi: own.reduce((bits, task) => bits | task.hi, 0), worth: one.weight };
  }) : []));
  const parts = [...profits, ...countries];
  return (lo, hi) => {
    let sum = 0;
    for (const part of parts) if ((part.lo & lo) !== 0 || (part.hi & hi) !== 0) sum += part.worth;
    return sum;
  };
}

export function worthOf(model: Model): Worth {
  const { problem, tasks } = model;
  const { goals } = problem;
  const weights = (measure: GoalTerm['measure']): number[] => goals.map(({ terms }) => terms.reduce((sum, term) => sum + (term.measure === measure ? term.weight : 0), 0));
  const [ofMeetings, ofCrew, known] = [only(problem, OF_MEETINGS), only(problem, OF_CREW), new Map<number | string, readonly number[]>()];
  const isProfit = ofMeetings.goals.map(({ terms }) => terms.every(({ measure }) => measure === 'PROFIT'));
  const profits = ofMeetings.goals.map(({ terms }) => terms.reduce((sum, { weight }) => sum + weight, 0));
  const sums = ofMeetings.goals.map(({ terms }) => summed(model, terms));
  return {
    levels: goals.length, cost: weights('COST_CENTS'), travel: weights('TRAVEL_MINUTES'), nights: weights('NIGHTS'), days: weights('PERSON_DAYS'), kept: weights('KEPT'), isProfit,
    slack: goals.flatMap(({ terms }, level) => terms.flatMap((term) => (term.measure === 'SHORT_SLACK' ? [{ level, weight: term.weight, minutes: term.slackMinutes }] : []))),
    isBounded: goals.map(({ terms }) => terms.every(({ measure, weight }) => (WISHED_MORE.has(measure) ? weight >= 0 : weight <= 0))),
    ofTask: (level, index) => profits[level]! * tasks[index]!.meeting.profit,
    ofMeetings(level, lo, hi) {
      const sum = sums[level];
      if (sum) return sum(lo, hi);
      const key = keyOfSet(lo, hi);
      let value = known.get(key);
      if (!value) {
        value = valueOf(ofMeetings, planOf(tasks.filter((one) => (one.lo & lo) !== 0 || (one.hi & hi) !== 0).map(({ meeting }) => meeting)));
        if (known.size < 200_000) known.set(key, value);
      }
      return value[level]!;
    },
    ofCrew: ({ members }) => [...valueOf(ofCrew, { ...EMPTY, parties: [{ id: 'all', journeys: [] }], team: members.map(({ person, as }) => ({ personId: person.id, partyId: 'all', as, journeys: [] })) })],
  };
}

/** What a unit of profit adds to the first level; 0 where profits add nothing to it, or where it is not bounded. */
export const profitWeight = ({ problem: { goals } }: Model, { isBounded }: Worth): number => (isBounded[0] ? goals[0]!.terms.reduce((sum, { measure, weight }) => sum + (measure === 'PROFIT' ? weight : 0), 0) : 0);

const BY_PROFITS: GoalLevel = { id: 'profit', terms: [{ measure: 'PROFIT', weight: 1 }] };

const isOfProfits = ({ terms }: GoalLevel): boolean => terms.every(({ measure, weight }) => measure === 'PROFIT' && weight > 0);

/** Whether the first goal is that of profits alone. */
export const isByProfits = ({ goals: [first] }: Problem): boolean => first !== undefined && isOfProfits(first);

/** Goals with profits first, then what comes after them, then what came before. */
export function byProfits({ goals }: Problem): GoalLevel[] {
  const at = goals.findIndex(isOfProfits);
  return [BY_PROFITS, ...goals.slice(at + 1), ...goals.slice(0, Math.max(0, at))];
}

/** Whether it is of what is wished alone, and of nothing that costs. */
export const isWished = ({ goals }: Problem): boolean => goals[0]?.terms.every(({ measure }) => WISHED_MORE.has(measure)) ?? false;
