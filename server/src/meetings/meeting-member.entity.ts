/** Who of a team goes to a meeting: as the adviser names them, and as the post is told. */
import { Check, Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLUUID } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { Person } from '../accounts/index.ts';
import { ExpertSheet } from '../experts/index.ts';
import { MissionMember, TeamRole } from '../missions/index.ts';
import { Meeting } from './meeting.entity.ts';

@Entity({ tableName: 'meeting_member' })
@Check({ name: 'meeting_member_in_place', expression: 'substitute_for_uuid is null or is_substitute and substitute_for_uuid <> member_uuid' })
@Index({ properties: ['member'] })
@Index({ properties: ['expert'] })
@Index({ properties: ['person'] })
@Index({ properties: ['substituteFor'] })
export class MeetingMember {
  @ManyToOne(() => Meeting, { primary: true, deleteRule: 'cascade', fieldName: 'meeting_uuid' })
  meeting!: Meeting;

  @ManyToOne(() => MissionMember, { primary: true, deleteRule: 'cascade', fieldName: 'member_uuid' })
  member!: MissionMember;

  /** A copy of who the member is, kept by the database: it goes with them. */
  @ManyToOne(() => ExpertSheet, { nullable: true, deleteRule: 'cascade' })
  expert!: ExpertSheet | null;

  @ManyToOne(() => Person, { nullable: true, deleteRule: 'cascade' })
  person!: Person | null;

  @Enum({ items: () => TeamRole, fieldName: 'role' })
  kind!: TeamRole;

  /** Goes in somebody’s place if need be: until then they are engaged by nothing, and count for nothing. */
  @Property({ type: 'boolean', default: false })
  isSubstitute!: boolean;

  /** In whose place: somebody who goes to the same meeting; null for whoever cannot. */
  @ManyToOne(() => MissionMember, { nullable: true, deleteRule: 'set null', fieldName: 'substitute_for_uuid' })
  substituteFor!: MissionMember | null;
}

// The view is its owner's, whom the rules of the tables do not bind: of a leg that somebody sees it gives who goes to its meetings. Of one that was given up nobody goes.
@ObjectType({ description: 'Who goes to a meeting: seen by the adviser, and by the post of the leg.' })
@Entity({
  tableName: 'meeting_person', view: true,
  expression: `select g.meeting_uuid, g.member_uuid, m.expert_uuid, coalesce(e.name, p.name) as name, g.role, g.is_substitute, g.substitute_for_uuid
    from meeting_member g join meeting t on t.uuid = g.meeting_uuid join mission_leg l on l.uuid = t.leg_uuid join mission_member m on m.uuid = g.member_uuid left join expert e on e.uuid = m.expert_uuid left join person p on p.id = m.person_id
    where l.stage <> 'GIVEN_UP' and (((select is_adviser() as is_adviser) and (l.is_demonstration or not (select acts_invented() as acts_invented)))
      or (l.is_shown and (l.is_demonstration or not (select acts_invented() as acts_invented)) and is_post_of(acting_person(), l.country_code)
        and exists (select from mission_stay s where s.member_uuid = g.member_uuid and s.leg_uuid = t.leg_uuid and s.is_told)))`,
})
export class MeetingPerson {
  @ManyToOne(() => Meeting, { primary: true, fieldName: 'meeting_uuid' })
  meeting!: Meeting;

  @ManyToOne(() => MissionMember, { primary: true, fieldName: 'member_uuid' })
  member!: MissionMember;

  @Field(() => GraphQLUUID, { nullable: true, description: 'Their key in the team; null for others than the adviser.' })
  memberKey!: string | null;

  @ManyToOne(() => ExpertSheet, { nullable: true })
  expert!: ExpertSheet | null;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Their name.' })
  name!: string;

  @Enum({ items: () => TeamRole, fieldName: 'role' })
  @Field(() => TeamRole, { description: 'As what they go.' })
  kind!: TeamRole;

  @Property({ type: 'boolean' })
  @Field(() => Boolean, { description: 'Whether they go in somebody’s place if need be.' })
  isSubstitute!: boolean;

  /** No field: they are named. */
  @ManyToOne(() => MissionMember, { nullable: true, fieldName: 'substitute_for_uuid' })
  substituteFor!: MissionMember | null;

  @Field(() => String, { nullable: true, description: 'The name of the one in whose place they go if need be; null where nobody is named, or nobody who asks may read of.' })
  inPlaceOf!: string | null;

  @Field(() => GraphQLUUID, { nullable: true, description: 'The key in the team of the one in whose place they go; null for others than the adviser.' })
  inPlaceOfKey!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether something else engages them at that time; null for others than the adviser.' })
  isEngagedElsewhere!: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether they are not there all that time; null for others than the adviser.' })
  isAway!: boolean | null;
}
