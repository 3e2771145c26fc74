import type { Change, Conflict, Day, Id, Instant, LeftOut, Ref, Value } from '@passerelle/shared/planning.ts';

import type { LegReason } from './legs.ts';

/** Of what a sentence is made: its code and its parameters, never words. What does not belong into it is null, or empty. */
export interface Sentence {
  readonly code: `LEFT_OUT.${LeftOut['why']}` | `CHANGE.${Change['change']}` | `WITNESS.${'CHEAPEST' | 'AMOUNT_OPEN' | 'FOUND' | 'NOTHING_NEEDED' | 'NONE' | 'UNPROVED'}` | 'EXCHANGE' | `CONFLICT.${'MINIMAL' | 'FOUND' | 'EACH' | 'OPEN'}` | `LEG.${LegReason['is']}`;
  readonly about: readonly Ref[];
  /** Cents, minutes, points or a number, by the code. */
  readonly amount: number | null;
  readonly from: Instant | null;
  readonly until: Instant | null;
  readonly day: Day | null;
}

const sentence = (code: Sentence['code'], about: readonly Ref[], more: Partial<Sentence> = {}): Sentence => ({ code, about, amount: null, from: null, until: null, day: null, ...more });
const refs = (kind: Ref['kind'], ...ids: readonly Id[]): Ref[] => ids.map((id) => ({ kind, id }));

const BOUNDS: Partial<Record<Change['change'], Id>> = { RAISE_NIGHTS: 'maxNights', MORE_PARTIES: 'maxParties', MORE_COUNTRIES: 'maxCountries', LARGER_TEAM: 'maxTeam' };
/** The fields by which changes name what they are about, in the order in which a sentence does. */
const NAMED: readonly [string, Ref['kind']][] = [['limitId', 'LIMIT'], ['meetingId', 'MEETING'], ['personId', 'PERSON'], ['travelId', 'TRAVEL'], ['needId', 'NEED'], ['pinId', 'PIN']];

/** What a change is about: a bound, an edge of the period, and all that it, or its pin, names by an id. */
function aboutOf(change: Change): Ref[] {
  const bound = BOUNDS[change.change];
  const named: Readonly<Record<string, unknown>> = change.change === 'ADD_PIN' ? { ...change.pin } : { ...change };
  const period = change.change === 'EXTEND_PERIOD' ? refs('PERIOD', change.edge === 'START' ? 'earliestDeparture' : 'latestReturn') : [];
  return [...(bound ? refs('BOUND', bound) : []), ...period, ...NAMED.flatMap(([field, kind]) => (typeof named[field] === 'string' ? refs(kind, named[field]) : []))];
}

function termOf(change: Change): Partial<Sentence> {
  if (change.change === 'ADD_WINDOW') return 'day' in change.window ? { day: change.window.day } : { from: change.window.from, until: change.window.until };
  if (change.change === 'FREE_PERSON') return { from: change.from, until: change.until };
  if (change.change === 'EXCUSE_DAY_OFF') return { day: change.day };
  return 'by' in change ? { amount: change.by } : change.change === 'EXTEND_PERIOD' ? { amount: change.minutes } : {};
}

/** A change as a sentence. */
export const sayChange = (change: Change): Sentence => sentence(`CHANGE.${change.change}`, aboutOf(change), termOf(change));

function sayWitness({ meetingId, witness, hasNoWitness }: LeftOut): Sentence[] {
  const about = refs('MEETING', meetingId);
  if (!witness) return [sentence(hasNoWitness ? 'WITNESS.NONE' : 'WITNESS.UNPROVED', about)];
  if (witness.changes.length === 0) return [sentence('WITNESS.NOTHING_NEEDED', about)];
  const is = !witness.isCheapest ? 'FOUND' : witness.isLeast ? 'CHEAPEST' : 'AMOUNT_OPEN';
  return [sentence(`WITNESS.${is}`, about, { amount: witness.price }), ...witness.changes.map(sayChange)];
}

/** What is lost with another plan, level by level; null where it is not known. */
interface Lost {
  readonly loses: Value | null;
}

/** How much is lost at the first level at which something is. */
const lostOf = ({ loses }: Lost): number | null => loses?.find((lost) => lost !== 0) ?? null;

/** At which level of the goals something is lost; -1 at none. */
export const levelOf = ({ loses }: Lost): number => loses?.findIndex((lost) => lost !== 0) ?? -1;

/** Why a meeting is out, with what it would come in, and what it would displace. The meeting is the first that each sentence but those of changes is about; the amount of the reason is what is lost at the level that `levelOf` says. */
export function sayLeftOut(one: LeftOut): Sentence[] {
  const { meetingId, why, about, exchange } = one;
  return [sentence(`LEFT_OUT.${why}`, [...refs('MEETING', meetingId), ...about], { amount: lostOf(one) }), ...sayWitness(one), ...(exchange ? [sentence('EXCHANGE', [...refs('MEETING', meetingId), ...refs('MEETING', ...exchange.fallsOut)])] : [])];
}

/** What cannot be had together, one conflict after another; of several, that one of each has to go; and where it is not proved that without all that they name there is a plan, that. */
export const sayConflicts = (conflicts: readonly Conflict[], isResolved: boolean): Sentence[] => [
  ...conflicts.map(({ members, isMinimal }) => sentence(isMinimal ? 'CONFLICT.MINIMAL' : 'CONFLICT.FOUND', members)),
  ...(conflicts.length > 1 ? [sentence('CONFLICT.EACH', [])] : []), ...(conflicts.length > 0 && !isResolved ? [sentence('CONFLICT.OPEN', [])] : []),
];

/** Why a leg is as it is: both places, then what refuses the other way, or which meetings fall out; the amount is what is lost at the first level that differs, whose place in the goals `levelOf` says. */
export const sayLeg = ({ from, to, is, about, fallsOut, loses }: LegReason): Sentence =>
  sentence(`LEG.${is}`, [...refs('PLACE', from, to), ...about, ...refs('MEETING', ...fallsOut)], { amount: lostOf({ loses }) });

