/**
 * A meeting to which an expert goes, as they read it once the mission is agreed: with whom, when, where and what about. Types of their own: nothing leads from them to who else goes, to what the meeting needs or to what is noted for
 * the post. Each is a view of its owner, whom the rules of the tables do not bind, and gives what is one’s own.
 */
import { Entity, Enum, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { type Locale, LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { LocaleScalar, LocalizedText } from '../core/translation/index.ts';
import { ExpertSheet } from '../experts/index.ts';
import { OwnLeg } from '../missions/index.ts';
import { Organisation } from '../organisations/index.ts';
import { MeetingStatus } from './meeting-words.ts';

const OWN = `m.substitute_for_uuid is null and l.stage in ('AGREED', 'REPORTED', 'CLOSED') and t.status <> 'REFUSED' and is_own_sheet(m.expert_uuid) and (l.is_demonstration or not (select acts_invented() as acts_invented))`;
const GOES = 'meeting_member g join meeting t on t.uuid = g.meeting_uuid join mission_leg l on l.uuid = t.leg_uuid join mission_member m on m.uuid = g.member_uuid';

@ObjectType({ description: 'A meeting to which you go as an expert: seen by you alone, once the mission is agreed.' })
@Entity({
  tableName: 'own_meeting', view: true,
  expression: `select t.uuid, t.leg_uuid, m.expert_uuid, t.source_locale, t.source_version, t.organisation_slug, t.host_name, t.status, t.day, t.starts, t.minutes, t.place_name, t.place_address, g.is_substitute
    from ${GOES} where ${OWN}`,
})
export class OwnMeeting {
  @PrimaryKey({ type: 'uuid' })
  uuid!: string;

  @Field(() => GraphQLUUID, { description: 'Its key.' })
  key!: string;

  /** No field: it is read with its leg. */
  @ManyToOne(() => OwnLeg, { fieldName: 'leg_uuid' })
  leg!: OwnLeg;

  /** No field. */
  @ManyToOne(() => ExpertSheet, { fieldName: 'expert_uuid' })
  expert!: ExpertSheet;

  @Enum({ items: () => LOCALE_TAGS })
  @Field(() => LocaleScalar, { description: 'The language in which it was first written: that of the names of its host and its place.' })
  sourceLocale!: Locale;

  @Property({ type: 'integer' })
  sourceVersion!: number;

  @ManyToOne(() => Organisation, { nullable: true, fieldName: 'organisation_slug' })
  @Field(() => Organisation, { nullable: true, description: 'Which organisation of the directory is its host; null where it is another.' })
  organisation!: Organisation | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'What its host is called; null where it is an organisation of the directory.' })
  hostName!: string | null;

  @Enum({ items: () => MeetingStatus })
  @Field(() => MeetingStatus, { description: 'Where it stands.' })
  status!: MeetingStatus;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'On which day; null as long as that is not fixed.' })
  day!: string | null;

  @Property({ columnType: 'time(0)', type: 'string', nullable: true })
  @Field(() => String, { nullable: true, description: 'When it begins, as the clocks of the city show it: `09:30`; null as long as that is not fixed.' })
  starts!: string | null;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'How long it is, in minutes.' })
  minutes!: number;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'What the place is called; null where it is not known, and of an organisation that is protected.' })
  placeName!: string | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Where the place is; null where it is not known, and of an organisation that is protected.' })
  placeAddress!: string | null;

  @Property({ type: 'boolean' })
  @Field(() => Boolean, { description: 'Whether you go in somebody’s place if need be.' })
  isSubstitute!: boolean;

  @Field(() => LocalizedText, { description: 'What it is about.' })
  subject!: LocalizedText;
}

/** What it is about, by language. The note is the post’s to read. */
@Entity({ tableName: 'own_meeting_text', view: true, expression: `select x.meeting_uuid, x.locale, x.source_version, x.subject from meeting_translation x where exists (select from ${GOES} where t.uuid = x.meeting_uuid and ${OWN})` })
export class OwnMeetingText {
  @ManyToOne(() => OwnMeeting, { primary: true, fieldName: 'meeting_uuid' })
  meeting!: OwnMeeting;

  @Enum({ items: () => LOCALE_TAGS, primary: true })
  locale!: Locale;

  @Property({ type: 'integer' })
  sourceVersion!: number;

  @Property({ type: 'text', nullable: true })
  subject!: string | null;
}
