/** Signing in and out, as mutations. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { GraphQLEmailAddress } from 'graphql-scalars';
import { Arg, Ctx, Field, ID, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { Visibility } from '../core/consent/index.ts';
import type { Context } from '../core/context.ts';
import { keyOfId } from '../core/reader/index.ts';
import { LocaleScalar } from '../core/translation/index.ts';
import { LINK_LASTS } from './sign-in.ts';

@ObjectType({ description: 'What came of asking for a link to sign in with.' })
export class RequestSignInLinkPayload {
  @Field(() => Int, { description: 'For how many minutes a link can be used, if one was sent: only an address that somebody has here gets one.' })
  minutes!: number;
}

@ObjectType({ description: 'What came of confirming a link.' })
export class ConfirmSignInPayload {
  @Field(() => Boolean, { description: 'False when the link is unknown, used already or too old.' })
  isSignedIn!: boolean;

  @Field(() => Boolean, { description: 'Whether nothing can be done yet: a key has to be shown first, or set up.' })
  isSecondStepDue!: boolean;
}

@ObjectType({ description: 'What came of ending sessions.' })
export class EndSessionsPayload {
  @Field(() => Int, { description: 'How many were ended.' })
  ended!: number;
}

@ObjectType({ description: 'What came of signing out.' })
export class SignOutPayload {
  @Field(() => Int, { description: 'How many sessions were ended: none or one.' })
  ended!: number;

  @Field(() => String, { nullable: true, description: 'An address at the provider that recognised you, to be opened next: there you sign out of it too. Null where no provider did.' })
  goOn!: string | null;
}

@ObjectType({ description: 'The language that was chosen.' })
export class ChooseLocalePayload {
  @Field(() => LocaleScalar, { description: 'The language of mails and documents from now on.' })
  locale!: Locale;
}

@ObjectType({ description: 'Who may see the address from now on.' })
export class ChooseEmailVisibilityPayload {
  @Field(() => Visibility, { description: 'As it was chosen.' })
  visibility!: Visibility;
}

@ObjectType({ description: 'Who may see the person among the people of their organisation from now on.' })
export class ChooseContactVisibilityPayload {
  @Field(() => Visibility, { nullable: true, description: 'As it was chosen; null for nobody.' })
  visibility!: Visibility | null;
}

@Resolver()
export class AccountsResolver {
  @Mutation(() => RequestSignInLinkPayload, { description: 'Asks for a link to sign in with, by mail. The answer is the same whether or not the address is somebody’s.' })
  async requestSignInLink(
    @Arg('email', () => GraphQLEmailAddress, { description: 'Where to.' }) email: string,
    @Arg('proof', () => String, { nullable: true, description: 'The proof of a challenge (`proofChallenge`).' }) proof: string | null,
    @Ctx() { visit, locale, proofs }: Context,
  ): Promise<RequestSignInLinkPayload> {
    await proofs.demand(proof);
    await visit.requestLink(email, locale);
    return { minutes: LINK_LASTS };
  }

  @Mutation(() => ConfirmSignInPayload, { description: 'Signs in with the secret of a link, which can be used once.' })
  async confirmSignIn(@Arg('secret', () => String, { description: 'What stands in the link.' }) secret: string, @Ctx() { visit }: Context): Promise<ConfirmSignInPayload> {
    const outcome = await visit.confirmLink(secret);
    return { isSignedIn: outcome !== 'REFUSED', isSecondStepDue: outcome === 'SECOND_STEP_DUE' };
  }

  @Mutation(() => SignOutPayload, { description: 'Signs out of this browser.' })
  async signOut(@Ctx() { visit, actor, locale }: Context): Promise<SignOutPayload> {
    const goOn = await visit.signOut(locale);
    return { ended: actor.session ? 1 : 0, goOn };
  }

  @Mutation(() => EndSessionsPayload, { description: 'Signs out of another browser.' })
  async endSession(@Arg('id', () => ID, { description: 'The id of the session.' }) id: string, @Ctx() { visit }: Context): Promise<EndSessionsPayload> {
    return { ended: (await visit.endSession(keyOfId('SignInSession', id, 'uuid'))) ? 1 : 0 };
  }

  @Mutation(() => EndSessionsPayload, { description: 'Signs out of all browsers but this one.' })
  async endOtherSessions(@Ctx() { visit }: Context): Promise<EndSessionsPayload> {
    return { ended: await visit.endOtherSessions() };
  }

  @Mutation(() => ChooseLocalePayload, { description: 'Chooses the language of one’s mails and documents.' })
  async chooseLocale(@Arg('locale', () => LocaleScalar, { description: 'The language.' }) chosen: Locale, @Ctx() { visit }: Context): Promise<ChooseLocalePayload> {
    await visit.chooseLocale(chosen);
    return { locale: chosen };
  }

  @Mutation(() => ChooseEmailVisibilityPayload, { description: 'Chooses who may see one’s e-mail address.' })
  async chooseEmailVisibility(@Arg('visibility', () => Visibility, { description: 'Who.' }) visibility: Visibility, @Ctx() { visit }: Context): Promise<ChooseEmailVisibilityPayload> {
    await visit.chooseEmailVisibility(visibility);
    return { visibility };
  }

  @Mutation(() => ChooseContactVisibilityPayload, { description: 'Chooses who may see oneself, by name and role, among the people of one’s organisation; effective with the next request of anybody.' })
  async chooseContactVisibility(
    @Arg('visibility', () => Visibility, { nullable: true, description: 'Who; null for nobody, as it is for whoever never chose.' }) visibility: Visibility | null, @Ctx() { visit }: Context,
  ): Promise<ChooseContactVisibilityPayload> {
    await visit.chooseContactVisibility(visibility ?? null);
    return { visibility: visibility ?? null };
  }
}
