/** What taking a plan over changes, in words: of each line what it is about, how it is and how it will be. Pure functions of the words and names they are given. */
import { listed, type Part } from './planParts.ts';
import type { PlanWords } from './usePlanWords.ts';
import type { TakeOverFault, TakeOverLine, TakeOverState } from './useTakeOver.ts';

/** A line of the table; `isLost` of what is not there any more. */
export interface TakeOverRow {
  readonly key: string;
  readonly part: TakeOverLine['part'];
  readonly becomes: TakeOverLine['becomes'];
  readonly about: readonly Part[];
  readonly before: readonly Part[];
  readonly after: readonly Part[];
}

export interface TakeOverWords extends Pick<PlanWords, 'names' | 'mode' | 'cost'> {
  /** As what somebody belongs to the team. */
  readonly crew: PlanWords['role'];
  /** An amount in hundredths of its currency. */
  readonly amount: (cents: number, currency: string) => string;
  /** A day, or a day and an hour, as a clock shows it. */
  readonly wall: (time: string) => string;
  /** From one to another. */
  readonly span: (from: string, until: string) => string;
  /** What hosts provide of a stay. */
  readonly provided: Readonly<Record<'lodging' | 'lunches' | 'dinners', string>>;
  readonly count: (number: number) => string;
  /** The city of a leg, by its key. */
  readonly leg: (key: string) => Part;
}

type Where = Pick<TakeOverLine, 'legKey' | 'meetingKey' | 'personKey'>;

/** Somebody, a meeting, a leg: what is named of them. */
const aboutOf = ({ legKey, meetingKey, personKey }: Where, { names, leg }: TakeOverWords): Part[] =>
  listed([...(personKey === null ? [] : [[names.person(personKey)]]), ...(meetingKey === null ? [] : [[names.meeting(meetingKey)]]), ...(legKey === null ? [] : [[leg(legKey)]])]);

/** What stands in the way is about. */
export const faultAbout = (fault: TakeOverFault, words: TakeOverWords): Part[] => aboutOf(fault, words);

const timeOf = ({ from, until }: TakeOverState, { wall, span }: TakeOverWords): Part[] => {
  if (from === null) return until === null ? [] : [wall(until)];
  return [until === null ? wall(from) : span(from, until)];
};

/** Lodging, and so many meals. */
const providedIn = ({ isLodgingProvided, lunches, dinners }: TakeOverState, { provided, count }: TakeOverWords): Part[][] =>
  [...(isLodgingProvided ? [[provided.lodging]] : []), ...(lunches ? [[`${provided.lunches} ${count(lunches)}`]] : []), ...(dinners ? [[`${provided.dinners} ${count(dinners)}`]] : [])];

const wayOf = ({ fromCity, toCity, mode }: TakeOverState, words: TakeOverWords): Part[] => (fromCity === null || toCity === null ? [] : [words.names.city(fromCity), ' – ', words.names.city(toCity), ...(mode === null ? [] : [', ', words.mode(mode)])]);

function stateOf(state: TakeOverState | null, words: TakeOverWords): Part[] {
  if (state === null) return [];
  const { personKeys, part, carrier, costKind, cents, currency } = state;
  const things: readonly (readonly Part[])[] = [
    wayOf(state, words), carrier === null ? [] : [carrier], timeOf(state, words), part === null ? [] : [words.crew(part)], ...personKeys.map((key) => [words.names.person(key)]), cents === null || currency === null ? [] : [costKind === null ? '' : `${words.cost(costKind)} `, words.amount(cents, currency)], ...providedIn(state, words),
  ];
  return listed(things.filter((parts) => parts.length > 0));
}

const rowOf = (line: TakeOverLine, n: number, words: TakeOverWords): TakeOverRow => ({ key: String(n), part: line.part, becomes: line.becomes, about: aboutOf(line, words), before: stateOf(line.before, words), after: stateOf(line.after, words) });

/** What changes, and what stays as it is. */
export function takeOverRows(lines: readonly TakeOverLine[], words: TakeOverWords): { readonly changed: readonly TakeOverRow[]; readonly kept: readonly TakeOverRow[] } {
  const rows = lines.map((line, n) => rowOf(line, n, words));
  return { changed: rows.filter(({ becomes }) => becomes !== 'KEPT'), kept: rows.filter(({ becomes }) => becomes === 'KEPT') };
}

/** Whether times that a host was offered, and can still take, are taken back. */
export const endsOffer = (lines: readonly TakeOverLine[]): boolean => lines.some(({ part, becomes }) => part === 'SLOTS' && becomes === 'LOST');
