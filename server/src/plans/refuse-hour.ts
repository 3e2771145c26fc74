/** What refuses a meeting at an hour, whatever else is planned: told at once, without a search. Pure functions. */
import { factsOf, hoursOf, type Id, type Instant, type Meeting, type Person, type Problem, type Ref } from '@passerelle/shared/planning.ts';

/** A meeting at an hour, and who is to attend it. */
export interface Hour {
  readonly meetingId: Id;
  readonly startsAt: Instant;
  readonly attends: readonly Id[];
}

interface Span {
  readonly from: Instant;
  readonly until: Instant;
}

const refs = (kind: Ref['kind'], ids: readonly Id[]): Ref[] => ids.map((id) => ({ kind, id }));

/** Of what H1 names: the hours of the host, those of the country, the day off. */
function ofCalendar(problem: Problem, { meetingId, startsAt }: Hour, { windows }: Meeting): Ref[] {
  return hoursOf(factsOf(problem), meetingId, startsAt).flatMap(({ fault, about }) => {
    if (fault === 'OUTSIDE_WINDOWS') return refs('WINDOW', (windows ?? []).map(({ id }) => id));
    return about.filter(({ kind }) => kind === 'DAY_OFF' || kind === 'COUNTRY').map(({ kind, id }): Ref => ({ kind: kind === 'COUNTRY' ? 'HOURS' : kind, id }));
  });
}

const ofPeriod = ({ period }: Problem, { from, until }: Span): Ref[] => [...(from < period.earliestDeparture ? refs('PERIOD', ['earliestDeparture']) : []), ...(until > period.latestReturn ? refs('PERIOD', ['latestReturn']) : [])];

const blocksIn = ({ blocks }: Person, { from, until }: Span): Ref[] => refs('BLOCK', blocks.filter((one) => one.from < until && one.until > from).map(({ id }) => id));

/** A need that nobody who is free then has, and when those cannot who have it. */
function ofNeeds({ persons }: Problem, { needs }: Meeting, span: Span): Ref[] {
  return needs.flatMap(({ id, kind, atLeast }) => {
    const able = persons.filter(({ roles }) => roles.includes(kind));
    return able.filter((one) => blocksIn(one, span).length === 0).length >= atLeast ? [] : [...refs('NEED', [id]), ...able.flatMap((one) => blocksIn(one, span))];
  });
}

/** What refuses it, each once: nothing where only a search can tell. Throws where the problem has no such meeting. */
export function refusedBy(problem: Problem, hour: Hour): Ref[] {
  const meeting = problem.meetings.find(({ id }) => id === hour.meetingId)!;
  const span = { from: hour.startsAt, until: hour.startsAt + meeting.serviceMinutes };
  const found = [...ofCalendar(problem, hour, meeting), ...ofPeriod(problem, span), ...problem.persons.filter(({ id }) => hour.attends.includes(id)).flatMap((one) => blocksIn(one, span)), ...ofNeeds(problem, meeting, span)];
  return [...new Map(found.map((ref) => [`${ref.kind} ${ref.id}`, ref])).values()];
}
