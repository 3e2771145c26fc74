/** Who was there: what is asked for in a session, who takes part, and on which days. */
import { Check, Entity, Enum, Index, ManyToOne, OneToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLDateTimeISO, GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Person } from '../accounts/index.ts';
import { Node } from '../core/reader/index.ts';
import { Country } from '../countries/index.ts';
import { Organisation } from '../organisations/index.ts';
import { ParticipationMode, Registration } from '../registrations/index.ts';
import { TrainingSession } from '../trainings/index.ts';
import { Certificate } from './certificate.entity.ts';

export const PresenceState = { PRESENT: 'PRESENT', ABSENT: 'ABSENT', OPEN: 'OPEN' } as const;
export type PresenceState = keyof typeof PresenceState;
registerEnumType(PresenceState, {
  name: 'PresenceState',
  description: 'Whether somebody was there.',
  valuesConfig: { PRESENT: { description: 'They were.' }, ABSENT: { description: 'They were not.' }, OPEN: { description: 'Nobody has said, or it was taken back.' } },
});

@ObjectType({ description: 'What you, who ask, may do about who was there.' })
export class AttendanceAbilities {
  @Field(() => Boolean, { description: 'Say who was there.' })
  record!: boolean;

  @Field(() => Boolean, { description: 'Say for which share of the days one gets a certificate.' })
  decide!: boolean;

  @Field(() => Boolean, { description: 'Issue certificates.' })
  certify!: boolean;
}

@ObjectType({ description: 'What is asked for in a session, and what its passes are read with: for those who prepare it, and for those who teach in it while it is held.' })
@Entity({ tableName: 'session_attendance' })
@Check({ name: 'session_attendance_share', expression: 'required_share >= 1 and required_share <= 100' })
export class SessionAttendance {
  @OneToOne(() => TrainingSession, { primary: true, deleteRule: 'cascade', fieldName: 'session_uuid', unique: false })
  session!: TrainingSession;

  @Property({ type: 'integer', default: 100 })
  @Field(() => Int, { description: 'On how many of a hundred days one must have been there to get a certificate: 1 to 100.' })
  requiredShare!: number;

  /** What passes are signed with; null once the session is put away or called off. */
  @Property({ type: 'Buffer', columnType: 'bytea', nullable: true, hidden: true })
  checkInKey!: Buffer | null;

  @Field(() => String, { nullable: true, description: 'What passes are signed with, in Base64url: whoever has it reads them without asking. Null once the session is put away or called off.' })
  passKey!: string | null;

  /** Of a session that ends later those who were there are thanked. */
  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  thanksSince!: Date;

  @Property({ type: 'integer', default: 0 })
  @Field(() => Int, { description: 'To how many people a mail of thanks was written, once the session was over.' })
  thanked!: number;

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => Date, { nullable: true, description: 'When the last of these mails was written; null while there is none.' })
  thankedAt!: Date | null;

  @Field(() => [GraphQLLocalDate], { description: 'The days of the session, on its own clock; of one that has parts, those on which it has some. One that lasts no longer than a day has one.' })
  days!: string[];

  @Field(() => GraphQLLocalDate, { description: 'Today, on the clock of the session.' })
  today!: string;

  @Field(() => GraphQLDateTimeISO, { description: 'The time of this server: by it telephones correct their clocks.' })
  now!: Date;

  @Field(() => AttendanceAbilities, { description: 'What you may do.' })
  can!: AttendanceAbilities;
}

@ObjectType({ description: 'Whether somebody was there on a day.' })
@Entity({ tableName: 'presence' })
@Index({ properties: ['session', 'day'] })
@Index({ properties: ['email'] })
@Index({ properties: ['recordedBy'] })
export class Presence {
  @ManyToOne(() => Registration, { primary: true, deleteRule: 'cascade', fieldName: 'registration_uuid' })
  registration!: Registration;

  @PrimaryKey({ type: 'date', columnType: 'date' })
  @Field(() => GraphQLLocalDate, { description: 'Which day.' })
  day!: string;

  @ManyToOne(() => TrainingSession, { deleteRule: 'cascade', fieldName: 'session_uuid' })
  session!: TrainingSession;

  /** That of who takes part, by which they find what is kept about them. */
  @Property({ type: 'text', default: '' })
  email!: string;

  @Enum({ items: () => PresenceState })
  @Field(() => PresenceState, { description: 'Whether they were there.' })
  state!: PresenceState;

  @Property({ type: 'timestamptz' })
  @Field(() => Date, { description: 'When somebody said so: at the door, also where that was sent later. The last one stands.' })
  decidedAt!: Date;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  recordedAt!: Date;

  @ManyToOne(() => Person, { nullable: true, deleteRule: 'set null' })
  recordedBy!: Person | null;

  @Property({ type: 'boolean', default: false })
  isDemonstration!: boolean;
}

/** Who sees all of a registration `r` that is shown here. */
const WHOLE = '(may_prepare_session(acting_person(), r.session_uuid) or answers_for(acting_person(), r.*))';

// The view is its owner's, whom the rules of the tables do not bind: it says itself whom who asks may see.
@ObjectType({ implements: Node, description: 'Somebody with a place in a session. Seen by those who prepare it, by who registers for the same organisation, by who registered themselves, and, by name and organisation, by those who teach in it while it is held.' })
@Entity({
  tableName: 'attendee', view: true,
  expression: `select r.uuid, r.session_uuid, p.name, r.organisation_slug, case when ${WHOLE} then r.country_code else null end as country_code, case when ${WHOLE} then r.mode else null end as mode, r.is_demonstration, (check_in_pass(r.uuid)).token as token, (check_in_pass(r.uuid)).code as code
    from registration r join participant p on p.uuid = r.participant_uuid
    where r.state = 'CONFIRMED' and (${WHOLE} or r.session_uuid in (select sessions_to_check_in()))`,
})
export class Attendee implements Node {
  id!: string;

  /** That of the registration. */
  @PrimaryKey({ type: 'uuid' })
  uuid!: string;

  @Field(() => ID, { description: 'The id of their registration.' })
  registration!: string;

  @ManyToOne(() => TrainingSession, { fieldName: 'session_uuid' })
  session!: TrainingSession;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Their name.' })
  name!: string;

  @ManyToOne(() => Organisation, { nullable: true })
  @Field(() => Organisation, { nullable: true, description: 'The organisation they work for; null for an authority, and for who registered themselves and works for neither.' })
  organisation!: Organisation | null;

  @ManyToOne(() => Country, { nullable: true })
  @Field(() => Country, { nullable: true, description: 'The country they work in; null for who only teaches in the session.' })
  country!: Country | null;

  @Enum({ items: () => ParticipationMode, nullable: true })
  @Field(() => ParticipationMode, { nullable: true, description: 'How they take part; null for who only teaches in the session.' })
  mode!: ParticipationMode | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Their pass, as it stands in its QR code; null once the session is put away or called off.' })
  token!: string | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'The same in eight signs, to be typed: unlike others in the session.' })
  code!: string | null;

  @Field(() => [Presence], { description: 'What was said of each day, the first first.' })
  presences!: Presence[];

  @Field(() => Boolean, { description: 'Whether they were there for the share that is asked for.' })
  hasAttended!: boolean;

  @Field(() => [Certificate], { description: 'Their certificates, the last first: one that counts at most.' })
  certificates!: Certificate[];

  @Property({ type: 'boolean' })
  @Field(() => Boolean, { description: 'True for an invented person of the demonstration.' })
  isDemonstration!: boolean;
}
