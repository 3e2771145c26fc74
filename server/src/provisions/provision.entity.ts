/** A provision of the law of a country that answers an instrument, or a reservation or declaration that the country has made. Its text is what was read, in the language in which it was read: nobody says it in another. */
import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { type Locale, LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { GraphQLDateTimeISO, GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { MemberRole } from '../accounts/index.ts';
import { Provenance, Sourced } from '../core/provenance/index.ts';
import { LocaleScalar } from '../core/translation/index.ts';
import { Country } from '../countries/index.ts';
import { Instrument, InstrumentArticle } from '../instruments/index.ts';
import { Recommendation } from '../recommendations/index.ts';
import { ProvisionKind } from './provision-words.ts';

@ObjectType({ description: 'A provision of the law of a country that answers an instrument, or a reservation or a declaration of the country: seen by the adviser, and by the services of the post of the country.' })
@Entity({ tableName: 'national_provision' })
@Index({ properties: ['country', 'instrument'] })
@Index({ properties: ['instrument'] })
@Unique({ properties: ['uuid', 'instrument'], name: 'national_provision_of' })
@Check({ name: 'national_provision_by_chance', expression: `substr(uuid::text, 15, 1) = '4'` })
@Check({ name: 'national_provision_says', expression: `text <> '' and reference <> '' and (ends_on is null or starts_on is null or ends_on >= starts_on)` })
@Check({ name: 'national_provision_source', expression: `source <> '' and (source_url is null or source_url ~ '^https?://') and is_verified = (checked_on is not null)` })
export class NationalProvision extends Sourced {
  @PrimaryKey({ type: 'uuid' })
  uuid!: string;

  @Field(() => GraphQLUUID, { description: 'Its key: that of whoever entered it.' })
  key!: string;

  @Enum({ items: () => ProvisionKind })
  @Field(() => ProvisionKind, { description: 'What it is.' })
  kind!: ProvisionKind;

  @ManyToOne(() => Country)
  @Field(() => Country, { description: 'The country.' })
  country!: Country;

  @ManyToOne(() => Instrument)
  @Field(() => Instrument, { description: 'The instrument.' })
  instrument!: Instrument;

  @Field(() => [InstrumentArticle], { description: 'The articles of the instrument that it is about, in their order; none where it is about the whole of it, or nobody has said.' })
  articles!: InstrumentArticle[];

  @Field(() => [Recommendation], { description: 'The recommendations to the country that it answers, the latest report first.' })
  recommendations!: Recommendation[];

  @Enum({ items: () => LOCALE_TAGS })
  @Field(() => LocaleScalar, { description: 'The language of its text.' })
  locale!: Locale;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Its title, or what it says, as it was read.' })
  text!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'By what it is cited: a law with its article and its number in the official journal, or the notification.' })
  reference!: string;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Since when it is in force; of a reservation or a declaration, the day on which it was made. Null where nobody knows.' })
  startsOn!: string | null;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Until when it was in force, or when it was withdrawn; null where it still holds, or nobody knows.' })
  endsOn!: string | null;

  @Property({ type: 'datetime', columnType: 'timestamptz', defaultRaw: 'now()' })
  @Field(() => GraphQLDateTimeISO, { description: 'When it was entered.' })
  enteredAt!: string;

  @Enum({ items: () => MemberRole })
  @Field(() => MemberRole, { description: 'As what somebody entered it.' })
  enteredAs!: MemberRole;

  @Property({ type: 'datetime', columnType: 'timestamptz', nullable: true })
  @Field(() => GraphQLDateTimeISO, { nullable: true, description: 'When it was last changed; null where it stands as it was entered.' })
  changedAt!: string | null;

  @Enum({ items: () => MemberRole, nullable: true })
  @Field(() => MemberRole, { nullable: true, description: 'As what somebody changed it last.' })
  changedAs!: MemberRole | null;

  @Property({ type: 'integer', default: 1 })
  @Field(() => Int, { description: 'Raised by each change: whoever changes it says which one they have read.' })
  version!: number;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'True for an invented one of the demonstration.' })
  isDemonstration!: boolean;

  @Property({ type: 'datetime', columnType: 'timestamptz', nullable: true })
  @Field(() => GraphQLDateTimeISO, { nullable: true, description: 'Since when everybody reads it, as the adviser has decided; null where it is not public. Once it is changed, it is not public until it is decided again.' })
  publicSince!: string | null;

  @Field(() => Boolean, { description: 'Whether you can make it public, and take that back: the adviser and the team, on their side.' })
  canPublish!: boolean;

  @Field(() => Boolean, { description: 'Whether you can change and remove it: those that are invented are changed by nobody who is real.' })
  canChange!: boolean;

  @Field(() => Provenance, { description: 'Where it was read, and whether anybody has checked it.' })
  provenance!: Provenance;
}

@Entity({ tableName: 'national_provision_article' })
export class NationalProvisionArticle {
  @PrimaryKey({ type: 'uuid' })
  provisionUuid!: string;

  @PrimaryKey({ type: 'text' })
  number!: string;

  @Property({ type: 'text' })
  instrumentCode!: string;

  /** The same columns as references: an article of the instrument that the provision is about. */
  @ManyToOne(() => NationalProvision, { deleteRule: 'cascade', joinColumns: ['provision_uuid', 'instrument_code'], referencedColumnNames: ['uuid', 'instrument_code'] })
  provision!: NationalProvision;

  @ManyToOne(() => InstrumentArticle, { joinColumns: ['instrument_code', 'number'] })
  article!: InstrumentArticle;
}

@Entity({ tableName: 'national_provision_recommendation' })
@Index({ properties: ['recommendation'] })
export class NationalProvisionRecommendation {
  @ManyToOne(() => NationalProvision, { primary: true, deleteRule: 'cascade', fieldName: 'provision_uuid' })
  provision!: NationalProvision;

  @ManyToOne(() => Recommendation, { primary: true, deleteRule: 'cascade' })
  recommendation!: Recommendation;
}
