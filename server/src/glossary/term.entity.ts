/** A term of the field, as the treaties and the practitioners of each language write it. */
import { Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { type Locale, LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { Field, ObjectType } from 'type-graphql';
import { Node } from '../core/reader/index.ts';
import { LocaleScalar, LocalizedText } from '../core/translation/index.ts';

@ObjectType({ implements: Node, description: 'A term of the field, in sixteen languages.' })
@Entity({ tableName: 'term' })
export class Term implements Node {
  id!: string;

  @PrimaryKey({ type: 'text' })
  @Field(() => String, { description: 'Its code: stable.' })
  code!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'The part of the field it belongs to.' })
  domain!: string;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'What it means, in English.' })
  definition!: string | null;

  @Field(() => LocalizedText, { description: 'The term in the reader’s language.' })
  name!: LocalizedText;

  @Field(() => [TermName], { description: 'The term in every language.' })
  names!: TermName[];
}

@ObjectType({ description: 'A term in one language.' })
@Entity({ tableName: 'term_name' })
@Index({ name: 'term_name_folded', expression: 'create index "term_name_folded" on "term_name" using gin ("folded" gin_trgm_ops)' })
export class TermName {
  @ManyToOne(() => Term, { primary: true, deleteRule: 'cascade' })
  term!: Term;

  @Enum({ items: () => LOCALE_TAGS, primary: true })
  @Field(() => LocaleScalar, { description: 'The language.' })
  locale!: Locale;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'The term.' })
  name!: string;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'True when it was read in a text of that language; false when it awaits a native reader.' })
  isVerified!: boolean;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'What was read for it.' })
  source!: string | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'As of when the termbase vouches for it: an ISO 8601 day, or a month. Null where it awaits a native reader.' })
  checkedOn!: string | null;

  /** What the free-text search reads. */
  @Property({ type: 'text', generated: '(fold(name)) stored', hidden: true })
  folded!: string;
}
