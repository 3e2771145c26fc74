/** Registering oneself, as a mutation. */
import { GraphQLCountryCode, GraphQLUUID } from 'graphql-scalars';
import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../core/context.ts';
import { keyOfId } from '../core/reader/index.ts';
import { personOf } from '../members/index.ts';
import { countedRegistration } from './count-registrations.ts';
import { amRegistered, registerMyself } from './oneself.service.ts';
import { RegisterMyselfPayload } from './outcomes.type.ts';
import { ParticipationMode } from './registration.entity.ts';
import { AnswerInput, answersOf, asTold, turnstile } from './registrations.resolver.ts';

@InputType({ description: 'You, for a session. Your name and address are those of your account.' })
export class RegisterMyselfInput {
  @Field(() => ID, { description: 'The session, by its id.' })
  session!: string;

  @Field(() => ID, { nullable: true, description: 'The organisation for which you take part, by its id, as `takesPartAs` says; null for an authority, and for an expert.' })
  organisation!: string | null;

  @Field(() => GraphQLCountryCode, { description: 'The country whose embassy validates it, as `takesPartAs` says.' })
  country!: string;

  @Field(() => String, { nullable: true, description: 'Your profession, by its code; of an expert it is that of their sheet, whatever is sent.' })
  profession!: string | null;

  @Field(() => ParticipationMode, { nullable: true, description: 'How you take part; must be given for a session held in a place and online.' })
  mode!: ParticipationMode | null;

  @Field(() => [AnswerInput], { nullable: true, description: 'What you answer to the questions of the session.' })
  answers!: AnswerInput[] | null;

  @Field(() => Boolean, { nullable: true, description: 'That whoever has the number of your certificate sees your name.' })
  showsName!: boolean | null;

  @Field(() => GraphQLUUID, { description: 'Drawn anew for each submission: what is sent again with the same is as sent once.' })
  submission!: string;
}

@Resolver()
export class OneselfResolver {
  @Mutation(() => RegisterMyselfPayload, { description: 'Registers you for a session for which nobody has to nominate you. You are written to.' })
  async registerMyself(@Arg('input', () => RegisterMyselfInput, { description: 'For what, and as what.' }) input: RegisterMyselfInput, @Ctx() context: Context): Promise<RegisterMyselfPayload> {
    const who = { person: personOf(context.actor), origin: context.origin };
    const given = {
      session: keyOfId('TrainingSession', input.session, 'uuid'), organisation: input.organisation ? keyOfId('Organisation', input.organisation, 'text') : null, country: input.country,
      profession: input.profession ?? null, mode: input.mode ?? null, answers: answersOf(input.answers ?? []), showsName: input.showsName ?? false, submission: input.submission, locale: context.locale, signIn: context.actor.session,
    };
    const { people: [registered], ...told } = await countedRegistration(context, {
      people: 1, unknown: async (em) => ((await amRegistered(em, given)) ? 0 : 1), register: (mayAdd) => turnstile.pass(given.session, () => context.transact((em) => registerMyself(em, who, { ...given, mayAdd }))),
    });
    return { ...told, registered: registered ? asTold(registered) : null };
  }
}
