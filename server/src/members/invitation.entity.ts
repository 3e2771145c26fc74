/** Invitations: who may come in as what, by a link that is sent to their address. */
import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { ArrayType } from '@mikro-orm/postgresql';
import { type Locale, LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { MemberRole, Person } from '../accounts/index.ts';
import { Node } from '../core/reader/index.ts';
import { LocaleScalar } from '../core/translation/index.ts';
import { Country } from '../countries/index.ts';
import { Organisation } from '../organisations/index.ts';

export const InvitationState = { PENDING: 'PENDING', ACCEPTED: 'ACCEPTED', WITHDRAWN: 'WITHDRAWN', EXPIRED: 'EXPIRED' } as const;
export type InvitationState = keyof typeof InvitationState;
registerEnumType(InvitationState, {
  name: 'InvitationState',
  description: 'What has become of an invitation.',
  valuesConfig: {
    PENDING: { description: 'It can be accepted.' },
    ACCEPTED: { description: 'It was accepted.' },
    WITHDRAWN: { description: 'It was withdrawn, or who sent it may no longer invite.' },
    EXPIRED: { description: 'It is too old.' },
  },
});

@ObjectType({ description: 'What you, who ask, may do with an invitation.' })
export class InvitationAbilities {
  @Field(() => Boolean, { description: 'Withdraw it.' })
  withdraw!: boolean;

  @Field(() => Boolean, { description: 'Send it again, with a new link.' })
  resend!: boolean;
}

@ObjectType({ implements: Node, description: 'An invitation to the network. Seen by those who may send such ones.' })
@Entity({ tableName: 'invitation' })
@Check({ name: 'invitation_email', expression: 'email = lower(email)' })
@Check({ name: 'invitation_scope', expression: `
  case when role in ('SCAC', 'SSI', 'AUTHORITY') then country_code is not null and organisation_slug is null
       when role in ('NGO_COORDINATOR', 'NGO_MEMBER', 'INTERNATIONAL') then organisation_slug is not null and country_code is null
       else country_code is null and organisation_slug is null end` })
@Check({ name: 'invitation_over_once', expression: 'accepted_at is null or withdrawn_at is null' })
@Index({ properties: ['email'] })
@Index({ properties: ['invitedBy'] })
export class Invitation implements Node {
  id!: string;

  @PrimaryKey({ type: 'uuid' })
  uuid!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'The name of who is invited, as who invites knows it.' })
  name!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Where the link was sent.' })
  email!: string;

  @Enum({ items: () => MemberRole })
  @Field(() => MemberRole, { description: 'As what they are invited.' })
  role!: MemberRole;

  @ManyToOne(() => Country, { nullable: true, deleteRule: 'cascade' })
  @Field(() => Country, { nullable: true, description: 'For which country; null for a role that has none.' })
  country!: Country | null;

  @ManyToOne(() => Organisation, { nullable: true, deleteRule: 'cascade' })
  @Field(() => Organisation, { nullable: true, description: 'For which organisation; null for a role that has none.' })
  organisation!: Organisation | null;

  @Enum({ items: () => LOCALE_TAGS })
  @Field(() => LocaleScalar, { description: 'The language of the mail.' })
  locale!: Locale;

  /** Who sent it; null once their account is gone, which voids it. */
  @ManyToOne(() => Person, { nullable: true, deleteRule: 'set null' })
  invitedBy!: Person | null;

  /** What is sent again with the same key is as sent once. */
  @Property({ type: 'uuid', nullable: true, hidden: true })
  submission!: string | null;

  /** The same of sending it again: all keys that have done so. */
  @Property({ type: ArrayType, columnType: 'uuid[]', default: [], hidden: true })
  resubmissions!: string[];

  /** The secret of the link, as a hash. */
  @Property({ type: 'text', unique: true, hidden: true })
  secretHash!: string;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  createdAt!: Date;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  @Field(() => Date, { description: 'When the link was last sent.' })
  sentAt!: Date;

  @Property({ type: 'timestamptz' })
  @Field(() => Date, { description: 'Until when it can be accepted.' })
  expiresAt!: Date;

  @Property({ type: 'timestamptz', nullable: true })
  acceptedAt!: Date | null;

  /** Who accepted it. */
  @ManyToOne(() => Person, { nullable: true, deleteRule: 'set null' })
  acceptedBy!: Person | null;

  @Property({ type: 'timestamptz', nullable: true })
  withdrawnAt!: Date | null;

  @Field(() => InvitationState, { description: 'What has become of it.' })
  state!: InvitationState;

  @Field(() => InvitationAbilities, { description: 'What you, who ask, may do with it.' })
  can!: InvitationAbilities;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'True for an invented one of the demonstration.' })
  isDemonstration!: boolean;
}
