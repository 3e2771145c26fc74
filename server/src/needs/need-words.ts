/** The words for what a need is, how urgent it is and where it stands. */
import { registerEnumType } from 'type-graphql';
import { names } from '../core/names.ts';

export const NeedPillar = names('PREVENTION', 'PROSECUTION', 'PROTECTION', 'PARTNERSHIP');
export type NeedPillar = keyof typeof NeedPillar;
registerEnumType(NeedPillar, {
  name: 'NeedPillar', description: 'The part of the fight against trafficking that a need belongs to.',
  valuesConfig: { PREVENTION: { description: 'Preventing it.' }, PROSECUTION: { description: 'Prosecuting it.' }, PROTECTION: { description: 'Protecting its victims.' }, PARTNERSHIP: { description: 'Working together.' } },
});

export const NeedUrgency = names('LOW', 'MEDIUM', 'HIGH', 'CRITICAL');
export type NeedUrgency = keyof typeof NeedUrgency;
registerEnumType(NeedUrgency, {
  name: 'NeedUrgency', description: 'How urgent a need is: as the most pressing of its criteria.',
  valuesConfig: { LOW: { description: 'Nothing makes it urgent.' }, MEDIUM: { description: 'To be dealt with.' }, HIGH: { description: 'To be dealt with first.' }, CRITICAL: { description: 'To be dealt with at once.' } },
});

export const NeedCriterion = names('LIVES', 'CHILDREN', 'NO_ANSWER', 'RISING', 'DEADLINE', 'RECOMMENDED', 'REGIONAL');
export type NeedCriterion = keyof typeof NeedCriterion;
registerEnumType(NeedCriterion, {
  name: 'NeedCriterion', description: 'What makes a need urgent.',
  valuesConfig: {
    LIVES: { description: 'Lives or health are in danger: CRITICAL.' }, CHILDREN: { description: 'Children are concerned: HIGH.' }, NO_ANSWER: { description: 'Nothing in the country answers it: HIGH.' },
    RISING: { description: 'What it is about is rising: HIGH.' }, DEADLINE: { description: 'A date is near, of a law, an evaluation or a project: MEDIUM.' }, RECOMMENDED: { description: 'An evaluation asks for it: MEDIUM.' },
    REGIONAL: { description: 'Other countries have it too: MEDIUM.' },
  },
});

export const NeedStatus = names('SUBMITTED', 'UNDER_REVIEW', 'TAKEN_UP', 'ADDRESSED', 'DECLINED', 'WITHDRAWN');
export type NeedStatus = keyof typeof NeedStatus;
registerEnumType(NeedStatus, {
  name: 'NeedStatus', description: 'Where a need stands.',
  valuesConfig: {
    SUBMITTED: { description: 'It was entered; its post may still change it.' }, UNDER_REVIEW: { description: 'The adviser looks into it.' }, TAKEN_UP: { description: 'Something is being done about it.' },
    ADDRESSED: { description: 'It is answered.' }, DECLINED: { description: 'Nothing is done about it, for a reason that is said.' }, WITHDRAWN: { description: 'Its post has withdrawn it.' },
  },
});
