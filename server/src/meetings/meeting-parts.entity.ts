/** What belongs to a meeting: when the host could, whom and which languages it needs, what comes after it, and what it works towards. */
import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { TeamRole } from '../missions/index.ts';
import { Recommendation } from '../recommendations/index.ts';
import { CefrLevel, Language } from '../vocabulary/index.ts';
import { Meeting } from './meeting.entity.ts';

@ObjectType({ description: 'When the host of a meeting could, as the clocks of the city show it.' })
@Entity({ tableName: 'meeting_window' })
@Check({ name: 'meeting_window_hours', expression: 'until_time > from_time' })
export class MeetingWindow {
  @ManyToOne(() => Meeting, { primary: true, deleteRule: 'cascade', fieldName: 'meeting_uuid' })
  meeting!: Meeting;

  @PrimaryKey({ type: 'date' })
  @Field(() => GraphQLLocalDate, { description: 'On which day.' })
  day!: string;

  @PrimaryKey({ columnType: 'time(0)', type: 'string' })
  @Field(() => String, { description: 'From when: `09:30`.' })
  fromTime!: string;

  @Property({ columnType: 'time(0)', type: 'string' })
  @Field(() => String, { description: 'Until when.' })
  untilTime!: string;
}

@ObjectType({ description: 'How many of a role a meeting needs at least.' })
@Entity({ tableName: 'meeting_need' })
@Check({ name: 'meeting_need_at_least', expression: 'at_least >= 1 and at_least <= 20' })
export class MeetingNeed {
  @ManyToOne(() => Meeting, { primary: true, deleteRule: 'cascade', fieldName: 'meeting_uuid' })
  meeting!: Meeting;

  @Enum({ items: () => TeamRole, primary: true, fieldName: 'role' })
  @Field(() => TeamRole, { description: 'As what.' })
  kind!: TeamRole;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'At least how many.' })
  atLeast!: number;
}

@ObjectType({ description: 'A language in which a meeting is held, and how well whoever follows it speaks it.' })
@Entity({ tableName: 'meeting_language' })
@Index({ properties: ['language'] })
export class MeetingLanguage {
  @ManyToOne(() => Meeting, { primary: true, deleteRule: 'cascade', fieldName: 'meeting_uuid' })
  meeting!: Meeting;

  @ManyToOne(() => Language, { primary: true })
  @Field(() => Language, { description: 'The language.' })
  language!: Language;

  @Enum({ items: () => CefrLevel })
  @Field(() => CefrLevel, { description: 'At least how well.' })
  atLeast!: CefrLevel;
}

@ObjectType({ description: 'That a meeting is before another of the same leg.' })
@Entity({ tableName: 'meeting_precedence' })
@Check({ name: 'meeting_precedence_gap', expression: 'gap_minutes >= 0 and gap_minutes <= 10080' })
@Index({ properties: ['after'] })
export class MeetingPrecedence {
  @ManyToOne(() => Meeting, { primary: true, deleteRule: 'cascade', fieldName: 'before_uuid' })
  before!: Meeting;

  @ManyToOne(() => Meeting, { primary: true, deleteRule: 'cascade', fieldName: 'after_uuid' })
  after!: Meeting;

  @Field(() => GraphQLUUID, { description: 'The key of the later one.' })
  afterKey!: string;

  @Property({ type: 'integer', default: 0 })
  @Field(() => Int, { description: 'How many minutes are between them at least.' })
  gapMinutes!: number;
}

@Entity({ tableName: 'meeting_recommendation' })
@Index({ properties: ['recommendation'] })
export class MeetingRecommendation {
  @ManyToOne(() => Meeting, { primary: true, deleteRule: 'cascade', fieldName: 'meeting_uuid' })
  meeting!: Meeting;

  @ManyToOne(() => Recommendation, { primary: true, deleteRule: 'cascade' })
  recommendation!: Recommendation;
}
