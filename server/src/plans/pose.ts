/** What is asked of the planner of a mission: as whoever asks may see it, in their own transaction. */
import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { canonicalText, type Interpreter, type Plan, type Problem } from '@passerelle/shared/planning.ts';
import { candidatesOf, type ChosenPin, DEFAULT_SETTINGS, type LeftOutLink, meetingOfCandidate, type MissionFacts, missionFacts, missionOpen, OPEN_WORTH, problemOf } from '../planner/problem/index.ts';
import { EFFORTS } from './efforts.ts';
import type { PlanTaken, PlanTakenAs } from './plan-codes.ts';
import type { Assumed } from './plan-stored.ts';

/** A plan to stay near to: of which search, by its key, and which plan of it. */
export interface ChosenFormer {
  readonly search: string;
  readonly as: PlanTakenAs;
}

/** What whoever asks has chosen. */
export interface Chosen {
  readonly envelopeCents: number | null;
  /** What somebody who interprets costs for half a day; null where nobody does. */
  readonly interpreterCents: number | null;
  readonly taken: readonly PlanTaken[];
  readonly isTeamKept: boolean;
  /** Whether countries are asked for: what is open counts as meetings that could be. */
  readonly isIdea: boolean;
  /** How many countries at most; null for as many as there are. */
  readonly mostCountries: number | null;
  readonly pins: readonly ChosenPin[];
  readonly former: ChosenFormer | null;
  readonly seed: number;
}

export interface Question {
  readonly problem: Problem;
  readonly hash: string;
  readonly assumed: Assumed;
}

/** Where the morning ends for whoever interprets, in minutes. */
const NOON = 780;
/** How many interpret a language at once. */
const AT_ONCE = 9;

/** No interpreter is known: whoever asks may assume that there is one for each language that is needed, at a price that they say. */
function interpretersOf({ meetings }: Problem, cents: number | null): readonly Interpreter[] {
  if (cents === null) return [];
  const needs = meetings.flatMap(({ placeId, languages }) => languages.filter(({ mayInterpret }) => mayInterpret).flatMap(({ anyOf }) => anyOf.map(({ language }) => ({ language, placeId }))));
  return [...Map.groupBy(needs, ({ language }) => language)].map(([language, at]) => ({
    id: `interpreter.${language}`, language, placeIds: [...new Set(at.map(({ placeId }) => placeId))].sort(), atOnce: AT_ONCE, per: 'HALF_DAY', halfDayAt: NOON, cents,
    validFrom: '0001-01-01', validUntil: null, source: { text: 'assumed', url: null, checkedOn: null, isVerified: false },
  }));
}

/** Whether a link leads between cities that the mission is about: where there are meetings, and where people begin. What lacks of others says nothing of its plan. */
function leadsBetween({ links }: MissionFacts, { meetings, persons }: Problem): (link: LeftOutLink) => boolean {
  const cities = new Set([...meetings.map(({ placeId }) => placeId), ...persons.flatMap(({ startPlaceId, endPlaceId }) => [startPlaceId, endPlaceId])]);
  const codes = new Set(links.filter(({ fromCity, toCity }) => cities.has(fromCity) && cities.has(toCity)).map(({ key }) => key));
  return ({ key }) => codes.has(key);
}

/** What is asked of a mission by its key, and near to which plan; undefined where there is none, or none for who asks. */
export async function questionOf(em: EntityManager, mission: string, { envelopeCents, interpreterCents, taken, isTeamKept, isIdea, mostCountries, pins }: Omit<Chosen, 'seed' | 'former'>, former: Plan | null): Promise<Question | undefined> {
  const known = await missionFacts(em, mission, { withRegister: isIdea && taken.includes('NOT_ASKED') });
  if (!known) return undefined;
  const candidates = isIdea ? candidatesOf(known, await missionOpen(em, mission)) : [];
  const facts = { ...known, meetings: [...known.meetings, ...candidates.map(meetingOfCandidate)] };
  const settings = { ...DEFAULT_SETTINGS, taken, isTeamKept, mostCountries, pins, former, efforts: EFFORTS };
  const { problem: posed, leftOut, assumedHomes } = problemOf({ ...facts, envelopeCents: envelopeCents ?? facts.envelopeCents }, settings);
  const problem: Problem = { ...posed, interpreters: interpretersOf(posed, interpreterCents) };
  const { workingHours, transferMinutes, bufferMinutes, profit, home } = settings;
  const assumed = { workingHours, transferMinutes, bufferMinutes, profit, home, homes: assumedHomes, links: leftOut.filter(leadsBetween(facts, problem)), candidates, openWorth: OPEN_WORTH };
  return { problem, hash: createHash('sha256').update(canonicalText(problem)).digest('hex'), assumed };
}
