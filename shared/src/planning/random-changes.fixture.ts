import type { Relaxation } from './change.ts';
import type { Problem } from './problem.ts';
import type { Draw } from './random-problem.fixture.ts';

/** A relaxation of each kind for a problem that was drawn; some of them are not applicable to it. */
export function relaxations(problem: Problem, draw: Draw): Relaxation[] {
  const [meeting, person] = [draw.of(problem.meetings), draw.of(problem.persons)];
  const { earliestDeparture: from } = problem.period;
  const by = 1 + draw.below(3);
  const [meetingId, personId, needs] = [meeting.id, person.id, [...problem.teamRule, ...meeting.needs].map(({ id }) => id)];
  return [
    { change: 'RAISE_LIMIT', limitId: 'envelope', by: 1_000 }, { change: 'RAISE_NIGHTS', by }, { change: 'MORE_PARTIES', by }, { change: 'MORE_COUNTRIES', by }, { change: 'LARGER_TEAM', by }, { change: 'MORE_DAYS_AWAY', personId, by },
    { change: 'EXTEND_PERIOD', edge: draw.of(['START', 'END']), minutes: 600 }, { change: 'ADD_WINDOW', meetingId, window: { id: 'added', bounds: 'SERVICE', from, until: from + 600 } }, { change: 'FREE_PERSON', personId, from: from + 120, until: from + 1800 },
    { change: 'ADMIT_PERSON', personId }, { change: 'OFFER_SERVICE', travelId: draw.of(problem.travel).id }, { change: 'ALLOW_INTERPRETER', meetingId, needId: `${meetingId}-language` }, { change: 'LOWER_NEED', needId: needs[0] ?? 'none', by },
    { change: 'DROP_PIN', pinId: 'pin' }, { change: 'MAKE_OPTIONAL', meetingId }, { change: 'EXCUSE_DAY_OFF', meetingId, day: draw.of(['2027-03-28', '2027-10-31', '2027-11-08', '2027-05-15']), reason: 'HOST' },
  ];
}
