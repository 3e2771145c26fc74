/**
 * A meeting of a leg: with whom, when, and what is said there. It has no id of its own: it is read as a part of its leg, and in no other way. Nothing of it leads to the leg or to the mission. The place of an organisation
 * that is protected stands in no field.
 */
import { Check, Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { type Locale, LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { GraphQLUUID } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { LocalizedText, ShownTranslation } from '../core/translation/index.ts';
import { MissionLeg } from '../missions/index.ts';
import { Organisation } from '../organisations/index.ts';
import { Recommendation } from '../recommendations/index.ts';
import { Appointment } from './appointment.entity.ts';
import { MeetingCategory, MeetingStatus } from './meeting-words.ts';

@ObjectType({ description: 'A meeting of a leg of a mission: seen by the adviser, and by the post there from the moment the leg is shown.' })
@Entity({ tableName: 'meeting' })
@Check({ name: 'meeting_by_chance', expression: `substr(uuid::text, 15, 1) = '4'` })
@Check({ name: 'meeting_host', expression: 'num_nonnulls(organisation_slug, host_name) = 1' })
@Check({ name: 'meeting_minutes', expression: 'minutes >= 5 and minutes <= 720' })
@Check({ name: 'meeting_fixed', expression: `(day is null) = (starts is null) and (status <> 'CONFIRMED' or day is not null) and (override_reason is null or day is not null)` })
@Check({ name: 'meeting_ends', expression: 'extract(epoch from starts) / 60 + minutes <= 1440' })
@Index({ properties: ['leg', 'day'] })
@Index({ properties: ['organisation'] })
export class Meeting extends Appointment {
  @Field(() => GraphQLUUID, { description: 'Its key: that of the one who wrote it first.' })
  key!: string;

  /** No field: nothing leads back. */
  @ManyToOne(() => MissionLeg, { deleteRule: 'cascade', fieldName: 'leg_uuid' })
  leg!: MissionLeg;

  @ManyToOne(() => Organisation, { nullable: true, fieldName: 'organisation_slug', updateRule: 'cascade', deleteRule: 'no action' })
  @Field(() => Organisation, { nullable: true, description: 'Which organisation of the directory is its host; null where it is another.' })
  organisation!: Organisation | null;

  @Enum({ items: () => MeetingCategory })
  @Field(() => MeetingCategory, { description: 'With whom it is.' })
  category!: MeetingCategory;

  @Enum({ items: () => MeetingStatus, default: 'PROPOSED' })
  @Field(() => MeetingStatus, { description: 'Where it stands.' })
  status!: MeetingStatus;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'Whether the mission needs it.' })
  isMandatory!: boolean;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'Whether the adviser and the adviser’s team go alone.' })
  isOnlyAdviser!: boolean;

  @Field(() => Boolean, { description: 'Whether its day is a weekend or a public holiday of the country.' })
  isDayOff!: boolean;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Why it is on a weekend or a public holiday; null where nobody has said so.' })
  overrideReason!: string | null;

  @Field(() => Boolean, { description: 'Whether the host is an organisation whose place must not be found: none is written.' })
  isPlaceSecret!: boolean;

  @Field(() => LocalizedText, { nullable: true, description: 'What else there is to know.' })
  note!: LocalizedText | null;

  @Property({ type: 'integer', default: 1 })
  @Field(() => Int, { description: 'Raised by each change of it: whoever changes or removes it says which one they have read.' })
  version!: number;

  @Field(() => [Recommendation], { description: 'The recommendations it works towards, the latest report first.' })
  recommendations!: Recommendation[];

  @Field(() => [MeetingTranslation], { description: 'What is said of it, in every language in which something is, and nowhere from another language.' })
  texts!: MeetingTranslation[];
}

@ObjectType({ description: 'What is said of a meeting in one language.' })
@Entity({ tableName: 'meeting_translation' })
export class MeetingTranslation extends ShownTranslation {
  @ManyToOne(() => Meeting, { primary: true, deleteRule: 'cascade', fieldName: 'meeting_uuid' })
  meeting!: Meeting;

  @Enum({ items: () => LOCALE_TAGS, primary: true })
  override locale!: Locale;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'What it is about; null where it is missing.' })
  subject!: string | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'What else there is to know.' })
  note!: string | null;
}
