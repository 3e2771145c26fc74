import type { Change, Meeting, Person, Plan, Problem } from '@passerelle/shared/planning.ts';

import { priceAt, stepsOf, type Offer } from './offers.ts';
import type { Search } from './search.ts';

/** So many people beside the team are there to choose from, of those whom the meeting asks for. */
const OTHERS = 6;

/** Whether somebody has a role or a language that a meeting asks for. */
const isAskedFor = ({ needs, languages }: Meeting, person: Person): boolean =>
  needs.some(({ kind }) => person.roles.includes(kind)) || languages.some(({ anyOf }) => anyOf.some(({ language }) => person.languages.some((one) => one.language === language)));

/**
 * The part of a problem that a plan and one meeting more are about: no other meetings are there to choose from, and nobody but the team and some of those whom the meeting asks for. A plan of it may be one of all of it; that there
 * is none says nothing.
 */
export function nearTo(problem: Problem, { meetings, team }: Plan, meeting: Meeting): Problem {
  const held = new Set([meeting.id, ...meetings.map(({ meetingId }) => meetingId)]);
  const going = new Set(team.map(({ personId }) => personId));
  const others = problem.persons.filter((one) => !going.has(one.id) && isAskedFor(meeting, one)).sort((a, b) => Number(a.isReserve) - Number(b.isReserve) || a.blocks.length - b.blocks.length || (a.id < b.id ? -1 : 1));
  const people = new Set([...going, ...others.slice(0, OTHERS).map(({ id }) => id)]);
  return {
    ...problem, meetings: problem.meetings.filter(({ id }) => held.has(id)), precedences: problem.precedences.filter(({ before, after }) => held.has(before) && held.has(after)), persons: problem.persons.filter(({ id }) => people.has(id)),
    pins: problem.pins.filter((pin) => (!('meetingId' in pin) || held.has(pin.meetingId)) && (!('personId' in pin) || people.has(pin.personId))),
  };
}

/** How often what brings a meeting in is asked to be cheaper. */
const TURNS = 3;
/** In pieces of work: what a question may take at most, one for less money than was enough, and one for no more money than there is, which is hard and seldom answered. */
const [MUCH, HARD, LITTLE] = [30_000, 12_000, 6_000];

/** Offers of one kind, or of some, by their places. */
type Kind = readonly number[];

/** What is asked about: a kind of offers, and how much work that may be. */
interface Guess {
  readonly kind: Kind;
  readonly most: number;
}

/** The kinds of offers, the cheapest first. */
function kindsOf(problem: Problem, offers: readonly Offer[]): readonly Kind[] {
  const kinds = new Map<Change['change'], number[]>();
  for (const [n, offer] of offers.entries()) {
    const { change } = offer.of(1);
    kinds.set(change, [...(kinds.get(change) ?? []), n]);
  }
  const least = (kind: Kind): number => Math.min(...kind.map((n) => priceAt(problem, offers[n]!, 1)));
  return [...kinds.values()].sort((a, b) => least(a) - least(b));
}

/** What is asked about, likely sets first: money alone, each other kind alone; then money with another kind; then all. */
function guesses(problem: Problem, offers: readonly Offer[]): readonly (readonly Guess[])[] {
  const kinds = kindsOf(problem, offers);
  const money = kinds.find(([first]) => offers[first!]!.of(1).change === 'RAISE_LIMIT') ?? [];
  const others = kinds.filter((kind) => kind !== money);
  return [
    [{ kind: money, most: MUCH }, ...others.map((kind) => ({ kind, most: LITTLE }))], money.length > 0 ? others.map((kind) => ({ kind: [...money, ...kind], most: MUCH })) : [], [{ kind: offers.map((_, n) => n), most: MUCH }],
  ];
}

/** Looks for something cheap that brings a meeting in, in a part of the problem, one kind of changes after another, and where none is enough by several; what is found is in `search`, and is not proved to be the cheapest. */
export function lookNear(search: Search, problem: Problem, partOf: (problem: Problem) => Problem): void {
  const { offers } = search;
  /** As much of a kind as there is below a price of each. */
  const ask = ({ kind, most }: Guess, below: number): boolean => {
    const amounts = offers.map((offer, n) => (!kind.includes(n) ? 0 : below === Infinity ? offer.most : Math.max(0, ...stepsOf(problem, offer, below))));
    return amounts.some((amount) => amount > 0) && search.askPart(amounts, partOf, most);
  };
  for (const some of guesses(problem, offers)) {
    for (const guess of some) if (ask(guess, search.best?.price ?? Infinity)) makeCheaper(search, (below) => ask({ ...guess, most: Math.min(guess.most, HARD) }, below));
    if (search.best) return;
  }
}

/** Half-way between what was too little and what was enough, some times. */
function makeCheaper(search: Search, ask: (below: number) => boolean): void {
  let tooLittle = 0;
  for (let turn = 0; turn < TURNS; turn += 1) {
    const { price } = search.best!;
    const half = Math.ceil((tooLittle + price) / 2);
    if (half >= price) return;
    if (!ask(half)) tooLittle = half;
  }
}
