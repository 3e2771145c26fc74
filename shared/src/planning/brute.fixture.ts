import type { Violation } from './answer.ts';
import { factsOf } from './facts.ts';
import { compareValues, type Value } from './goals.ts';
import { type Going, isHopeless, kindsOf, Moves, product, subsets } from './moves.fixture.ts';
import type { Journey, Member, Plan, PlannedMeeting } from './plan.ts';
import type { Problem } from './problem.ts';
import type { Id, Instant } from './units.ts';
import { validate } from './validate/index.ts';
import { valueOf } from './value.ts';

/**
 * The best plan of a tiny problem by asking the validator about every plan: what an engine is held to. For one party that rides together, whose times are all multiples of a step:
 * then a best plan is among those on that grid, for moving all times back to it breaks nothing. It knows no rule: a plan that has begun is given up where the validator says of it what
 * no later journey or meeting mends, or, where the first level of the value is PROFIT alone, where all that is left does not reach the best.
 */
export interface Brute {
  /** Of the best plan; null where there is none, not even the empty one. */
  readonly best: { readonly plan: Plan; readonly value: Value } | null;
  /** How many plans, whole and begun, the validator was asked about. */
  readonly asked: number;
}

export interface BruteLimits {
  /** All times are multiples of so many minutes. */
  readonly step: number;
  /** How many journeys somebody makes alone to reach the party, and to leave it. */
  readonly maxOwn: number;
  /** How many plans are asked about at most. */
  readonly maxAsked: number;
  /** Whether nothing is given up before it is whole: what giving up is held to. */
  readonly isThorough?: boolean;
}

interface Begun {
  /** What each rides before the party does. */
  readonly access: readonly (readonly Journey[])[];
  readonly core: readonly Journey[];
  readonly meetings: readonly PlannedMeeting[];
  readonly placeId: Id;
  readonly now: Instant;
}

class Search {
  readonly #problem: Problem;
  readonly #limits: BruteLimits;
  readonly #moves: Moves;
  /** Meetings at hours of which the validator has said that they break H1, which says it of nothing else. */
  readonly #never = new Set<string>();
  readonly #isForProfit: boolean;
  best: Brute['best'] = null;
  asked = 0;

  constructor(problem: Problem, limits: BruteLimits) {
    [this.#problem, this.#limits, this.#moves] = [problem, limits, new Moves(problem, limits.step)];
    const terms = problem.goals[0]?.terms ?? [];
    this.#isForProfit = limits.isThorough !== true && terms.length === 1 && terms[0]!.measure === 'PROFIT' && terms[0]!.weight === 1;
  }

  run(): void {
    this.#whole({ format: 'passerelle.plan', version: 1, parties: [], team: [], meetings: [] });
    for (const team of subsets(this.#problem.persons.filter(({ isReserve }) => !isReserve)).filter(({ length }) => length > 0)) {
      for (const kinds of product(team.map(kindsOf))) this.#from(team.map((person, n) => ({ person, as: kinds[n]! })));
    }
  }

  #from(team: readonly Going[]): void {
    for (const { id: placeId } of this.#problem.places) {
      const ways = team.map(({ person }) => this.#moves.ways(person.startPlaceId, placeId, this.#problem.period.earliestDeparture, this.#limits.maxOwn));
      for (const access of product(ways)) {
        const last = access.map((way) => way.at(-1));
        if (last.every((one) => one && sameJourney(one, last[0]!))) continue;
        this.#onward(team, { access, core: [], meetings: [], placeId, now: Math.min(...access.map((way) => this.#moves.arrival(way))) });
      }
    }
  }

  #plan(team: readonly Going[], { access, core, meetings }: Begun, egress: readonly (readonly Journey[])[] = []): Plan {
    const members = team.map(({ person, as }, n): Member => ({ personId: person.id, partyId: 'all', as, journeys: [...access[n]!, ...core, ...egress[n] ?? []] }));
    return { format: 'passerelle.plan', version: 1, parties: [{ id: 'all', journeys: core }], team: members, meetings };
  }

  #ask(plan: Plan): readonly Violation[] {
    this.asked += 1;
    if (this.asked > this.#limits.maxAsked) throw new RangeError('Too many plans');
    const found = validate(this.#problem, plan);
    for (const { about, at } of found.filter(({ code }) => code === 'H1' && !this.#limits.isThorough)) this.#never.add(`${about[0]!.id} ${at}`);
    return found;
  }

  #isHopeless(begun: Plan): boolean {
    return !this.#limits.isThorough && this.#ask(begun).some(isHopeless);
  }

  /** A begun plan that may still become valid and as good as the best: it ends here, or one thing more is done. */
  #onward(team: readonly Going[], begun: Begun): void {
    if (!this.#reaches(begun) || this.#isHopeless(this.#plan(team, begun))) return;
    this.#end(team, begun);
    const done = new Set(begun.meetings.map(({ meetingId }) => meetingId));
    for (const meeting of this.#problem.meetings.filter(({ id, placeId }) => placeId === begun.placeId && !done.has(id))) {
      for (const planned of this.#moves.held(team, meeting, begun.now).filter(({ meetingId, startsAt }) => !this.#never.has(`${meetingId} ${startsAt}`))) this.#onward(team, { ...begun, meetings: [...begun.meetings, planned], now: planned.startsAt });
    }
    for (const journey of this.#moves.departures(begun.placeId, begun.now)) this.#onward(team, { ...begun, core: [...begun.core, journey], placeId: journey.to, now: this.#moves.arrival([journey]) });
  }

  #reaches({ meetings }: Begun): boolean {
    const done = new Set(meetings.map(({ meetingId }) => meetingId));
    const left = this.#problem.meetings.filter(({ id }) => !done.has(id)).reduce((sum, { profit }) => sum + profit, 0);
    return !this.#isForProfit || this.#first(meetings) + left >= (this.best?.value[0] ?? -Infinity);
  }

  #first(meetings: readonly PlannedMeeting[]): number {
    return meetings.reduce((sum, { meetingId }) => sum + factsOf(this.#problem).meetings.get(meetingId)!.profit, 0);
  }

  /** The party ends here: each goes home. */
  #end(team: readonly Going[], begun: Begun): void {
    if (this.#isForProfit && this.#first(begun.meetings) < (this.best?.value[0] ?? -Infinity)) return;
    const homeward = (egress: readonly (readonly Journey[])[]): void => {
      const plan = this.#plan(team, begun, egress);
      if (egress.length === team.length) {
        if (!egress.every(([first]) => first && sameJourney(first, egress[0]![0]!))) this.#whole(plan);
      } else if (egress.length === 0 || !this.#isHopeless(plan)) {
        for (const way of this.#moves.ways(begun.placeId, team[egress.length]!.person.endPlaceId, begun.now, this.#limits.maxOwn)) homeward([...egress, way]);
      }
    };
    homeward([]);
  }

  #whole(plan: Plan): void {
    if (this.#ask(plan).length > 0) return;
    const value = valueOf(this.#problem, plan);
    if (this.best === null || compareValues(value, this.best.value) > 0) this.best = { plan, value };
  }
}

const sameJourney = (a: Journey, b: Journey): boolean => a.travelId === b.travelId && a.from === b.from && a.to === b.to && a.departsAt === b.departsAt;

/** The best plan. Throws RangeError where more plans would have to be asked about than may be, or the problem is not of the kind that this is for. */
export function brute(problem: Problem, limits: BruteLimits): Brute {
  if (problem.riding !== 'TOGETHER') throw new RangeError('Not of the kind that this is for');
  const search = new Search(problem, limits);
  search.run();
  return { best: search.best, asked: search.asked };
}
