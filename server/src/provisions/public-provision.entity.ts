/** A provision, a reservation or a declaration that the adviser has made public: what everybody reads of it, by a view that has nothing else. */
import { Entity, Enum, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { ArrayType } from '@mikro-orm/postgresql';
import { type Locale, LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { GraphQLDateTimeISO, GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { Provenance, Sourced } from '../core/provenance/index.ts';
import { LocaleScalar } from '../core/translation/index.ts';
import { Country } from '../countries/index.ts';
import { Instrument, InstrumentArticle } from '../instruments/index.ts';
import { Recommendation } from '../recommendations/index.ts';
import { ProvisionKind } from './provision-words.ts';

// The view is its owner’s, whom the rules of the tables do not bind: it gives what was decided to be public, and nothing of who entered it.
@ObjectType({ description: 'What a country has in its law for an instrument, or has reserved or declared, as the adviser has made it public: for everybody.' })
@Entity({
  tableName: 'public_provision', view: true,
  expression: `select p.uuid, p.kind, p.country_code, p.instrument_code, p.locale, p.text, p.reference, p.starts_on, p.ends_on, p.source, p.source_url, p.is_verified, p.checked_on, p.note, p.public_since, p.is_demonstration,
    array(select l.number from national_provision_article l where l.provision_uuid = p.uuid order by l.number) as article_numbers, array(select l.recommendation_slug from national_provision_recommendation l where l.provision_uuid = p.uuid order by l.recommendation_slug) as recommendation_slugs
    from national_provision p where p.public_since is not null`,
})
export class PublicProvision extends Sourced {
  @PrimaryKey({ type: 'uuid' })
  uuid!: string;

  @Field(() => GraphQLUUID, { description: 'Its key.' })
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

  @Property({ type: ArrayType, columnType: 'text[]' })
  articleNumbers!: string[];

  @Property({ type: ArrayType, columnType: 'text[]' })
  recommendationSlugs!: string[];

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

  @Property({ type: 'datetime', columnType: 'timestamptz' })
  @Field(() => GraphQLDateTimeISO, { description: 'Since when everybody reads it, as it stands.' })
  publicSince!: string;

  @Property({ type: 'boolean' })
  @Field(() => Boolean, { description: 'True for an invented one of the demonstration.' })
  isDemonstration!: boolean;

  @Field(() => Provenance, { description: 'Where it was read, and whether anybody has checked it.' })
  provenance!: Provenance;
}
