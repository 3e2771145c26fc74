/** What came of what was done: told, not thrown. */
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { PersonOutcome, RegisterOutcome } from './register.service.ts';
import { PassedOver, RegistrationState } from './registration.entity.ts';
import { RegistrationOutcome } from './registrations.service.ts';

const GONE = { description: 'There is none, or none for you.' };
const NOT_ALLOWED = { description: 'It is not yours to do.' };

registerEnumType(RegisterOutcome, {
  name: 'RegisterOutcome', description: 'What came of registering people, as a whole.',
  valuesConfig: { DONE: { description: 'See of each what came of it.' }, GONE, NOT_ALLOWED, CLOSED: { description: 'The session takes no registrations any more; nobody was registered.' } },
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

@ObjectType({ description: 'What came of registering people.' })
export class RegisterParticipantsPayload {
  @Field(() => RegisterOutcome, { description: 'What came of it as a whole.' })
  outcome!: RegisterOutcome;

  @Field(() => [RegisteredPerson], { description: 'What came of it for each, in the order in which they were sent; empty when nobody was registered.' })
  people!: readonly RegisteredPerson[];
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
