/** A cooperation request: what a post or an authority of a country asks the adviser for, as it says it in its own language. */
import { ArrayType } from '@mikro-orm/core';
import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { type Locale, LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { GraphQLDateTimeISO, GraphQLLocalDate } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { MemberRole, Person } from '../accounts/index.ts';
import { PostService } from '../consultations/index.ts';
import { Node } from '../core/reader/index.ts';
import { LocalizedText, ShownTranslation, Translated } from '../core/translation/index.ts';
import { Country } from '../countries/index.ts';
import { Mission } from '../missions/index.ts';
import { Need, NeedCriterion, NeedUrgency } from '../needs/index.ts';
import { TrainingSession } from '../trainings/index.ts';
import { Audience, Theme } from '../vocabulary/index.ts';
import { CooperationRequestKind, CooperationRequestStatus, RequestCriterion, RequestDecision } from './request-words.ts';

@ObjectType({ description: 'What you may do with a cooperation request.' })
export class CooperationRequestAbilities {
  @Field(() => Boolean, { description: 'Say it in other languages.' })
  translate!: boolean;

  @Field(() => Boolean, { description: 'Withdraw it.' })
  withdraw!: boolean;

  @Field(() => [PostService], { description: 'Give the opinion of these services: your own.' })
  giveOpinion!: PostService[];

  @Field(() => Boolean, { description: 'Decide about it.' })
  decide!: boolean;

  @Field(() => Boolean, { description: 'Close it: what was granted is done.' })
  close!: boolean;
}

@ObjectType({ implements: Node, description: 'What a post or an authority asks the adviser for: seen by the services of the post of its country, by the adviser, and by the authorities of the country where one of them has sent it.' })
@Entity({ tableName: 'cooperation_request' })
@Check({ name: 'cooperation_request_by_chance', expression: `substr(uuid::text, 15, 1) = '4'` })
@Check({ name: 'cooperation_request_criteria', expression: `criteria <@ array['LIVES', 'CHILDREN', 'NO_ANSWER', 'RISING', 'DEADLINE', 'RECOMMENDED', 'REGIONAL']` })
@Check({ name: 'cooperation_request_period', expression: 'wished_until >= wished_from' })
@Check({ name: 'cooperation_request_due', expression: `(due_on is null) = (due_at is null) and (due_on is null) = (rule_days is null) and (status <> 'CONSULTED' or due_on is not null)` })
@Check({ name: 'cooperation_request_decided', expression: `(decision is not null) = (status in ('DECIDED', 'CLOSED')) and (decision is not null or (met = '{}' and not_met = '{}')) and (status <> 'CLOSED' or decision in ('GRANTED', 'GRANTED_IN_PART'))` })
@Check({ name: 'cooperation_request_findings', expression: `met || not_met <@ array['MANDATE', 'NEED_SHOWN', 'MEANS', 'NO_DUPLICATE', 'ADDED_VALUE'] and not met && not_met` })
@Index({ properties: ['sentAt', 'uuid'] })
@Index({ properties: ['country', 'sentAt'] })
@Index({ properties: ['theme'] })
@Index({ properties: ['need'] })
@Index({ properties: ['sentBy'] })
@Index({ properties: ['session'] })
@Index({ properties: ['mission'] })
export class CooperationRequest extends Translated implements Node {
  id!: string;

  @PrimaryKey({ type: 'uuid' })
  uuid!: string;

  @Enum({ items: () => CooperationRequestKind })
  @Field(() => CooperationRequestKind, { description: 'What it asks for.' })
  kind!: CooperationRequestKind;

  @ManyToOne(() => Country)
  @Field(() => Country, { description: 'For which country.' })
  country!: Country;

  @ManyToOne(() => Theme)
  @Field(() => Theme, { description: 'What it is about.' })
  theme!: Theme;

  @Field(() => [Audience], { description: 'Whose work it concerns; none where that is not said.' })
  audiences!: Audience[];

  @Property({ type: ArrayType, columnType: 'text[]', default: [] })
  @Field(() => [NeedCriterion], { description: 'What makes it urgent, the most pressing first.' })
  criteria!: NeedCriterion[];

  /** What its criteria make of it. */
  @Property({ type: 'text', generated: '(urgency_of(criteria)) stored' })
  @Field(() => NeedUrgency, { description: 'How urgent it is: as the most pressing of its criteria.' })
  urgency!: NeedUrgency;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'From which day on it is wished for; null where that is not said.' })
  wishedFrom!: string | null;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Until which day it is wished for; null where that is not said.' })
  wishedUntil!: string | null;

  @ManyToOne(() => Need, { nullable: true, deleteRule: 'set null', fieldName: 'need_uuid' })
  @Field(() => Need, { nullable: true, description: 'The need of the country that it is to answer; null where there is none, or none for you.' })
  need!: Need | null;

  @Enum({ items: () => CooperationRequestStatus, default: 'SENT' })
  @Field(() => CooperationRequestStatus, { description: 'Where it stands.' })
  status!: CooperationRequestStatus;

  @Property({ type: 'datetime', columnType: 'timestamptz', defaultRaw: 'now()' })
  @Field(() => GraphQLDateTimeISO, { description: 'When it was sent.' })
  sentAt!: string;

  /** Who has sent it; null when their account is gone. */
  @ManyToOne(() => Person, { nullable: true, deleteRule: 'set null' })
  sentBy!: Person | null;

  @Enum({ items: () => MemberRole })
  @Field(() => MemberRole, { description: 'As what it was sent: a service of the post, or an authority.' })
  sentAs!: MemberRole;

  @Property({ type: 'integer', default: 1 })
  @Field(() => Int, { description: 'Raised by each change of it: whoever changes something says which one they have read.' })
  version!: number;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The last day on which the embassy says what it thinks of it: a working day of the country; null where it was not asked.' })
  dueOn!: string | null;

  /** When that day is over there. */
  @Property({ type: 'timestamptz', nullable: true })
  dueAt!: Date | null;

  /** How many working days of the country that were, without weekends and its public holidays. */
  @Property({ type: 'integer', nullable: true })
  ruleDays!: number | null;

  /** When it was decided about, or withdrawn. */
  @Property({ type: 'timestamptz', nullable: true })
  settledAt!: Date | null;

  /** When those who owe an opinion were reminded that the last day is near. */
  @Property({ type: 'timestamptz', nullable: true })
  remindedAt!: Date | null;

  @Enum({ items: () => RequestDecision, nullable: true })
  @Field(() => RequestDecision, { nullable: true, description: 'What the adviser has decided; null while nothing is. Why is said by the step.' })
  decision!: RequestDecision | null;

  @Property({ type: ArrayType, columnType: 'text[]', default: [] })
  @Field(() => [RequestCriterion], { description: 'The criteria that it meets; none while nothing is decided.' })
  met!: RequestCriterion[];

  @Property({ type: ArrayType, columnType: 'text[]', default: [] })
  @Field(() => [RequestCriterion], { description: 'The criteria that it does not meet. Of one that is in neither list nobody can tell.' })
  notMet!: RequestCriterion[];

  @ManyToOne(() => TrainingSession, { nullable: true, deleteRule: 'set null', fieldName: 'session_uuid' })
  @Field(() => TrainingSession, { nullable: true, description: 'The training session that came of it; null where there is none, or none for you.' })
  session!: TrainingSession | null;

  @ManyToOne(() => Mission, { nullable: true, deleteRule: 'set null', fieldName: 'mission_uuid' })
  @Field(() => Mission, { nullable: true, description: 'The mission that came of it; null where there is none, and for others than the adviser.' })
  mission!: Mission | null;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'True for an invented request of the demonstration.' })
  isDemonstration!: boolean;

  @Field(() => LocalizedText, { description: 'What is asked for, in one line.' })
  subject!: LocalizedText;

  @Field(() => LocalizedText, { description: 'What is asked for, and why.' })
  text!: LocalizedText;

  @Field(() => [CooperationRequestTranslation], { description: 'What is said of it in every language in which something is, and nowhere from another language.' })
  texts!: CooperationRequestTranslation[];

  @Field(() => CooperationRequestAbilities, { description: 'What you may do with it.' })
  can!: CooperationRequestAbilities;
}

@ObjectType({ description: 'What is said of a cooperation request in one language.' })
@Entity({ tableName: 'cooperation_request_translation' })
export class CooperationRequestTranslation extends ShownTranslation {
  @ManyToOne(() => CooperationRequest, { primary: true, deleteRule: 'cascade', fieldName: 'request_uuid' })
  request!: CooperationRequest;

  @Enum({ items: () => LOCALE_TAGS, primary: true })
  override locale!: Locale;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'What is asked for, in one line; null where it is not said in it.' })
  subject!: string | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'What is asked for, and why.' })
  text!: string | null;

  /** What the free-text search reads. */
  @Property({ type: 'text', generated: `(fold((coalesce(subject, ''::text) || ' '::text) || coalesce(text, ''::text))) stored`, nullable: true, hidden: true })
  folded!: string | null;
}
