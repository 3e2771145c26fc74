/** What coordinates action against trafficking in a country: an institution with its office, a mechanism or a document, never a person. Its name is what was read, in the language in which it was read. */
import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { type Locale, LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { GraphQLDateTimeISO, GraphQLLocalDate } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { MemberRole } from '../accounts/index.ts';
import { Provenance, Sourced } from '../core/provenance/index.ts';
import { LocaleScalar } from '../core/translation/index.ts';
import { UrlScalar } from '../core/url.scalar.ts';
import { Country } from '../countries/index.ts';
import { Organisation } from '../organisations/index.ts';
import { CoordinationKind } from './coordination-words.ts';

@ObjectType({ description: 'What coordinates action against trafficking in a country: for everybody. What the service came with, and what the post of the country and the adviser keep of it.' })
@Entity({ tableName: 'country_coordination' })
@Index({ properties: ['country'] })
@Check({ name: 'country_coordination_named', expression: `(name is not null or organisation_slug is not null) and name <> '' and legal_basis <> ''` })
@Check({ name: 'country_coordination_days', expression: `ends_on is null or starts_on is null or ends_on >= starts_on` })
@Check({ name: 'country_coordination_source', expression: `source <> '' and (source_url is null or source_url ~ '^https?://') and (website is null or website ~ '^https?://') and is_verified = (checked_on is not null)` })
export class CountryCoordination extends Sourced {
  /** Of the reference files a short name, of what people enter a UUID that they have drawn. */
  @PrimaryKey({ type: 'text' })
  code!: string;

  @Field(() => String, { description: 'Its key: that of whoever entered it, or of what the service came with.' })
  key!: string;

  @Enum({ items: () => CoordinationKind })
  @Field(() => CoordinationKind, { description: 'What it is.' })
  kind!: CoordinationKind;

  @ManyToOne(() => Country)
  @Field(() => Country, { description: 'The country.' })
  country!: Country;

  @ManyToOne(() => Organisation, { nullable: true })
  @Field(() => Organisation, { nullable: true, description: 'The institution, where it is in the directory.' })
  organisation!: Organisation | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'What it is called, as it was read; null where the organisation says it.' })
  name!: string | null;

  @Enum({ items: () => LOCALE_TAGS })
  @Field(() => LocaleScalar, { description: 'The language of its name and of what it rests on.' })
  locale!: Locale;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'What it rests on in law, as it is cited; null where nobody knows.' })
  legalBasis!: string | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => UrlScalar, { nullable: true, description: 'Its public page; null where nobody knows.' })
  website!: string | null;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Since when it is there or in force; null where nobody knows.' })
  startsOn!: string | null;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Until when; null where it still holds, or nobody knows.' })
  endsOn!: string | null;

  @Property({ type: 'datetime', columnType: 'timestamptz', nullable: true })
  @Field(() => GraphQLDateTimeISO, { nullable: true, description: 'When the post or the adviser entered it or changed it last; null of what the service came with.' })
  changedAt!: string | null;

  /** Read by nobody as which of its services. */
  @Enum({ items: () => MemberRole, nullable: true })
  changedAs!: MemberRole | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the post did so, or the adviser; null of what the service came with.' })
  isByPost!: boolean | null;

  @Property({ type: 'integer', default: 1 })
  @Field(() => Int, { description: 'Raised by each change: whoever changes it says which one they have read.' })
  version!: number;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'True for an invented one of the demonstration.' })
  isDemonstration!: boolean;

  @Field(() => Boolean, { description: 'Whether you can change and remove it.' })
  canChange!: boolean;

  @Field(() => Provenance, { description: 'Where it was read, and whether anybody has checked it.' })
  provenance!: Provenance;
}
