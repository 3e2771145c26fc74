/** What refuses that something is fixed, whatever else is planned: told at once, without a search, and of what more than a search can tell nothing is. Pure functions. */
import { clockAt, countryOf, dayNumber, factsOf, type Id, type Instant, instantOf, type Meeting, type Person, type Problem, type Ref, type TimeWindow, type Zone, zoneOf } from '@passerelle/shared/planning.ts';
import { daysBetween } from '@passerelle/shared/planning/time.ts';
import { ofHour, refusedBy } from './refuse-hour.ts';
import { each, elsewhere, fixedAt, fixedHour, keptAtHome, pinsOf, refs, ruleOf, type Span, wantedAt } from './refuse-people.ts';

/** Something that cannot be, by a name of its own, and of what. */
interface Fault {
  readonly key: string;
  readonly refs: readonly Ref[];
}

const fault = (key: string, found: readonly Ref[]): Fault[] => (found.length === 0 ? [] : [{ key, refs: found }]);

const fromOf = (window: TimeWindow, zone: Zone): Instant => ('day' in window ? instantOf(zone, dayNumber(window.day), window.from) : window.from);

/** When the hours of a meeting begin: those of its host, or those of its country where its host has said none; `days` are the midnights. */
function opensOf(problem: Problem, { placeId, windows }: Meeting): { readonly opens: readonly Instant[]; readonly days: readonly Instant[] } {
  const [facts, { earliestDeparture, latestReturn }] = [factsOf(problem), problem.period];
  const zone = zoneOf(facts, placeId);
  const hours = countryOf(facts, placeId).workingHours;
  const days = daysBetween(clockAt(zone, earliestDeparture).day, clockAt(zone, latestReturn - 1).day);
  const ofCountry = days.flatMap((day) => (hours ?? [{ from: 0 }]).map(({ from }) => instantOf(zone, day, from)));
  return { opens: windows?.map((one) => fromOf(one, zone)) ?? ofCountry, days: [earliestDeparture, ...ofCountry, ...days.map((day) => instantOf(zone, day, 0))] };
}

/** The hours that are to be tried: a meeting that can be at all can begin at one of these, where its hours begin, a day does, or something is over that keeps somebody away. */
function beginningsOf(problem: Problem, meeting: Meeting): { readonly first: readonly Instant[]; readonly all: readonly Instant[] } {
  const fixed = fixedHour(problem, meeting.id);
  if (fixed) return { first: [fixed.startsAt], all: [fixed.startsAt] };
  const { opens, days } = opensOf(problem, meeting);
  const over = problem.persons.flatMap((one) => [...one.blocks, ...elsewhere(problem, one, meeting)].map(({ until }) => until));
  return { first: opens, all: [...new Set([...opens, ...days, ...over])] };
}

/** What refuses something at each of these hours; nothing where one is left. */
function always(spans: readonly Span[], refused: (span: Span) => readonly Ref[]): Ref[] {
  const found = spans.map(refused);
  return found.some(({ length }) => length === 0) ? [] : each(found.flat());
}

/** Why a meeting that has to be can be at no hour: there is none, or somebody or something that it wants is there at none, or not all of it at once. */
function ofMeeting(problem: Problem, meeting: Meeting): Fault[] {
  const { first, all } = beginningsOf(problem, meeting);
  const open = all.filter((at) => ofHour(problem, at, meeting).length === 0).map((from): Span => ({ from, until: from + meeting.serviceMinutes }));
  if (open.length === 0) return fault(`hours ${meeting.id}`, first.flatMap((at) => ofHour(problem, at, meeting)));
  const wanted = wantedAt(problem, meeting, fixedAt(problem, meeting.id));
  const never = wanted.flatMap(({ id, refused }) => fault(`${meeting.id} wants ${id}`, always(open, refused)));
  return never.length > 0 ? never : fault(`${meeting.id} wants all`, always(open, (span) => wanted.flatMap(({ refused }) => refused(span))));
}

/** What says of a meeting that it is: a rule, or something fixed. */
const heldBy = (problem: Problem, { id, isMandatory }: Meeting): Ref[] =>
  [...(isMandatory ? refs('RULE', [ruleOf('MANDATORY', id)]) : []), ...refs('PIN', [...pinsOf(problem, 'IN'), ...pinsOf(problem, 'AT'), ...pinsOf(problem, 'ATTENDS')].filter(({ meetingId }) => meetingId === id).map((pin) => pin.id))];

/** Of meetings that have to be, and of those that are left out all the same. */
function ofMeetings(problem: Problem): Fault[] {
  return problem.meetings.flatMap((meeting) => {
    const held = heldBy(problem, meeting);
    const out = pinsOf(problem, 'OUT').filter(({ meetingId }) => meetingId === meeting.id);
    if (held.length === 0) return [];
    return out.length > 0 ? fault(`out ${meeting.id}`, [...held, ...refs('PIN', out.map(({ id }) => id))]) : ofMeeting(problem, meeting);
  });
}

/** What keeps somebody away on all days of a mission, where nothing is left between; nothing otherwise. */
function allBlocks({ blocks }: Person, { earliestDeparture, latestReturn }: Problem['period']): Ref[] {
  const inOrder = blocks.toSorted((a, b) => a.from - b.from);
  const reached = inOrder.reduce((at, { from, until }) => (from <= at ? Math.max(at, until) : at), earliestDeparture);
  return reached >= latestReturn ? refs('BLOCK', inOrder.map(({ id }) => id)) : [];
}

const neverThere = (problem: Problem, one: Person): Ref[] => [...keptAtHome(problem, one), ...allBlocks(one, problem.period)];

function ofTravellers(problem: Problem): Fault[] {
  const goes = new Set(pinsOf(problem, 'GOES').map(({ personId }) => personId));
  return problem.persons.filter(({ id }) => goes.has(id)).flatMap((one) => fault(`goes ${one.id}`, neverThere(problem, one)));
}

function ofTeam(problem: Problem): Fault[] {
  return problem.teamRule.flatMap(({ id, kind, atLeast }) => {
    const away = problem.persons.filter(({ roles }) => roles.includes(kind)).map((one) => neverThere(problem, one));
    return away.filter(({ length }) => length === 0).length >= atLeast ? [] : fault(`team ${id}`, [...refs('NEED', [id]), ...away.flat()]);
  });
}

/** Of two hours that are fixed, the later one too early for the order of their meetings. */
function ofOrder(problem: Problem): Fault[] {
  return problem.precedences.flatMap(({ id, before, after, gapMinutes }) => {
    const [first, second] = [fixedHour(problem, before), fixedHour(problem, after)];
    if (!first || !second || first.startsAt + factsOf(problem).meetings.get(before)!.serviceMinutes + gapMinutes <= second.startsAt) return [];
    return fault(`order ${id}`, [...refs('PRECEDENCE', [id]), ...refs('PIN', [first.id, second.id])]);
  });
}

const faultsOf = (problem: Problem): Fault[] => [...ofMeetings(problem), ...ofTravellers(problem), ...ofTeam(problem), ...ofOrder(problem)];

/** The hours that are fixed of meetings whose hour, or who is at them, is tried. */
function hoursTried(problem: Problem, tried: readonly Id[]): { readonly meetingId: Id; readonly startsAt: Instant }[] {
  const meetings = new Set([...pinsOf(problem, 'AT'), ...pinsOf(problem, 'ATTENDS')].filter(({ id }) => tried.includes(id)).map(({ meetingId }) => meetingId));
  return [...meetings].flatMap((meetingId) => {
    const hour = fixedHour(problem, meetingId);
    return hour ? [{ meetingId, startsAt: hour.startsAt }] : [];
  });
}

/** What is tried, of all that is fixed in a problem: what refuses it whatever else is planned, each once, and not what is so without it; and the hours that are fixed with it. */
export function triedPins(problem: Problem, tried: readonly Id[]): { readonly refs: readonly Ref[]; readonly hours: readonly { readonly meetingId: Id; readonly startsAt: Instant }[] } {
  const without = new Set(faultsOf({ ...problem, pins: problem.pins.filter(({ id }) => !tried.includes(id)) }).map(({ key }) => key));
  const hours = hoursTried(problem, tried);
  const atHours = hours.flatMap((hour) => refusedBy(problem, { ...hour, attends: fixedAt(problem, hour.meetingId) }));
  const found = each([...atHours, ...faultsOf(problem).filter(({ key }) => !without.has(key)).flatMap((one) => one.refs)]);
  const others = found.filter(({ kind, id }) => kind !== 'PIN' || !tried.includes(id));
  return { refs: others.length > 0 ? others : found, hours };
}
