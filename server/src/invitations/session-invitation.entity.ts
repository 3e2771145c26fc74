/** Invitations to a training session: each is bound to one person, by their address, and holds no place. */
import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { ArrayType } from '@mikro-orm/postgresql';
import { type Locale, LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Person } from '../accounts/index.ts';
import { Node } from '../core/reader/index.ts';
import { LocaleScalar } from '../core/translation/index.ts';
import { Country } from '../countries/index.ts';
import { Organisation } from '../organisations/index.ts';
import { Sector } from '../registrations/index.ts';
import { TrainingSession } from '../trainings/index.ts';

export const SessionInvitationState = { SENT: 'SENT', ACCEPTED: 'ACCEPTED', DECLINED: 'DECLINED', REVOKED: 'REVOKED', EXPIRED: 'EXPIRED' } as const;
export type SessionInvitationState = keyof typeof SessionInvitationState;
registerEnumType(SessionInvitationState, {
  name: 'SessionInvitationState',
  description: 'What has become of an invitation to a session.',
  valuesConfig: {
    SENT: { description: 'It can be answered.' }, ACCEPTED: { description: 'It was accepted: who is invited is registered.' }, DECLINED: { description: 'It was declined.' },
    REVOKED: { description: 'It was taken back, or who sent it may no longer prepare the session, or the address has changed.' }, EXPIRED: { description: 'The session takes no registrations.' },
  },
});

@ObjectType({ description: 'What you, who ask, may do with an invitation to a session.' })
export class SessionInvitationAbilities {
  @Field(() => Boolean, { description: 'Take it back.' })
  revoke!: boolean;

  @Field(() => Boolean, { description: 'Send it again, with a new link.' })
  resend!: boolean;
}

/** Nobody has answered it, and nobody has taken it back. */
const PENDING = 'accepted_at is null and declined_at is null and revoked_at is null';

@ObjectType({ implements: Node, description: 'An invitation to a session, bound to one person. Seen by those who prepare the session.' })
@Entity({ tableName: 'session_invitation' })
@Check({ name: 'session_invitation_email', expression: 'email = lower(email)' })
@Check({ name: 'session_invitation_over_once', expression: 'num_nonnulls(accepted_at, declined_at, revoked_at) <= 1' })
@Check({ name: 'session_invitation_place', expression: `organisation_slug is not null or sector <> 'CIVIL_SOCIETY'` })
@Unique({ name: 'session_invitation_once', expression: `create unique index "session_invitation_once" on "session_invitation" ("session_uuid", "email") where ${PENDING}` })
@Index({ properties: ['session'] })
@Index({ properties: ['email'] })
@Index({ properties: ['organisation'] })
@Index({ properties: ['country'] })
@Index({ properties: ['invitedBy'] })
export class SessionInvitation implements Node {
  id!: string;

  @PrimaryKey({ type: 'uuid' })
  uuid!: string;

  @ManyToOne(() => TrainingSession, { deleteRule: 'cascade', fieldName: 'session_uuid' })
  session!: TrainingSession;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Where the link was sent.' })
  email!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'The name of who is invited.' })
  name!: string;

  @Enum({ items: () => LOCALE_TAGS })
  @Field(() => LocaleScalar, { description: 'The language of the mail.' })
  locale!: Locale;

  @ManyToOne(() => Organisation, { nullable: true, deleteRule: 'cascade' })
  @Field(() => Organisation, { nullable: true, description: 'For which organisation they would take part; null for an authority, and for nobody but themselves.' })
  organisation!: Organisation | null;

  @ManyToOne(() => Country, { deleteRule: 'cascade' })
  @Field(() => Country, { description: 'The country whose embassy would validate it.' })
  country!: Country;

  @Enum({ items: () => Sector })
  @Field(() => Sector, { description: 'For whom they would take part; OTHER without an organisation is for themselves.' })
  sector!: Sector;

  /** Who sent it last; null once their account is gone, which takes it back. */
  @ManyToOne(() => Person, { nullable: true, deleteRule: 'set null' })
  invitedBy!: Person | null;

  /** What is sent again with the same key is as sent once. */
  @Property({ type: 'uuid' })
  submission!: string;

  /** The same of sending it again: all keys that have done so. */
  @Property({ type: ArrayType, columnType: 'uuid[]', default: [], hidden: true })
  resubmissions!: string[];

  /** The secret of the link, as a hash. */
  @Property({ type: 'text', unique: true, hidden: true })
  secretHash!: string;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  @Field(() => Date, { description: 'When the link was last sent.' })
  sentAt!: Date;

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => Date, { nullable: true, description: 'When it was accepted.' })
  acceptedAt!: Date | null;

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => Date, { nullable: true, description: 'When it was declined.' })
  declinedAt!: Date | null;

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => Date, { nullable: true, description: 'When it was taken back.' })
  revokedAt!: Date | null;

  @Field(() => SessionInvitationState, { description: 'What has become of it.' })
  state!: SessionInvitationState;

  @Field(() => SessionInvitationAbilities, { description: 'What you, who ask, may do with it.' })
  can!: SessionInvitationAbilities;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'True for an invented one of the demonstration.' })
  isDemonstration!: boolean;
}
