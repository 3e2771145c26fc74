/** What one expert is asked by a call, and answers: seen by the adviser and by that expert. */
import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { ArrayType } from '@mikro-orm/postgresql';
import { type Locale, LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Node } from '../core/reader/index.ts';
import { LocaleScalar, LocalizedText } from '../core/translation/index.ts';
import { Expert, ExpertSheet } from '../experts/index.ts';
import { AvailabilityCall } from './availability-call.entity.ts';

export const Availability = { YES: 'YES', NO: 'NO', PERHAPS: 'PERHAPS' } as const;
export type Availability = keyof typeof Availability;
registerEnumType(Availability, {
  name: 'Availability',
  description: 'Whether somebody is free on a day.',
  valuesConfig: { YES: { description: 'They are free.' }, NO: { description: 'They are not.' }, PERHAPS: { description: 'They cannot say yet.' } },
});

@ObjectType({ implements: Node, description: 'What one expert is asked by a call for availability, and has answered. Seen by the adviser, and by the expert whose account the sheet belongs to.' })
@Entity({ tableName: 'availability_request' })
@Check({ name: 'availability_request_answers_check', expression: `answers <@ array['YES', 'NO', 'PERHAPS']` })
@Check({ name: 'availability_request_answered', expression: '(answered_at is null) = (cardinality(answers) = 0)' })
@Check({ name: 'availability_request_remark', expression: 'char_length(remark) <= 500 and (remark is null) = (remark_locale is null)' })
@Check({ name: 'availability_request_substitute', expression: `char_length(substitute) <= 120 and (substitute is null or 'NO' = any(answers))` })
@Unique({ properties: ['call', 'sheet'] })
@Index({ properties: ['sheet'] })
export class AvailabilityRequest implements Node {
  id!: string;

  @PrimaryKey({ type: 'uuid' })
  uuid!: string;

  @ManyToOne(() => AvailabilityCall, { deleteRule: 'cascade', fieldName: 'call_uuid' })
  call!: AvailabilityCall;

  @ManyToOne(() => ExpertSheet, { deleteRule: 'cascade', fieldName: 'expert_uuid' })
  sheet!: ExpertSheet;

  @Field(() => Expert, { description: 'Who is asked.' })
  expert!: Expert;

  /** What is sent again with the same key is as sent once. */
  @Property({ type: 'uuid' })
  submission!: string;

  /** The secret of the link, as a hash; null once it leads nowhere. */
  @Property({ type: 'text', nullable: true, unique: true, hidden: true })
  secretHash!: string | null;

  /** The secret of the link before, as a hash: it leads there too for some hours. Null without one. */
  @Property({ type: 'text', nullable: true, unique: true, hidden: true })
  formerHash!: string | null;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  @Field(() => Date, { description: 'When they were last written to.' })
  askedAt!: Date;

  /** Null again where they are asked anew, at another address. */
  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => Date, { nullable: true, description: 'When the service reminded them; null where it has not.' })
  remindedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'From when on the service reminds them, within the hour; null where it will not: they have answered, were reminded, the link that they were sent leads nowhere any more, they cannot be written to, or the call is over before. Null for everybody but the adviser.' })
  remindsAt!: Date | null;

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => Date, { nullable: true, description: 'When they last answered; null while they have not.' })
  answeredAt!: Date | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'What they add, in one line.' })
  remark!: string | null;

  @Enum({ items: () => LOCALE_TAGS, nullable: true })
  @Field(() => LocaleScalar, { nullable: true, description: 'The language of what they add; null without.' })
  remarkLocale!: Locale | null;

  /** Of somebody who was not asked, and has not agreed to anything here: the name alone. */
  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Who could come in their place on a day on which they are not free, as they name them: a name alone.' })
  substitute!: string | null;

  @Property({ type: 'integer', default: 1 })
  @Field(() => Int, { description: 'Raised by each answer: whoever answers says which one they have read.' })
  version!: number;

  /** One for each day of the period, which is settled once somebody is asked. */
  @Property({ type: ArrayType, columnType: 'text[]', default: [] })
  @Field(() => [Availability], { description: 'What they answered, for each day of the period in order; empty while they have not.' })
  answers!: Availability[];

  @Field(() => LocalizedText, { description: 'What the call is for.' })
  title!: LocalizedText;

  @Field(() => LocalizedText, { nullable: true, description: 'What else is to be known of it.' })
  note!: LocalizedText | null;

  @Field(() => GraphQLLocalDate, { description: 'The first day that is asked for.' })
  fromOn!: string;

  @Field(() => GraphQLLocalDate, { description: 'The last day that is asked for.' })
  untilOn!: string;

  @Field(() => GraphQLLocalDate, { description: 'The last day on which it can be answered, on the clock of France.' })
  answersUntil!: string;

  @Field(() => Boolean, { description: 'Whether it can be answered now.' })
  isOpen!: boolean;

  @Field(() => Boolean, { description: 'Whether the adviser can ask them again: it can be answered now and was not, and the link that they were sent leads nowhere any more. False for everybody else.' })
  canBeAsked!: boolean;

  @Field(() => Boolean, { description: 'Whether the adviser can remind them: it can be answered now and was not, and they were not written to within a day, or the link that they were sent leads nowhere any more. False for everybody else.' })
  canBeReminded!: boolean;
}
