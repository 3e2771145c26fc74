/** What is sent of invitations to a session, and what came of it: told, not thrown. */
import { GraphQLCountryCode, GraphQLEmailAddress, GraphQLUUID } from 'graphql-scalars';
import type { Locale } from '@passerelle/shared/locales.ts';
import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { LocaleScalar } from '../core/translation/index.ts';
import { AnswerFaultType, AnswerInput, ParticipationMode, PersonFaultType, RegisteredPerson, Sector } from '../registrations/index.ts';
import { InvitationAnswerOutcome } from './answer.service.ts';
import { InvitedOutcome, InviteOutcome, SessionInvitationOutcome } from './invite.service.ts';
import { INVITED_AT_ONCE } from './session-invitation.policy.ts';
import { SessionInvitationState } from './session-invitation.entity.ts';

const GONE = { description: 'There is none, or none for you.' };
const NO_SECRET = { description: 'The secret is nobody’s, or no longer.' };
const CLOSED = { description: 'The session takes no registrations.' };

registerEnumType(InviteOutcome, {
  name: 'InviteToSessionOutcome', description: 'What came of inviting people to a session, as a whole.',
  valuesConfig: { DONE: { description: 'See of each what came of it.' }, GONE, NOT_ALLOWED: { description: 'It is not yours to do.' }, CLOSED: { description: 'The session takes no registrations: nobody was invited.' } },
});
registerEnumType(InvitedOutcome, {
  name: 'InvitedOutcome', description: 'What came of inviting somebody to a session.',
  valuesConfig: {
    SENT: { description: 'They are invited, by mail.' }, ALREADY_INVITED: { description: 'They were invited before, and have not answered: nothing was changed, and nothing sent.' },
    ALREADY_REGISTERED: { description: 'They are registered already, by whomever.' }, REFUSED_BEFORE: { description: 'The embassy has refused them for this session.' }, YOURSELF: { description: 'It is your own address: nobody invites themselves.' },
    CLOSED: { description: 'They were not invited, since the session takes no registrations any more; others of the same key were, before that.' },
    ANSWERED: { description: 'They were invited under this key before, and have answered since: nothing was sent.' }, TAKEN_BACK: { description: 'They were invited under this key before, and it was taken back since: nothing was sent.' },
    OVER: { description: 'They were invited under this key before, and the session takes no registrations any more: nothing was sent.' },
  },
});
registerEnumType(SessionInvitationOutcome, {
  name: 'SessionInvitationOutcome', description: 'What came of changing an invitation to a session.',
  valuesConfig: { DONE: { description: 'It is so, or was so already.' }, GONE, TOO_LATE: { description: 'It was answered or taken back, or the session takes no registrations.' } },
});
registerEnumType(InvitationAnswerOutcome, {
  name: 'InvitationAnswerOutcome', description: 'What came of answering an invitation to a session.',
  valuesConfig: {
    DONE: { description: 'It is answered.' }, GONE: NO_SECRET, USED: { description: 'It was accepted before: it registers once.' }, DECLINED: { description: 'It was declined before.' },
    REVOKED: { description: 'It was taken back.' }, CLOSED, INVALID: { description: 'Something is wrong with the answers, which `faults` say, or with what is said of them, which `personFaults` say; nobody was registered.' },
  },
});

@InputType({ description: 'Somebody to invite to a session.' })
export class InvitedInput {
  @Field(() => String, { description: 'Their name: one line.' })
  name!: string;

  @Field(() => GraphQLEmailAddress, { description: 'Where the link goes: it is theirs, and nobody else is registered by it.' })
  email!: string;

  @Field(() => LocaleScalar, { description: 'The language of the mails to them.' })
  locale!: Locale;

  @Field(() => ID, { nullable: true, description: 'The organisation for which they would take part, by its id; null for an authority, and for themselves.' })
  organisation!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether they would take part for an authority, where there is no organisation.' })
  isAuthority!: boolean | null;

  @Field(() => GraphQLCountryCode, { nullable: true, description: 'The country that they work in, whose embassy validates it; must be given where the organisation has none.' })
  country!: string | null;
}

@InputType({ description: 'People to invite to a session.' })
export class InviteToSessionInput {
  @Field(() => ID, { description: 'The session, by its id.' })
  session!: string;

  @Field(() => GraphQLUUID, { description: 'Drawn anew for each submission: what is sent again with the same sends nothing, and is told how it stands now.' })
  submission!: string;

  @Field(() => [InvitedInput], { description: `Who: 1 to ${INVITED_AT_ONCE}, each address once.` })
  people!: InvitedInput[];
}

@InputType({ description: 'What whoever is invited to a session says of themselves. Name, address and for whom they take part are those of the invitation.' })
export class AcceptSessionInvitationInput {
  @Field(() => String, { description: 'What stands in the link.' })
  secret!: string;

  @Field(() => GraphQLUUID, { description: 'Drawn anew for each submission: what is sent again with the same is as sent once.' })
  submission!: string;

  @Field(() => String, { nullable: true, description: 'Their profession, by its code; must be given for a session that asks for it.' })
  profession!: string | null;

  @Field(() => ParticipationMode, { nullable: true, description: 'How they take part; must be given for a session held in a place and online.' })
  mode!: ParticipationMode | null;

  @Field(() => [AnswerInput], { nullable: true, description: 'What they answer to the questions of the session, with the files that they have brought by the link.' })
  answers!: AnswerInput[] | null;

  @Field(() => Boolean, { description: 'That they agree that this is passed on. Nobody is registered without.' })
  hasConsent!: boolean;

  @Field(() => Boolean, { nullable: true, description: 'That whoever has the number of their certificate sees their name.' })
  showsName!: boolean | null;
}

@ObjectType({ description: 'What came of inviting somebody.' })
export class InvitedPerson {
  @Field(() => String, { description: 'Their address, as it is kept.' })
  email!: string;

  @Field(() => InvitedOutcome, { description: 'What came of it.' })
  outcome!: InvitedOutcome;
}

@ObjectType({ description: 'What came of inviting people to a session.' })
export class InviteToSessionPayload {
  @Field(() => InviteOutcome, { description: 'What came of it as a whole.' })
  outcome!: InviteOutcome;

  @Field(() => [InvitedPerson], { description: 'What came of it for each, in the order in which they were sent; empty when nobody was invited.' })
  people!: readonly InvitedPerson[];
}

@ObjectType({ description: 'What came of changing an invitation to a session.' })
export class SessionInvitationPayload {
  @Field(() => SessionInvitationOutcome, { description: 'What came of it.' })
  outcome!: SessionInvitationOutcome;
}

@ObjectType({ description: 'What the link of an invitation to a session leads to.' })
export class ReadSessionInvitationPayload {
  @Field(() => SessionInvitationState, { nullable: true, description: 'What has become of it; null for a secret that is nobody’s, or no longer.' })
  state!: SessionInvitationState | null;

  @Field(() => String, { nullable: true, description: 'Who is invited, and nobody else; null unless it can be answered.' })
  name!: string | null;

  @Field(() => Sector, { nullable: true, description: 'For whom they would take part; null unless it can be answered.' })
  sector!: Sector | null;

  /** The keys of the session, the organisation and the country. */
  keys!: { readonly session: string | null; readonly organisation: string | null; readonly country: string | null };
}

@ObjectType({ description: 'What came of accepting an invitation to a session.' })
export class AcceptSessionInvitationPayload {
  @Field(() => InvitationAnswerOutcome, { description: 'What came of it.' })
  outcome!: InvitationAnswerOutcome;

  @Field(() => RegisteredPerson, { nullable: true, description: 'How they stand; null when they were not registered.' })
  registered!: RegisteredPerson | null;

  @Field(() => [AnswerFaultType], { description: 'What is wrong with the answers; empty unless it is INVALID.' })
  faults!: readonly AnswerFaultType[];

  @Field(() => [PersonFaultType], { description: 'What is wrong with what is said of them; empty unless it is INVALID.' })
  personFaults!: readonly PersonFaultType[];
}

@ObjectType({ description: 'What came of declining an invitation to a session.' })
export class DeclineSessionInvitationPayload {
  @Field(() => InvitationAnswerOutcome, { description: 'What came of it.' })
  outcome!: InvitationAnswerOutcome;
}
