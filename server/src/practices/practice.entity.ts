/** French practices shown abroad: the record of French expertise, of an expert or of nobody in particular. Everybody reads those that the adviser shows, and that their expert has agreed to show. */
import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { type Locale, LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { Node } from '../core/reader/index.ts';
import { LocaleScalar, LocalizedText, ShownTranslation, Translated } from '../core/translation/index.ts';
import { Country } from '../countries/index.ts';
import { Expert, ExpertSheet } from '../experts/index.ts';
import { Theme } from '../vocabulary/index.ts';

@ObjectType({ description: 'What you, who ask, may do with an entry of the record of French expertise.' })
export class RecordAbilities {
  @Field(() => Boolean, { description: 'Change and remove it, and decide whether it is shown.' })
  edit!: boolean;

  @Field(() => Boolean, { description: 'Agree to its being shown, and take that back: it is about you.' })
  agree!: boolean;
}

@ObjectType({ implements: Node, description: 'A French practice that was shown abroad. Everybody sees it once it is thirty days past, so that it says of nobody where they are. Of one that is not shown to everybody the adviser learns, and the expert whose it is.' })
@Entity({ tableName: 'practice' })
@Check({ name: 'practice_consent', expression: 'consented_on is null or expert_uuid is not null' })
@Index({ name: 'practice_expert_uuid_index', properties: ['sheet'] })
@Index({ properties: ['country'] })
@Index({ properties: ['theme'] })
@Index({ properties: ['shownOn', 'uuid'] })
export class Practice extends Translated implements Node {
  id!: string;

  @PrimaryKey({ type: 'uuid' })
  uuid!: string;

  @ManyToOne(() => ExpertSheet, { nullable: true, deleteRule: 'cascade', fieldName: 'expert_uuid' })
  sheet!: ExpertSheet | null;

  @Field(() => Expert, { nullable: true, description: 'Whose practice it is, as who asks sees them; null where it is nobody’s in particular.' })
  expert!: Expert | null;

  @ManyToOne(() => Country)
  @Field(() => Country, { description: 'Where it was shown.' })
  country!: Country;

  @ManyToOne(() => Theme)
  @Field(() => Theme, { description: 'What it is about.' })
  theme!: Theme;

  @Property({ type: 'date' })
  @Field(() => GraphQLLocalDate, { description: 'The day on which it was shown.' })
  shownOn!: string;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'Whether the adviser has decided to show it to everybody.' })
  isPublic!: boolean;

  /** When its expert agreed that it is shown, to whoever wrote it down or by themselves; null where they have not. */
  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The day on which its expert agreed to its being shown; null where they have not, and for all others than the adviser and them.' })
  consentedOn!: string | null;

  @Property({ type: 'integer', default: 1 })
  @Field(() => Int, { description: 'Raised by one each time that it is changed.' })
  version!: number;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'True for one that was invented for the demonstration.' })
  isDemonstration!: boolean;

  @Field(() => LocalizedText, { description: 'What was shown.' })
  title!: LocalizedText;

  @Field(() => LocalizedText, { nullable: true, description: 'To whom: organisations, an audience.' })
  audience!: LocalizedText | null;

  @Field(() => LocalizedText, { nullable: true, description: 'What came of it.' })
  result!: LocalizedText | null;

  @Field(() => [PracticeTranslation], { description: 'What is said of it in each language, with nothing taken from another.' })
  texts!: PracticeTranslation[];

  @Field(() => RecordAbilities, { description: 'What you, who ask, may do with it.' })
  can!: RecordAbilities;
}

@ObjectType({ description: 'What is said of a French practice in one language.' })
@Entity({ tableName: 'practice_translation' })
@Index({ name: 'practice_translation_expert_uuid_index', properties: ['sheet'] })
export class PracticeTranslation extends ShownTranslation {
  @ManyToOne(() => Practice, { primary: true, deleteRule: 'cascade' })
  practice!: Practice;

  /** Whose practice it is: kept by the database, so that what is said of somebody is found by them. */
  @ManyToOne(() => ExpertSheet, { nullable: true, deleteRule: 'cascade', fieldName: 'expert_uuid' })
  sheet!: ExpertSheet | null;

  @Enum({ items: () => LOCALE_TAGS, primary: true })
  override locale!: Locale;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'What was shown.' })
  title!: string | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'To whom.' })
  audience!: string | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'What came of it.' })
  result!: string | null;
}

@ObjectType({ implements: Node, description: 'A publication of an expert. Of one that is not shown to everybody the adviser learns, and the expert whose it is.' })
@Entity({ tableName: 'publication' })
@Check({ name: 'publication_year', expression: 'year >= 1950 and year <= 2200' })
@Check({ name: 'publication_title', expression: `title <> ''` })
@Check({ name: 'publication_url', expression: `url ~ '^https?://'` })
@Index({ name: 'publication_expert_uuid_index', properties: ['sheet'] })
export class Publication implements Node {
  id!: string;

  @PrimaryKey({ type: 'uuid' })
  uuid!: string;

  @ManyToOne(() => ExpertSheet, { deleteRule: 'cascade', fieldName: 'expert_uuid' })
  sheet!: ExpertSheet;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'The year in which it appeared.' })
  year!: number;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Its title, as it appeared.' })
  title!: string;

  @Enum({ items: () => LOCALE_TAGS })
  @Field(() => LocaleScalar, { description: 'The language of the title.' })
  locale!: Locale;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Where it can be read.' })
  url!: string | null;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'Whether the adviser has decided to show it to everybody.' })
  isPublic!: boolean;

  /** As of a practice. */
  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The day on which its expert agreed to its being shown; null where they have not, and for all others than the adviser and them.' })
  consentedOn!: string | null;

  @Property({ type: 'integer', default: 1 })
  @Field(() => Int, { description: 'Raised by one each time that it is changed.' })
  version!: number;

  @Field(() => RecordAbilities, { description: 'What you, who ask, may do with it.' })
  can!: RecordAbilities;
}
