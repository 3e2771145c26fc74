/** The second step and the keys, as queries and mutations. */
import { GraphQLJSONObject } from 'graphql-scalars';
import { Arg, Ctx, Field, ID, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import type { Context } from '../core/context.ts';
import type { AuthenticatorSecret, CeremonyJson, KeyAdded } from '../core/key-ring.ts';
import { keyOfId } from '../core/reader/index.ts';

@ObjectType({ description: 'How things stand with your second factor.' })
export class SecondStep {
  @Field(() => Boolean, { description: 'Whether you can do nothing else before you show a key, or set one up.' })
  isDue!: boolean;

  @Field(() => Boolean, { description: 'Whether you have shown within the last ten minutes that it is you, which some mutations ask for (STEP_UP_REQUIRED).' })
  isFresh!: boolean;

  @Field(() => Boolean, { description: 'Whether what you act as asks for a key: you cannot remove the last one.' })
  isRequired!: boolean;

  @Field(() => Boolean, { description: 'Whether you can have keys: not where you are invented.' })
  isPossible!: boolean;

  @Field(() => Boolean, { description: 'Whether you have passkeys.' })
  hasPasskeys!: boolean;

  @Field(() => Boolean, { description: 'Whether you have an application that makes codes.' })
  hasAuthenticator!: boolean;

  @Field(() => Int, { description: 'How many recovery codes you have left.' })
  recoveryCodes!: number;
}

@ObjectType({ description: 'What the browser is to ask for or to make.' })
export class CeremonyPayload {
  @Field(() => GraphQLJSONObject, { description: 'The options of WebAuthn as JSON; they can be answered once, within five minutes.' })
  options!: CeremonyJson;
}

@ObjectType({ description: 'What came of showing a key.' })
export class KeyShownPayload {
  @Field(() => Boolean, { description: 'Whether it was accepted: you are signed in then, and have shown it just now.' })
  isShown!: boolean;
}

@ObjectType({ description: 'A secret for an application that makes codes.' })
export class AuthenticatorSecretPayload {
  @Field(() => String, { description: 'The secret in Base32, to be typed.' })
  secret!: string;

  @Field(() => String, { description: 'The same as an otpauth: address, to be drawn as a QR code.' })
  uri!: string;
}

@ObjectType({ description: 'What came of setting up a key.' })
export class KeyAddedPayload {
  @Field(() => Boolean, { description: 'False when the answer or the code was not right, or came too late.' })
  isAdded!: boolean;

  @Field(() => [String], { description: 'Ten codes for when every key is lost, each of which can be used once. They come with the first key only and cannot be had again.' })
  recoveryCodes!: readonly string[];
}

@ObjectType({ description: 'What came of renaming or removing a key.' })
export class KeyChangedPayload {
  @Field(() => Boolean, { description: 'False when there is no such key of yours, or when it is the last one and you must have one.' })
  isDone!: boolean;
}

@ObjectType({ description: 'New recovery codes.' })
export class RecoveryCodesPayload {
  @Field(() => [String], { description: 'Ten codes in the place of those before; none for somebody without a key.' })
  recoveryCodes!: readonly string[];
}

const RESPONSE = 'What the browser answered, as the JSON of WebAuthn.';

@Resolver()
export class KeysResolver {
  @Query(() => SecondStep, { nullable: true, description: 'How things stand with your second factor, also before the second step; null for a visitor.' })
  async secondStep(@Ctx() { visit, answer }: Context): Promise<SecondStep | null> {
    answer.isPrivate = true;
    return visit.keys.secondStep();
  }

  @Mutation(() => CeremonyPayload, { description: 'Asks for a passkey: one of your own, or any of this site while nobody is known.' })
  async askForPasskey(@Ctx() { visit }: Context): Promise<CeremonyPayload> {
    return { options: await visit.keys.askForPasskey() };
  }

  @Mutation(() => KeyShownPayload, { description: 'Shows a passkey: the second step after a link, and a whole sign-in without one.' })
  async showPasskey(@Arg('response', () => GraphQLJSONObject, { description: RESPONSE }) response: CeremonyJson, @Ctx() { visit }: Context): Promise<KeyShownPayload> {
    return { isShown: await visit.keys.showPasskey(response) };
  }

  @Mutation(() => KeyShownPayload, { description: 'Shows a code of the application. Each can be used once.' })
  async showCode(@Arg('code', () => String, { description: 'Six digits.' }) code: string, @Ctx() { visit }: Context): Promise<KeyShownPayload> {
    return { isShown: await visit.keys.showCode(code) };
  }

  @Mutation(() => KeyShownPayload, { description: 'Uses up a recovery code, where every key is lost.' })
  async showRecoveryCode(@Arg('code', () => String, { description: 'The code, however it is written.' }) code: string, @Ctx() { visit }: Context): Promise<KeyShownPayload> {
    return { isShown: await visit.keys.showRecoveryCode(code) };
  }

  @Mutation(() => CeremonyPayload, { description: 'Begins to set up a passkey.' })
  async beginPasskey(@Ctx() { visit }: Context): Promise<CeremonyPayload> {
    return { options: await visit.keys.beginPasskey() };
  }

  @Mutation(() => KeyAddedPayload, { description: 'Keeps the passkey that the browser has made.' })
  async addPasskey(
    @Arg('name', () => String, { description: 'What you call it: 1 to 60 characters.' }) name: string,
    @Arg('response', () => GraphQLJSONObject, { description: RESPONSE }) response: CeremonyJson,
    @Ctx() { visit }: Context,
  ): Promise<KeyAdded> {
    return visit.keys.addPasskey(name, response);
  }

  @Mutation(() => AuthenticatorSecretPayload, { description: 'Begins to set up an application that makes codes. The secret waits for ten minutes for its first code.' })
  async beginAuthenticator(@Ctx() { visit }: Context): Promise<AuthenticatorSecret> {
    return visit.keys.beginAuthenticator();
  }

  @Mutation(() => KeyAddedPayload, { description: 'Keeps the application whose code is right, in the place of the one before.' })
  async addAuthenticator(@Arg('code', () => String, { description: 'Six digits.' }) code: string, @Ctx() { visit }: Context): Promise<KeyAdded> {
    return visit.keys.addAuthenticator(code);
  }

  @Mutation(() => KeyChangedPayload, { description: 'Gives a passkey another name.' })
  async renamePasskey(
    @Arg('id', () => ID, { description: 'The id of the passkey.' }) id: string,
    @Arg('name', () => String, { description: 'What you call it: 1 to 60 characters.' }) name: string,
    @Ctx() { visit }: Context,
  ): Promise<KeyChangedPayload> {
    return { isDone: await visit.keys.renamePasskey(keyOfId('Passkey', id, 'uuid'), name) };
  }

  @Mutation(() => KeyChangedPayload, { description: 'Removes a passkey.' })
  async removePasskey(@Arg('id', () => ID, { description: 'The id of the passkey.' }) id: string, @Ctx() { visit }: Context): Promise<KeyChangedPayload> {
    return { isDone: await visit.keys.removePasskey(keyOfId('Passkey', id, 'uuid')) };
  }

  @Mutation(() => KeyChangedPayload, { description: 'Removes the application that makes codes.' })
  async removeAuthenticator(@Ctx() { visit }: Context): Promise<KeyChangedPayload> {
    return { isDone: await visit.keys.removeAuthenticator() };
  }

  @Mutation(() => RecoveryCodesPayload, { description: 'Makes ten new recovery codes; those before open nothing any more.' })
  async renewRecoveryCodes(@Ctx() { visit }: Context): Promise<RecoveryCodesPayload> {
    return { recoveryCodes: await visit.keys.renewRecoveryCodes() };
  }
}
