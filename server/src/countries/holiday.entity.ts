/** A public holiday of a country, with its name in the languages that name it. */
import { Entity, Enum, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { type Locale, LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { Provenance, Sourced } from '../core/provenance/index.ts';
import { LocalizedText } from '../core/translation/index.ts';
import { Country } from './country.entity.ts';

@ObjectType({ description: 'A public holiday of a country.' })
@Entity({ tableName: 'holiday' })
export class Holiday extends Sourced {
  @ManyToOne(() => Country, { primary: true, deleteRule: 'cascade' })
  country!: Country;

  @PrimaryKey({ type: 'date' })
  @Field(() => GraphQLLocalDate, { description: 'The day, in the country.' })
  date!: string;

  @Field(() => LocalizedText, { description: 'What it is called.' })
  name!: LocalizedText;

  /** The language that its name is surely known in. */
  @Enum({ items: () => LOCALE_TAGS })
  sourceLocale!: Locale;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'True when its date follows the moon and is announced shortly before.' })
  isMoonDependent!: boolean;

  /** Said to be none by the post of the country or the adviser: kept, as what is imported would bring it back. */
  @Property({ type: 'boolean', default: false })
  isStruck!: boolean;

  @Property({ type: 'integer', default: 1 })
  @Field(() => Int, { description: 'Raised by each correction: whoever corrects it says which one they have read.' })
  version!: number;

  @Field(() => Provenance, { description: 'Where it comes from.' })
  provenance!: Provenance;
}

@Entity({ tableName: 'holiday_translation' })
export class HolidayTranslation {
  @PrimaryKey({ type: 'text' })
  countryCode!: string;

  @PrimaryKey({ type: 'date' })
  date!: string;

  /** The same two columns as a reference. */
  @ManyToOne(() => Holiday, { deleteRule: 'cascade', joinColumns: ['country_code', 'date'] })
  holiday!: Holiday;

  @Enum({ items: () => LOCALE_TAGS, primary: true })
  locale!: Locale;

  @Property({ type: 'text' })
  name!: string;
}
