/** What a session is linked to by a table of its own: whom it is for, who teaches, what it works towards, and where in its town it is held. */
import { Check, Entity, Index, ManyToOne, OneToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { ExpertSheet } from '../experts/index.ts';
import { Need } from '../needs/index.ts';
import { Recommendation } from '../recommendations/index.ts';
import { Audience } from '../vocabulary/index.ts';
import { TrainingSession } from './training-session.entity.ts';

@Entity({ tableName: 'session_audience' })
@Index({ properties: ['audience'] })
export class SessionAudience {
  @ManyToOne(() => TrainingSession, { primary: true, deleteRule: 'cascade', fieldName: 'session_uuid' })
  session!: TrainingSession;

  @ManyToOne(() => Audience, { primary: true })
  audience!: Audience;
}

@Entity({ tableName: 'session_recommendation' })
@Index({ properties: ['recommendation'] })
export class SessionRecommendation {
  @ManyToOne(() => TrainingSession, { primary: true, deleteRule: 'cascade', fieldName: 'session_uuid' })
  session!: TrainingSession;

  @ManyToOne(() => Recommendation, { primary: true, deleteRule: 'cascade' })
  recommendation!: Recommendation;
}

@Entity({ tableName: 'session_need' })
@Index({ properties: ['need'] })
export class SessionNeed {
  @ManyToOne(() => TrainingSession, { primary: true, deleteRule: 'cascade', fieldName: 'session_uuid' })
  session!: TrainingSession;

  @ManyToOne(() => Need, { primary: true, deleteRule: 'cascade', fieldName: 'need_uuid' })
  need!: Need;
}

@Entity({ tableName: 'session_trainer' })
@Index({ properties: ['expert'] })
export class SessionTrainer {
  @ManyToOne(() => TrainingSession, { primary: true, deleteRule: 'cascade', fieldName: 'session_uuid' })
  session!: TrainingSession;

  @ManyToOne(() => ExpertSheet, { primary: true })
  expert!: ExpertSheet;

  @Property({ type: 'integer' })
  position!: number;
}

/** In a table of its own, whose rule of rows says whom it is for. */
@ObjectType({ description: 'Where in its town a session is held. For those who have a place, who registered them, who teaches and who prepares it.' })
@Entity({ tableName: 'session_venue' })
@Check({ name: 'session_venue_says_something', expression: 'name is not null or address is not null' })
export class SessionVenue {
  @OneToOne(() => TrainingSession, { primary: true, deleteRule: 'cascade', fieldName: 'session_uuid' })
  session!: TrainingSession;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'What the place is called, as it is written there.' })
  name!: string | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Street and number, as they are written there.' })
  address!: string | null;
}
