/** A country of the area, with what is said of it in each language. */
import { Entity, Enum, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { type Locale, LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { GraphQLCountryCode, GraphQLTimeZone } from 'graphql-scalars';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { Provenance, Sourced } from '../core/provenance/index.ts';
import { Node } from '../core/reader/index.ts';
import { LocalizedText } from '../core/translation/index.ts';
import { Language } from '../vocabulary/index.ts';
import { Hotline } from './hotline.entity.ts';
import { Membership } from './membership.entity.ts';

@ObjectType({ description: 'A point on the earth, in degrees (WGS 84).' })
export class Coordinates {
  @Field(() => Float, { description: 'Degrees north of the equator.' })
  latitude!: number;

  @Field(() => Float, { description: 'Degrees east of Greenwich.' })
  longitude!: number;
}

@ObjectType({ implements: Node, description: 'A country of the area.' })
@Entity({ tableName: 'country' })
export class Country implements Node {
  id!: string;

  @PrimaryKey({ type: 'text' })
  @Field(() => GraphQLCountryCode, { description: 'ISO 3166-1 alpha-2; XK, user-assigned, for Kosovo.' })
  code!: string;

  @Field(() => LocalizedText, { description: 'Its short name.' })
  name!: LocalizedText;

  @Field(() => LocalizedText, { nullable: true, description: 'Its official name.' })
  officialName!: LocalizedText | null;

  @Field(() => LocalizedText, { nullable: true, description: 'A note that goes with the name wherever it is printed (Kosovo).' })
  nameNote!: LocalizedText | null;

  @Field(() => LocalizedText, { description: 'Its capital.' })
  capital!: LocalizedText;

  @Field(() => Coordinates, { description: 'Where the capital lies.' })
  capitalCoordinates!: Coordinates;

  @Property({ type: 'double' })
  latitude!: number;

  @Property({ type: 'double' })
  longitude!: number;

  @Property({ type: 'text' })
  @Field(() => GraphQLTimeZone, { description: 'The IANA time zone of the capital.' })
  timeZone!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'The currency in use, ISO 4217.' })
  currency!: string;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'The first day of the working week, 1 for Monday to 7.' })
  firstWorkingDay!: number;

  @Field(() => [Language], { description: 'Its official languages.' })
  officialLanguages!: Language[];

  @Field(() => [Membership], { description: 'Its place in the European Union, the Council of Europe and the OSCE.' })
  memberships!: Membership[];

  @Field(() => [Hotline], { description: 'Its national hotlines; none when none is known.' })
  hotlines!: Hotline[];

  @Field(() => [CountryFact], { description: 'Where each fact of this country comes from.' })
  facts!: CountryFact[];
}

@Entity({ tableName: 'country_translation' })
export class CountryTranslation {
  @ManyToOne(() => Country, { primary: true, deleteRule: 'cascade' })
  country!: Country;

  @Enum({ items: () => LOCALE_TAGS, primary: true })
  locale!: Locale;

  @Property({ type: 'text' })
  name!: string;

  @Property({ type: 'text', nullable: true })
  officialName!: string | null;

  @Property({ type: 'text', nullable: true })
  nameNote!: string | null;

  @Property({ type: 'text' })
  capital!: string;
}

@Entity({ tableName: 'country_language' })
export class CountryLanguage {
  @ManyToOne(() => Country, { primary: true, deleteRule: 'cascade' })
  country!: Country;

  @ManyToOne(() => Language, { primary: true })
  language!: Language;

  @Property({ type: 'integer' })
  position!: number;
}

@ObjectType({ description: 'Where one fact of a country comes from.' })
@Entity({ tableName: 'country_fact' })
export class CountryFact extends Sourced {
  @ManyToOne(() => Country, { primary: true, deleteRule: 'cascade' })
  country!: Country;

  @PrimaryKey({ type: 'text' })
  @Field(() => String, { description: 'The field of the country that the fact answers: capital, timeZone, currency …' })
  field!: string;

  @Field(() => Provenance, { description: 'Where it comes from.' })
  provenance!: Provenance;
}
