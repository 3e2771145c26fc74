/** Inviting people to a session, and answering by the link of the mail, as mutations. */
import type { GraphQLResolveInfo } from 'graphql';
import { GraphQLUUID } from 'graphql-scalars';
import { Arg, Ctx, FieldResolver, ID, Info, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../core/context.ts';
import { UserError } from '../core/errors.ts';
import { keyOfId } from '../core/reader/index.ts';
import { Country, CountryReader } from '../countries/index.ts';
import { line, personOf } from '../members/index.ts';
import { Organisation, OrganisationReader } from '../organisations/index.ts';
import { addressOf, answersOf, asTold, type Doing, turnstile } from '../registrations/index.ts';
import { TrainingSession, TrainingSessionReader } from '../trainings/index.ts';
import { acceptInvitation, declineInvitation, readInvitation } from './answer.service.ts';
import { inviteToSession, type NewInvited, resendSessionInvitation, revokeSessionInvitation } from './invite.service.ts';
import {
  AcceptSessionInvitationInput, AcceptSessionInvitationPayload, DeclineSessionInvitationPayload, type InvitedInput, InviteToSessionInput, InviteToSessionPayload, ReadSessionInvitationPayload, SessionInvitationPayload,
} from './invitations.types.ts';
import { INVITED_AT_ONCE } from './session-invitation.policy.ts';

const idArgument = { description: 'The id of the invitation.' };
const secretArgument = { description: 'What stands in the link.' };

const keyOf = (id: string): string => keyOfId('SessionInvitation', id, 'uuid');
const doing = ({ actor, origin }: Context): Doing => ({ person: personOf(actor), origin });

function peopleOf(people: readonly InvitedInput[]): NewInvited[] {
  const read = people.map(({ name, email, locale, organisation, isAuthority, country }) => ({
    name: line('name', name), email: addressOf(email), locale, organisation: organisation ? keyOfId('Organisation', organisation, 'text') : null, isAuthority: isAuthority ?? false, country: country ?? null,
  }));
  const isRight = read.length > 0 && read.length <= INVITED_AT_ONCE && new Set(read.map(({ email }) => email)).size === read.length;
  if (!isRight) throw new UserError('BAD_USER_INPUT', `1 to ${INVITED_AT_ONCE} people, each address once`, { field: 'people', maximum: INVITED_AT_ONCE });
  return read;
}

@Resolver(() => ReadSessionInvitationPayload)
export class SessionInvitationsResolver {
  @FieldResolver(() => TrainingSession, { nullable: true, description: 'The session; null for a secret that is nobody’s.' })
  session(@Root() { keys }: ReadSessionInvitationPayload, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<object | null> | null {
    return keys.session === null ? null : context.read(TrainingSessionReader, keys.session, info);
  }

  @FieldResolver(() => Organisation, { nullable: true, description: 'The organisation for which they would take part; null where there is none, or none for everybody.' })
  organisation(@Root() { keys }: ReadSessionInvitationPayload, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<object | null> | null {
    return keys.organisation === null ? null : context.read(OrganisationReader, keys.organisation, info);
  }

  @FieldResolver(() => Country, { nullable: true, description: 'The country whose embassy validates it; null unless it can be answered.' })
  country(@Root() { keys }: ReadSessionInvitationPayload, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<object | null> | null {
    return keys.country === null ? null : context.read(CountryReader, keys.country, info);
  }

  @Mutation(() => InviteToSessionPayload, { description: 'Invites people to a session that takes registrations, each by a mail with a link of their own. No place is kept for them.' })
  async inviteToSession(@Arg('input', () => InviteToSessionInput, { description: 'Whom, and to what.' }) input: InviteToSessionInput, @Ctx() context: Context): Promise<InviteToSessionPayload> {
    const who = doing(context);
    const count = (people: number): Promise<void> => context.visit.countSessionInvitations(people);
    const given = { session: keyOfId('TrainingSession', input.session, 'uuid'), submission: input.submission.toLowerCase(), people: peopleOf(input.people), count };
    return context.transact((em) => inviteToSession(em, who, given));
  }

  @Mutation(() => SessionInvitationPayload, { description: 'Takes an invitation to a session back: its link is void at once. Who is registered by it stays so.' })
  async revokeSessionInvitation(@Arg('id', () => ID, idArgument) id: string, @Ctx() context: Context): Promise<SessionInvitationPayload> {
    const who = doing(context);
    return { outcome: await context.transact((em) => revokeSessionInvitation(em, who, keyOf(id))) };
  }

  @Mutation(() => SessionInvitationPayload, { description: 'Sends an invitation to a session again, with a new link; the former link is void.' })
  async resendSessionInvitation(@Arg('id', () => ID, idArgument) id: string, @Arg('submission', () => GraphQLUUID, { description: 'Drawn anew for each submission: what is sent again with the same is as sent once.' }) submission: string, @Ctx() context: Context): Promise<SessionInvitationPayload> {
    const who = doing(context);
    const given = { id: keyOf(id), submission: submission.toLowerCase(), count: () => context.visit.countSessionInvitations(1) };
    return { outcome: await context.transact((em) => resendSessionInvitation(em, who, given)) };
  }

  @Mutation(() => ReadSessionInvitationPayload, { description: 'What the link of an invitation to a session leads to; nothing is done by it. A mutation, so that the secret stands in no address.' })
  async readSessionInvitation(@Arg('secret', () => String, secretArgument) secret: string, @Ctx() { transact, visit }: Context): Promise<ReadSessionInvitationPayload> {
    await visit.countTry();
    const found = await transact((em) => readInvitation(em, secret));
    if (!found) return { state: null, name: null, sector: null, keys: { session: null, organisation: null, country: null } };
    const { state, session, name, sector, organisation, country } = found;
    // Whoever a used link was forwarded to is told what became of it, and of nobody.
    if (state !== 'SENT') return { state, name: null, sector: null, keys: { session, organisation: null, country: null } };
    return { state, name, sector, keys: { session, organisation, country } };
  }

  @Mutation(() => AcceptSessionInvitationPayload, { description: 'Accepts an invitation to a session with the secret of its link, once: who is invited is registered, and nobody else. They are written to.' })
  async acceptSessionInvitation(@Arg('input', () => AcceptSessionInvitationInput, { description: 'What they say of themselves.' }) input: AcceptSessionInvitationInput, @Ctx() { locale, origin, transact, visit }: Context): Promise<AcceptSessionInvitationPayload> {
    if (!input.hasConsent) throw new UserError('BAD_USER_INPUT', 'Nobody is registered who has not agreed', { field: 'hasConsent' });
    const { secret, submission } = input;
    const given = { secret, submission, locale, profession: input.profession ?? null, mode: input.mode ?? null, answers: answersOf(input.answers ?? []), showsName: input.showsName ?? false };
    const until = await visit.countTry();
    const found = await transact((em) => readInvitation(em, secret));
    if (!found) return { outcome: 'GONE', registered: null, faults: [], personFaults: [] };
    const { people: [registered], ...told } = await turnstile.pass(found.session, () => transact((em) => acceptInvitation(em, origin, given)));
    if (told.again > 0) await visit.forgiveTry(until);
    return { ...told, registered: registered ? asTold(registered) : null };
  }

  @Mutation(() => DeclineSessionInvitationPayload, { description: 'Declines an invitation to a session with the secret of its link.' })
  async declineSessionInvitation(@Arg('secret', () => String, secretArgument) secret: string, @Ctx() { transact, visit }: Context): Promise<DeclineSessionInvitationPayload> {
    await visit.countTry();
    return { outcome: await transact((em) => declineInvitation(em, secret)) };
  }
}
