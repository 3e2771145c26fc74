/** The note that goes with the name of a country, as each family of texts prints it; and which family a body belongs to. */
import { Entity, Enum, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { type Locale, LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { names } from '../core/names.ts';
import { Provenance, Sourced } from '../core/provenance/index.ts';
import { LocaleScalar, LocalizedText } from '../core/translation/index.ts';
import { Country } from './country.entity.ts';

export const NameContext = names('EU', 'COUNCIL_OF_EUROPE', 'UN');
export type NameContext = keyof typeof NameContext;
registerEnumType(NameContext, {
  name: 'NameContext',
  description: 'A family of texts, each of which prints a note of its own with the names of some countries.',
  valuesConfig: {
    EU: { description: 'Texts of the European Union.' },
    COUNCIL_OF_EUROPE: { description: 'Texts of the Council of Europe and of its monitoring bodies.' },
    UN: { description: 'Texts of the United Nations and of its organisations.' },
  },
});

@ObjectType({ description: 'The note that a family of texts prints with the name of a country.' })
@Entity({ tableName: 'country_name_note' })
export class CountryNameNote {
  @ManyToOne(() => Country, { primary: true, deleteRule: 'cascade' })
  country!: Country;

  @Enum({ items: () => NameContext, primary: true })
  @Field(() => NameContext, { description: 'The texts that print it.' })
  context!: NameContext;

  @Field(() => LocalizedText, { description: 'The note.' })
  text!: LocalizedText;

  @Field(() => [CountryNameNoteTranslation], { description: 'Where it was read, in each language that it is known in: it is translated by nobody here.' })
  texts!: CountryNameNoteTranslation[];
}

@ObjectType({ description: 'A note on a name in one language: where it was read.' })
@Entity({ tableName: 'country_name_note_translation' })
export class CountryNameNoteTranslation extends Sourced {
  @PrimaryKey({ type: 'text' })
  countryCode!: string;

  @Enum({ items: () => NameContext, primary: true })
  context!: NameContext;

  /** The same two columns as a reference. */
  @ManyToOne(() => CountryNameNote, { deleteRule: 'cascade', joinColumns: ['country_code', 'context'] })
  noteOf!: CountryNameNote;

  @Enum({ items: () => LOCALE_TAGS, primary: true })
  @Field(() => LocaleScalar, { description: 'The language.' })
  locale!: Locale;

  @Property({ type: 'text' })
  text!: string;

  @Field(() => Provenance, { description: 'Where the wording was read; one that is not verified is known, and to be read in a source.' })
  provenance!: Provenance;
}

/** A body whose texts belong to a family; its name as recommendations and rounds of monitoring have it. */
@Entity({ tableName: 'name_context_body' })
export class NameContextBody {
  @PrimaryKey({ type: 'text' })
  body!: string;

  @Enum({ items: () => NameContext })
  context!: NameContext;
}
