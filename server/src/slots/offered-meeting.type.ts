/** What the link of an offer of slots leads to, and what came of answering it. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { LocaleScalar, LocalizedText } from '../core/translation/index.ts';
import { TeamRole } from '../missions/index.ts';
import { SlotFaultType } from './slot-input.type.ts';
import { SlotOutcome } from './slot-fault.ts';
import { SlotAnswer, SlotOfferState } from './slot-words.ts';

@ObjectType({ description: 'A slot as its host is offered it.' })
export class HostSlot {
  @Field(() => GraphQLLocalDate, { description: 'On which day.' })
  day!: string;

  @Field(() => String, { description: 'When it begins, as the clocks of the city show it: `09:30`.' })
  starts!: string;

  @Field(() => Boolean, { description: 'Whether it can still be taken. Not why, where it cannot.' })
  isFree!: boolean;
}

@ObjectType({ description: 'A time that a host proposes.' })
export class ProposedSlot {
  @Field(() => GraphQLLocalDate, { description: 'On which day.' })
  day!: string;

  @Field(() => String, { description: 'When it begins, as the clocks of the city show it: `09:30`.' })
  starts!: string;
}

@ObjectType({ description: 'How many of a role come to a meeting.' })
export class ComingRole {
  @Field(() => TeamRole, { description: 'As what.' })
  kind!: TeamRole;

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

@ObjectType({ description: 'A meeting as its host is told of it: nobody is named, and nothing else of the mission.' })
export class OfferedMeeting {
  @Field(() => Boolean, { description: 'Whether the regional technical adviser asks; else the embassy of France does.' })
  byAdviser!: boolean;

  @Field(() => LocalizedText, { description: 'In which country it is.' })
  country!: LocalizedText;

  @Field(() => LocalizedText, { nullable: true, description: 'The note that goes with the name of the country; null where there is none.' })
  countryNote!: LocalizedText | null;

  @Field(() => LocalizedText, { description: 'In which city.' })
  city!: LocalizedText;

  @Field(() => String, { description: 'The time zone of the city (IANA).' })
  timeZone!: string;

  @Field(() => LocalizedText, { description: 'What it is about.' })
  subject!: LocalizedText;

  @Field(() => Int, { description: 'How long it is, in minutes.' })
  minutes!: number;

  @Field(() => [LocalizedText], { description: 'In which languages it is held; empty where nobody has said.' })
  languages!: LocalizedText[];

  @Field(() => [ComingRole], { description: 'Who comes, by role and number; empty as long as that is not known.' })
  people!: ComingRole[];

  @Field(() => GraphQLLocalDate, { description: 'The last day on which it can be answered, on the clock of the city.' })
  answersUntil!: string;

  @Field(() => Int, { description: 'Raised by each answer: whoever answers says which one they have read.' })
  version!: number;

  @Field(() => [HostSlot], { description: 'The slots, in the order of their times.' })
  slots!: HostSlot[];

  @Field(() => SlotAnswer, { nullable: true, description: 'What was answered; null while nothing was.' })
  answer!: SlotAnswer | null;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The day of the slot that was taken; null for none.' })
  takenDay!: string | null;

  @Field(() => String, { nullable: true, description: 'When that slot begins; null for none.' })
  takenStarts!: string | null;

  @Field(() => String, { nullable: true, description: 'What was added.' })
  remark!: string | null;

  @Field(() => LocaleScalar, { nullable: true, description: 'The language of what was added.' })
  remarkLocale!: Locale | null;

  @Field(() => [ProposedSlot], { description: 'Other times that were proposed.' })
  proposals!: ProposedSlot[];
}

@ObjectType({ description: 'What the link of an offer of slots leads to.' })
export class ReadSlotsPayload {
  @Field(() => SlotOfferState, { nullable: true, description: 'Where it stands; null for a secret that is nobody’s, or no longer.' })
  state!: SlotOfferState | null;

  @Field(() => OfferedMeeting, { nullable: true, description: 'What is offered; null unless it can be answered now.' })
  offered!: OfferedMeeting | null;
}

@ObjectType({ description: 'What came of answering an offer of slots by its link.' })
export class AnswerSlotsPayload {
  @Field(() => SlotOutcome, { description: 'What came of it.' })
  outcome!: SlotOutcome;

  @Field(() => [SlotFaultType], { description: 'What is wrong with what was sent; empty unless it is INVALID.' })
  faults!: SlotFaultType[];
}
