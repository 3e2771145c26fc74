/**
 * A meeting to which an expert goes, as they read it once the mission is agreed: with whom, when, where and what about. Types of their own: nothing leads from them to who else goes, to what the meeting needs or to what is noted for
 * the post. Each is a view of its owner, whom the rules of the tables do not bind, and gives what is one’s own.
 */
import { Entity, Enum, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { type Locale, LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { GraphQLUUID } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { LocaleScalar } from '../core/translation/index.ts';
import { ExpertSheet } from '../experts/index.ts';
import { OwnLeg, TeamRole } from '../missions/index.ts';
import { Organisation } from '../organisations/index.ts';
import { CefrLevel, Language } from '../vocabulary/index.ts';
import { Appointment } from './appointment.entity.ts';
import { MeetingStatus } from './meeting-words.ts';

const OWN = `m.substitute_for_uuid is null and l.stage in ('AGREED', 'REPORTED', 'CLOSED') and t.status <> 'REFUSED' and is_own_sheet(m.expert_uuid) and (l.is_demonstration or not (select acts_invented() as acts_invented))`;
const GOES = 'meeting_member g join meeting t on t.uuid = g.meeting_uuid join mission_leg l on l.uuid = t.leg_uuid join mission_member m on m.uuid = g.member_uuid';

@ObjectType({ description: 'A meeting to which you go as an expert: seen by you alone, once the mission is agreed.' })
@Entity({
  tableName: 'own_meeting', view: true,
  expression: `select t.uuid, t.leg_uuid, m.expert_uuid, t.source_locale, t.source_version, t.organisation_slug, t.host_name, t.status, t.day, t.starts, t.minutes, t.place_name, t.place_address, g.is_substitute, g.role
    from ${GOES} where ${OWN}`,
})
export class OwnMeeting extends Appointment {
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
  override sourceLocale!: Locale;

  @ManyToOne(() => Organisation, { nullable: true, fieldName: 'organisation_slug' })
  @Field(() => Organisation, { nullable: true, description: 'Which organisation of the directory is its host; null where it is another.' })
  organisation!: Organisation | null;

  @Enum({ items: () => MeetingStatus })
  @Field(() => MeetingStatus, { description: 'Where it stands.' })
  status!: MeetingStatus;

  @Property({ type: 'boolean' })
  @Field(() => Boolean, { description: 'Whether you go in somebody’s place if need be.' })
  isSubstitute!: boolean;

  @Enum({ items: () => TeamRole, fieldName: 'role' })
  @Field(() => TeamRole, { description: 'As what you go to it.' })
  kind!: TeamRole;
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

@ObjectType({ description: 'A language of a meeting to which you go as an expert, and whether you follow it.' })
@Entity({ tableName: 'own_meeting_language', view: true, expression: `select t.uuid as meeting_uuid, h.language_code, h.at_least, m.expert_uuid from ${GOES} join meeting_language h on h.meeting_uuid = t.uuid where ${OWN}` })
export class OwnMeetingLanguage {
  @ManyToOne(() => OwnMeeting, { primary: true, fieldName: 'meeting_uuid' })
  meeting!: OwnMeeting;

  @ManyToOne(() => Language, { primary: true })
  @Field(() => Language, { description: 'The language.' })
  language!: Language;

  @Enum({ items: () => CefrLevel })
  @Field(() => CefrLevel, { description: 'At least how well whoever follows it speaks it.' })
  atLeast!: CefrLevel;

  /** No field. */
  @ManyToOne(() => ExpertSheet, { fieldName: 'expert_uuid' })
  expert!: ExpertSheet;

  @Field(() => Boolean, { nullable: true, description: 'Whether you speak it at that level, as your sheet has it; null where it says no language.' })
  isFollowed!: boolean | null;
}
