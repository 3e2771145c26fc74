/** Registering people and what becomes of it, as mutations. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { bytesOf, MOST_SENT } from '@passerelle/shared/sentTogether.ts';
import { GraphQLCountryCode, GraphQLEmailAddress, GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars';
import { Arg, Ctx, Field, ID, InputType, Mutation, registerEnumType, Resolver } from 'type-graphql';
import type { Context } from '../core/context.ts';
import { UserError } from '../core/errors.ts';
import { keyOfId } from '../core/reader/index.ts';
import { LocaleScalar } from '../core/translation/index.ts';
import { line, paragraphs, personOf } from '../members/index.ts';
import { CefrLevel } from '../vocabulary/index.ts';
import { countUnregistered, type SentAnswer } from './answers.service.ts';
import { countedRegistration } from './count-registrations.ts';
import { RegisterParticipantsPayload, RegistrationPayload } from './outcomes.type.ts';
import { type Doing, type NewParticipant, type Registered, registerParticipants } from './register.service.ts';
import { PEOPLE_AT_ONCE } from './registration.policy.ts';
import { ParticipationMode } from './registration.entity.ts';
import { type Answer, answerOffer, answerOfferByLink, leaveByLink, refuseRegistration, validateRegistration, withdrawRegistration } from './registrations.service.ts';
import { Turnstile } from './turnstile.ts';

const MOST_ANSWERS = 40;

registerEnumType({ ACCEPT: 'ACCEPT', DECLINE: 'DECLINE' }, {
  name: 'OfferAnswer', description: 'What somebody answers to an offer.', valuesConfig: { ACCEPT: { description: 'They take the place.' }, DECLINE: { description: 'They do not.' } },
});

@InputType({ description: 'An answer to a question of the registration form. What its kind does not use is left out.' })
export class AnswerInput {
  @Field(() => ID, { description: 'The question as it was asked, by its id.' })
  question!: string;

  @Field(() => String, { nullable: true, description: 'Free text, in the language of the page.' })
  text!: string | null;

  @Field(() => [String], { nullable: true, description: 'Codes: of choices, of a country, of a language, of needs, or YES or NO.' })
  codes!: string[] | null;

  @Field(() => CefrLevel, { nullable: true, description: 'How well a language is spoken.' })
  level!: CefrLevel | null;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'A day.' })
  day!: string | null;

  @Field(() => ID, { nullable: true, description: 'A file that you have brought in this session, by its id: each once.' })
  file!: string | null;
}

@InputType({ description: 'Somebody to register.' })
export class ParticipantInput {
  @Field(() => String, { description: 'Their name: one line.' })
  name!: string;

  @Field(() => GraphQLEmailAddress, { description: 'Where mails to them go.' })
  email!: string;

  @Field(() => LocaleScalar, { description: 'The language of the mails to them.' })
  locale!: Locale;

  @Field(() => String, { nullable: true, description: 'Their profession, by its code; must be given for a session that asks for it.' })
  profession!: string | null;

  @Field(() => ParticipationMode, { nullable: true, description: 'How they take part; must be given for a session held in a place and online.' })
  mode!: ParticipationMode | null;

  @Field(() => [AnswerInput], { nullable: true, description: `What they answer to the questions of the session: ${MOST_ANSWERS} at most.` })
  answers!: AnswerInput[] | null;

  @Field(() => Boolean, { nullable: true, description: 'That whoever has the number of their certificate sees their name. Counts for who registers themselves, by the address and the name of their account: for all others they say it themselves.' })
  showsName!: boolean | null;
}

@InputType({ description: 'People to register for a session.' })
export class RegisterParticipantsInput {
  @Field(() => ID, { description: 'The session, by its id.' })
  session!: string;

  @Field(() => ID, { nullable: true, description: 'The organisation that they work for, by its id; null for an authority.' })
  organisation!: string | null;

  @Field(() => GraphQLCountryCode, { nullable: true, description: 'The country that they work in; must be given for an authority, and for an organisation that has none.' })
  country!: string | null;

  @Field(() => GraphQLUUID, { description: 'Drawn anew for each submission: what is sent again with the same is as sent once.' })
  submission!: string;

  @Field(() => Boolean, { description: 'That each of them knows and agrees that this is passed on. Nobody is registered without.' })
  hasConsent!: boolean;

  @Field(() => [ParticipantInput], { description: `Who: 1 to ${PEOPLE_AT_ONCE}, each address once. More than ${MOST_SENT} bytes of JSON together, of this input, are PAYLOAD_TOO_LARGE: send them in parts.` })
  people!: ParticipantInput[];
}

const idArgument = { description: 'The id of the registration.' };

/** As it is kept: composed and in small letters, as the database checks. */
export const addressOf = (typed: string): string => typed.normalize('NFC').toLowerCase();

export function answersOf(answers: readonly AnswerInput[]): SentAnswer[] {
  if (answers.length > MOST_ANSWERS || new Set(answers.map(({ question }) => question)).size < answers.length) throw new UserError('BAD_USER_INPUT', `${MOST_ANSWERS} answers at most, one for each question`, { field: 'answers', maximum: MOST_ANSWERS });
  return answers.map(({ question, text, codes, level, day, file }) => ({
    question: keyOfId('FormQuestion', question, 'uuid'), text: text ?? '', codes: codes ?? [], level: level ?? '', day: day ?? '', file: file ? keyOfId('AnswerFile', file, 'uuid') : '',
  }));
}

function peopleOf(people: readonly ParticipantInput[]): NewParticipant[] {
  const read = people.map((one) => ({
    ...one, name: line('name', one.name), email: addressOf(one.email), profession: one.profession ?? null, mode: one.mode ?? null, answers: answersOf(one.answers ?? []), showsName: one.showsName ?? false,
  }));
  const isRight = read.length > 0 && read.length <= PEOPLE_AT_ONCE && new Set(read.map(({ email }) => email)).size === read.length;
  if (!isRight) throw new UserError('BAD_USER_INPUT', `1 to ${PEOPLE_AT_ONCE} people, each address once`, { field: 'people', maximum: PEOPLE_AT_ONCE });
  return read;
}

/** What came of it for somebody, as it is told. */
export const asTold = ({ reason, ...one }: Registered): Omit<Registered, 'reason'> & { readonly passedOver: Registered['reason'] } => ({ ...one, passedOver: reason });

const keyOf = (id: string): string => keyOfId('Registration', id, 'uuid');
/** Whoever registers others and whoever registers themselves stand in the same queue. */
export const turnstile = new Turnstile();
const doing = ({ actor, origin }: Context): Doing => ({ person: personOf(actor), origin });

@Resolver()
export class RegistrationsResolver {
  @Mutation(() => RegisterParticipantsPayload, { description: 'Registers people of an organisation or authority for a session. They are written to.' })
  async registerParticipants(@Arg('input', () => RegisterParticipantsInput, { description: 'Whom, and for what.' }) input: RegisterParticipantsInput, @Ctx() context: Context): Promise<RegisterParticipantsPayload> {
    const who = doing(context);
    if (bytesOf(input) > MOST_SENT) throw new UserError('PAYLOAD_TOO_LARGE', `${MOST_SENT} bytes at most: send the people in parts`);
    if (!input.hasConsent) throw new UserError('BAD_USER_INPUT', 'Nobody is registered who has not agreed', { field: 'hasConsent' });
    const given = {
      session: keyOfId('TrainingSession', input.session, 'uuid'), organisation: input.organisation ? keyOfId('Organisation', input.organisation, 'text') : null,
      country: input.country ?? null, submission: input.submission, locale: context.locale, signIn: context.actor.session, people: peopleOf(input.people),
    };
    const { people, ...told } = await countedRegistration(context, {
      people: given.people.length, unknown: (em) => countUnregistered(em, given), register: (mayAdd) => turnstile.pass(given.session, () => context.transact((em) => registerParticipants(em, who, { ...given, mayAdd }))),
    });
    return { ...told, people: people.map(asTold) };
  }

  @Mutation(() => RegistrationPayload, { description: 'Validates a registration: it takes a place, or waits for one. Who takes part and who registered them are told by mail.' })
  validateRegistration(@Arg('id', () => ID, idArgument) id: string, @Ctx() context: Context): Promise<RegistrationPayload> {
    const who = doing(context);
    return context.transact((em) => validateRegistration(em, who, keyOf(id)));
  }

  @Mutation(() => RegistrationPayload, { description: 'Refuses a registration. Who takes part and who registered them are told why, by mail.' })
  refuseRegistration(
    @Arg('id', () => ID, idArgument) id: string, @Arg('reason', () => String, { description: 'Why, as they are told; must be given.' }) reason: string, @Ctx() context: Context,
  ): Promise<RegistrationPayload> {
    const who = doing(context);
    return context.transact((em) => refuseRegistration(em, who, keyOf(id), paragraphs('reason', reason)));
  }

  @Mutation(() => RegistrationPayload, { description: 'Withdraws a registration: its place goes to the next one who waits.' })
  withdrawRegistration(@Arg('id', () => ID, idArgument) id: string, @Ctx() context: Context): Promise<RegistrationPayload> {
    const who = doing(context);
    return context.transact((em) => withdrawRegistration(em, who, keyOf(id)));
  }

  @Mutation(() => RegistrationPayload, { description: 'Accepts the place that is offered, for somebody of one’s organisation.' })
  acceptOffer(@Arg('id', () => ID, idArgument) id: string, @Ctx() context: Context): Promise<RegistrationPayload> {
    return answer(context, id, 'ACCEPT');
  }

  @Mutation(() => RegistrationPayload, { description: 'Declines the place that is offered, for somebody of one’s organisation: it goes to the next one who waits.' })
  declineOffer(@Arg('id', () => ID, idArgument) id: string, @Ctx() context: Context): Promise<RegistrationPayload> {
    return answer(context, id, 'DECLINE');
  }

  @Mutation(() => RegistrationPayload, { description: 'Accepts the place that is offered, with the secret of the link of the mail.' })
  acceptOfferByLink(@Arg('secret', () => String, { description: 'What stands in the link.' }) secret: string, @Ctx() context: Context): Promise<RegistrationPayload> {
    return answerByLink(context, secret, 'ACCEPT');
  }

  @Mutation(() => RegistrationPayload, { description: 'Declines the place that is offered, with the secret of the link of the mail: it goes to the next one who waits.' })
  declineOfferByLink(@Arg('secret', () => String, { description: 'What stands in the link.' }) secret: string, @Ctx() context: Context): Promise<RegistrationPayload> {
    return answerByLink(context, secret, 'DECLINE');
  }

  @Mutation(() => RegistrationPayload, { description: 'Withdraws a registration with the secret of the link of the mail, by who takes part: the place goes to the next one who waits.' })
  async leaveByLink(@Arg('secret', () => String, { description: 'What stands in the link.' }) secret: string, @Ctx() { origin, transact, visit }: Context): Promise<RegistrationPayload> {
    await visit.countTry();
    return transact((em) => leaveByLink(em, origin, secret));
  }
}

function answer(context: Context, id: string, given: Answer): Promise<RegistrationPayload> {
  const who = doing(context);
  return context.transact((em) => answerOffer(em, who, keyOf(id), given));
}

async function answerByLink({ origin, transact, visit }: Context, secret: string, given: Answer): Promise<RegistrationPayload> {
  await visit.countTry();
  return transact((em) => answerOfferByLink(em, origin, secret, given));
}
