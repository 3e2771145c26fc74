/** A city that journeys lead to: where it lies and what its clocks show. */
import { Check, Entity, Enum, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { type Locale, LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { GraphQLTimeZone } from 'graphql-scalars';
import { Field, Float, ObjectType } from 'type-graphql';
import { Provenance, Sourced } from '../core/provenance/index.ts';
import { Node } from '../core/reader/index.ts';
import { LocalizedText } from '../core/translation/index.ts';
import { Country } from '../countries/index.ts';

@ObjectType({ implements: Node, description: 'A city that missions lead to or leave from: the capitals of the area, Paris and Vienna.' })
@Entity({ tableName: 'city' })
@Check({ name: 'city_country', expression: `country_iso ~ '^[A-Z]{2}$' and (country_code is null or country_code = country_iso)` })
export class City extends Sourced implements Node {
  id!: string;

  @PrimaryKey({ type: 'text' })
  @Field(() => String, { description: 'Its code, in small letters: `belgrade`.' })
  code!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'The country it lies in, also outside the area: ISO 3166-1 alpha-2, or XK.' })
  countryIso!: string;

  @ManyToOne(() => Country, { nullable: true })
  @Field(() => Country, { nullable: true, description: 'The country of the area it lies in; null for a city outside it.' })
  country!: Country | null;

  @Field(() => LocalizedText, { description: 'Its name.' })
  name!: LocalizedText;

  @Property({ type: 'text' })
  @Field(() => GraphQLTimeZone, { description: 'Its IANA time zone.' })
  timeZone!: string;

  @Property({ type: 'double' })
  @Field(() => Float, { description: 'Degrees north of the equator (WGS 84).' })
  latitude!: number;

  @Property({ type: 'double' })
  @Field(() => Float, { description: 'Degrees east of Greenwich (WGS 84).' })
  longitude!: number;

  @Field(() => Provenance, { description: 'Where it is known from that it lies there.' })
  provenance!: Provenance;
}

@Entity({ tableName: 'city_translation' })
export class CityTranslation {
  @ManyToOne(() => City, { primary: true, deleteRule: 'cascade' })
  city!: City;

  @Enum({ items: () => LOCALE_TAGS, primary: true })
  locale!: Locale;

  @Property({ type: 'text' })
  name!: string;
}
