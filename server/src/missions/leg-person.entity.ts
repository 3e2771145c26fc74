/**
 * Who comes on a leg, as the post there is told: what it needs to receive them, and nothing else of the team. Nothing of it leads to the mission, to other
 * legs or to the sheet of an expert; substitutes do not come, so that they are not in it.
 */
import { Entity, Enum, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLUUID } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { Profession } from '../vocabulary/index.ts';
import { ExpertSheet } from '../experts/index.ts';
import { MissionLeg } from './mission-leg.entity.ts';
import { MissionMember } from './mission-member.entity.ts';
import { TeamRole } from './team-role.ts';

// The view is its owner's, whom the rules of the tables do not bind: of a leg that somebody sees it gives who comes there. Of one that was given up nobody comes. A post reads who was told to it: what was told stays told, and who is found while a mission is planned anew is not, until it is consulted.
@ObjectType({ description: 'Who comes on a leg: seen by the adviser, and by the post there from the moment the leg is shown.' })
@Entity({
  tableName: 'leg_person', view: true,
  expression: `select s.leg_uuid, s.member_uuid, m.expert_uuid, coalesce(e.name, p.name) as name, m.role, e.profession_code, s.arrives_at, s.leaves_at, s.is_told
    from mission_stay s join mission_member m on m.uuid = s.member_uuid join mission_leg l on l.uuid = s.leg_uuid left join expert e on e.uuid = m.expert_uuid left join person p on p.id = m.person_id
    where m.substitute_for_uuid is null and l.stage <> 'GIVEN_UP' and (((select is_adviser() as is_adviser) and (l.is_demonstration or not (select acts_invented() as acts_invented)))
      or (l.is_shown and s.is_told and (l.is_demonstration or not (select acts_invented() as acts_invented)) and is_post_of(acting_person(), l.country_code)))`,
})
export class LegPerson {
  @ManyToOne(() => MissionLeg, { primary: true, fieldName: 'leg_uuid' })
  leg!: MissionLeg;

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
  @Field(() => TeamRole, { description: 'As what they belong to the team.' })
  kind!: TeamRole;

  @ManyToOne(() => Profession, { nullable: true })
  @Field(() => Profession, { nullable: true, description: 'What they do; null for the adviser and the adviser’s team.' })
  profession!: Profession | null;

  /** Whether its post was told of it. No field. */
  @Property({ type: 'boolean' })
  isTold!: boolean;

  @Property({ columnType: 'timestamp(0)', type: 'string' })
  @Field(() => String, { description: 'When they arrive, as the clocks of the city show it: `2027-11-08T09:30`.' })
  arrivesAt!: string;

  @Property({ columnType: 'timestamp(0)', type: 'string' })
  @Field(() => String, { description: 'When they leave, as the clocks of the city show it.' })
  leavesAt!: string;
}
