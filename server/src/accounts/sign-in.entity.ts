/** What signing in keeps. Only the code that signs people in reaches these rows; of their sessions people see their own. */
import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import type { Factor } from '../core/key-ring.ts';
import { Node } from '../core/reader/index.ts';
import { Person } from './person.entity.ts';

const FACTORS: readonly Factor[] = ['PASSKEY', 'AUTHENTICATOR', 'RECOVERY_CODE', 'PROVIDER'];

@ObjectType({ implements: Node, description: 'A browser in which you are signed in.' })
@Entity({ tableName: 'sign_in_session' })
@Check({ name: 'sign_in_session_key_shown', expression: '(key is null) = (key_shown_at is null)' })
@Index({ properties: ['person'] })
export class SignInSession implements Node {
  id!: string;

  @PrimaryKey({ type: 'uuid', fieldName: 'id' })
  uuid!: string;

  @ManyToOne(() => Person, { deleteRule: 'cascade' })
  person!: Person;

  @Property({ type: 'text', unique: true, hidden: true })
  token!: string;

  @Property({ type: 'timestamptz' })
  @Field(() => Date, { description: 'When it ends at the latest.' })
  expiresAt!: Date;

  /** Not kept: always null. */
  @Property({ type: 'text', nullable: true, hidden: true })
  ipAddress!: string | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'What the browser says of itself.' })
  userAgent!: string | null;

  @Property({ type: 'timestamptz' })
  @Field(() => Date, { description: 'When you signed in.' })
  createdAt!: Date;

  @Property({ type: 'timestamptz' })
  updatedAt!: Date;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  @Field(() => Date, { description: 'When it was last used, to the minute.' })
  lastSeenAt!: Date;

  /** What the provider that recognised the person is shown when they sign out; null where none did. */
  @Property({ type: 'text', nullable: true, hidden: true })
  idToken!: string | null;

  /** How somebody has shown in this session that it is them, beside the link; null while they have not. */
  @Enum({ items: () => FACTORS, nullable: true })
  key!: Factor | null;

  /** When they did so last: what needs it must follow within minutes. */
  @Property({ type: 'timestamptz', nullable: true })
  keyShownAt!: Date | null;

  @Field(() => Boolean, { description: 'Whether this is where you ask from.' })
  isCurrent!: boolean;
}

@ObjectType({ description: 'The identity at the provider of the French State that your account is bound to: with it you sign in without a link.' })
@Entity({ tableName: 'sign_in_account' })
@Index({ properties: ['person'] })
@Unique({ properties: ['providerId', 'accountId'] })
@Unique({ properties: ['person', 'providerId'] })
export class SignInAccount {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  /** What the provider calls the person (`sub`). */
  @Property({ type: 'text' })
  accountId!: string;

  /** Its issuer. */
  @Property({ type: 'text' })
  providerId!: string;

  @ManyToOne(() => Person, { deleteRule: 'cascade' })
  person!: Person;

  @Property({ type: 'text', nullable: true })
  accessToken!: string | null;

  @Property({ type: 'text', nullable: true })
  refreshToken!: string | null;

  @Property({ type: 'text', nullable: true })
  idToken!: string | null;

  @Property({ type: 'timestamptz', nullable: true })
  accessTokenExpiresAt!: Date | null;

  @Property({ type: 'timestamptz', nullable: true })
  refreshTokenExpiresAt!: Date | null;

  @Property({ type: 'text', nullable: true })
  scope!: string | null;

  @Property({ type: 'text', nullable: true })
  password!: string | null;

  @Property({ type: 'timestamptz' })
  @Field(() => Date, { description: 'Since when.' })
  createdAt!: Date;

  /** When another identity with the address of the person was last refused. */
  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => Date, { nullable: true, description: 'When somebody with your address and another identity was last refused; null when nobody was.' })
  refusedAt!: Date | null;

  @Property({ type: 'timestamptz' })
  updatedAt!: Date;
}

/** A link that was sent: its secret only as a hash. */
@Entity({ tableName: 'sign_in_verification' })
@Index({ properties: ['identifier'] })
export class SignInVerification {
  /** The library's own: a UUID, or made of what is reserved. */
  @PrimaryKey({ type: 'text' })
  id!: string;

  @Property({ type: 'text' })
  identifier!: string;

  @Property({ type: 'text' })
  value!: string;

  @Property({ type: 'timestamptz' })
  expiresAt!: Date;

  @Property({ type: 'timestamptz' })
  createdAt!: Date;

  @Property({ type: 'timestamptz' })
  updatedAt!: Date;
}
