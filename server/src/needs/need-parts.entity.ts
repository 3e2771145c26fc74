/** What belongs to a need: further themes, whose work it concerns, where to read more, and how it went. */
import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { type Locale, LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { MemberRole, Person } from '../accounts/index.ts';
import { LocaleScalar } from '../core/translation/index.ts';
import { UrlScalar } from '../core/url.scalar.ts';
import { Audience, Theme } from '../vocabulary/index.ts';
import { NeedStatus } from './need-words.ts';
import { Need } from './need.entity.ts';

@Entity({ tableName: 'need_theme' })
@Index({ properties: ['theme'] })
export class NeedTheme {
  @ManyToOne(() => Need, { primary: true, deleteRule: 'cascade', fieldName: 'need_uuid' })
  need!: Need;

  @ManyToOne(() => Theme, { primary: true })
  theme!: Theme;
}

@Entity({ tableName: 'need_audience' })
@Index({ properties: ['audience'] })
export class NeedAudience {
  @ManyToOne(() => Need, { primary: true, deleteRule: 'cascade', fieldName: 'need_uuid' })
  need!: Need;

  @ManyToOne(() => Audience, { primary: true })
  audience!: Audience;
}

@ObjectType({ description: 'Where more is to be read about a need.' })
@Entity({ tableName: 'need_link' })
@Check({ name: 'need_link_url', expression: `url ~ '^https?://'` })
@Check({ name: 'need_link_label', expression: `label <> ''` })
export class NeedLink {
  @ManyToOne(() => Need, { primary: true, deleteRule: 'cascade', fieldName: 'need_uuid' })
  need!: Need;

  @PrimaryKey({ type: 'integer' })
  position!: number;

  @Property({ type: 'text' })
  @Field(() => UrlScalar, { description: 'Its address.' })
  url!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What it is called, in the language in which the need was first written.' })
  label!: string;
}

@ObjectType({ description: 'A step of a need: that it was entered, or moved.' })
@Entity({ tableName: 'need_step' })
@Check({ name: 'need_step_reason', expression: `(reason is null) = (locale is null) and (to_status <> 'DECLINED' or reason is not null)` })
@Index({ properties: ['by'] })
export class NeedStep {
  @ManyToOne(() => Need, { primary: true, deleteRule: 'cascade', fieldName: 'need_uuid' })
  need!: Need;

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

  @Enum({ items: () => NeedStatus, nullable: true })
  @Field(() => NeedStatus, { nullable: true, description: 'Where it stood before; null where it was entered.' })
  fromStatus!: NeedStatus | null;

  @Enum({ items: () => NeedStatus })
  @Field(() => NeedStatus, { description: 'Where it stood from then on.' })
  toStatus!: NeedStatus;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Why; null where nothing is said.' })
  reason!: string | null;

  @Enum({ items: () => LOCALE_TAGS, nullable: true })
  @Field(() => LocaleScalar, { nullable: true, description: 'The language of the reason.' })
  locale!: Locale | null;
}
