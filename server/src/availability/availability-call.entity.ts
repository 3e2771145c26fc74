/** A call for availability: the adviser asks experts on which days of a period they are free. Of nobody's knowledge but the adviser's circle. */
import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { type Locale, LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Person } from '../accounts/index.ts';
import { Node } from '../core/reader/index.ts';
import { LocalizedText, ShownTranslation, Translated } from '../core/translation/index.ts';

export const AvailabilityCallState = { DRAFT: 'DRAFT', OPEN: 'OPEN', CLOSED: 'CLOSED' } as const;
export type AvailabilityCallState = keyof typeof AvailabilityCallState;
registerEnumType(AvailabilityCallState, {
  name: 'AvailabilityCallState',
  description: 'Where a call for availability stands.',
  valuesConfig: { DRAFT: { description: 'Nobody is asked yet.' }, OPEN: { description: 'Experts are asked, and can answer.' }, CLOSED: { description: 'It was closed, or the last day for answers is over.' } },
});

@ObjectType({ description: 'What you, who ask, may do with a call for availability.' })
export class AvailabilityCallAbilities {
  @Field(() => Boolean, { description: 'Change what is said of it, and say it in other languages. The days stay as they are once somebody is asked.' })
  edit!: boolean;

  @Field(() => Boolean, { description: 'Ask experts.' })
  ask!: boolean;

  @Field(() => Boolean, { description: 'Close it: nobody answers any more.' })
  close!: boolean;
}

@ObjectType({ implements: Node, description: 'A call for availability: which days of a period experts are free on. Seen by the adviser.' })
@Entity({ tableName: 'availability_call' })
@Check({ name: 'availability_call_period', expression: 'until_on >= from_on and until_on - from_on < 62' })
@Check({ name: 'availability_call_deadline', expression: 'answers_until <= from_on' })
@Index({ properties: ['fromOn', 'uuid'] })
@Index({ properties: ['preparedBy'] })
export class AvailabilityCall extends Translated implements Node {
  id!: string;

  @PrimaryKey({ type: 'uuid' })
  uuid!: string;

  @Field(() => LocalizedText, { description: 'What it is for, in a few words.' })
  title!: LocalizedText;

  @Field(() => LocalizedText, { nullable: true, description: 'What else those who are asked are to know.' })
  note!: LocalizedText | null;

  @Field(() => AvailabilityCallState, { description: 'Where it stands, at this moment.' })
  state!: AvailabilityCallState;

  @Property({ type: 'date' })
  @Field(() => GraphQLLocalDate, { description: 'The first day that is asked for.' })
  fromOn!: string;

  @Property({ type: 'date' })
  @Field(() => GraphQLLocalDate, { description: 'The last day that is asked for.' })
  untilOn!: string;

  @Property({ type: 'date' })
  @Field(() => GraphQLLocalDate, { description: 'The last day on which it can be answered, on the clock of France.' })
  answersUntil!: string;

  @Field(() => GraphQLLocalDate, { description: 'The day on whose morning, on the clock of France, the service reminds whoever has not answered: each once, and never within a day of another mail.' })
  remindsOn!: string;

  @Property({ type: 'integer', default: 1 })
  @Field(() => Int, { description: 'Raised by each change of what is said of it: whoever changes it says which one they have read.' })
  version!: number;

  /** Who has made it; null when their account is gone. */
  @ManyToOne(() => Person, { nullable: true, deleteRule: 'set null' })
  preparedBy!: Person | null;

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => Date, { nullable: true, description: 'When it was closed; null where nobody has done that.' })
  closedAt!: Date | null;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'True for an invented call of the demonstration.' })
  isDemonstration!: boolean;

  @Field(() => Int, { description: 'How many experts are asked.' })
  asked!: number;

  @Field(() => Int, { description: 'How many of them have answered.' })
  answered!: number;

  @Field(() => [AvailabilityCallTranslation], { description: 'What is said of it, in every language in which something is, and nowhere from another language.' })
  texts!: AvailabilityCallTranslation[];

  @Field(() => AvailabilityCallAbilities, { description: 'What you may do with it.' })
  can!: AvailabilityCallAbilities;
}

@ObjectType({ description: 'What is said of a call for availability in one language.' })
@Entity({ tableName: 'availability_call_translation' })
export class AvailabilityCallTranslation extends ShownTranslation {
  @ManyToOne(() => AvailabilityCall, { primary: true, deleteRule: 'cascade', fieldName: 'call_uuid' })
  call!: AvailabilityCall;

  @Enum({ items: () => LOCALE_TAGS, primary: true })
  override locale!: Locale;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'What it is for; null where that is missing.' })
  title!: string | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'What else is to be known.' })
  note!: string | null;
}
