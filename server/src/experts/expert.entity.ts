/** A French expert: what they do, in which languages, on what, where, and who vouches for them. */
import { Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { type Locale, LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { Visibility } from '../core/consent/index.ts';
import { Node } from '../core/reader/index.ts';
import { LocalizedText, Translated, Translation } from '../core/translation/index.ts';
import { Country } from '../countries/index.ts';
import { CefrLevel, Institution, Language, Profession, Theme } from '../vocabulary/index.ts';

@ObjectType({ implements: Node, description: 'A French expert. Being listed is no approval: see who vouches.' })
@Entity({ tableName: 'expert' })
@Index({ name: 'expert_folded', expression: 'create index "expert_folded" on "expert" using gin ("folded" gin_trgm_ops)' })
export class Expert extends Translated implements Node {
  id!: string;

  @PrimaryKey({ type: 'uuid' })
  uuid!: string;

  @Property({ type: 'text' })
  @Field(() => String, { nullable: true, description: 'Their name; null unless they agreed that you may see it.' })
  name!: string | null;

  /** What the free-text search reads of the name, which is as hidden as the name itself. */
  @Property({ type: 'text', generated: `(fold(name)) stored`, nullable: true, hidden: true })
  folded!: string | null;

  /** Who may see the name. */
  @Enum({ items: () => Visibility, default: 'ADVISER' })
  nameVisibility!: Visibility;

  @ManyToOne(() => Profession)
  @Field(() => Profession, { description: 'What they do.' })
  profession!: Profession;

  @ManyToOne(() => Institution)
  @Field(() => Institution, { description: 'Where they come from.' })
  institution!: Institution;

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
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The end of their last mission or training that has taken place.' })
  lastMissionOn!: string | null;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'True for an invented person of the demonstration.' })
  isDemonstration!: boolean;
}

@Entity({ tableName: 'expert_translation' })
@Index({ name: 'expert_translation_folded', expression: 'create index "expert_translation_folded" on "expert_translation" using gin ("folded" gin_trgm_ops)' })
export class ExpertTranslation extends Translation {
  @ManyToOne(() => Expert, { primary: true, deleteRule: 'cascade' })
  expert!: Expert;

  @Enum({ items: () => LOCALE_TAGS, primary: true })
  locale!: Locale;

  @Property({ type: 'text', nullable: true })
  summary!: string | null;

  /** What the free-text search reads. */
  @Property({ type: 'text', generated: `(fold(coalesce(summary, ''))) stored`, hidden: true })
  folded!: string;
}

@ObjectType({ description: 'A language that a person works in, and how well.' })
@Entity({ tableName: 'expert_language' })
@Index({ properties: ['language'] })
export class ExpertLanguage {
  @ManyToOne(() => Expert, { primary: true, deleteRule: 'cascade' })
  expert!: Expert;

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
  @ManyToOne(() => Expert, { primary: true, deleteRule: 'cascade' })
  expert!: Expert;

  @ManyToOne(() => Theme, { primary: true })
  theme!: Theme;
}

@Entity({ tableName: 'expert_country' })
@Index({ properties: ['country'] })
export class ExpertCountry {
  @ManyToOne(() => Expert, { primary: true, deleteRule: 'cascade' })
  expert!: Expert;

  @ManyToOne(() => Country, { primary: true })
  country!: Country;
}
