/** The codes of taking a plan over into its mission: which part of it is changed, what becomes of it, and what can stand in the way. */
import { registerEnumType } from 'type-graphql';
import { names } from '../core/names.ts';

export const PlanTakeOverPart = names('LEG_DAYS', 'MEMBER', 'SUBSTITUTE', 'STAY', 'PROVIDED', 'MEETING_TIME', 'MEETING_REASON', 'MEETING_PEOPLE', 'MEETING_SUBSTITUTES', 'SLOTS', 'JOURNEY', 'COST', 'TEAM');
export type PlanTakeOverPart = keyof typeof PlanTakeOverPart;
registerEnumType(PlanTakeOverPart, {
  name: 'PlanTakeOverPart', description: 'Which part of a mission it is that a plan says something of.',
  valuesConfig: {
    LEG_DAYS: { description: 'The days of a leg.' }, MEMBER: { description: 'Whether somebody is in the team, and as what.' }, SUBSTITUTE: { description: 'For whom somebody goes if need be: who goes by the plan goes for nobody else.' }, STAY: { description: 'When somebody is in a leg.' }, PROVIDED: { description: 'What hosts provide of a stay: lodging and meals.' }, MEETING_TIME: { description: 'When a meeting is.' },
    MEETING_REASON: { description: 'Why a meeting is on a day off.' }, MEETING_PEOPLE: { description: 'Who goes to a meeting.' }, MEETING_SUBSTITUTES: { description: 'Who goes to a meeting if need be.' },
    SLOTS: { description: 'The times that the host of a meeting was offered, and of which one can still be taken: whoever fixes the meeting has taken them back.' }, JOURNEY: { description: 'A journey, and who makes it.' }, COST: { description: 'A line of the costs.' }, TEAM: { description: 'The team as a whole.' },
  },
});

export const PlanTakeOverBecomes = names('ADDED', 'CHANGED', 'KEPT', 'LOST');
export type PlanTakeOverBecomes = keyof typeof PlanTakeOverBecomes;
registerEnumType(PlanTakeOverBecomes, {
  name: 'PlanTakeOverBecomes', description: 'What becomes of a part of a mission once a plan is taken over.',
  valuesConfig: { ADDED: { description: 'It was not there before.' }, CHANGED: { description: 'It is otherwise than before.' }, KEPT: { description: 'It stays as it is.' }, LOST: { description: 'It is not there any more.' } },
});

export const PlanTakeOverFaultKind = names('BUSY', 'AWAY', 'DAY_OFF', 'OUTSIDE', 'ORDER', 'UNKNOWN', 'TOO_MANY', 'SHARED_STAY', 'TWICE', 'REFUSED');
export type PlanTakeOverFaultKind = keyof typeof PlanTakeOverFaultKind;
registerEnumType(PlanTakeOverFaultKind, {
  name: 'PlanTakeOverFaultKind', description: 'What stands in the way of taking a plan over.',
  valuesConfig: {
    BUSY: { description: 'Somebody would be in two places at once: it is not said by what they are engaged.' }, AWAY: { description: 'Somebody who goes to a meeting would not be there then.' }, DAY_OFF: { description: 'A meeting would be on a weekend or a public holiday, and no reason is given.' },
    OUTSIDE: { description: 'A leg would be outside the mission, or a meeting outside its leg or the hours of its host.' }, ORDER: { description: 'A meeting would not be before or after another as is said.' }, UNKNOWN: { description: 'Somebody is not there any more, or not for you.' },
    TOO_MANY: { description: 'There would be more people, journeys or costs than a mission may have.' }, SHARED_STAY: { description: 'Two legs in one city would share the same days there: a stay is of one leg.' }, TWICE: { description: 'Somebody would be in a leg twice, with a journey between.' },
    REFUSED: { description: 'A rule of the mission refuses it.' },
  },
});

/** What stands in the way, and where: by the keys of a leg, a meeting, somebody of `people`. */
export interface PlanTakeOverFault {
  readonly part: PlanTakeOverPart;
  readonly fault: PlanTakeOverFaultKind;
  readonly legKey: string | null;
  readonly meetingKey: string | null;
  readonly personKey: string | null;
}

export const takeOverFault = (part: PlanTakeOverPart, fault: PlanTakeOverFaultKind, where: Partial<Omit<PlanTakeOverFault, 'part' | 'fault'>> = {}): PlanTakeOverFault => ({ part, fault, legKey: null, meetingKey: null, personKey: null, ...where });
