/** Who may go together, and as what. Where somebody is in nothing worse than another, who is not needed: whoever goes goes with all who could take their place. */
import { LEVELS } from '@passerelle/shared/interpretation.ts';
import type { TeamRole } from '@passerelle/shared/missionTeam.ts';
import type { Block, Person, Pin, Problem } from '@passerelle/shared/planning.ts';
import type { Model } from '../model/model.ts';
import type { Worth } from '../model/worth.ts';
import { isPayable } from '../relaxation/payable.ts';
import { type Covering, coveringOf, rateOf } from './rating.ts';

export interface Going {
  readonly person: Person;
  readonly as: readonly TeamRole[];
}

const isPinned = ({ pins }: Problem, { id }: Person, ...kinds: readonly Pin['pin'][]): boolean => pins.some((pin) => kinds.includes(pin.pin) && 'personId' in pin && pin.personId === id);

/** Who may go at all. */
export const ableOf = (model: Model): readonly Person[] => model.problem.persons.filter((person) => !person.isReserve && !isPinned(model.problem, person, 'STAYS') && isPayable(model, person));

/** The kinds that anything asks for. */
function wantedKinds({ teamRule, meetings }: Problem): ReadonlySet<TeamRole> {
  return new Set<TeamRole>([...teamRule.map(({ kind }) => kind), ...meetings.flatMap(({ needs, isOnlyAdviser }) => [...needs.map(({ kind }) => kind), ...(isOnlyAdviser ? ['ADVISER' as const] : [])])]);
}

/** As what somebody may go. Who counts for several goes as all of them, which never hurts; kinds that nobody asks for are all one. */
function kindsOf({ roles, mayCountForSeveral }: Person, wanted: ReadonlySet<TeamRole>): (readonly TeamRole[])[] {
  if (mayCountForSeveral || roles.length === 0) return [roles];
  const asked = roles.filter((kind) => wanted.has(kind));
  return asked.length > 0 ? asked.map((kind) => [kind]) : [[roles[0]!]];
}

/** How well somebody speaks a language; -1 for not at all. */
const levelOf = (person: Person, language: string): number => Math.max(-1, ...person.languages.filter((skill) => skill.language === language).map((skill) => LEVELS.indexOf(skill.level)));

/** What is computed when it is asked for. */
function once<T>(compute: () => T): () => T {
  let found: { readonly value: T } | undefined;
  return () => (found ??= { value: compute() }).value;
}

/** What of somebody is compared with others, looked up once: there are as many comparisons as pairs. */
interface Traits {
  readonly person: Person;
  readonly isNamed: boolean;
  /** Those that anything asks for, as bits. */
  readonly roles: number;
  /** By language that anything asks for. */
  readonly levels: readonly number[];
  readonly daysAway: number;
  /** Those of the period. */
  readonly blocks: readonly Block[];
  /** By day on which a goal depends, whether the last mission was before it. */
  readonly fresh: readonly boolean[];
}

class Standing {
  private readonly problem: Problem;
  private readonly kinds: readonly TeamRole[];
  private readonly languages: readonly string[];
  private readonly freshBefore: readonly string[];
  private readonly hasGroups: boolean;
  private readonly isKept: boolean;
  private readonly known = new Map<Person, Traits>();

  constructor({ problem }: Model, wanted: ReadonlySet<TeamRole>) {
    const terms = problem.goals.flatMap((level) => level.terms);
    this.problem = problem;
    this.kinds = [...wanted];
    this.languages = [...new Set(problem.meetings.flatMap((one) => one.languages.flatMap(({ anyOf }) => anyOf.map(({ language }) => language))))];
    this.freshBefore = terms.flatMap((term) => (term.measure === 'FRESH' ? [term.freshBefore] : []));
    this.hasGroups = terms.some(({ measure }) => measure === 'GROUPS');
    this.isKept = terms.some(({ measure }) => measure === 'KEPT');
  }

  /** Whether one could do all that the other does, at no higher price and no less worth. What is soon asked and often not so is asked first. */
  isNoWorse(mine: Traits, theirs: Traits): boolean {
    return (theirs.roles & ~mine.roles) === 0 && mine.person.engagementCents <= theirs.person.engagementCents && mine.daysAway >= theirs.daysAway && !mine.isNamed && !theirs.isNamed
      && this.canDo(mine, theirs) && this.isFree(mine, theirs) && this.goesLike(mine.person, theirs.person) && this.isWorth(mine, theirs);
  }

  /** What somebody can do, so that it is the same for who can do the same; those who are named are apart. */
  of(person: Person): string {
    const { isNamed, levels } = this.traitsOf(person);
    return `${isNamed ? person.id : ''} ${levels.join()}`;
  }

  traitsOf(person: Person): Traits {
    let traits = this.known.get(person);
    if (!traits) {
      const { earliestDeparture, latestReturn } = this.problem.period;
      traits = {
        person, isNamed: this.isNamed(person), roles: this.kinds.reduce((bits, kind, n) => (person.roles.includes(kind) ? bits | (1 << n) : bits), 0), daysAway: person.maxDaysAway ?? Infinity, levels: this.languages.map((language) => levelOf(person, language)),
        blocks: person.blocks.filter(({ from, until }) => from < latestReturn && until > earliestDeparture), fresh: this.freshBefore.map((day) => person.lastMissionOn !== null && person.lastMissionOn < day),
      };
      this.known.set(person, traits);
    }
    return traits;
  }

  private isNamed(person: Person): boolean {
    return isPinned(this.problem, person, 'GOES', 'ATTENDS', 'ABSENT', 'TRAVELS') || (this.isKept && (this.problem.former?.meetings.some(({ attends }) => attends.some(({ personId }) => personId === person.id)) ?? false));
  }

  private goesLike(one: Person, other: Person): boolean {
    const borders = this.problem.borderRules ?? [];
    const isLet = borders.every(({ from, exceptPersons }) => one.enteredFrom[from] === other.enteredFrom[from] && (exceptPersons.includes(one.id) || !exceptPersons.includes(other.id)));
    return one.startPlaceId === other.startPlaceId && one.endPlaceId === other.endPlaceId && isLet;
  }

  /** The roles of one are those of the other, and maybe more. */
  private canDo({ person: one, levels }: Traits, theirs: Traits): boolean {
    const isOneAtMost = (theirs.roles & (theirs.roles - 1)) === 0;
    const isOf = one.mayCountForSeveral || !theirs.person.mayCountForSeveral || (isOneAtMost && one.roles.length > 0);
    return isOf && levels.every((level, n) => level >= theirs.levels[n]!);
  }

  private isFree({ blocks }: Traits, theirs: Traits): boolean {
    return blocks.every(({ from, until }) => theirs.blocks.some((block) => block.from <= from && block.until >= until));
  }

  private isWorth(mine: Traits, theirs: Traits): boolean {
    const [one, other] = [mine.person, theirs.person];
    return other.lodgedAt.every((id) => one.lodgedAt.includes(id)) && mine.fresh.every((is, n) => is || !theirs.fresh[n]!) && (!this.hasGroups || one.balanceGroup === other.balanceGroup);
  }
}

/** Of each who may go, those who have to go as well, by their numbers; of whom they are `most` or more, so many alone: they never go. */
function needful(model: Model, worth: Worth, able: readonly Person[], { wanted, most }: { readonly wanted: ReadonlySet<TeamRole>; readonly most: number }): readonly (readonly number[])[] {
  if (!worth.isBounded.every(Boolean)) return able.map(() => []);
  const standing = new Standing(model, wanted);
  const all = able.map((person) => standing.traitsOf(person));
  return all.map((person, n) => {
    const needs: number[] = [];
    for (let m = 0; m < all.length && needs.length < most; m += 1) if (m !== n && standing.isNoWorse(all[m]!, person) && (m < n || !standing.isNoWorse(person, all[m]!))) needs.push(m);
    return needs;
  });
}

export interface Crews {
  /** All crews of which a best plan may be, the smaller ones first. */
  all(): Generator<readonly Going[]>;
  /** Whether these are all: otherwise larger ones may go. */
  readonly areAll: boolean;
  /** Good ones, each larger than the one before, by what they cover. */
  greedy(): readonly (readonly Going[])[];
  /** All who may go. */
  readonly able: readonly Person[];
  /** Each of them as whatever they may go. */
  choices(): readonly Going[];
  /** The keys of those who have to go. */
  readonly must: ReadonlySet<string>;
  /** How many go together at most. */
  readonly most: number;
}

export function crewsOf(model: Model, worth: Worth): Crews {
  const { problem } = model;
  const wanted = wantedKinds(problem);
  const able = ableOf(model);
  const must = problem.persons.filter((person) => isPinned(problem, person, 'GOES', 'ATTENDS', 'TRAVELS'));
  const largest = Math.min(problem.maxTeam ?? able.length, able.length);
  const most = Math.min(largest, MOST_TOGETHER);
  const few = once(() => needful(model, worth, able, { wanted, most }).flatMap((needs, n) => (needs.length < most ? [{ person: able[n]!, n, needs }] : [])).sort((a, b) => a.needs.length - b.needs.length || a.n - b.n));

  function* ofSize(size: number, from: number, crew: readonly Going[], going: ReadonlySet<number>): Generator<readonly Going[]> {
    if (crew.length === size) yield crew;
    for (let n = from; crew.length < size && n <= few().length - (size - crew.length); n += 1) {
      const one = few()[n]!;
      if (must.includes(one.person) || !one.needs.every((other) => going.has(other))) continue;
      for (const as of kindsOf(one.person, wanted)) yield* ofSize(size, n + 1, [...crew, { person: one.person, as }], new Set([...going, one.n]));
    }
  }

  const skills = new Standing(model, wanted);
  const candidates = once(() => few().flatMap(({ person }) => kindsOf(person, wanted).map((as) => ({ person, as, skill: `${as.join()} ${skills.of(person)}` }))));
  const next = (crew: readonly Going[]): Going | undefined => {
    const own = new Set(crew.map(({ person }) => person));
    // Who can do the same covers the same.
    const covers = new Map<string, Covering>();
    const rated = candidates().filter(({ person }) => !own.has(person)).map(({ skill, ...one }) => {
      const going = [...crew, one];
      const covering = covers.get(skill) ?? coveringOf(model, going);
      covers.set(skill, covering);
      return { one, rate: rateOf(model, going, covering) };
    });
    return rated.reduce<(typeof rated)[number] | undefined>((best, each) => (best === undefined || each.rate > best.rate ? each : best), undefined)?.one;
  };

  const greedy = once(() => {
    if (!must.every((person) => able.includes(person))) return [];
    let crew: readonly Going[] = must.map((person) => ({ person, as: kindsOf(person, wanted)[0]! }));
    const found = crew.length > 0 && crew.length <= most ? [crew] : [];
    while (crew.length < Math.min(most, MOST_GREEDY)) {
      const one = next(crew);
      if (!one) break;
      crew = [...crew, one];
      found.push(crew);
    }
    return found;
  });

  return {
    able, most, must: new Set(must.map(({ id }) => id)),
    choices: () => able.flatMap((person) => kindsOf(person, wanted).map((as) => ({ person, as }))),
    areAll: largest <= MOST_TOGETHER,
    *all() {
      if (!must.every((person) => able.includes(person))) return;
      const first = must.reduce<Going[][]>((all, person) => all.flatMap((some) => kindsOf(person, wanted).map((as) => [...some, { person, as }])), [[]]);
      for (let size = Math.max(1, must.length); size <= most; size += 1) for (const crew of first) yield* ofSize(size, 0, crew, new Set());
    },
    greedy,
  };
}

/** Crews that are larger are not looked at: who attends is one of so many subsets. */
const MOST_TOGETHER = 8;
/** How large a crew is built by what it covers. */
const MOST_GREEDY = 6;
