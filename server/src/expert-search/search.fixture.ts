/** What tests ask of a search, and what it says in the words of the reference. */
import type { Data } from '../../test/reader/engine.ts';
import { dayAfter, type Due } from './world.fixture.ts';

/** All that can be asked for, with all that is said. */
export const SEARCH = `query ($professions: [String!], $languages: [String!], $atLeast: CefrLevel, $theme: String, $country: CountryCode, $from: LocalDate, $until: LocalDate, $isCleared: Boolean, $mission: ID, $restedMonths: Int, $experts: [ID!], $filter: ExpertCandidateFilter, $sort: ExpertCandidateSort, $first: Int, $after: String, $last: Int, $before: String) {
  expertSearch(professions: $professions, languages: $languages, atLeast: $atLeast, theme: $theme, country: $country, from: $from, until: $until, isCleared: $isCleared, mission: $mission, restedMonths: $restedMonths, experts: $experts, filter: $filter, sort: $sort, first: $first, after: $after, last: $last, before: $before) {
    totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    nodes { state lastUsedOn reasons { code leavesOut days { fromOn untilOn } kind language level lastOn } answers { yes { fromOn untilOn } perhaps { fromOn untilOn } no { fromOn untilOn } notAnswered { fromOn untilOn } noAnswer { fromOn untilOn } notAsked { fromOn untilOn } } engagements { kind isFirm days { fromOn untilOn } } expert { id name } sheet { name } }
  }
}`;

interface Period {
  readonly fromOn: string;
  readonly untilOn: string;
}

/** What a search says of an expert. */
export interface Candidate {
  readonly state: string;
  readonly lastUsedOn: string | null;
  readonly answers: Readonly<Record<string, readonly Period[]>>;
  readonly engagements: readonly { readonly kind: string; readonly isFirm: boolean; readonly days: readonly Period[] }[];
  readonly reasons: readonly { readonly code: string; readonly leavesOut: boolean; readonly days: readonly Period[]; readonly kind: string | null; readonly language: string | null; readonly level: string | null; readonly lastOn: string | null }[];
  readonly expert: { readonly id: string; readonly name: string };
  readonly sheet: { readonly name: string };
}

/** A page of what is found. */
export interface Found {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean; readonly startCursor: string; readonly endCursor: string };
  readonly nodes: readonly Candidate[];
}

/** Which page of which list. */
export interface Listed {
  readonly filter?: Data;
  readonly sort?: string;
  readonly first?: number | null;
  readonly after?: string;
  readonly last?: number;
  readonly before?: string;
}

/** The key of the expert. */
export const keyOf = ({ expert }: Candidate): string => expert.id.slice('Expert_'.length);
const daysIn = ({ fromOn, untilOn }: Period): string[] => {
  const days: string[] = [];
  for (let day = fromOn; day <= untilOn; day = dayAfter(day)) days.push(day);
  return days;
};

/** The reasons of the API as the reference says them. */
const inWords = ({ reasons }: Candidate): string[] => reasons.map(({ code, kind, language, level, lastOn, days }) => {
  const what = [code, kind, language, level, lastOn].filter((word) => word !== null).join(' ');
  return days.length === 0 ? what : `${what}: ${days.flatMap(daysIn).join(' ')}`;
});

/** All that a search says of somebody, as the reference says it. */
export const whole = (one: Candidate): Due => ({
  state: one.state, reasons: inWords(one), lastUsedOn: one.lastUsedOn, answers: Object.fromEntries(Object.entries(one.answers).map(([answer, days]) => [answer, days.flatMap(daysIn)])),
  engagements: one.engagements.map(({ kind, isFirm, days }) => `${String(isFirm)} ${kind}: ${days.flatMap(daysIn).join(' ')}`),
});
