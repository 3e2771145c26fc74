/** Who could go and when they cannot, as a problem has it. Pure functions. */
import { daysFrom } from '@passerelle/shared/allowance.ts';
import { type Block, dayNumber, instantOf, type Person, type Zone } from '@passerelle/shared/planning.ts';
import { dayAfter } from './dated.ts';
import type { KnownPerson, MissionFacts } from './facts.ts';
import type { PlanningSettings } from './settings.ts';

type Cause = Block['cause'];

/** Days in a row, as a block by the clocks of a zone. */
interface Days {
  readonly from: string;
  readonly until: string;
}

function inRows(days: readonly string[]): Days[] {
  const rows: { from: string; until: string }[] = [];
  for (const day of days) {
    const last = rows.at(-1);
    if (last && dayAfter(last.until) === day) last.until = day;
    else rows.push({ from: day, until: day });
  }
  return rows;
}

/** As the board has it: an NGO releases its own staff, so that of whom no clearance is recorded none is asked for. One that is recorded counts as anybody's. */
const needsClearance = ({ roles, clearances }: KnownPerson): boolean => clearances.length > 0 || roles.some((kind) => kind !== 'NGO');

/** Of each day of the period why somebody cannot, as far as it is of a whole day: what they answered, and whether they may be away at all. */
function daysOff(person: KnownPerson, days: readonly string[]): (readonly [Cause, string[]])[] {
  if (!person.isExpert) return [];
  const answered = new Map(person.answers.map(({ day, answer }) => [day, answer]));
  const cleared = (day: string): boolean => person.clearances.some(({ from, until }) => from <= day && day <= until);
  return [
    ['ANSWERED_NO', days.filter((day) => answered.get(day) === 'NO')], ['PERHAPS', days.filter((day) => answered.get(day) === 'PERHAPS')],
    // Who is in the team was chosen by somebody who knew.
    ['NOT_ASKED', person.isMember ? [] : days.filter((day) => !answered.has(day))], ['NOT_CLEARED', needsClearance(person) ? days.filter((day) => !cleared(day)) : []],
  ];
}

/** Milliseconds to minutes: a block begins no later and ends no earlier than what it is made of. */
const minutes = { from: (at: number): number => Math.floor(at / 60_000), until: (at: number): number => Math.ceil(at / 60_000) };

function blocksOf(person: KnownPerson, days: readonly string[], { zone, taken }: { readonly zone: Zone; readonly taken: PlanningSettings['taken'] }): Block[] {
  const whole = daysOff(person, days).flatMap(([cause, off]) => inRows(off).map(({ from, until }) => ({ cause, from: instantOf(zone, dayNumber(from), 0), until: instantOf(zone, dayNumber(until) + 1, 0) })));
  const engaged = person.engagements.map(({ from, until, isFirm }) => ({ cause: isFirm ? 'ENGAGED' as const : 'PERHAPS' as const, from: minutes.from(from), until: minutes.until(until) }));
  return [...engaged, ...whole].filter(({ cause }) => !taken.some((one) => one === cause)).map((block, n) => ({ ...block, id: `${person.key}.${n + 1}` }));
}

/** Everybody of the team and of the calls. Days are those of `zone`. */
export function personsOf({ persons, startsOn, endsOn }: MissionFacts, { taken, home }: PlanningSettings, zone: Zone): Person[] {
  const days = daysFrom(startsOn, endsOn);
  return persons.map((person) => ({
    id: person.key, roles: person.roles, mayCountForSeveral: false, languages: person.languages, startPlaceId: person.homeCity ?? home, endPlaceId: person.homeCity ?? home, maxDaysAway: person.mostDays,
    blocks: blocksOf(person, days, { zone, taken }), isReserve: person.isSubstitute, enteredFrom: {}, engagementCents: 0, lodgedAt: [], lastMissionOn: person.lastMissionOn, balanceGroup: null,
  }));
}
