/** What came of what was done: told, not thrown. */
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { AnswerFaultKind } from './answers.service.ts';
import { PersonOutcome, RegisterOutcome } from './register.service.ts';
import { PassedOver, RegistrationState } from './registration.entity.ts';
import { RegistrationOutcome } from './registrations.service.ts';

const GONE = { description: 'There is none, or none for you.' };
const NOT_ALLOWED = { description: 'It is not yours to do.' };

registerEnumType(RegisterOutcome, {
  name: 'RegisterOutcome', description: 'What came of registering people, as a whole.',
  valuesConfig: { DONE: { description: 'See of each what came of it.' }, GONE, NOT_ALLOWED, CLOSED: { description: 'The session takes no registrations any more; nobody was registered.' },
    NOMINATED: { description: 'The session takes only people whom an organisation or an authority nominates: you were not registered.' },
    INVALID: { description: 'Something is wrong with the answers, which `faults` say; nobody was registered.' } },
});
registerEnumType(AnswerFaultKind, {
  name: 'AnswerFaultKind', description: 'What is wrong with an answer.',
  valuesConfig: {
    MISSING: { description: 'The question must be answered.' }, TOO_LONG: { description: 'It is longer than `maximum` signs.' }, UNREADABLE: { description: 'It has signs that are none of a text.' },
    UNKNOWN: { description: 'It is none of the answers that there are.' }, LEVEL_MISSING: { description: 'It does not say how well the language is spoken.' },
    CHANGED: { description: 'The question is not asked of them, or no longer like this: read the form again.' },
    FILE_GONE: { description: 'The file was not brought by you in this session for this question, was used already, or has waited for more than a day.' },
  },
});
registerEnumType(PersonOutcome, {
  name: 'PersonOutcome', description: 'What came of registering somebody.',
  valuesConfig: {
    AWAITING_VALIDATION: { description: 'It waits for the embassy; no place is taken.' }, CONFIRMED: { description: 'They have a place.' },
    WAITING: { description: 'They are on the waiting list.' }, OFFERED: { description: 'Sent again: a place is offered to them by now.' },
    WITHDRAWN: { description: 'Sent again: it has ended since.' }, REFUSED: { description: 'Sent again: it was refused since.' },
    ALREADY_REGISTERED: { description: 'They were registered before; nothing was changed.' }, REFUSED_BEFORE: { description: 'The embassy has refused them for this session before; nothing was changed.' },
  },
});
registerEnumType(RegistrationOutcome, {
  name: 'RegistrationOutcome', description: 'What came of changing a registration.',
  valuesConfig: { DONE: { description: 'It is so, or was so already.' }, GONE, NOT_ALLOWED, TOO_LATE: { description: 'It is no longer in a state for that, or the session has begun or was called off.' } },
});

@ObjectType({ description: 'What came of registering somebody.' })
export class RegisteredPerson {
  @Field(() => String, { description: 'Their address, as it is kept.' })
  email!: string;

  @Field(() => PersonOutcome, { description: 'What came of it.' })
  outcome!: PersonOutcome;

  @Field(() => Int, { nullable: true, description: 'The place on the waiting list, from 1; null for one that is not on it.' })
  position!: number | null;

  @Field(() => PassedOver, { nullable: true, description: 'Why they wait although a place is left; null when none is.' })
  passedOver!: PassedOver | null;
}

@ObjectType('AnswerFault', { description: 'What is wrong with an answer.' })
export class AnswerFaultType {
  @Field(() => Int, { description: 'Whose, by their place among those who were sent, from 0.' })
  person!: number;

  @Field(() => ID, { description: 'The `key` of the question; of one that is not there, what was sent.' })
  question!: string;

  @Field(() => AnswerFaultKind, { description: 'What is wrong with it.' })
  fault!: AnswerFaultKind;

  @Field(() => Int, { nullable: true, description: 'The most signs that it may have, where that is what is wrong.' })
  maximum!: number | null;
}

@ObjectType({ description: 'What came of registering people.' })
export class RegisterParticipantsPayload {
  @Field(() => RegisterOutcome, { description: 'What came of it as a whole.' })
  outcome!: RegisterOutcome;

  @Field(() => [RegisteredPerson], { description: 'What came of it for each, in the order in which they were sent; empty when nobody was registered.' })
  people!: readonly RegisteredPerson[];

  @Field(() => [AnswerFaultType], { description: 'What is wrong with the answers; empty unless it is INVALID.' })
  faults!: readonly AnswerFaultType[];
}

@ObjectType({ description: 'What came of registering yourself.' })
export class RegisterMyselfPayload {
  @Field(() => RegisterOutcome, { description: 'What came of it as a whole.' })
  outcome!: RegisterOutcome;

  @Field(() => RegisteredPerson, { nullable: true, description: 'How you stand; null when you were not registered.' })
  registered!: RegisteredPerson | null;

  @Field(() => [AnswerFaultType], { description: 'What is wrong with the answers; empty unless it is INVALID.' })
  faults!: readonly AnswerFaultType[];
}

@ObjectType({ description: 'What came of changing a registration.' })
export class RegistrationPayload {
  @Field(() => RegistrationOutcome, { description: 'What came of it.' })
  outcome!: RegistrationOutcome;

  @Field(() => RegistrationState, { nullable: true, description: 'The state that it is in now; null for one that is not there, or not for you.' })
  state!: RegistrationState | null;

  @Field(() => Int, { nullable: true, description: 'The place on the waiting list that they have by it.' })
  position!: number | null;
}
