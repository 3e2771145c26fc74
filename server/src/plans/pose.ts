/** What is asked of the planner of a mission: as whoever asks may see it, in their own transaction. */
import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { canonicalText, type Plan, type Problem } from '@passerelle/shared/planning.ts';
import { candidatesOf, changingHoursOf, type ChosenGoals, type ChosenLimit, type ChosenPin, DEFAULT_SETTINGS, type LeftOutLink, meetingOfCandidate, type MissionFacts, missionFacts, missionOpen, OPEN_WORTH, ownHoursOf, problemOf } from '../planner/problem/index.ts';
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
  /** What somebody who interprets costs for half a day where no price is known; null where nobody does then. */
  readonly interpreterCents: number | null;
  readonly taken: readonly PlanTaken[];
  readonly isTeamKept: boolean;
  /** Whether countries are asked for: what is open counts as meetings that could be. */
  readonly isIdea: boolean;
  /** How many countries at most; null for as many as there are. */
  readonly mostCountries: number | null;
  readonly pins: readonly ChosenPin[];
  readonly former: ChosenFormer | null;
  /** What counts; null for what counts by default. */
  readonly goals: ChosenGoals | null;
  /** What may be spent of single kinds, each once. */
  readonly kindLimits: readonly ChosenLimit[];
  readonly seed: number;
}

export interface Question {
  readonly problem: Problem;
  readonly hash: string;
  readonly assumed: Assumed;
}

/** Whether a link leads between cities that the mission is about: where there are meetings, and where people begin. What lacks of others says nothing of its plan. */
function leadsBetween({ links }: MissionFacts, { meetings, persons }: Problem): (link: LeftOutLink) => boolean {
  const cities = new Set([...meetings.map(({ placeId }) => placeId), ...persons.flatMap(({ startPlaceId, endPlaceId }) => [startPlaceId, endPlaceId])]);
  const codes = new Set(links.filter(({ fromCity, toCity }) => cities.has(fromCity) && cities.has(toCity)).map(({ key }) => key));
  return ({ key }) => codes.has(key);
}

/** What is asked of a mission by its key, and near to which plan; undefined where there is none, or none for who asks. */
export async function questionOf(em: EntityManager, mission: string, { envelopeCents, isIdea, ...chosen }: Omit<Chosen, 'seed' | 'former'>, former: Plan | null): Promise<Question | undefined> {
  const open = isIdea ? await missionOpen(em, mission) : [];
  const known = await missionFacts(em, mission, isIdea && chosen.taken.includes('NOT_ASKED') ? { sought: open, needsClearance: !chosen.taken.includes('NOT_CLEARED') } : null);
  if (!known) return undefined;
  const candidates = candidatesOf(known, open);
  const facts = { ...known, meetings: [...known.meetings, ...candidates.map(meetingOfCandidate)] };
  const { interpreterCents, taken, isTeamKept, mostCountries, pins, goals, kindLimits } = chosen;
  const settings = { ...DEFAULT_SETTINGS, interpreterCents, taken, isTeamKept, mostCountries, pins, goals, kindLimits, former, efforts: EFFORTS };
  const { problem, leftOut, assumedHomes } = problemOf({ ...facts, envelopeCents: envelopeCents ?? facts.envelopeCents }, settings);
  const { workingHours, transferMinutes, bufferMinutes, profit, home } = settings;
  const isNamed = (country: string): boolean => problem.countries.some(({ id }) => id === country);
  const assumed = { workingHours, transferMinutes, bufferMinutes, profit, home, homes: assumedHomes, links: leftOut.filter(leadsBetween(facts, problem)), candidates, openWorth: OPEN_WORTH, ownHours: ownHoursOf(facts).filter(({ country }) => isNamed(country)), changingHours: changingHoursOf(facts).filter(isNamed) };
  return { problem, hash: createHash('sha256').update(canonicalText(problem)).digest('hex'), assumed };
}
