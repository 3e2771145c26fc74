/** Who is in the team of a mission, and when each is in which of its legs. Of nobody's knowledge but the adviser's circle. */
import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { GraphQLUUID } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { Person } from '../accounts/index.ts';
import { City } from '../cities/index.ts';
import { ExpertSheet } from '../experts/index.ts';
import { MissionLeg } from './mission-leg.entity.ts';
import { Mission } from './mission.entity.ts';
import { TeamRole } from './team-role.ts';

@ObjectType({ description: 'Somebody in the team of a mission: seen by the adviser.' })
@Entity({ tableName: 'mission_member' })
@Check({ name: 'mission_member_is_one', expression: 'num_nonnulls(expert_uuid, person_id) = 1' })
@Check({ name: 'mission_member_days', expression: 'most_days >= 1 and most_days <= 366' })
@Check({ name: 'mission_member_leads', expression: 'not (is_lead and substitute_for_uuid is not null)' })
@Unique({ name: 'mission_member_expert', properties: ['mission', 'sheet'] })
@Unique({ name: 'mission_member_person', properties: ['mission', 'person'] })
@Index({ properties: ['sheet'] })
@Index({ properties: ['person'] })
@Index({ properties: ['substituteFor'] })
@Index({ name: 'mission_member_one_leads', expression: 'create unique index "mission_member_one_leads" on "mission_member" ("mission_uuid") where is_lead' })
export class MissionMember {
  @PrimaryKey({ type: 'uuid' })
  uuid!: string;

  @Field(() => GraphQLUUID, { description: 'Its key.' })
  key!: string;

  @ManyToOne(() => Mission, { deleteRule: 'cascade', fieldName: 'mission_uuid' })
  mission!: Mission;

  @ManyToOne(() => ExpertSheet, { nullable: true, deleteRule: 'cascade', fieldName: 'expert_uuid' })
  sheet!: ExpertSheet | null;

  /** Somebody of the adviser's circle, who is no expert. */
  @ManyToOne(() => Person, { nullable: true, deleteRule: 'cascade' })
  person!: Person | null;

  @Field(() => String, { description: 'Their name.' })
  name!: string;

  @Enum({ items: () => TeamRole, fieldName: 'role' })
  @Field(() => TeamRole, { description: 'As what they belong to the team.' })
  kind!: TeamRole;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'Whether they lead the team.' })
  isLead!: boolean;

  /** Whose place they take if need be. Until then they are engaged by nothing, and count for nothing. */
  @ManyToOne(() => MissionMember, { nullable: true, deleteRule: 'cascade', fieldName: 'substitute_for_uuid' })
  substituteFor!: MissionMember | null;

  @Field(() => GraphQLUUID, { nullable: true, description: 'The key of whose place they take if need be; null for whoever comes.' })
  substituteForKey!: string | null;

  @Field(() => Boolean, { description: 'Whether they are engaged elsewhere while they are to be in one of its legs: it is not said by what.' })
  isEngagedElsewhere!: boolean;

  @ManyToOne(() => City, { nullable: true, index: true })
  @Field(() => City, { nullable: true, description: 'The city from which they leave and to which they return; null where that is not known.' })
  homeCity!: City | null;

  @Property({ type: 'integer', nullable: true })
  @Field(() => Int, { nullable: true, description: 'On how many days they can be away at most, from 1 to 366; null where that is not known.' })
  mostDays!: number | null;

  @Field(() => Int, { nullable: true, description: 'On how many days they would be away: from the first to the last on which they travel or stay, both counted; null while they do neither.' })
  daysAway!: number | null;

  @Property({ type: 'integer', default: 1 })
  @Field(() => Int, { description: 'Raised by each change: whoever changes it says which one they have read.' })
  version!: number;
}

/** When somebody is in a leg, as the clocks of its city show it: whatever the zone, they are there at nine. */
@ObjectType({ description: 'When somebody of the team is in a leg, and what a host provides there: seen by the adviser.' })
@Entity({ tableName: 'mission_stay' })
@Check({ name: 'mission_stay_hours', expression: 'leaves_at > arrives_at' })
@Check({ name: 'mission_stay_meals', expression: 'lunches_provided >= 0 and lunches_provided <= 366 and dinners_provided >= 0 and dinners_provided <= 366' })
@Index({ properties: ['leg'] })
@Index({ properties: ['expert'] })
@Index({ properties: ['person'] })
export class MissionStay {
  @ManyToOne(() => MissionMember, { primary: true, deleteRule: 'cascade', fieldName: 'member_uuid' })
  member!: MissionMember;

  @ManyToOne(() => MissionLeg, { primary: true, deleteRule: 'cascade', fieldName: 'leg_uuid' })
  leg!: MissionLeg;

  @Field(() => GraphQLUUID, { description: 'The key of the leg, as its id ends.' })
  legKey!: string;

  /** A copy of who the member is, kept by the database: a stay is about whoever stays, and goes with them. */
  @ManyToOne(() => ExpertSheet, { nullable: true, deleteRule: 'cascade' })
  expert!: ExpertSheet | null;

  @ManyToOne(() => Person, { nullable: true, deleteRule: 'cascade' })
  person!: Person | null;

  @Property({ columnType: 'timestamp(0)', type: 'string' })
  @Field(() => String, { description: 'When they arrive, as the clocks of the city show it: `2027-11-08T09:30`.' })
  arrivesAt!: string;

  @Property({ columnType: 'timestamp(0)', type: 'string' })
  @Field(() => String, { description: 'When they leave, as the clocks of the city show it.' })
  leavesAt!: string;

  /** Whether the post of the leg was told that they come: kept by the database. No field. */
  @Property({ type: 'boolean', default: false })
  isTold!: boolean;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'Whether a host provides the lodging.' })
  isLodgingProvided!: boolean;

  @Property({ type: 'integer', default: 0 })
  @Field(() => Int, { description: 'How many lunches a host provides.' })
  lunchesProvided!: number;

  @Property({ type: 'integer', default: 0 })
  @Field(() => Int, { description: 'How many dinners a host provides.' })
  dinnersProvided!: number;
}
