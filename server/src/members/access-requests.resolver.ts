/** Asking for access and deciding about it, as mutations. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { GraphQLCountryCode, GraphQLEmailAddress } from 'graphql-scalars';
import { Arg, Ctx, Field, ID, InputType, Mutation, registerEnumType, Resolver } from 'type-graphql';
import type { Context } from '../core/context.ts';
import { keyOfId } from '../core/reader/index.ts';
import { LocaleScalar } from '../core/translation/index.ts';
import { AccessDecision } from './access-request.entity.ts';
import { confirmAccessRequest, type Decision, decideAccessRequest, REQUEST_DAYS, requestAccess } from './access-requests.service.ts';
import { ConfirmAccessRequestPayload, DecideAccessRequestPayload, RequestAccessPayload } from './outcomes.type.ts';
import { personOf } from './person-of.ts';
import { emailAddress, line, paragraphs, webAddress } from './typed-text.ts';

export const RequestedRole = { NGO_COORDINATOR: 'NGO_COORDINATOR', NGO_MEMBER: 'NGO_MEMBER' } as const;
export type RequestedRole = keyof typeof RequestedRole;
registerEnumType(RequestedRole, {
  name: 'RequestedRole', description: 'As what somebody asks to act.',
  valuesConfig: { NGO_COORDINATOR: { description: 'Who answers for the organisation.' }, NGO_MEMBER: { description: 'Who works for it; the first of an organisation answers for it.' } },
});

@InputType({ description: 'Who asks for access, and for which organisation.' })
export class RequestAccessInput {
  @Field(() => ID, { nullable: true, description: 'The organisation, by its id; null for one that is not in the directory.' })
  organisation!: string | null;

  @Field(() => String, { nullable: true, description: 'The name of one that is not in the directory: one line.' })
  organisationName!: string | null;

  @Field(() => String, { nullable: true, description: 'Its address on the web: http or https.' })
  organisationWebsite!: string | null;

  @Field(() => GraphQLCountryCode, { nullable: true, description: 'The country of one that is not in the directory.' })
  country!: string | null;

  @Field(() => String, { description: 'The name of who asks: one line.' })
  name!: string;

  @Field(() => GraphQLEmailAddress, { description: 'Where the link goes by which they show that the address is theirs.' })
  email!: string;

  @Field(() => RequestedRole, { description: 'As what.' })
  role!: RequestedRole;

  @Field(() => String, { description: 'What they add, in a few sentences; may be empty.' })
  message!: string;

  @Field(() => LocaleScalar, { description: 'The language of their mails.' })
  locale!: Locale;
}

@InputType({ description: 'Which of the organisations that have the name already (`alike`) is meant.' })
export class WhichOrganisationInput {
  @Field(() => ID, { nullable: true, description: 'The one that it is, by its id; null for none.' })
  joins!: string | null;

  @Field(() => [ID], { nullable: true, description: 'Those that it is not: all of them for another one, which is added.' })
  notThese!: string[] | null;
}

function organisationsOf(which: WhichOrganisationInput | null): Pick<Decision, 'joins' | 'notThese'> {
  const slugOf = (organisation: string): string => keyOfId('Organisation', organisation, 'text');
  return { joins: which?.joins ? slugOf(which.joins) : null, notThese: (which?.notThese ?? []).map(slugOf) };
}

@Resolver()
export class AccessRequestsResolver {
  @Mutation(() => RequestAccessPayload, { description: 'Asks for access, for a non-governmental organisation. A link goes to the address first. The answer is the same whether or not the address is somebody’s.' })
  async requestAccess(
    @Arg('input', () => RequestAccessInput, { description: 'Who asks.' }) input: RequestAccessInput,
    @Arg('proof', () => String, { nullable: true, description: 'The proof of a challenge of `proofChallenge`; must be given where one is asked for.' }) proof: string | null,
    @Ctx() { origin, proofs, transact, visit }: Context,
  ): Promise<RequestAccessPayload> {
    await proofs.demand(proof);
    const organisation = input.organisation ? keyOfId('Organisation', input.organisation, 'text') : null;
    const request = {
      organisation,
      organisationName: organisation === null && input.organisationName ? line('organisationName', input.organisationName) : null,
      organisationWebsite: input.organisationWebsite ? webAddress('organisationWebsite', input.organisationWebsite) : null, country: input.country ?? null,
      name: line('name', input.name), email: emailAddress('email', input.email), role: input.role, message: paragraphs('message', input.message), locale: input.locale,
    };
    await visit.countRequest(request.email);
    await transact((em) => requestAccess(em, origin, request));
    return { days: REQUEST_DAYS };
  }

  @Mutation(() => ConfirmAccessRequestPayload, { description: 'Shows that the address of a request is one’s own, with the secret of its link: those who decide are told.' })
  async confirmAccessRequest(@Arg('secret', () => String, { description: 'What stands in the link.' }) secret: string, @Ctx() { origin, transact, visit }: Context): Promise<ConfirmAccessRequestPayload> {
    await visit.countTry();
    return { isConfirmed: await transact((em) => confirmAccessRequest(em, origin, secret)) };
  }

  @Mutation(() => DecideAccessRequestPayload, { description: 'Decides about a request for access: lets somebody in only after having shown lately that it is you (STEP_UP_REQUIRED). Who asked is told by mail.' })
  async decideAccessRequest(
    @Arg('id', () => ID, { description: 'The id of the request.' }) id: string,
    @Arg('decision', () => AccessDecision, { description: 'What is decided.' }) decision: AccessDecision,
    @Arg('reason', () => String, { description: 'Why, as they are told; must be given for a refusal.' }) reason: string,
    @Arg('which', () => WhichOrganisationInput, { nullable: true, description: 'Which organisation it is, where some have its name already.' }) which: WhichOrganisationInput | null,
    @Ctx() { actor, origin, transact, visit }: Context,
  ): Promise<DecideAccessRequestPayload> {
    const person = personOf(actor);
    if (decision === 'APPROVED') visit.requireStepUp();
    const key = keyOfId('AccessRequest', id, 'uuid');
    const decided = { decision, reason: paragraphs('reason', reason), ...organisationsOf(which) };
    return { outcome: await transact((em) => decideAccessRequest(em, { person, origin }, key, decided)) };
  }
}
