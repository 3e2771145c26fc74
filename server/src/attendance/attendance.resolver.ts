/** Saying who was there, issuing and revoking certificates, as mutations. */
import { GraphQLDateTimeISO, GraphQLLocalDate } from 'graphql-scalars';
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, registerEnumType, Resolver } from 'type-graphql';
import type { Context } from '../core/context.ts';
import { UserError } from '../core/errors.ts';
import { keyOfId } from '../core/reader/index.ts';
import { paragraphs, personOf } from '../members/index.ts';
import { PresenceState } from './attendance.entity.ts';
import { PRESENCES_AT_ONCE } from './attendance.policy.ts';
import { CertificateOutcome, issueCertificates, revokeCertificate, RevokeOutcome } from './certificates.service.ts';
import { changeRequiredShare, PresenceOutcome, recordPresence, ShareOutcome } from './presence.service.ts';

const DONE = { description: 'It is so, or was so already.' };
const GONE = { description: 'There is none, or none for you.' };
const NOT_ALLOWED = { description: 'It is not yours to do.' };
const TOO_LATE = { description: 'The session is put away or was called off.' };

registerEnumType(PresenceOutcome, {
  name: 'PresenceOutcome', description: 'What came of saying whether somebody was there.',
  valuesConfig: {
    DONE, GONE, NOT_ALLOWED, TOO_LATE, SUPERSEDED: { description: 'Somebody has decided later: that stands, see `state`.' }, TOO_EARLY: { description: 'That day has not come.' },
    CERTIFIED: { description: 'A certificate says that they were there: it has to be revoked first.' },
  },
});
registerEnumType(ShareOutcome, { name: 'ShareOutcome', description: 'What came of changing what is asked for.', valuesConfig: { DONE, GONE, NOT_ALLOWED, TOO_LATE } });
registerEnumType(CertificateOutcome, {
  name: 'CertificateOutcome', description: 'What came of issuing a certificate.',
  valuesConfig: { DONE, GONE, NOT_ALLOWED, NOT_PRESENT: { description: 'They were not there for the share that is asked for.' }, TOO_EARLY: { description: 'The session is not over.' } },
});
registerEnumType(RevokeOutcome, { name: 'RevokeOutcome', description: 'What came of revoking a certificate.', valuesConfig: { DONE, GONE, NOT_ALLOWED } });

@InputType({ description: 'That somebody was there or not, as it was decided at a moment. Who: by `registration`, or by `token`.' })
export class PresenceInput {
  @Field(() => ID, { nullable: true, description: 'The registration, by its id.' })
  registration!: string | null;

  @Field(() => String, { nullable: true, description: 'The pass, as it stands in its QR code.' })
  token!: string | null;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Which day of the session; null for the one on which `at` is.' })
  day!: string | null;

  @Field(() => PresenceState, { description: 'Whether they were there.' })
  state!: PresenceState;

  @Field(() => GraphQLDateTimeISO, { description: 'When that was decided, as at the door. One that has not come counts as now.' })
  at!: Date;
}

@ObjectType({ description: 'What came of saying whether somebody was there.' })
export class PresenceResultType {
  @Field(() => PresenceOutcome, { description: 'What came of it.' })
  outcome!: PresenceOutcome;

  @Field(() => ID, { nullable: true, description: 'The registration; null where there is none for you.' })
  registration!: string | null;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Which day of the session; null where nothing was recorded.' })
  day!: string | null;

  @Field(() => PresenceState, { nullable: true, description: 'What stands now; null where nothing was recorded.' })
  state!: PresenceState | null;
}

@ObjectType({ description: 'What came of saying who was there.' })
export class RecordPresencePayload {
  @Field(() => [PresenceResultType], { description: 'For each, in the order in which they were sent.' })
  results!: readonly PresenceResultType[];
}

@ObjectType({ description: 'What came of changing what is asked for.' })
export class RequiredSharePayload {
  @Field(() => ShareOutcome, { description: 'What came of it.' })
  outcome!: ShareOutcome;
}

@InputType({ description: 'Whose presence is certified.' })
export class IssueCertificatesInput {
  @Field(() => ID, { description: 'The session, by its id.' })
  session!: string;

  @Field(() => [ID], { description: `Registrations, by their ids: ${PRESENCES_AT_ONCE} at most.` })
  registrations!: string[];
}

@ObjectType({ description: 'What came of issuing a certificate.' })
export class CertificateResultType {
  @Field(() => ID, { description: 'The registration.' })
  registration!: string;

  @Field(() => CertificateOutcome, { description: 'What came of it.' })
  outcome!: CertificateOutcome;
}

@ObjectType({ description: 'What came of issuing certificates.' })
export class IssueCertificatesPayload {
  @Field(() => [CertificateResultType], { description: 'For each, in the order in which they were sent.' })
  results!: readonly CertificateResultType[];
}

@ObjectType({ description: 'What came of revoking a certificate.' })
export class RevokeCertificatePayload {
  @Field(() => RevokeOutcome, { description: 'What came of it.' })
  outcome!: RevokeOutcome;
}

const keyOf = (id: string): string => keyOfId('Registration', id, 'uuid');

function atMost<T>(field: string, list: readonly T[]): readonly T[] {
  if (list.length > PRESENCES_AT_ONCE) throw new UserError('BAD_USER_INPUT', `${PRESENCES_AT_ONCE} at most`, { field, maximum: PRESENCES_AT_ONCE });
  return list;
}

@Resolver()
export class AttendanceResolver {
  @Mutation(() => RecordPresencePayload, { description: 'Says who was there. Sent again it changes nothing; of what is said of one person and day the last decision stands.' })
  async recordPresence(@Arg('input', () => [PresenceInput], { description: `What was decided: ${PRESENCES_AT_ONCE} things at most.` }) input: PresenceInput[], @Ctx() context: Context): Promise<RecordPresencePayload> {
    const person = personOf(context.actor);
    const said = atMost('input', input).map(({ registration, token, day, state, at }) => ({ registration: registration ? keyOf(registration) : null, token: token ?? null, day: day ?? null, state, at }));
    const results = await context.transact((em) => recordPresence(em, person, said));
    return { results: results.map((result) => ({ ...result, registration: result.registration && `Registration_${result.registration}` })) };
  }

  @Mutation(() => RequiredSharePayload, { description: 'Says on how many of a hundred days of a session one must have been there to get a certificate.' })
  async changeRequiredShare(
    @Arg('session', () => ID, { description: 'The id of the session.' }) session: string, @Arg('share', () => Int, { description: '1 to 100.' }) share: number, @Ctx() context: Context,
  ): Promise<RequiredSharePayload> {
    const person = personOf(context.actor);
    if (share < 1 || share > 100) throw new UserError('BAD_USER_INPUT', 'share is 1 to 100', { field: 'share', maximum: 100 });
    const key = keyOfId('TrainingSession', session, 'uuid');
    return { outcome: await context.transact((em) => changeRequiredShare(em, person, key, share)) };
  }

  @Mutation(() => IssueCertificatesPayload, { description: 'Issues certificates of attendance for those who were there for the share that is asked for. Who has one keeps it.' })
  async issueCertificates(@Arg('input', () => IssueCertificatesInput, { description: 'For whom.' }) input: IssueCertificatesInput, @Ctx() context: Context): Promise<IssueCertificatesPayload> {
    const doing = { person: personOf(context.actor), origin: context.origin };
    const given = { session: keyOfId('TrainingSession', input.session, 'uuid'), registrations: atMost('registrations', input.registrations).map(keyOf) };
    const results = await context.transact((em) => issueCertificates(em, doing, given));
    return { results: results.map((result) => ({ ...result, registration: `Registration_${result.registration}` })) };
  }

  @Mutation(() => RevokeCertificatePayload, { description: 'Revokes a certificate, with a reason. From then on it says so to whoever has its number.' })
  async revokeCertificate(
    @Arg('id', () => ID, { description: 'The id of the certificate.' }) id: string, @Arg('reason', () => String, { description: 'Why; must be given.' }) reason: string, @Ctx() context: Context,
  ): Promise<RevokeCertificatePayload> {
    const person = personOf(context.actor);
    const key = keyOfId('Certificate', id, 'uuid');
    return { outcome: await context.transact((em) => revokeCertificate(em, person, key, paragraphs('reason', reason))) };
  }
}
