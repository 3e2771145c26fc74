/** What came of what was done: told, not thrown. */
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DecisionOutcome } from './access-requests.service.ts';
import { AcceptanceOutcome, InvitationOutcome, InviteOutcome } from './invitations.service.ts';
import { MemberOutcome } from './members.service.ts';
import { PublishingOutcome } from './publishing.service.ts';

const GONE = { description: 'There is none, or none for you.' };

registerEnumType(InviteOutcome, {
  name: 'InviteOutcome', description: 'What came of inviting somebody. Whether the address has an account makes no difference.',
  valuesConfig: { SENT: { description: 'A link is on its way.' }, NOT_ALLOWED: { description: 'It is not yours to invite to this role at this place.' },
    WITHDRAWN: { description: 'It was sent under this key before, and withdrawn since, or another has taken its place: nothing was sent.' }, EXPIRED: { description: 'It was sent under this key before, and is too old by now: nothing was sent.' },
  },
});
registerEnumType(InvitationOutcome, {
  name: 'InvitationOutcome', description: 'What came of changing an invitation.',
  valuesConfig: {
    DONE: { description: 'It is so, or was so already.' }, GONE, TOO_LATE: { description: 'It was accepted or withdrawn in the meantime.' },
    NOT_ALLOWED: { description: 'It is not yours to invite to this role at this place.' },
  },
});
registerEnumType(AcceptanceOutcome, {
  name: 'AcceptanceOutcome', description: 'What came of accepting an invitation.',
  valuesConfig: {
    ACCEPTED: { description: 'They have the role.' }, UNKNOWN: { description: 'There is no such invitation.' }, USED: { description: 'It was accepted before.' },
    WITHDRAWN: { description: 'It was withdrawn, or who sent it may no longer invite.' }, EXPIRED: { description: 'It is too old.' },
    OTHER_PERSON: { description: 'It is for another address than that of who is signed in: nothing was changed.' },
  },
});
registerEnumType(DecisionOutcome, {
  name: 'DecisionOutcome', description: 'What came of deciding about a request for access.',
  valuesConfig: { DECIDED: { description: 'It is decided so.' }, TOO_LATE: { description: 'It was decided before, by somebody else or otherwise.' },
    LIKE_ANOTHER: { description: 'Nothing is decided: who decides has still to say which organisation of `alike` it is, or that it is none of them.' }, GONE,
  },
});
registerEnumType(MemberOutcome, {
  name: 'MemberOutcome', description: 'What came of changing a role that somebody has.',
  valuesConfig: {
    DONE: { description: 'It is so, or was so already.' }, GONE, NOT_ALLOWED: { description: 'It is not yours to do.' },
    LAST: { description: 'Nobody would be left who coordinates the organisation, or advises.' },
  },
});

registerEnumType(PublishingOutcome, {
  name: 'PublishingOutcome', description: 'What came of deciding about an organisation.',
  valuesConfig: { DONE: { description: 'It is so, or was so already.' }, GONE },
});

@ObjectType({ description: 'What came of inviting somebody.' })
export class InviteMemberPayload {
  @Field(() => InviteOutcome, { description: 'What came of it.' })
  outcome!: InviteOutcome;

  @Field(() => Int, { description: 'For how many days the link can be used, if one was sent.' })
  days!: number;
}

@ObjectType({ description: 'What came of changing an invitation.' })
export class InvitationPayload {
  @Field(() => InvitationOutcome, { description: 'What came of it.' })
  outcome!: InvitationOutcome;
}

@ObjectType({ description: 'What came of accepting an invitation.' })
export class AcceptInvitationPayload {
  @Field(() => AcceptanceOutcome, { description: 'What came of it.' })
  outcome!: AcceptanceOutcome;

  @Field(() => Boolean, { description: 'Whether they are signed in now.' })
  isSignedIn!: boolean;

  @Field(() => Boolean, { description: 'Whether nothing can be done before the second step: they have a key to show.' })
  isSecondStepDue!: boolean;
}

@ObjectType({ description: 'What came of asking for access: the same whoever asks.' })
export class RequestAccessPayload {
  @Field(() => Int, { description: 'For how many days the link can be used that shows that the address is theirs.' })
  days!: number;
}

@ObjectType({ description: 'What came of showing that an address is one’s own.' })
export class ConfirmAccessRequestPayload {
  @Field(() => Boolean, { description: 'False when the link is unknown or too old.' })
  isConfirmed!: boolean;
}

@ObjectType({ description: 'What came of deciding about a request for access.' })
export class DecideAccessRequestPayload {
  @Field(() => DecisionOutcome, { description: 'What came of it.' })
  outcome!: DecisionOutcome;
}

@ObjectType({ description: 'What came of changing a role that somebody has.' })
export class MemberPayload {
  @Field(() => MemberOutcome, { description: 'What came of it.' })
  outcome!: MemberOutcome;
}

@ObjectType({ description: 'What came of deciding about an organisation.' })
export class PublishingPayload {
  @Field(() => PublishingOutcome, { description: 'What came of it.' })
  outcome!: PublishingOutcome;
}
