/** What those who answer for an organisation know and decide about it: whether it is published, and whether it may be found. */
import { Entity, Enum, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { type Locale, LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { Field, ObjectType } from 'type-graphql';
import { LocaleScalar } from '../core/translation/index.ts';
import { Country } from '../countries/index.ts';
import { OrganisationKind } from '../organisations/index.ts';

@ObjectType({ description: 'What you, who ask, may do with an organisation.' })
export class OrganisationAbilities {
  @Field(() => Boolean, { description: 'Publish it: everybody sees it then, in the lists too.' })
  publish!: boolean;

  @Field(() => Boolean, { description: 'Take it out of the lists and pages for everybody whom it does not concern.' })
  unpublish!: boolean;

  @Field(() => Boolean, { description: 'Say whether its people may be shown in public.' })
  protect!: boolean;
}

// A view that the rules of `organisation` hold for.
@ObjectType({ description: 'What is decided about an organisation. Seen by those who decide: the embassy in its country and the adviser.' })
@Entity({ tableName: 'organisation_office', view: true, expression: 'select o.slug, o.country_code, o.kind, o.source_locale as name_locale, o.is_published, o.is_protected from organisation o' })
export class OrganisationOffice {
  @PrimaryKey({ type: 'text' })
  slug!: string;

  @ManyToOne(() => Country, { nullable: true })
  country!: Country | null;

  @Enum({ items: () => OrganisationKind })
  kind!: OrganisationKind;

  @Enum({ items: () => LOCALE_TAGS })
  @Field(() => LocaleScalar, { description: 'The language its own name is written in.' })
  nameLocale!: Locale;

  @Property({ type: 'boolean' })
  isPublished!: boolean;

  @Property({ type: 'boolean' })
  @Field(() => Boolean, { description: 'Whether its people are shown in public to nobody, whatever they chose, so that nobody finds its place by them.' })
  isProtected!: boolean;

  @Field(() => OrganisationAbilities, { description: 'What you, who ask, may do with it.' })
  can!: OrganisationAbilities;
}
