/** That something of a mission is published, and what: the adviser's, and the only thing that says of which mission a publication is. */
import { ArrayType } from '@mikro-orm/postgresql';
import { Entity, Index, ManyToOne, OneToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { GraphQLUUID } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { Person } from '../accounts/index.ts';
import { Mission } from '../missions/index.ts';
import { MissionPublication } from './publication.entity.ts';

@ObjectType({ description: 'What of a mission the adviser has decided to publish: seen by the adviser.' })
@Entity({ tableName: 'publication_decision' })
@Unique({ properties: ['publication'] })
@Index({ properties: ['decidedBy'] })
export class PublicationDecision {
  @OneToOne(() => Mission, { primary: true, deleteRule: 'cascade', fieldName: 'mission_uuid', unique: false })
  mission!: Mission;

  @ManyToOne(() => MissionPublication, { deleteRule: 'cascade', fieldName: 'publication_uuid' })
  @Field(() => MissionPublication, { description: 'What everybody reads.' })
  publication!: MissionPublication;

  @Property({ type: 'boolean' })
  @Field(() => Boolean, { description: 'Whether the summary is published.' })
  hasSummary!: boolean;

  @Property({ type: 'boolean' })
  @Field(() => Boolean, { description: 'Whether the days are published, and not the month and the year alone.' })
  hasDays!: boolean;

  @Property({ type: ArrayType, columnType: 'text[]' })
  @Field(() => [String], { description: 'The countries that are named, by their codes.' })
  countries!: string[];

  @Property({ type: ArrayType, columnType: 'text[]' })
  @Field(() => [GraphQLUUID], { description: 'The objectives of which it is published what came of them, by their keys.' })
  results!: string[];

  @Property({ type: ArrayType, columnType: 'text[]' })
  @Field(() => [GraphQLUUID], { description: 'The findings that are published, by their keys.' })
  findings!: string[];

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  @Field(() => Date, { description: 'When that was decided last.' })
  decidedAt!: Date;

  /** Null when their account is gone. */
  @ManyToOne(() => Person, { nullable: true, deleteRule: 'set null' })
  decidedBy!: Person | null;

  /** That of the mission once it was decided: sent again it is the same decision. */
  @Property({ type: 'integer' })
  missionVersion!: number;
}
