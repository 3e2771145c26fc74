/** What there is to know of a job without knowing whom it is about: a view, which shows its rows to the adviser alone. */
import { BigIntType } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Node } from '../core/reader/index.ts';
import { QueuedJobName } from './job-name.ts';

export const JobState = { GIVEN_UP: 'GIVEN_UP', RETRYING: 'RETRYING', RUNNING: 'RUNNING', WAITING: 'WAITING' } as const;
export type JobState = keyof typeof JobState;
registerEnumType(JobState, {
  name: 'JobState',
  description: 'How things stand with a job.',
  valuesConfig: {
    GIVEN_UP: { description: 'It was tried too often, or somebody gave it up. It is forgotten after thirty days.' },
    RETRYING: { description: 'It has failed and is tried again.' },
    RUNNING: { description: 'It is being done.' },
    WAITING: { description: 'It waits for its turn or its time.' },
  },
});

@ObjectType({ implements: Node, description: 'A job that waits, runs or was given up: seen by the adviser. One that is done is gone.' })
@Entity({ tableName: 'queued_job', view: true, expression: 'select key, name, state, rank, failure, attempts, most_attempts, created_at, started_at, next_at from jobs_of_adviser() jobs_of_adviser(key, name, state, rank, failure, attempts, most_attempts, created_at, started_at, next_at)' })
export class QueuedJob implements Node {
  id!: string;

  @PrimaryKey({ type: new BigIntType('string') })
  key!: string;

  @Property({ type: 'text', nullable: true })
  @Field(() => QueuedJobName, { nullable: true, description: 'What it does; null for a job of an earlier version.' })
  name!: string | null;

  @Property({ type: 'text' })
  @Field(() => JobState, { description: 'How things stand with it.' })
  state!: JobState;

  /** What asks for attention first is least. */
  @Property({ type: 'integer' })
  rank!: number;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Why it failed last: a code, as the database, the network or this service gave it; null when it has not failed.' })
  failure!: string | null;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'How often it was begun.' })
  attempts!: number;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'How often it is begun at most.' })
  mostAttempts!: number;

  @Property({ type: 'timestamptz' })
  @Field(() => Date, { description: 'Since when it is there.' })
  createdAt!: Date;

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => Date, { nullable: true, description: 'Since when it is being done; null when it is not.' })
  startedAt!: Date | null;

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => Date, { nullable: true, description: 'When it is begun, at the earliest; null when it runs or was given up.' })
  nextAt!: Date | null;
}
