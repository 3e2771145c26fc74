/** What belongs to a group of needs: its needs and what was done with it; and which needs were said not to belong together. */
import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { type Locale, LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { MemberRole, Person } from '../accounts/index.ts';
import { Node } from '../core/reader/index.ts';
import { LocaleScalar } from '../core/translation/index.ts';
import { Need } from '../needs/index.ts';
import { CommonNeedAct } from './common-need-words.ts';
import { CommonNeed } from './common-need.entity.ts';

/** A need is in one group at most: it is the key. */
@Entity({ tableName: 'common_need_member' })
@Index({ properties: ['commonNeed'] })
export class CommonNeedMember {
  @ManyToOne(() => Need, { primary: true, deleteRule: 'cascade', fieldName: 'need_uuid' })
  need!: Need;

  @ManyToOne(() => CommonNeed, { deleteRule: 'cascade', fieldName: 'common_need_uuid' })
  commonNeed!: CommonNeed;

  @Property({ type: 'datetime', columnType: 'timestamptz', defaultRaw: 'now()' })
  addedAt!: string;
}

@ObjectType({ description: 'What was done with a group of needs.' })
@Entity({ tableName: 'common_need_step' })
@Check({ name: 'common_need_step_reason', expression: `(reason is null) = (locale is null) and (act <> 'CLOSED' or reason is not null)` })
@Index({ properties: ['by'] })
@Index({ properties: ['need'] })
@Index({ properties: ['other'] })
export class CommonNeedStep {
  @ManyToOne(() => CommonNeed, { primary: true, deleteRule: 'cascade', fieldName: 'common_need_uuid' })
  commonNeed!: CommonNeed;

  /** The first is 1. */
  @PrimaryKey({ type: 'integer' })
  position!: number;

  @Property({ type: 'datetime', columnType: 'timestamptz', defaultRaw: 'now()' })
  @Field(() => GraphQLDateTimeISO, { description: 'When.' })
  at!: string;

  /** By whom; null when their account is gone. */
  @ManyToOne(() => Person, { nullable: true, deleteRule: 'set null' })
  by!: Person | null;

  @Enum({ items: () => MemberRole })
  @Field(() => MemberRole, { description: 'As what they did it.' })
  byRole!: MemberRole;

  @Enum({ items: () => CommonNeedAct })
  @Field(() => CommonNeedAct, { description: 'What was done.' })
  act!: CommonNeedAct;

  @ManyToOne(() => Need, { nullable: true, deleteRule: 'set null', fieldName: 'need_uuid' })
  @Field(() => Need, { nullable: true, description: 'Which need was added or taken out; null where it is about none, or it is gone.' })
  need!: Need | null;

  @ManyToOne(() => CommonNeed, { nullable: true, deleteRule: 'set null', fieldName: 'other_uuid' })
  @Field(() => CommonNeed, { nullable: true, description: 'The other group, where it was split or merged; null where it is about none, or it is gone.' })
  other!: CommonNeed | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Why; null where nothing is said.' })
  reason!: string | null;

  @Enum({ items: () => LOCALE_TAGS, nullable: true })
  @Field(() => LocaleScalar, { nullable: true, description: 'The language of the reason.' })
  locale!: Locale | null;
}

@ObjectType({ implements: Node, description: 'Two needs of which the adviser says that they do not belong together: they are not suggested together. Seen by the adviser alone.' })
@Entity({ tableName: 'needs_apart' })
@Unique({ properties: ['one', 'other'] })
@Index({ properties: ['other'] })
@Index({ properties: ['by'] })
@Check({ name: 'needs_apart_order', expression: 'one_uuid < other_uuid' })
@Check({ name: 'needs_apart_reason', expression: '(reason is null) = (locale is null)' })
export class NeedsApart implements Node {
  id!: string;

  @PrimaryKey({ type: 'uuid', defaultRaw: 'gen_random_uuid()' })
  uuid!: string;

  @ManyToOne(() => Need, { deleteRule: 'cascade', fieldName: 'one_uuid' })
  @Field(() => Need, { nullable: true, description: 'The one; null where it is not yours to read.' })
  one!: Need | null;

  @ManyToOne(() => Need, { deleteRule: 'cascade', fieldName: 'other_uuid' })
  @Field(() => Need, { nullable: true, description: 'The other; null where it is not yours to read.' })
  other!: Need | null;

  @Property({ type: 'datetime', columnType: 'timestamptz', defaultRaw: 'now()' })
  @Field(() => GraphQLDateTimeISO, { description: 'When it was said.' })
  at!: string;

  /** By whom; null when their account is gone. */
  @ManyToOne(() => Person, { nullable: true, deleteRule: 'set null' })
  by!: Person | null;

  @Enum({ items: () => MemberRole })
  @Field(() => MemberRole, { description: 'As what they said it.' })
  byRole!: MemberRole;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Why; null where nothing is said.' })
  reason!: string | null;

  @Enum({ items: () => LOCALE_TAGS, nullable: true })
  @Field(() => LocaleScalar, { nullable: true, description: 'The language of the reason.' })
  locale!: Locale | null;
}
