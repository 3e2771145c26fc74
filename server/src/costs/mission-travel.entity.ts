/** The journeys of a mission, and who makes each. Of nobody's knowledge but the adviser's circle. */
import { Check, Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLUUID } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { Person } from '../accounts/index.ts';
import { ExpertSheet } from '../experts/index.ts';
import { Mission, MissionMember } from '../missions/index.ts';
import { TravelMode } from './cost-kind.ts';
import { Journey } from './journey.entity.ts';

@ObjectType({ description: 'A journey from one city to another in a mission: seen by the adviser.' })
@Entity({ tableName: 'mission_travel' })
@Check({ name: 'mission_travel_leads', expression: 'from_city_code <> to_city_code' })
@Check({ name: 'mission_travel_carrier', expression: `carrier <> ''` })
@Index({ properties: ['mission'] })
@Index({ properties: ['fromCity'] })
@Index({ properties: ['toCity'] })
export class MissionTravel extends Journey {
  @ManyToOne(() => Mission, { deleteRule: 'cascade', fieldName: 'mission_uuid' })
  mission!: Mission;

  @Enum({ items: () => TravelMode })
  @Field(() => TravelMode, { description: 'How people travel.' })
  mode!: TravelMode;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Who carries them, and the number of a flight or a train; null where that is not known.' })
  carrier!: string | null;

  @Property({ type: 'integer', default: 1 })
  @Field(() => Int, { description: 'Raised by each change: whoever changes it says which one they have read.' })
  version!: number;

  @Field(() => [GraphQLUUID], { description: 'Who of the team travels, by their keys in it.' })
  travellers!: string[];
}

@Entity({ tableName: 'mission_traveller' })
@Index({ properties: ['member'] })
@Index({ properties: ['expert'] })
@Index({ properties: ['person'] })
export class MissionTraveller {
  @ManyToOne(() => MissionTravel, { primary: true, deleteRule: 'cascade', fieldName: 'travel_uuid' })
  travel!: MissionTravel;

  @ManyToOne(() => MissionMember, { primary: true, deleteRule: 'cascade', fieldName: 'member_uuid' })
  member!: MissionMember;

  /** A copy of who the member is, kept by the database: a journey is about whoever travels, and they go from it when they are erased. */
  @ManyToOne(() => ExpertSheet, { nullable: true, deleteRule: 'cascade' })
  expert!: ExpertSheet | null;

  @ManyToOne(() => Person, { nullable: true, deleteRule: 'cascade' })
  person!: Person | null;
}
