import type { Removable } from './answer.ts';
import type { Change } from './change.ts';
import type { BorderRule } from './laws.ts';
import type { Block, Meeting, Person, Problem } from './problem.ts';
import type { Id } from './units.ts';

type Of<C extends Change['change']> = Extract<Change, { readonly change: C }> | (Change & { readonly change: C });
type Applied = Problem | 'NOT_APPLICABLE';

/** The list with one of it changed; null where there is no such one, or it does not change. */
function changed<T extends { readonly id: Id }>(list: readonly T[], id: Id, change: (one: T) => T | null): T[] | null {
  const found = list.find((one) => one.id === id);
  const after = found ? change(found) : null;
  return after && list.map((one) => (one.id === id ? after : one));
}

const given = <K extends keyof Problem>(problem: Problem, key: K, value: Problem[K] | null): Applied => (value === null ? 'NOT_APPLICABLE' : { ...problem, [key]: value });
const onMeeting = (problem: Problem, id: Id, change: (one: Meeting) => Meeting | null): Applied => given(problem, 'meetings', changed(problem.meetings, id, change));
const onPerson = (problem: Problem, id: Id, change: (one: Person) => Person | null): Applied => given(problem, 'persons', changed(problem.persons, id, change));

/** What remains of a block outside of some minutes: nothing, one piece, or two, of which the second has an id of its own. */
function cut(block: Block, { from, until }: { readonly from: number; readonly until: number }, ids: Set<Id>): Block[] {
  if (until <= block.from || from >= block.until) return [block];
  const pieces = [{ ...block, until: from }, { ...block, from: until }].filter((piece) => piece.from < piece.until);
  if (pieces.length < 2) return pieces;
  let id = `${block.id}+`;
  while (ids.has(id)) id += '+';
  ids.add(id);
  return [pieces[0]!, { ...pieces[1]!, id }];
}

const BOUND = { RAISE_NIGHTS: 'maxNights', MORE_PARTIES: 'maxParties', MORE_COUNTRIES: 'maxCountries', LARGER_TEAM: 'maxTeam' } as const;

function raise(problem: Problem, { change, by }: Of<keyof typeof BOUND>): Applied {
  const bound = problem[BOUND[change]];
  return by > 0 && bound !== null ? { ...problem, [BOUND[change]]: bound + by } : 'NOT_APPLICABLE';
}

function extend(problem: Problem, { edge, minutes }: Of<'EXTEND_PERIOD'>): Applied {
  const { earliestDeparture, latestReturn } = problem.period;
  if (minutes <= 0) return 'NOT_APPLICABLE';
  return { ...problem, period: edge === 'START' ? { earliestDeparture: earliestDeparture - minutes, latestReturn } : { earliestDeparture, latestReturn: latestReturn + minutes } };
}

function free(problem: Problem, { personId, from, until }: Of<'FREE_PERSON'>): Applied {
  return onPerson(problem, personId, (one) => {
    const ids = new Set(one.blocks.map(({ id }) => id));
    return one.blocks.some((block) => from < block.until && until > block.from) && from < until ? { ...one, blocks: one.blocks.flatMap((block) => cut(block, { from, until }, ids)) } : null;
  });
}

function lower(problem: Problem, { needId, by }: Of<'LOWER_NEED'>): Applied {
  const less = <T extends { readonly id: Id; readonly atLeast: number }>(list: readonly T[]): T[] | null => changed(list, needId, (one) => (by > 0 && one.atLeast > 0 ? { ...one, atLeast: Math.max(0, one.atLeast - by) } : null));
  const teamRule = less(problem.teamRule);
  if (teamRule) return { ...problem, teamRule };
  const meeting = problem.meetings.find(({ needs }) => less(needs));
  return meeting ? onMeeting(problem, meeting.id, (one) => ({ ...one, needs: less(one.needs)! })) : 'NOT_APPLICABLE';
}

const interpret = (problem: Problem, { meetingId, needId }: Of<'ALLOW_INTERPRETER'>): Applied => onMeeting(problem, meetingId, (one) => {
  const languages = changed(one.languages, needId, (need) => (need.mayInterpret ? null : { ...need, mayInterpret: true }));
  return languages && { ...one, languages };
});

const excuse = (problem: Problem, { meetingId, day, reason }: Of<'EXCUSE_DAY_OFF'>): Applied => onMeeting(problem, meetingId, (one) => (one.excusedDays.some((other) => other.day === day) ? null : { ...one, excusedDays: [...one.excusedDays, { day, reason }] }));

const pinned = (problem: Problem, id: Id): boolean => problem.pins.some((pin) => pin.id === id);

const APPLY: { readonly [C in Change['change']]: (problem: Problem, change: Of<C>) => Applied } = {
  RAISE_LIMIT: (problem, { limitId, by }) => given(problem, 'limits', changed(problem.limits, limitId, (one) => (by > 0 ? { ...one, cents: one.cents + by } : null))),
  RAISE_NIGHTS: raise, MORE_PARTIES: raise, MORE_COUNTRIES: raise, LARGER_TEAM: raise, EXTEND_PERIOD: extend, FREE_PERSON: free, LOWER_NEED: lower, ALLOW_INTERPRETER: interpret, EXCUSE_DAY_OFF: excuse,
  ADD_WINDOW: (problem, { meetingId, window }) => onMeeting(problem, meetingId, (one) => (one.windows === null || one.windows.some(({ id }) => id === window.id) ? null : { ...one, windows: [...one.windows, window] })),
  MORE_DAYS_AWAY: (problem, { personId, by }) => onPerson(problem, personId, (one) => (by > 0 && one.maxDaysAway !== null ? { ...one, maxDaysAway: one.maxDaysAway + by } : null)),
  ADMIT_PERSON: (problem, { personId }) => onPerson(problem, personId, (one) => (one.isReserve ? { ...one, isReserve: false } : null)),
  OFFER_SERVICE: (problem, { travelId }) => given(problem, 'travel', changed(problem.travel, travelId, (one) => (one.type === 'SERVICE' && !one.isOffered ? { ...one, isOffered: true } : null))),
  DROP_PIN: (problem, { pinId }) => (pinned(problem, pinId) ? { ...problem, pins: problem.pins.filter(({ id }) => id !== pinId) } : 'NOT_APPLICABLE'),
  MAKE_OPTIONAL: (problem, { meetingId }) => onMeeting(problem, meetingId, (one) => (one.isMandatory ? { ...one, isMandatory: false } : null)),
  ADD_PIN: (problem, { pin }) => (pinned(problem, pin.id) ? 'NOT_APPLICABLE' : { ...problem, pins: [...problem.pins, pin] }),
};

/** The problem with a change made; NOT_APPLICABLE where there is nothing to change, or the change would not be what its name says: a window for a meeting that has none would restrict it. The problem itself stays as it is. */
export function apply(problem: Problem, change: Change): Applied {
  return (APPLY[change.change] as (problem: Problem, change: Change) => Applied)(problem, change);
}

const NEVER = Number.MAX_SAFE_INTEGER;

/** The rules of one kind, or of one border, without one: it refuses nothing from then on, and where none of them does they do not apply. */
function without<T extends { readonly id: Id }>(rules: readonly T[], id: Id, { mild, isMild }: { readonly mild: (rule: T) => T; readonly isMild: (rule: T) => boolean }): T[] {
  const left = rules.map((rule) => (rule.id === id ? mild(rule) : rule));
  return left.every(isMild) ? [] : left;
}

function withoutBorderRule({ borderRules, persons }: Problem, id: Id): Problem['borderRules'] {
  const rule = borderRules?.find((one) => one.id === id);
  if (!borderRules || !rule) return borderRules;
  const isHere = (one: BorderRule): boolean => one.from === rule.from && one.to === rule.to;
  const everybody = persons.map((one) => one.id);
  const here = without(borderRules.filter(isHere), id, { mild: (one) => ({ ...one, exceptPersons: everybody }), isMild: ({ exceptPersons }) => everybody.every((one) => exceptPersons.includes(one)) });
  const left = [...borderRules.filter((one) => !isHere(one)), ...here];
  return left.length === 0 ? null : left;
}

function withoutWorkRule({ workRules }: Problem, id: Id): Problem['workRules'] {
  if (!workRules?.some((one) => one.id === id)) return workRules;
  const left = without(workRules, id, { mild: (one) => ({ ...one, maxProgrammeMinutes: NEVER, maxDutyMinutes: NEVER }), isMild: ({ maxProgrammeMinutes, maxDutyMinutes }) => maxProgrammeMinutes === NEVER && maxDutyMinutes === NEVER });
  return left.length === 0 ? null : left;
}

/**
 * The problem without something: what it means that a plan exists without one of a conflict. It only allows more. A law of which another one of its kind, or its border, remains refuses nothing from then on, and
 * stays in force on its days: on none of them would be known otherwise what applies. The last of its kind does not apply any more.
 */
export function remove(problem: Problem, { kind, id }: Removable): Problem {
  const others = <T extends { readonly id: Id }>(list: readonly T[]): T[] => list.filter((one) => one.id !== id);
  switch (kind) {
    case 'PIN': return { ...problem, pins: others(problem.pins) };
    case 'LIMIT': return { ...problem, limits: others(problem.limits) };
    case 'PRECEDENCE': return { ...problem, precedences: others(problem.precedences) };
    case 'MEETING': return { ...problem, meetings: problem.meetings.map((one) => (one.id === id ? { ...one, isMandatory: false } : one)) };
    case 'NEED': return { ...problem, teamRule: others(problem.teamRule), meetings: problem.meetings.map((one) => ({ ...one, needs: others(one.needs), languages: others(one.languages) })) };
    case 'BLOCK': return { ...problem, persons: problem.persons.map((one) => ({ ...one, blocks: others(one.blocks) })) };
    case 'DAY_OFF': return { ...problem, countries: problem.countries.map((one) => ({ ...one, daysOff: others(one.daysOff) })) };
    case 'RULE': return { ...problem, borderRules: withoutBorderRule(problem, id), workRules: withoutWorkRule(problem, id) };
  }
}
