/** A public body, a non-governmental or an international organisation of the field. Never a person, never a shelter. */
import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { type Locale, LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Provenance, Sourced } from '../core/provenance/index.ts';
import { Node } from '../core/reader/index.ts';
import { LocalizedText } from '../core/translation/index.ts';
import { UrlScalar } from '../core/url.scalar.ts';
import { Country } from '../countries/index.ts';

export const OrganisationKind = { NGO: 'NGO', COORDINATOR: 'COORDINATOR', AUTHORITY: 'AUTHORITY', INTERNATIONAL: 'INTERNATIONAL', NETWORK: 'NETWORK' } as const;
export type OrganisationKind = keyof typeof OrganisationKind;
registerEnumType(OrganisationKind, {
  name: 'OrganisationKind',
  description: 'What an organisation is.',
  valuesConfig: {
    NGO: { description: 'A non-governmental organisation.' },
    COORDINATOR: { description: 'The office of a national coordinator.' },
    AUTHORITY: { description: 'Another national authority.' },
    INTERNATIONAL: { description: 'An international organisation.' },
    NETWORK: { description: 'A network of organisations.' },
  },
});

@ObjectType({ implements: Node, description: 'An organisation of the field.' })
@Entity({ tableName: 'organisation' })
@Check({ name: 'organisation_website', expression: `website ~ '^https?://'` })
@Index({ name: 'organisation_folded', expression: 'create index "organisation_folded" on "organisation" using gin ("folded" gin_trgm_ops)' })
export class Organisation extends Sourced implements Node {
  id!: string;

  @PrimaryKey({ type: 'text' })
  slug!: string;

  @ManyToOne(() => Country, { nullable: true })
  @Field(() => Country, { nullable: true, description: 'Its country; null for an international organisation.' })
  country!: Country | null;

  @Enum({ items: () => OrganisationKind })
  @Field(() => OrganisationKind, { description: 'What it is.' })
  kind!: OrganisationKind;

  @Field(() => LocalizedText, { description: 'Its name.' })
  name!: LocalizedText;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Its acronym.' })
  acronym!: string | null;

  /** What the free-text search reads of the acronym. */
  @Property({ type: 'text', generated: `(fold(acronym)) stored`, nullable: true, hidden: true })
  folded!: string | null;

  @Field(() => LocalizedText, { nullable: true, description: 'What it does, in a sentence.' })
  activity!: LocalizedText | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => UrlScalar, { nullable: true, description: 'Its public address on the web.' })
  website!: string | null;

  /** False for one that asked for access and is not in the public directory: only those see it whom it concerns. */
  @Property({ type: 'boolean', default: true })
  @Field(() => Boolean, { description: 'False for one that only those see whom it concerns, since nobody has published it.' })
  isPublished!: boolean;

  /** Whether its people are shown in public to nobody, whatever they chose: so until somebody who knows has said that it keeps no place secret. */
  @Property({ type: 'boolean', default: true })
  isProtected!: boolean;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'True for an invented organisation of the demonstration.' })
  isDemonstration!: boolean;

  /** The locale its own name is written in. */
  @Enum({ items: () => LOCALE_TAGS })
  sourceLocale!: Locale;

  @Field(() => Provenance, { description: 'Where this record comes from.' })
  provenance!: Provenance;
}

@Entity({ tableName: 'organisation_translation' })
@Index({ name: 'organisation_translation_folded', expression: 'create index "organisation_translation_folded" on "organisation_translation" using gin ("folded" gin_trgm_ops)' })
export class OrganisationTranslation {
  @ManyToOne(() => Organisation, { primary: true, deleteRule: 'cascade' })
  organisation!: Organisation;

  @Enum({ items: () => LOCALE_TAGS, primary: true })
  locale!: Locale;

  @Property({ type: 'text', nullable: true })
  name!: string | null;

  @Property({ type: 'text', nullable: true })
  activity!: string | null;

  /** What the free-text search reads: letters and words without case, accents or script. */
  @Property({ type: 'text', generated: `(fold(coalesce(name, '') || ' ' || coalesce(activity, ''))) stored`, hidden: true })
  folded!: string;
}

// Views of their owner, for searches alone: they pass by the rules of rows, which keep PostgreSQL from asking the indexes.
/** The acronyms of organisations that are published. */
@Entity({ tableName: 'published_organisation', view: true, expression: 'select o.slug, o.folded from organisation o where o.is_published' })
export class PublishedOrganisation {
  @PrimaryKey({ type: 'text' })
  slug!: string;

  @Property({ type: 'text', nullable: true, hidden: true })
  folded!: string | null;
}

/** The texts of organisations that are published. */
@Entity({
  tableName: 'published_organisation_translation', view: true,
  expression: 'select x.organisation_slug, x.locale, x.folded from organisation_translation x join organisation o on o.slug = x.organisation_slug where o.is_published',
})
export class PublishedOrganisationTranslation {
  @ManyToOne(() => Organisation, { primary: true })
  organisation!: Organisation;

  @Enum({ items: () => LOCALE_TAGS, primary: true })
  locale!: Locale;

  @Property({ type: 'text', hidden: true })
  folded!: string;
}
