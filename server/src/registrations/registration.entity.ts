/** A registration: somebody for a training session, and what has become of it. */
import { ArrayType } from '@mikro-orm/postgresql';
import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Person } from '../accounts/index.ts';
import { Node } from '../core/reader/index.ts';
import { Country } from '../countries/index.ts';
import { Organisation } from '../organisations/index.ts';
import { TrainingSession } from '../trainings/index.ts';
import { Profession } from '../vocabulary/index.ts';
import { Participant, Sector } from './participant.entity.ts';

export const RegistrationState = {
  AWAITING_VALIDATION: 'AWAITING_VALIDATION', CONFIRMED: 'CONFIRMED', WAITING: 'WAITING', OFFERED: 'OFFERED', REFUSED: 'REFUSED', WITHDRAWN: 'WITHDRAWN',
} as const;
export type RegistrationState = keyof typeof RegistrationState;
registerEnumType(RegistrationState, {
  name: 'RegistrationState',
  description: 'What has become of a registration.',
  valuesConfig: {
    AWAITING_VALIDATION: { description: 'It waits until the embassy has validated it; it takes no place.' },
    CONFIRMED: { description: 'They have a place.' },
    WAITING: { description: 'They are on the waiting list.' },
    OFFERED: { description: 'A place is kept for them until they answer or the time is over.' },
    REFUSED: { description: 'The embassy has refused it.' },
    WITHDRAWN: { description: 'It is over: see `ending`.' },
  },
});

export const RegistrationEnding = { WITHDRAWN: 'WITHDRAWN', DECLINED: 'DECLINED', LAPSED: 'LAPSED', MERGED: 'MERGED' } as const;
export type RegistrationEnding = keyof typeof RegistrationEnding;
registerEnumType(RegistrationEnding, {
  name: 'RegistrationEnding',
  description: 'How a registration has ended.',
  valuesConfig: {
    WITHDRAWN: { description: 'It was withdrawn.' }, DECLINED: { description: 'The place that was offered was declined.' }, LAPSED: { description: 'The place that was offered was not accepted in time.' },
    MERGED: { description: 'They were registered twice, under two names or addresses: the other registration counts.' },
  },
});

export const ParticipationMode = { ON_SITE: 'ON_SITE', ONLINE: 'ONLINE' } as const;
export type ParticipationMode = keyof typeof ParticipationMode;
registerEnumType(ParticipationMode, {
  name: 'ParticipationMode', description: 'How somebody takes part.',
  valuesConfig: { ON_SITE: { description: 'On the spot.' }, ONLINE: { description: 'Online.' } },
});

export const PassedOver = { FULL: 'FULL', OTHERS: 'OTHERS', COUNTRY: 'COUNTRY', SECTOR: 'SECTOR', PROFESSION: 'PROFESSION', MODE: 'MODE', OVERLAP: 'OVERLAP', NO_PROFESSION: 'NO_PROFESSION' } as const;
export type PassedOver = keyof typeof PassedOver;
registerEnumType(PassedOver, {
  name: 'PassedOver',
  description: 'Why somebody who waits does not get a place.',
  valuesConfig: {
    FULL: { description: 'All places are taken.' }, OTHERS: { description: 'Others have waited for longer, and could have it.' }, COUNTRY: { description: 'The places for their country are taken.' }, SECTOR: { description: 'The places for those who work for such bodies are taken.' },
    PROFESSION: { description: 'The places for their profession are taken.' }, MODE: { description: 'The places for their way of taking part are taken.' },
    OVERLAP: { description: 'They have a place in another session at the same time.' }, NO_PROFESSION: { description: 'Places are counted by profession, and theirs is not said: registering them again with it says it, and keeps their turn.' },
  },
});

@ObjectType({ description: 'What you, who ask, may do with a registration.' })
export class RegistrationAbilities {
  @Field(() => Boolean, { description: 'Validate or refuse it.' })
  validate!: boolean;

  @Field(() => Boolean, { description: 'Withdraw it.' })
  withdraw!: boolean;

  @Field(() => Boolean, { description: 'Accept or decline the place that is offered.' })
  answerOffer!: boolean;
}

@ObjectType({ implements: Node, description: 'A registration for a training session. Seen by who registered themselves, who registers for the same organisation, the embassy in the country, the adviser.' })
@Entity({ tableName: 'registration' })
@Check({ name: 'registration_waits', expression: `state <> 'WAITING' or waits_since is not null` })
@Check({ name: 'registration_offered', expression: `state <> 'OFFERED' or offered_until is not null` })
@Check({ name: 'registration_refused', expression: `(state = 'REFUSED') = (refused_reason is not null)` })
@Check({ name: 'registration_ended', expression: `(state = 'WITHDRAWN') = (ending is not null) and (ending is null) = (ended_at is null)` })
@Check({ name: 'registration_decided_by_others', expression: 'not (is_own and decided_by_id = registered_by_id)' })
@Unique({ name: 'registration_oneself_once', expression: `create unique index "registration_oneself_once" on "registration" ("session_uuid", "registered_by_id") where is_own and state <> 'WITHDRAWN'` })
@Unique({ name: 'registration_once', expression: `create unique index "registration_once" on "registration" ("session_uuid", "participant_uuid") where state <> 'WITHDRAWN'` })
@Unique({ name: 'registration_submitted_once', properties: ['submission', 'session', 'participant'] })
@Index({ name: 'registration_waiting', expression: `create index "registration_waiting" on "registration" ("session_uuid", "waits_since", "uuid") where state = 'WAITING'` })
@Index({ name: 'registration_offers', expression: `create index "registration_offers" on "registration" ("offered_until") where state = 'OFFERED'` })
@Index({ name: 'registration_unreminded', expression: `create index "registration_unreminded" on "registration" ("session_uuid") where state = 'CONFIRMED' and reminded_at is null` })
@Index({ name: 'registration_unthanked', expression: `create index "registration_unthanked" on "registration" ("session_uuid") where state = 'CONFIRMED' and thanked_at is null` })
@Index({ name: 'registration_seat_index', expression: 'create index "registration_seat_index" on "registration" ("seat") where seat is not null' })
@Index({ properties: ['participant'] })
@Index({ properties: ['email'] })
@Index({ properties: ['organisation'] })
@Index({ properties: ['country', 'state'] })
@Index({ properties: ['registeredBy'] })
export class Registration implements Node {
  id!: string;

  @PrimaryKey({ type: 'uuid' })
  uuid!: string;

  @ManyToOne(() => TrainingSession, { deleteRule: 'cascade', fieldName: 'session_uuid' })
  @Field(() => TrainingSession, { nullable: true, description: 'For which session; null for one that you may not see.' })
  session!: TrainingSession | null;

  @ManyToOne(() => Participant, { deleteRule: 'cascade', fieldName: 'participant_uuid' })
  @Field(() => Participant, { nullable: true, description: 'Who takes part; null for somebody that you may not see.' })
  participant!: Participant | null;

  /** Their address, by which they find what is kept about them. */
  @Property({ type: 'text' })
  email!: string;

  /** Those below are as they were when it was registered: what is counted does not change behind the counters. */
  @ManyToOne(() => Organisation, { nullable: true, deleteRule: 'cascade' })
  organisation!: Organisation | null;

  @ManyToOne(() => Country, { deleteRule: 'cascade' })
  @Field(() => Country, { description: 'The country whose embassy validates it.' })
  country!: Country;

  @Enum({ items: () => Sector })
  sector!: Sector;

  @ManyToOne(() => Profession, { nullable: true })
  profession!: Profession | null;

  @Enum({ items: () => ParticipationMode })
  @Field(() => ParticipationMode, { description: 'How they take part.' })
  mode!: ParticipationMode;

  @Enum({ items: () => RegistrationState })
  @Field(() => RegistrationState, { description: 'What has become of it.' })
  state!: RegistrationState;

  /** What holds their place: the registrations of one address for one session have the same. Null while they have none. */
  @Property({ type: 'uuid', nullable: true, hidden: true })
  seat!: string | null;

  @Field(() => Boolean, { description: 'Whether the same address is registered for the session by others too: they have one place together. Said to those alone who may make the two one.' })
  hasTwin!: boolean;

  /** Who registered them; null once their account is gone. */
  @ManyToOne(() => Person, { nullable: true, deleteRule: 'set null' })
  registeredBy!: Person | null;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'Whether they have registered themselves, and nobody has nominated them.' })
  isOwn!: boolean;

  /** What is sent again with the same key is as sent once. */
  @Property({ type: 'uuid' })
  submission!: string;

  /** When who registered them said that they agree. */
  @Property({ type: 'timestamptz' })
  consentedAt!: Date;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  @Field(() => Date, { description: 'When they were registered. One that waits for the embassy has waited since then.' })
  registeredAt!: Date;

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => Date, { nullable: true, description: 'Since when they are on the waiting list; null for one that is not.' })
  waitsSince!: Date | null;

  @Field(() => Int, { nullable: true, description: 'The place on the waiting list, from 1; null for one that is not on it.' })
  position!: number | null;

  @Field(() => PassedOver, { nullable: true, description: 'Why they wait; null for one that does not, and where the next place is theirs.' })
  passedOver!: PassedOver | null;

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => Date, { nullable: true, description: 'Until when the place is kept that was offered last; null when none was.' })
  offeredUntil!: Date | null;

  /** The secret of the link to the offer, as a hash. */
  @Property({ type: 'text', nullable: true, unique: true, hidden: true })
  offerSecretHash!: string | null;

  /** The secrets of the links by which they withdraw, as hashes: the latest ten. */
  @Property({ type: ArrayType, columnType: 'text[]', default: [], hidden: true })
  leaveHashes!: string[];

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => Date, { nullable: true, description: 'When it was validated or refused; null while it is not, or needs not be.' })
  decidedAt!: Date | null;

  @ManyToOne(() => Person, { nullable: true, deleteRule: 'set null' })
  decidedBy!: Person | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Why it was refused, as they were told.' })
  refusedReason!: string | null;

  @Enum({ items: () => RegistrationEnding, nullable: true })
  @Field(() => RegistrationEnding, { nullable: true, description: 'How it has ended; null for one that has not.' })
  ending!: RegistrationEnding | null;

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => Date, { nullable: true, description: 'When it has ended.' })
  endedAt!: Date | null;

  /** When they said themselves that whoever has the number of their certificate sees their name; null where they did not, or took it back. */
  @Property({ type: 'timestamptz', nullable: true })
  nameShownAt!: Date | null;

  /** When they were reminded of the session; null while they were not. */
  @Property({ type: 'timestamptz', nullable: true })
  remindedAt!: Date | null;

  /** When they were thanked for having been there, under whichever of their registrations; null while they were not. */
  @Property({ type: 'timestamptz', nullable: true })
  thankedAt!: Date | null;

  /** When those who validate were reminded that nobody has answered; null while they were not. */
  @Property({ type: 'timestamptz', nullable: true })
  recalledAt!: Date | null;

  /** When the session is held, as long as that overlaps with no other place of theirs. */
  @Property({ columnType: 'tstzrange', type: 'string', nullable: true, hidden: true })
  period!: string | null;

  @Field(() => RegistrationAbilities, { description: 'What you, who ask, may do with it.' })
  can!: RegistrationAbilities;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'True for an invented one of the demonstration.' })
  isDemonstration!: boolean;
}
