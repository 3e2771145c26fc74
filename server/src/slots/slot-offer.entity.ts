/**
 * The slots of which the host of a meeting takes one, by a link: who the host is, until when, and what they answer. It has no id of its own: it is read as a part of its meeting, and in no other way. Of the host an address to
 * write to is kept, and no place.
 */
import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { type Locale, LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { LocaleScalar } from '../core/translation/index.ts';
import { Meeting } from '../meetings/index.ts';
import { MissionLeg } from '../missions/index.ts';
import { SlotAnswer, SlotOfferState } from './slot-words.ts';

const ENDED = { WITHDRAWN: 'WITHDRAWN', MOVED: 'MOVED' } as const;

@ObjectType({ description: 'The slots that the host of a meeting is offered, and what they answer. Seen by the adviser and by the post of the leg.' })
@Entity({ tableName: 'slot_offer' })
@Check({ name: 'slot_offer_name', expression: `name <> ''` })
@Check({ name: 'slot_offer_email', expression: 'email = lower(email)' })
@Check({ name: 'slot_offer_answered', expression: `(answered_at is null) = (answer is null) and (answer is not distinct from 'TAKEN') = (taken_day is not null) and (taken_day is null) = (taken_starts is null)` })
@Check({ name: 'slot_offer_remark', expression: 'char_length(remark) <= 500 and (remark is null) = (remark_locale is null)' })
@Check({ name: 'slot_offer_over', expression: '(ended is null) = (ended_at is null)' })
@Index({ properties: ['leg'] })
@Index({ properties: ['email'] })
export class SlotOffer {
  @ManyToOne(() => Meeting, { primary: true, deleteRule: 'cascade', fieldName: 'meeting_uuid' })
  meeting!: Meeting;

  /** No field: nothing leads back. A copy, kept by the database. */
  @ManyToOne(() => MissionLeg, { deleteRule: 'cascade', fieldName: 'leg_uuid' })
  leg!: MissionLeg;

  /** What is sent again with the same key is as sent once. */
  @Property({ type: 'uuid' })
  submission!: string;

  @Property({ type: 'integer', default: 1 })
  @Field(() => Int, { description: 'Raised by each change of it: whoever takes the slots back says which one they have read.' })
  version!: number;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What the host is called.' })
  name!: string;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Where the host is written to; null once that is forgotten.' })
  email!: string | null;

  @Enum({ items: () => LOCALE_TAGS })
  @Field(() => LocaleScalar, { description: 'In which language the host is written to.' })
  locale!: Locale;

  /** The secret of the link, as a hash; null once it leads nowhere. */
  @Property({ type: 'text', nullable: true, unique: true, hidden: true })
  secretHash!: string | null;

  /** Whether the adviser offers them: they are held to all that engages those who go, those of a post to what the post is told. */
  @Property({ type: 'boolean' })
  byAdviser!: boolean;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Why some of them are on a weekend or a public holiday; null where none is.' })
  overrideReason!: string | null;

  @Property({ type: 'date' })
  @Field(() => GraphQLLocalDate, { description: 'The last day on which the host can answer, on the clock of the city.' })
  answersUntil!: string;

  @Field(() => SlotOfferState, { description: 'Where it stands, at this moment.' })
  state!: SlotOfferState;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  @Field(() => Date, { description: 'When the host was written to.' })
  askedAt!: Date;

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => Date, { nullable: true, description: 'When the host was reminded; null where that was not.' })
  remindedAt!: Date | null;

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => Date, { nullable: true, description: 'When the host last answered; null while they have not.' })
  answeredAt!: Date | null;

  @Enum({ items: () => SlotAnswer, nullable: true })
  @Field(() => SlotAnswer, { nullable: true, description: 'What the host answers; null while they have not.' })
  answer!: SlotAnswer | null;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The day of the slot that the host takes; null for none.' })
  takenDay!: string | null;

  @Property({ columnType: 'time(0)', type: 'string', nullable: true })
  @Field(() => String, { nullable: true, description: 'When that slot begins: `09:30`; null for none.' })
  takenStarts!: string | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'What the host adds, in one line.' })
  remark!: string | null;

  @Enum({ items: () => LOCALE_TAGS, nullable: true })
  @Field(() => LocaleScalar, { nullable: true, description: 'The language of what the host adds; null without.' })
  remarkLocale!: Locale | null;

  @Enum({ items: () => ENDED, nullable: true })
  ended!: keyof typeof ENDED | null;

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => Date, { nullable: true, description: 'When they were taken back; null where that was not.' })
  endedAt!: Date | null;

  /** No field: when the host who had taken one was told that the time no longer holds. */
  @Property({ type: 'timestamptz', nullable: true })
  toldLostAt!: Date | null;

  /** No field: when the host was told that the meeting does not take place, as its mission was given up. */
  @Property({ type: 'timestamptz', nullable: true })
  toldCancelledAt!: Date | null;

  /** No field: the `answeredAt` of which whoever prepares the leg was told. */
  @Property({ type: 'timestamptz', nullable: true })
  toldAnswerAt!: Date | null;

  /** No field: when whoever prepares the leg was last written to about an answer. */
  @Property({ type: 'timestamptz', nullable: true })
  answerMailedAt!: Date | null;
}

@ObjectType({ description: 'A time at which a meeting could be, as the clocks of the city show it.' })
@Entity({ tableName: 'offered_slot' })
export class OfferedSlot {
  @ManyToOne(() => SlotOffer, { primary: true, deleteRule: 'cascade', fieldName: 'meeting_uuid' })
  offer!: SlotOffer;

  @PrimaryKey({ type: 'date' })
  @Field(() => GraphQLLocalDate, { description: 'On which day.' })
  day!: string;

  @PrimaryKey({ columnType: 'time(0)', type: 'string' })
  @Field(() => String, { description: 'When it begins: `09:30`.' })
  starts!: string;

  /** Whether the host proposes it, where none that was offered suits. */
  @PrimaryKey({ type: 'boolean', default: false })
  isByHost!: boolean;

  @Field(() => Boolean, { description: 'Whether it can still be, as far as you are told of what engages those who go.' })
  isFree!: boolean;
}

/** A link whose meeting is gone: for a while it says that this does not take place. */
@Entity({ tableName: 'ended_slot_link' })
export class EndedSlotLink {
  @PrimaryKey({ type: 'text' })
  secretHash!: string;

  @Property({ type: 'date', defaultRaw: 'current_date' })
  endedOn!: string;

  /** The end of the last day that its leg had: from then on it is nobody's. */
  @Property({ type: 'timestamptz' })
  toldUntil!: Date;
}
