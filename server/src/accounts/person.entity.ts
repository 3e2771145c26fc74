/** Somebody with an account: who they are, and in which language they are spoken to. */
import { Check, Entity, Enum, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { type Locale, LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { Field, ObjectType } from 'type-graphql';
import { Visibility } from '../core/consent/index.ts';
import { LocaleScalar } from '../core/translation/index.ts';
import { MemberRole, RoleScope } from './member-role.ts';

@ObjectType({ description: 'As what others may be invited.' })
export class InvitableRole {
  @Field(() => MemberRole, { description: 'As what.' })
  role!: MemberRole;

  @Field(() => RoleScope, { description: 'What it is for: that is said with it.' })
  scope!: RoleScope;
}

@ObjectType({ description: 'What you may do beside what everybody may.' })
export class PersonAbilities {
  @Field(() => Boolean, { description: 'Read who did what.' })
  readAuditEntries!: boolean;

  @Field(() => Boolean, { description: 'Answer what others ask about the data kept about them.' })
  answerDataRequests!: boolean;

  @Field(() => Boolean, { description: 'See what the service does by itself, and look after it.' })
  readJobs!: boolean;

  @Field(() => Boolean, { description: 'Register people of their organisation or authority for training sessions.' })
  registerParticipants!: boolean;

  @Field(() => Boolean, { description: 'Take part in training sessions, and so register themselves where nobody has to nominate them.' })
  takePart!: boolean;

  @Field(() => Boolean, { description: 'Validate registrations, as far as it is theirs.' })
  validateRegistrations!: boolean;

  @Field(() => Boolean, { description: 'See and change who belongs to the network, as far as it is theirs.' })
  manageMembers!: boolean;

  @Field(() => Boolean, { description: 'See and change who belongs to the network in every country, and invite there.' })
  manageMembersAnywhere!: boolean;

  @Field(() => [InvitableRole], { description: 'As what they may invite others; empty when they may invite nobody.' })
  invite!: readonly InvitableRole[];

  @Field(() => Boolean, { description: 'Decide about those who ask for access.' })
  decideAccessRequests!: boolean;

  @Field(() => Boolean, { description: 'Prepare training sessions, in the countries for whose embassy they act at least.' })
  prepareSessions!: boolean;

  @Field(() => Boolean, { description: 'Prepare training sessions anywhere, and online.' })
  prepareSessionsAnywhere!: boolean;

  @Field(() => Boolean, { description: 'Say in other languages training sessions that others prepare.' })
  translateSessions!: boolean;

  @Field(() => Boolean, { description: 'Prepare missions.' })
  planMissions!: boolean;

  @Field(() => Boolean, { description: 'Read the legs of missions that are shown to their embassy.' })
  readLegs!: boolean;

  @Field(() => Boolean, { description: 'Read and enter needs, in the countries for whose embassy they act at least.' })
  enterNeeds!: boolean;

  @Field(() => Boolean, { description: 'Read and say what has become of recommendations: to the countries for whose embassy they act at least.' })
  followRecommendations!: boolean;

  @Field(() => Boolean, { description: 'Import recommendations from a file.' })
  importRecommendations!: boolean;

  @Field(() => Boolean, { description: 'Send cooperation requests, for the countries for whose embassy or authorities they act.' })
  sendCooperationRequests!: boolean;

  @Field(() => Boolean, { description: 'Read cooperation requests: some at least.' })
  readCooperationRequests!: boolean;

  @Field(() => Boolean, { description: 'Answer cooperation requests, and close what is done.' })
  answerCooperationRequests!: boolean;

  @Field(() => Boolean, { description: 'Read needs of every country, and enter them anywhere.' })
  enterNeedsAnywhere!: boolean;

  @Field(() => Boolean, { description: 'Say which needs several countries share.' })
  groupNeeds!: boolean;

  @Field(() => Boolean, { description: 'Propose projects, and decide them.' })
  proposeProjects!: boolean;

  @Field(() => Boolean, { description: 'Make calls for availability, and ask experts.' })
  askExperts!: boolean;

  @Field(() => Boolean, { description: 'Answer calls for availability that ask them, as an expert.' })
  answerAvailability!: boolean;

  @Field(() => Boolean, { description: 'Enter experts, and change what stands on their sheets.' })
  enterExperts!: boolean;
}

@ObjectType({ description: 'Somebody with an account. You see nobody but yourself, unless you are the adviser.' })
@Entity({ tableName: 'person' })
@Check({ name: 'person_email', expression: `email = lower(email)` })
export class Person {
  @PrimaryKey({ type: 'uuid', fieldName: 'id' })
  uuid!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Their name.' })
  name!: string;

  @Property({ type: 'text', unique: true })
  @Field(() => String, { description: 'Where their mail goes; also what they sign in with.' })
  email!: string;

  /** Whether somebody has shown that the mail arrives. */
  @Property({ type: 'boolean', default: false })
  emailVerified!: boolean;

  @Property({ type: 'text', nullable: true, hidden: true })
  image!: string | null;

  @Enum({ items: () => LOCALE_TAGS, nullable: true })
  @Field(() => LocaleScalar, { nullable: true, description: 'The language of their mails and documents, and of the pages that signing in leads to; null until they have chosen one.' })
  locale!: Locale | null;

  @Enum({ items: () => Visibility, default: 'ADVISER' })
  @Field(() => Visibility, { description: 'Who may see their address, where they themselves may be seen. Who coordinates their organisation and the adviser always may.' })
  emailVisibility!: Visibility;

  /** Nobody is shown before they have said so themselves. */
  @Enum({ items: () => Visibility, nullable: true })
  @Field(() => Visibility, { nullable: true, description: 'Who may see them, by name and role, among the people of their organisation; null while they have agreed to nothing: they are shown to nobody.' })
  contactVisibility!: Visibility | null;

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => Date, { nullable: true, description: 'When they chose that last; null while they never have.' })
  contactChosenAt!: Date | null;

  /** Since when they may no longer act; what they did stays. */
  @Property({ type: 'timestamptz', nullable: true })
  suspendedAt!: Date | null;

  /** Null until the first time. */
  @Property({ type: 'timestamptz', nullable: true })
  lastSignInAt!: Date | null;

  /** When the mail left that says that the account, unused for long, will be erased; null since they signed in last. */
  @Property({ type: 'timestamptz', nullable: true })
  warnedAt!: Date | null;

  @Property({ type: 'timestamptz' })
  createdAt!: Date;

  @Property({ type: 'timestamptz' })
  updatedAt!: Date;

  @Field(() => PersonAbilities, { description: 'What you, who ask, may do.' })
  can!: PersonAbilities;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'True for an invented person of the demonstration.' })
  isDemonstration!: boolean;
}
