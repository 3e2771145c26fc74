/** What belongs to a cooperation request: whose work it concerns, and how it went. */
import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { type Locale, LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { MemberRole, Person } from '../accounts/index.ts';
import { LocaleScalar } from '../core/translation/index.ts';
import { Audience } from '../vocabulary/index.ts';
import { CooperationRequestStatus } from './request-words.ts';
import { CooperationRequest } from './request.entity.ts';

@Entity({ tableName: 'cooperation_request_audience' })
@Index({ properties: ['audience'] })
export class CooperationRequestAudience {
  @ManyToOne(() => CooperationRequest, { primary: true, deleteRule: 'cascade', fieldName: 'request_uuid' })
  request!: CooperationRequest;

  @ManyToOne(() => Audience, { primary: true })
  audience!: Audience;
}

@ObjectType({ description: 'A step of a cooperation request: that it was sent, or came to stand elsewhere.' })
@Entity({ tableName: 'cooperation_request_step' })
@Check({ name: 'cooperation_request_step_reason', expression: '(reason is null) = (locale is null)' })
@Index({ properties: ['by'] })
export class CooperationRequestStep {
  @ManyToOne(() => CooperationRequest, { primary: true, deleteRule: 'cascade', fieldName: 'request_uuid' })
  request!: CooperationRequest;

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

  @Enum({ items: () => CooperationRequestStatus })
  @Field(() => CooperationRequestStatus, { description: 'Where it stood from then on.' })
  toStatus!: CooperationRequestStatus;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Why; null where nothing is said.' })
  reason!: string | null;

  @Enum({ items: () => LOCALE_TAGS, nullable: true })
  @Field(() => LocaleScalar, { nullable: true, description: 'The language of the reason.' })
  locale!: Locale | null;
}
