/** A French expert: what they do, in which languages, on what, where, and who vouches for them. */
import { Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { type Locale, LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { Visibility } from '../core/consent/index.ts';
import { Node } from '../core/reader/index.ts';
import { LocalizedText, ShownTranslation, Translated } from '../core/translation/index.ts';
import { Country } from '../countries/index.ts';
import { CefrLevel, Institution, Language, Profession, Theme } from '../vocabulary/index.ts';
import { ExpertSheet } from './expert-sheet.entity.ts';

/** Whether who asks may see what somebody shows by the choice in a column: what each may see is asked once, and not for each row. */
const isOpen = (choice: string): string =>
  `(e.${choice} = 'PUBLIC' or e.${choice} = any(case when e.is_demonstration then (select acting_choices(true) as acting_choices) else (select acting_choices(false) as acting_choices) end))`;

// The view is its owner's, whom the rules of the table do not bind: it gives each field to those whom the expert chose. `public_folded`
// is the one that an index finds; it has public names alone.
@ObjectType({ implements: Node, description: 'A French expert. Being listed is no approval: see who vouches.' })
@Entity({
  tableName: 'listed_expert', view: true,
  expression: `select e.uuid, e.source_locale, e.source_version,
      case when ${isOpen('name_visibility')} then e.name else null end as name, case when ${isOpen('name_visibility')} then e.folded else null end as folded, e.public_folded, e.name_visibility,
      e.profession_code, case when ${isOpen('institution_visibility')} then e.institution_code else null end as institution_code, e.institution_visibility,
      case when ${isOpen('email_visibility')} then (select p.email from person p where p.id = e.person_id and p.suspended_at is null) else null end as email, e.email_visibility,
      e.vouched_by, e.vouched_since, date_trunc('month', e.last_mission_on::timestamp)::date as last_mission_on, e.is_demonstration, e.corps
    from expert e`,
})
export class Expert extends Translated implements Node {
  id!: string;

  @PrimaryKey({ type: 'uuid' })
  uuid!: string;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Their name; null unless they agreed that you may see it.' })
  name!: string | null;

  /** What the free-text search reads of the name, which is as hidden as the name itself. */
  @Property({ type: 'text', nullable: true })
  folded!: string | null;

  /** The same of names that everybody may see. */
  @Property({ type: 'text', nullable: true })
  publicFolded!: string | null;

  /** Who may see the name. */
  @Enum({ items: () => Visibility })
  nameVisibility!: Visibility;

  @ManyToOne(() => Profession)
  @Field(() => Profession, { description: 'What they do.' })
  profession!: Profession;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'The corps of the French State that they belong to, by its own name in French; null where nothing is said of it.' })
  corps!: string | null;

  @ManyToOne(() => Institution, { nullable: true })
  @Field(() => Institution, { nullable: true, description: 'Where they come from; null unless they agreed that you may see it.' })
  institution!: Institution | null;

  @Enum({ items: () => Visibility })
  institutionVisibility!: Visibility;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Their address; null unless they have an account and agreed that you may see it.' })
  email!: string | null;

  @Enum({ items: () => Visibility })
  emailVisibility!: Visibility;

  @Field(() => LocalizedText, { description: 'What they bring, in a few sentences.' })
  summary!: LocalizedText;

  @Field(() => [ExpertLanguage], { description: 'The languages they work in, best first.' })
  languages!: ExpertLanguage[];

  @Field(() => [Theme], { description: 'The themes they work on.' })
  themes!: Theme[];

  @Field(() => [Country], { description: 'The countries they know, in the order of their codes.' })
  countries!: Country[];

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Who vouches for them: a ministry’s correspondent, an organisation.' })
  vouchedBy!: string | null;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Since when they are vouched for.' })
  vouchedSince!: string | null;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The month in which their last mission or training that has taken place ended, as its first day: no day says where they were.' })
  lastMissionOn!: string | null;

  @Property({ type: 'boolean' })
  @Field(() => Boolean, { description: 'True for an invented person of the demonstration.' })
  isDemonstration!: boolean;
}

@ObjectType({ description: 'What is said of an expert in one language.' })
@Entity({ tableName: 'expert_translation' })
@Index({ name: 'expert_translation_folded', expression: 'create index "expert_translation_folded" on "expert_translation" using gin ("folded" gin_trgm_ops)' })
export class ExpertTranslation extends ShownTranslation {
  @ManyToOne(() => ExpertSheet, { primary: true, deleteRule: 'cascade' })
  expert!: ExpertSheet;

  @Enum({ items: () => LOCALE_TAGS, primary: true })
  override locale!: Locale;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'What they bring, in a few sentences.' })
  summary!: string | null;

  /** What the free-text search reads. */
  @Property({ type: 'text', generated: `(fold(coalesce(summary, ''))) stored`, hidden: true })
  folded!: string;
}

@ObjectType({ description: 'A language that a person works in, and how well.' })
@Entity({ tableName: 'expert_language' })
@Index({ properties: ['language'] })
export class ExpertLanguage {
  @ManyToOne(() => ExpertSheet, { primary: true, deleteRule: 'cascade' })
  expert!: ExpertSheet;

  @ManyToOne(() => Language, { primary: true })
  @Field(() => Language, { description: 'The language.' })
  language!: Language;

  @Enum({ items: () => CefrLevel })
  @Field(() => CefrLevel, { description: 'How well.' })
  level!: CefrLevel;
}

@Entity({ tableName: 'expert_theme' })
@Index({ properties: ['theme'] })
export class ExpertTheme {
  @ManyToOne(() => ExpertSheet, { primary: true, deleteRule: 'cascade' })
  expert!: ExpertSheet;

  @ManyToOne(() => Theme, { primary: true })
  theme!: Theme;
}

@Entity({ tableName: 'expert_country' })
@Index({ properties: ['country'] })
export class ExpertCountry {
  @ManyToOne(() => ExpertSheet, { primary: true, deleteRule: 'cascade' })
  expert!: ExpertSheet;

  @ManyToOne(() => Country, { primary: true })
  country!: Country;
}
