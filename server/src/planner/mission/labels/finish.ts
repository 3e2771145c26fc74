/** Ends a plan that has begun: everybody goes home by the ways that are worth most together. */
import type { Value } from '@passerelle/shared/planning.ts';
import type { Crew } from '../model/crew.ts';
import type { Departure } from '../model/departures.ts';
import type { Model } from '../model/model.ts';
import type { Ways } from '../model/ways-alone.ts';
import type { Worth } from '../model/worth.ts';
import { lacks } from './bound.ts';
import { ARRIVED, type Draft, draftOf, ENDS, FIELDS, type Label, WORD } from './label.ts';
import type { Moves } from './moves.ts';

/** A whole plan, as the search knows it. */
export interface Whole {
  readonly label: Label;
  /** By person, how they go home; where there is no meeting, of somebody who has never joined, all of their journeys. */
  readonly homeward: readonly (readonly Departure[])[];
  readonly value: Value;
  /** Cents: fares, allowances, interpreters, other. */
  readonly money: readonly number[];
  /** Of all of them together. */
  readonly nights: number;
}

interface Home {
  readonly draft: Draft;
  readonly nights: number;
  readonly homeward: readonly (readonly Departure[])[];
}

const isGreater = (one: readonly number[], other: readonly number[]): boolean => {
  for (let n = 0; n < one.length; n += 1) if (one[n] !== other[n]) return one[n]! > other[n]!;
  return false;
};

export class Finish {
  private readonly model: Model;
  private readonly crew: Crew;
  private readonly worth: Worth;
  private readonly moves: Moves;
  private readonly ways: Ways;
  private readonly ofCrew: readonly number[];
  private readonly isBounded: boolean;
  work = 0;

  constructor(model: Model, crew: Crew, { worth, moves, ways }: { readonly worth: Worth; readonly moves: Moves; readonly ways: Ways }) {
    this.model = model;
    this.crew = crew;
    this.worth = worth;
    this.moves = moves;
    this.ways = ways;
    this.ofCrew = worth.ofCrew(crew);
    this.isBounded = worth.isBounded.every(Boolean);
  }

  /** The best whole plan that a label becomes without another meeting, if it is better than `least`. Of each person's ways home so many are tried at most. */
  end(label: Label, least: Value | null, most = Infinity): Whole | null {
    if (!this.isWhole(label) || (this.isBounded && !this.isBetter(this.valueOf(label, label.partial), least))) return null;
    const found = this.home(label, most);
    if (!found) return null;
    const value = this.valueOf(label, found.draft.partial);
    return this.isBetter(value, least) ? { label, homeward: found.homeward, value, money: found.draft.money, nights: found.nights } : null;
  }

  private isBetter(value: Value, least: Value | null): boolean {
    return least === null || isGreater(value, least);
  }

  /** The ways home that are worth most together: each person's best first, given up where what is left does not make up for it. */
  private home(label: Label, most: number): Home | null {
    let best: Home | null = null;
    const rest = this.optimistic(label, most);
    const onward = (home: Home): void => {
      this.work += 1;
      const person = home.homeward.length;
      if (best && this.isBounded && !isGreater(home.draft.partial.map((sum, n) => sum + rest[person]![n]!), best.draft.partial)) return;
      if (person < this.crew.members.length) {
        const next = this.options(home, person, most).sort((a, b) => (isGreater(a.draft.partial, b.draft.partial) ? -1 : isGreater(b.draft.partial, a.draft.partial) ? 1 : 0));
        for (const one of next) onward(one);
      } else if (this.mayEnd(home) && (best === null || isGreater(home.draft.partial, best.draft.partial))) best = home;
    };
    onward({ draft: draftOf(label, null), nights: label.nights, homeward: [] });
    return best;
  }

  /** Whether nights are as many as they may be, and all journeys made that are pinned. */
  private mayEnd({ nights, draft: { kept } }: Home): boolean {
    const { journeyPins, problem } = this.model;
    return nights <= (problem.maxNights ?? Infinity) && journeyPins.every((_, n) => (kept[Math.floor(n / WORD)]! >> (n % WORD)) & 1);
  }

  /** By person, what those from them on gain at most by their ways home, vehicles that are shared being free of charge. */
  private optimistic(label: Label, most: number): readonly (readonly number[])[] {
    const rest: number[][] = [label.partial.map(() => 0)];
    for (let person = this.crew.members.length - 1; person >= 0; person -= 1) {
      const gains = this.options({ draft: draftOf(label, null), nights: 0, homeward: [] }, person, most).map(({ draft, homeward }) => {
        const shared = homeward[0]!.reduce((sum, { seats, fare }) => sum + (seats === null ? 0 : fare), 0);
        return draft.partial.map((sum, n) => sum - label.partial[n]! + (shared === 0 ? 0 : Math.max(0, -this.worth.cost[n]! * shared)));
      });
      const gain = gains.reduce<number[] | null>((all, one) => (all === null || isGreater(one, all) ? one : all), null);
      rest.unshift(rest[0]!.map((sum, n) => sum + (gain?.[n] ?? 0)));
    }
    return rest;
  }

  private options({ draft, nights, homeward }: Home, person: number, most: number): Home[] {
    const { start, end } = this.crew.members[person]!;
    if ((draft.left >> person) & 1) return [{ draft, nights, homeward: [...homeward, []] }];
    const isAbsent = (draft.absent >> person) & 1;
    const [place, base] = [isAbsent ? start : draft.place, person * FIELDS];
    const after = Math.max(this.model.from, draft.state[base + ARRIVED]!, draft.state[base + ENDS]! + this.model.places[place]!.buffer);
    let found = 0;
    return this.ways(place, end, after).flatMap((way) => {
      if (found >= most) return [];
      this.work += 1;
      const next = draftOf(draft, null);
      if (!this.moves.travels(next, person, place, way)) return [];
      found += 1;
      const more = this.moves.comesHome(next, person, end);
      return more === Infinity ? [] : [{ draft: next, nights: nights + more, homeward: [...homeward, way] }];
    });
  }

  private valueOf({ lo, hi }: Label, partial: readonly number[]): number[] {
    return partial.map((sum, level) => sum + this.ofCrew[level]! + this.worth.ofMeetings(level, lo, hi));
  }

  /** How many are missing of those whom the team needs to have attended something. */
  lacksOf({ lo, hi, attended }: Label): number {
    const missing = (some: number, n: number, atLeast: number): number => Math.max(0, atLeast - countOf(some & this.crew.kinds[n]!));
    return this.model.problem.teamRule.reduce((sum, { scope, atLeast }, n) => {
      if (scope === 'EACH_COUNTRY') return sum + attended.reduce((all, some) => all + (some === 0 ? 0 : missing(some, n, atLeast)), 0);
      return sum + (lo === 0 && hi === 0 ? 0 : missing(attended.reduce((all, some) => all | some, 0), n, atLeast));
    }, 0);
  }

  /** How many are missing of what must be in. */
  missingOf({ lo, hi }: Label): number {
    const [first, second] = this.model.required;
    return countOf(first & ~lo) + countOf(second & ~hi);
  }

  private isWhole(label: Label): boolean {
    const { lo, hi, absent, hasRidden } = label;
    // Who belongs to a party is once where it is: nobody stays at home while others go.
    if (lacks(lo, hi, this.model.required) || (absent !== 0 && (hasRidden || lo !== 0 || hi !== 0))) return false;
    return this.lacksOf(label) === 0;
  }
}

/** How many bits are set. */
export function countOf(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count += 1;
  return count;
}
