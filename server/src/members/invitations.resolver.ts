/** Inviting, as mutations. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { GraphQLCountryCode, GraphQLEmailAddress, GraphQLUUID } from 'graphql-scalars';
import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import { isPrivileged, MemberRole } from '../accounts/index.ts';
import type { Context } from '../core/context.ts';
import { keyOfId } from '../core/reader/index.ts';
import { LocaleScalar } from '../core/translation/index.ts';
import { acceptInvitation, INVITATION_DAYS, inviteMember, resendInvitation, withdrawInvitation } from './invitations.service.ts';
import { AcceptInvitationPayload, InvitationPayload, InviteMemberPayload } from './outcomes.type.ts';
import { emailAddress, line } from './typed-text.ts';
import { personOf } from './person-of.ts';

@InputType({ description: 'Somebody to invite.' })
export class InviteMemberInput {
  @Field(() => GraphQLEmailAddress, { description: 'Where the link goes.' })
  email!: string;

  @Field(() => String, { description: 'Their name: one line.' })
  name!: string;

  @Field(() => MemberRole, { description: 'As what.' })
  role!: MemberRole;

  @Field(() => GraphQLCountryCode, { nullable: true, description: 'For which country, where the role is for one.' })
  country!: string | null;

  @Field(() => ID, { nullable: true, description: 'For which organisation, by its id, where the role is for one.' })
  organisation!: string | null;

  @Field(() => LocaleScalar, { description: 'The language of the mail.' })
  locale!: Locale;

  @Field(() => GraphQLUUID, { description: 'Drawn anew for each submission: what is sent again with the same sends nothing, and is told how it stands now.' })
  submission!: string;
}

const idArgument = { description: 'The id of the invitation.' };
const submissionArgument = { description: 'Drawn anew for each submission: what is sent again with the same is as sent once.' };

@Resolver()
export class InvitationsResolver {
  @Mutation(() => InviteMemberPayload, { description: 'Invites somebody by mail; to act as the adviser’s team, a translator or an embassy only after having shown lately that it is you. The answer is the same whether or not the address is somebody’s.' })
  async inviteMember(@Arg('input', () => InviteMemberInput, { description: 'Whom, and as what.' }) input: InviteMemberInput, @Ctx() { actor, origin, transact, visit }: Context): Promise<InviteMemberPayload> {
    const person = personOf(actor);
    if (isPrivileged([input.role])) visit.requireStepUp();
    const [name, email] = [line('name', input.name), emailAddress('email', input.email)];
    const organisation = input.organisation ? keyOfId('Organisation', input.organisation, 'text') : null;
    const invited = { email, name, role: input.role, country: input.country ?? null, organisation, locale: input.locale, submission: input.submission.toLowerCase(), count: () => visit.countInvitation() };
    return { outcome: await transact((em) => inviteMember(em, { person, origin }, invited)), days: INVITATION_DAYS };
  }

  @Mutation(() => InvitationPayload, { description: 'Withdraws an invitation: its link is void at once.' })
  async withdrawInvitation(@Arg('id', () => ID, idArgument) id: string, @Ctx() { actor, transact }: Context): Promise<InvitationPayload> {
    const person = personOf(actor);
    return { outcome: await transact((em) => withdrawInvitation(em, person, keyOfId('Invitation', id, 'uuid'))) };
  }

  @Mutation(() => InvitationPayload, { description: 'Sends an invitation again, with a new link; the former link is void.' })
  async resendInvitation(@Arg('id', () => ID, idArgument) id: string, @Arg('submission', () => GraphQLUUID, submissionArgument) submission: string, @Ctx() { actor, origin, transact, visit }: Context): Promise<InvitationPayload> {
    const person = personOf(actor);
    const given = { id: keyOfId('Invitation', id, 'uuid'), submission: submission.toLowerCase(), count: () => visit.countInvitation() };
    return { outcome: await transact((em) => resendInvitation(em, { person, origin }, given)) };
  }

  @Mutation(() => AcceptInvitationPayload, { description: 'Accepts an invitation with the secret of its link, which can be used once. Who has no account yet gets one and is signed in; to an account that is there its person signs in by themselves.' })
  async acceptInvitation(@Arg('secret', () => String, { description: 'What stands in the link.' }) secret: string, @Ctx() { actor, transact, visit }: Context): Promise<AcceptInvitationPayload> {
    await visit.countTry();
    const { outcome, email } = await transact((em) => acceptInvitation(em, secret, actor.person));
    if (email === undefined || actor.person !== null) return { outcome, isSignedIn: actor.person !== null, isSecondStepDue: false };
    const signedIn = await visit.signInAs(email);
    return { outcome, isSignedIn: signedIn !== 'REFUSED', isSecondStepDue: signedIn === 'SECOND_STEP_DUE' };
  }
}
