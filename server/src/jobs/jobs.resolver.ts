/** Looking after jobs, as mutations, and those that come by themselves. */
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Arg, Ctx, Field, ID, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import type { Context } from '../core/context.ts';
import { UserError } from '../core/errors.ts';
import { keyOfId } from '../core/reader/index.ts';
import { codeOf, QueuedJobName } from './job-name.ts';

@ObjectType({ description: 'A job that comes by itself.' })
export class RecurrentJob {
  @Field(() => QueuedJobName, { description: 'What it does.' })
  name!: QueuedJobName;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: 'When it came last; null when it never did.' })
  lastAt!: Date | null;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: 'When it comes next; null when it never does.' })
  nextAt!: Date | null;
}

@ObjectType({ description: 'What came of it.' })
export class JobPayload {
  @Field(() => Boolean, { description: 'False when the job runs, is gone, or is not yours to look after: nothing was changed then.' })
  isDone!: boolean;
}

const ID_OF_JOB = { description: 'The id of the job.' };

/** The number of a job. Throws BAD_USER_INPUT. */
function keyOfJob(id: string): string {
  const key = keyOfId('QueuedJob', id, 'bigint');
  if (!/^\d{1,18}$/.test(key)) throw new UserError('BAD_USER_INPUT', 'Not the id of a QueuedJob', { argument: 'id' });
  return key;
}

@Resolver()
export class JobsResolver {
  @Query(() => [RecurrentJob], { description: 'The jobs that come by themselves: for the adviser; nobody else sees any.' })
  async recurrentJobs(@Ctx() { jobs, actor }: Context): Promise<RecurrentJob[]> {
    return (await jobs.recurrent(actor)).map((job) => ({ ...job, name: codeOf(job.name) }));
  }

  @Mutation(() => JobPayload, { description: 'Has a job tried again now; one that was given up as if for the first time. For the adviser.' })
  async retryJob(@Arg('id', () => ID, ID_OF_JOB) id: string, @Ctx() { jobs, actor }: Context): Promise<JobPayload> {
    return { isDone: await jobs.retry(actor, keyOfJob(id)) };
  }

  @Mutation(() => JobPayload, { description: 'Has a job never tried again. For the adviser.' })
  async giveUpJob(@Arg('id', () => ID, ID_OF_JOB) id: string, @Ctx() { jobs, actor }: Context): Promise<JobPayload> {
    return { isDone: await jobs.giveUp(actor, keyOfJob(id)) };
  }
}
