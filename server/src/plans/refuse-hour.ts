/** What refuses a meeting at an hour, whatever else is planned, and in a plan whose other meetings stay where they are: told at once, without a search. Pure functions. */
import { type BorderRule, countryOf, factsOf, hoursOf, type Id, type Instant, type Meeting, type Person, type Plan, type Problem, readPlan, type Ref } from '@passerelle/shared/planning.ts';
import { dayIn } from '@passerelle/shared/planning/facts.ts';
import { isInForce } from '@passerelle/shared/planning/time.ts';
import { isPassable } from '../planner/mission/index.ts';
import { each, refs, type Span, wantedAt } from './refuse-people.ts';

/** A meeting at an hour, and who is to attend it. */
export interface Hour {
  readonly meetingId: Id;
  readonly startsAt: Instant;
  readonly attends: readonly Id[];
}

/** Of what H1 names: the hours of the host, those of the country, the day off. */
function ofCalendar(problem: Problem, startsAt: Instant, { id: meetingId, windows }: Meeting): Ref[] {
  return hoursOf(factsOf(problem), meetingId, startsAt).flatMap(({ fault, about }) => {
    if (fault === 'OUTSIDE_WINDOWS') return refs('WINDOW', (windows ?? []).map(({ id }) => id));
    return about.filter(({ kind }) => kind === 'DAY_OFF' || kind === 'COUNTRY').map(({ kind, id }): Ref => ({ kind: kind === 'COUNTRY' ? 'HOURS' : kind, id }));
  });
}

const ofPeriod = ({ period }: Problem, { from, until }: Span): Ref[] => [...(from < period.earliestDeparture ? refs('PERIOD', ['earliestDeparture']) : []), ...(until > period.latestReturn ? refs('PERIOD', ['latestReturn']) : [])];

/** What of the calendar and of the days of the mission refuses it, whoever attends. */
export const ofHour = (problem: Problem, startsAt: Instant, meeting: Meeting): Ref[] => [...ofCalendar(problem, startsAt, meeting), ...ofPeriod(problem, { from: startsAt, until: startsAt + meeting.serviceMinutes })];

/** What refuses it, each once: nothing where only a search can tell. Throws where the problem has no such meeting. */
export function refusedBy(problem: Problem, hour: Hour): Ref[] {
  const meeting = problem.meetings.find(({ id }) => id === hour.meetingId)!;
  const span = { from: hour.startsAt, until: hour.startsAt + meeting.serviceMinutes };
  const wanted = wantedAt(problem, meeting, hour.attends);
  return each([...ofHour(problem, hour.startsAt, meeting), ...wanted.flatMap(({ refused }) => refused(span))]);
}

interface HeldAt extends Span {
  readonly meeting: Meeting;
}

/** What somebody attends, in the order of time. */
const inOrder = (held: readonly HeldAt[]): readonly HeldAt[] => held.toSorted((a, b) => a.from - b.from || a.until - b.until);

/** The rules that do not let somebody through where they go from one country straight to another, as far as the order of their meetings tells how they have come. */
function closedTo(problem: Problem, person: Person, [before, one, next]: readonly [HeldAt | undefined, HeldAt, HeldAt]): readonly BorderRule[] {
  const facts = factsOf(problem);
  const [from, to] = [countryOf(facts, one.meeting.placeId).id, countryOf(facts, next.meeting.placeId).id];
  const cameFrom = before ? countryOf(facts, before.meeting.placeId).id : countryOf(facts, person.startPlaceId).id;
  return (problem.borderRules ?? []).filter((rule) => rule.from === from && rule.to === to && !rule.exceptPersons.includes(person.id) && !rule.unlessEnteredFrom.includes(cameFrom) && isInForce(rule, dayIn(facts, next.meeting.placeId, next.from)));
}

/** Of their meetings those at which they come to another place. */
const stops = (held: readonly HeldAt[]): readonly HeldAt[] => held.filter(({ meeting }, n) => meeting.placeId !== held[n - 1]?.meeting.placeId);

/**
 * What of the borders refuses it in a plan whose other meetings stay at their hours, with the meeting to which nobody comes then; nothing where some way leads from each to the next in time, and where it is only a matter of time: a
 * search mends that. `free`: meetings that do not stay.
 */
export function refusedIn(problem: Problem, plan: Plan, { meetingId, startsAt }: Pick<Hour, 'meetingId' | 'startsAt'>, free: readonly Id[] = []): Ref[] {
  const facts = factsOf(problem);
  const stays = { ...plan, team: plan.team.filter(({ personId }) => facts.persons.has(personId)), parties: [], meetings: plan.meetings.filter((one) => facts.meetings.has(one.meetingId) && !free.includes(one.meetingId)) };
  const meeting = facts.meetings.get(meetingId)!;
  const isTheirs = (personId: Id): boolean => plan.meetings.find((one) => one.meetingId === meetingId)?.attends.some((one) => one.personId === personId) ?? true;
  return each(readPlan(facts, { ...stays, team: stays.team.map((one) => ({ ...one, journeys: [] })) }).members.filter(({ person }) => isTheirs(person.id)).flatMap(({ person, visits }) => {
    const others = visits.filter((one) => one.meeting.id !== meetingId).map((one): HeldAt => ({ meeting: one.meeting, from: one.startsAt, until: one.endsAt }));
    const now = inOrder([...others, { meeting, from: startsAt, until: startsAt + meeting.serviceMinutes }]);
    const way = stops(now);
    const closed = way.flatMap((next, n) => (n === 0 ? [] : closedTo(problem, person, [way[n - 2], way[n - 1]!, next]).flatMap((rule) => [...refs('RULE', [rule.id]), ...refs('MEETING', [way[n - 1]!.meeting.id, next.meeting.id].filter((id) => id !== meetingId))])));
    return closed.length > 0 && !isPassable(problem, person, now.map(({ meeting: { placeId }, from, until }) => ({ placeId, from, until }))) ? closed : [];
  }));
}
