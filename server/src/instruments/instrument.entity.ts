/** An instrument of international or European law against trafficking, and what it is to each country. */
import { Entity, Enum, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { type Locale, LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Provenance, Sourced } from '../core/provenance/index.ts';
import { Node } from '../core/reader/index.ts';
import { LocaleScalar, LocalizedText } from '../core/translation/index.ts';
import { Country, NameContext } from '../countries/index.ts';

@ObjectType({ implements: Node, description: 'An instrument of international or European law against trafficking.' })
@Entity({ tableName: 'instrument' })
export class Instrument extends Sourced implements Node {
  id!: string;

  @PrimaryKey({ type: 'text' })
  @Field(() => String, { description: 'Its code: stable, for filters.' })
  code!: string;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'Its place in the list, from 1.' })
  position!: number;

  @Field(() => LocalizedText, { description: 'Its title, as `titles` says where each was read: not every one is the official title.' })
  title!: LocalizedText;

  @Field(() => LocalizedText, { nullable: true, description: 'A short name for lists: a working name of this site, not an official one.' })
  shortTitle!: LocalizedText | null;

  @Field(() => [InstrumentTranslation], { description: 'Its title in each language that one is known in, and where that was read.' })
  titles!: InstrumentTranslation[];

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Its reference in the collection that publishes it.' })
  reference!: string;

  @Enum({ items: () => NameContext, nullable: true })
  @Field(() => NameContext, { nullable: true, description: 'The family of texts that it belongs to, which says what goes with the names of countries; null for none.' })
  nameContext!: NameContext | null;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The day it was adopted.' })
  adoptedOn!: string | null;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The day it was opened for signature.' })
  openedForSignatureOn!: string | null;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The day it came into force.' })
  inForceOn!: string | null;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'For a directive: the last day to transpose it.' })
  transpositionDueOn!: string | null;

  @Field(() => [CountryInstrument], { description: 'What it is to each country that is known.' })
  countries!: CountryInstrument[];

  @Field(() => [InstrumentArticle], { description: 'Its articles, in their order, as far as they are known: none says nothing about whether it has any.' })
  articles!: InstrumentArticle[];

  @Field(() => Provenance, { description: 'Where its dates come from.' })
  provenance!: Provenance;
}

/** An article of an instrument: what it is headed, not what it says. */
@ObjectType({ description: 'An article of an instrument, by its number and its heading.' })
@Entity({ tableName: 'instrument_article' })
export class InstrumentArticle extends Sourced {
  @ManyToOne(() => Instrument, { primary: true, deleteRule: 'cascade' })
  instrument!: Instrument;

  @PrimaryKey({ type: 'text' })
  @Field(() => String, { description: 'Its number, as it is cited: 18, 11a.' })
  number!: string;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'Its place in the instrument, from 1.' })
  position!: number;

  @Field(() => LocalizedText, { description: 'What it is headed.' })
  title!: LocalizedText;

  @Field(() => Provenance, { description: 'Where the heading comes from.' })
  provenance!: Provenance;
}

@Entity({ tableName: 'instrument_article_translation' })
export class InstrumentArticleTranslation {
  @PrimaryKey({ type: 'text' })
  instrumentCode!: string;

  @PrimaryKey({ type: 'text' })
  number!: string;

  /** The same two columns as a reference. */
  @ManyToOne(() => InstrumentArticle, { deleteRule: 'cascade', joinColumns: ['instrument_code', 'number'] })
  article!: InstrumentArticle;

  @Enum({ items: () => LOCALE_TAGS, primary: true })
  locale!: Locale;

  @Property({ type: 'text' })
  title!: string;
}

/** Its names in one language. The provenance is that of `title`; a row without a title has only our short name, and says so. */
@ObjectType({ description: 'The title of an instrument in one language.' })
@Entity({ tableName: 'instrument_translation' })
export class InstrumentTranslation extends Sourced {
  @ManyToOne(() => Instrument, { primary: true, deleteRule: 'cascade' })
  instrument!: Instrument;

  @Enum({ items: () => LOCALE_TAGS, primary: true })
  @Field(() => LocaleScalar, { description: 'The language.' })
  locale!: Locale;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { description: 'The title.' })
  title!: string | null;

  @Property({ type: 'text', nullable: true })
  shortTitle!: string | null;

  @Field(() => Provenance, { description: 'Where the title was read: the official one where it is verified, else one that is known and still to be verified.' })
  provenance!: Provenance;
}

export const InstrumentStatus = { PARTY: 'PARTY', SIGNATORY: 'SIGNATORY', BOUND: 'BOUND', NOT_PARTY: 'NOT_PARTY' } as const;
export type InstrumentStatus = keyof typeof InstrumentStatus;
registerEnumType(InstrumentStatus, {
  name: 'InstrumentStatus',
  description: 'What an instrument is to a country.',
  valuesConfig: {
    PARTY: { description: 'The country is a party.' },
    SIGNATORY: { description: 'It has signed and is not a party.' },
    BOUND: { description: 'It is bound as a member of the European Union.' },
    NOT_PARTY: { description: 'It is neither.' },
  },
});

export const ConsentKind = { RATIFICATION: 'RATIFICATION', ACCESSION: 'ACCESSION', SUCCESSION: 'SUCCESSION' } as const;
export type ConsentKind = keyof typeof ConsentKind;
registerEnumType(ConsentKind, {
  name: 'ConsentKind',
  description: 'How a country consented to be bound.',
  valuesConfig: {
    RATIFICATION: { description: 'By ratification.' }, ACCESSION: { description: 'By accession.' }, SUCCESSION: { description: 'By succession.' },
  },
});

@ObjectType({ description: 'What an instrument is to a country. An instrument without one is unknown for that country.' })
@Entity({ tableName: 'country_instrument' })
export class CountryInstrument extends Sourced {
  @ManyToOne(() => Country, { primary: true, deleteRule: 'cascade' })
  @Field(() => Country, { description: 'The country.' })
  country!: Country;

  @ManyToOne(() => Instrument, { primary: true, deleteRule: 'cascade' })
  @Field(() => Instrument, { description: 'The instrument.' })
  instrument!: Instrument;

  @Enum({ items: () => InstrumentStatus })
  @Field(() => InstrumentStatus, { description: 'What it is to the country.' })
  status!: InstrumentStatus;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The day the country signed.' })
  signedOn!: string | null;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The day it consented to be bound.' })
  consentedOn!: string | null;

  @Enum({ items: () => ConsentKind, nullable: true })
  @Field(() => ConsentKind, { nullable: true, description: 'How it consented.' })
  consentKind!: ConsentKind | null;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The day it came into force for the country.' })
  inForceOn!: string | null;

  @Field(() => Provenance, { description: 'Where it comes from.' })
  provenance!: Provenance;
}
