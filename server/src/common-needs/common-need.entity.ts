/** A common need: needs of several countries that the adviser says are one, with what they have in common and why. */
import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { type Locale, LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { MemberRole, Person } from '../accounts/index.ts';
import { Node } from '../core/reader/index.ts';
import { LocalizedText, ShownTranslation, Translated } from '../core/translation/index.ts';
import { Country } from '../countries/index.ts';
import { Need } from '../needs/index.ts';
import { CommonNeedStatus } from './common-need-words.ts';

@ObjectType({ description: 'What you may do with a group of needs.' })
export class CommonNeedAbilities {
  @Field(() => Boolean, { description: 'Change what is said of it.' })
  edit!: boolean;

  @Field(() => Boolean, { description: 'Say it in other languages.' })
  translate!: boolean;

  @Field(() => Boolean, { description: 'Add needs and take them out, split it and merge it with another.' })
  regroup!: boolean;

  @Field(() => Boolean, { description: 'Close it.' })
  close!: boolean;
}

@ObjectType({ implements: Node, description: 'Needs of several countries that the adviser says are one: seen by the adviser alone.' })
@Entity({ tableName: 'common_need' })
@Check({ name: 'common_need_by_chance', expression: `substr(uuid::text, 15, 1) = '4'` })
@Index({ properties: ['acceptedAt', 'uuid'] })
@Index({ properties: ['acceptedBy'] })
export class CommonNeed extends Translated implements Node {
  id!: string;

  @PrimaryKey({ type: 'uuid' })
  uuid!: string;

  @Enum({ items: () => CommonNeedStatus, default: 'ACCEPTED' })
  @Field(() => CommonNeedStatus, { description: 'Where it stands.' })
  status!: CommonNeedStatus;

  @Property({ type: 'datetime', columnType: 'timestamptz', defaultRaw: 'now()' })
  @Field(() => GraphQLDateTimeISO, { description: 'When it was accepted.' })
  acceptedAt!: string;

  /** Who has accepted it; null when their account is gone. */
  @ManyToOne(() => Person, { nullable: true, deleteRule: 'set null' })
  acceptedBy!: Person | null;

  @Enum({ items: () => MemberRole })
  @Field(() => MemberRole, { description: 'As what they did it.' })
  acceptedAs!: MemberRole;

  /** The position of the last of its steps. */
  @Property({ type: 'integer', default: 1 })
  @Field(() => Int, { description: 'Raised by whatever is done with it: whoever does more says which one they have read.' })
  version!: number;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'True for a group of invented needs of the demonstration.' })
  isDemonstration!: boolean;

  @Field(() => LocalizedText, { description: 'What its needs have in common, in one line.' })
  title!: LocalizedText;

  @Field(() => LocalizedText, { description: 'Why they are one.' })
  why!: LocalizedText;

  @Field(() => [CommonNeedTranslation], { description: 'What is said of it in every language in which something is, and nowhere from another language.' })
  texts!: CommonNeedTranslation[];

  @Field(() => [Need], { description: 'Its needs, those entered first first; one that was withdrawn or declined later too.' })
  needs!: Need[];

  @Field(() => [Country], { description: 'The countries of its needs, each once, by their codes.' })
  countries!: Country[];

  @Field(() => CommonNeedAbilities, { description: 'What you may do with it.' })
  can!: CommonNeedAbilities;
}

@ObjectType({ description: 'What is said of a group of needs in one language.' })
@Entity({ tableName: 'common_need_translation' })
export class CommonNeedTranslation extends ShownTranslation {
  @ManyToOne(() => CommonNeed, { primary: true, deleteRule: 'cascade', fieldName: 'common_need_uuid' })
  commonNeed!: CommonNeed;

  @Enum({ items: () => LOCALE_TAGS, primary: true })
  override locale!: Locale;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'What its needs have in common, in one line; null where it is not said in it.' })
  title!: string | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Why they are one.' })
  why!: string | null;

  /** What the free-text search reads. */
  @Property({ type: 'text', generated: `(fold((coalesce(title, ''::text) || ' '::text) || coalesce(why, ''::text))) stored`, nullable: true, hidden: true })
  folded!: string | null;
}
