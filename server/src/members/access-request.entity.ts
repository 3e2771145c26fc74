/** Requests: organisations that ask to join, and what was decided. */
import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { type Locale, LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { MemberRole, Person } from '../accounts/index.ts';
import { Node } from '../core/reader/index.ts';
import { LocaleScalar } from '../core/translation/index.ts';
import { UrlScalar } from '../core/url.scalar.ts';
import { Country } from '../countries/index.ts';
import { Organisation } from '../organisations/index.ts';

export const AccessDecision = { APPROVED: 'APPROVED', REFUSED: 'REFUSED' } as const;
export type AccessDecision = keyof typeof AccessDecision;
registerEnumType(AccessDecision, {
  name: 'AccessDecision',
  description: 'What is decided about a request for access.',
  valuesConfig: { APPROVED: { description: 'They get an account and a role.' }, REFUSED: { description: 'They do not, and are told why.' } },
});

@ObjectType({ description: 'What you, who ask, may do with a request for access.' })
export class AccessRequestAbilities {
  @Field(() => Boolean, { description: 'Decide about it.' })
  decide!: boolean;
}

@ObjectType({ implements: Node, description: 'Somebody of a non-governmental organisation asks for access. Seen by the embassy in the country; by the adviser where none has an account.' })
@Entity({ tableName: 'access_request' })
@Check({ name: 'access_request_email', expression: 'email = lower(email)' })
@Check({ name: 'access_request_role', expression: `role in ('NGO_COORDINATOR', 'NGO_MEMBER')` })
@Check({ name: 'access_request_organisation', expression: 'organisation_slug is not null or organisation_name is not null' })
@Check({ name: 'access_request_website', expression: `organisation_website ~ '^https?://'` })
@Check({ name: 'access_request_decided', expression: '(decided_at is null) = (decision is null) and (decided_at is null or confirmed_at is not null)' })
@Index({ properties: ['country'] })
@Index({ properties: ['email'] })
export class AccessRequest implements Node {
  id!: string;

  @PrimaryKey({ type: 'uuid' })
  uuid!: string;

  @ManyToOne(() => Country, { deleteRule: 'cascade' })
  @Field(() => Country, { description: 'The country of the organisation.' })
  country!: Country;

  @ManyToOne(() => Organisation, { nullable: true, deleteRule: 'cascade' })
  @Field(() => Organisation, { nullable: true, description: 'The organisation; null for one that is not in the directory.' })
  organisation!: Organisation | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'The name of an organisation that is not in the directory.' })
  organisationName!: string | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => UrlScalar, { nullable: true, description: 'The address on the web of an organisation that is not in the directory.' })
  organisationWebsite!: string | null;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'The name of who asks.' })
  name!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Their address, which they have shown to be theirs.' })
  email!: string;

  @Enum({ items: () => MemberRole })
  @Field(() => MemberRole, { description: 'As what they would act.' })
  role!: MemberRole;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What they write; empty when nothing.' })
  message!: string;

  @Enum({ items: () => LOCALE_TAGS })
  @Field(() => LocaleScalar, { description: 'The language of their mails.' })
  locale!: Locale;

  /** The secret of the link that shows that the address is theirs, as a hash. */
  @Property({ type: 'text', unique: true, hidden: true })
  secretHash!: string;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  createdAt!: Date;

  /** When the address was shown to be theirs; before that nobody sees the request. */
  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => Date, { nullable: true, description: 'When they asked, and showed that the address is theirs.' })
  confirmedAt!: Date | null;

  @Enum({ items: () => AccessDecision, nullable: true })
  @Field(() => AccessDecision, { nullable: true, description: 'What was decided; null while nothing is.' })
  decision!: AccessDecision | null;

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => Date, { nullable: true, description: 'When it was decided.' })
  decidedAt!: Date | null;

  /** Who decided. */
  @ManyToOne(() => Person, { nullable: true, deleteRule: 'set null' })
  decidedBy!: Person | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Why it was decided so, as they were told; null when no reason was given.' })
  reason!: string | null;

  @Field(() => [Organisation], { description: 'Of one that is not in the directory and waits: the organisations of the country that have this name, or acronym, already. Whoever decides says which of them it is, if any.' })
  alike!: Organisation[];

  @Field(() => AccessRequestAbilities, { description: 'What you, who ask, may do with it.' })
  can!: AccessRequestAbilities;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'True for an invented one of the demonstration.' })
  isDemonstration!: boolean;
}
