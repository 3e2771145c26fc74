/** A need: what a post sees missing in its country in the fight against trafficking, as it says it in its own language. */
import { ArrayType } from '@mikro-orm/core';
import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { type Locale, LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { MemberRole, Person } from '../accounts/index.ts';
import { Node } from '../core/reader/index.ts';
import { LocalizedText, ShownTranslation, Translated } from '../core/translation/index.ts';
import { Country } from '../countries/index.ts';
import { Audience, Subtheme, Theme } from '../vocabulary/index.ts';
import { NeedCriterion, NeedPillar, NeedStatus, NeedUrgency } from './need-words.ts';

@ObjectType({ description: 'What you may do with a need.' })
export class NeedAbilities {
  @Field(() => Boolean, { description: 'Change what is said of it.' })
  edit!: boolean;

  @Field(() => Boolean, { description: 'Say it in other languages.' })
  translate!: boolean;

  @Field(() => [NeedStatus], { description: 'Where you may move it to.' })
  moveTo!: readonly NeedStatus[];
}

@ObjectType({ implements: Node, description: 'What a post sees missing in its country: seen by the services of that post, and by the adviser.' })
@Entity({ tableName: 'need' })
@Check({ name: 'need_by_chance', expression: `substr(uuid::text, 15, 1) = '4'` })
@Check({ name: 'need_criteria', expression: `criteria <@ array['LIVES', 'CHILDREN', 'NO_ANSWER', 'RISING', 'DEADLINE', 'RECOMMENDED', 'REGIONAL']` })
@Index({ properties: ['enteredAt', 'uuid'] })
@Index({ properties: ['country', 'enteredAt'] })
@Index({ properties: ['theme'] })
@Index({ properties: ['subthemeCode'] })
@Index({ properties: ['enteredBy'] })
export class Need extends Translated implements Node {
  id!: string;

  @PrimaryKey({ type: 'uuid' })
  uuid!: string;

  @ManyToOne(() => Country)
  @Field(() => Country, { description: 'In which country.' })
  country!: Country;

  @ManyToOne(() => Theme)
  @Field(() => Theme, { description: 'What it is about before all.' })
  theme!: Theme;

  @Property({ type: 'text', nullable: true })
  subthemeCode!: string | null;

  /** The same columns as a reference: a sub-theme of the main theme, and of no other. */
  @ManyToOne(() => Subtheme, { nullable: true, deleteRule: 'no action', joinColumns: ['theme_code', 'subtheme_code'], referencedColumnNames: ['theme_code', 'code'] })
  @Field(() => Subtheme, { nullable: true, description: 'Which part of its main theme it is about; null where that is not said.' })
  subtheme!: Subtheme | null;

  @Field(() => [Theme], { description: 'What else it is about: two themes at most.' })
  furtherThemes!: Theme[];

  @Enum({ items: () => NeedPillar })
  @Field(() => NeedPillar, { description: 'The part of the fight against trafficking that it belongs to.' })
  pillar!: NeedPillar;

  @Field(() => [Audience], { description: 'Whose work it concerns; none where that is not said.' })
  audiences!: Audience[];

  @Property({ type: ArrayType, columnType: 'text[]', default: [] })
  @Field(() => [NeedCriterion], { description: 'What makes it urgent, the most pressing first.' })
  criteria!: NeedCriterion[];

  /** What its criteria make of it. */
  @Property({ type: 'text', generated: '(urgency_of(criteria)) stored' })
  @Field(() => NeedUrgency, { description: 'How urgent it is: as the most pressing of its criteria.' })
  urgency!: NeedUrgency;

  @Enum({ items: () => NeedStatus, default: 'SUBMITTED' })
  @Field(() => NeedStatus, { description: 'Where it stands.' })
  status!: NeedStatus;

  @Property({ type: 'datetime', columnType: 'timestamptz', defaultRaw: 'now()' })
  @Field(() => GraphQLDateTimeISO, { description: 'When it was entered.' })
  enteredAt!: string;

  /** Who has entered it; null when their account is gone. */
  @ManyToOne(() => Person, { nullable: true, deleteRule: 'set null' })
  enteredBy!: Person | null;

  @Enum({ items: () => MemberRole })
  @Field(() => MemberRole, { description: 'As what it was entered: a service of the post, or for it the adviser or the team.' })
  enteredAs!: MemberRole;

  @Property({ type: 'integer', default: 1 })
  @Field(() => Int, { description: 'Raised by each change of it: whoever changes or moves it says which one they have read.' })
  version!: number;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'True for an invented need of the demonstration.' })
  isDemonstration!: boolean;

  @Field(() => LocalizedText, { description: 'What is missing, in one line.' })
  title!: LocalizedText;

  @Field(() => LocalizedText, { description: 'What is missing, and what would help.' })
  text!: LocalizedText;

  @Field(() => [NeedTranslation], { description: 'What is said of it in every language in which something is, and nowhere from another language.' })
  texts!: NeedTranslation[];

  @Field(() => NeedAbilities, { description: 'What you may do with it.' })
  can!: NeedAbilities;
}

@ObjectType({ description: 'What is said of a need in one language.' })
@Entity({ tableName: 'need_translation' })
export class NeedTranslation extends ShownTranslation {
  @ManyToOne(() => Need, { primary: true, deleteRule: 'cascade', fieldName: 'need_uuid' })
  need!: Need;

  @Enum({ items: () => LOCALE_TAGS, primary: true })
  override locale!: Locale;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'What is missing, in one line; null where it is not said in it.' })
  title!: string | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'What is missing, and what would help.' })
  text!: string | null;

  /** What the free-text search reads. */
  @Property({ type: 'text', generated: `(fold((coalesce(title, ''::text) || ' '::text) || coalesce(text, ''::text))) stored`, nullable: true, hidden: true })
  folded!: string | null;
}
