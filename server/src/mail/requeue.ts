/** Mails that would never be sent: neither sent nor given up, and without a job. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { ABANDONED, ATTEMPTS } from '../core/jobs/index.ts';

/** After so many minutes a mail without a job has lost it: both are committed together, and the job goes only once the mail is written as sent. */
const LOST_AFTER = 5;

/**
 * Queues them again, each under a key of its own: whoever does so too, at once or later, replaces that job. A job that was given up counts, since the adviser may have it tried again,
 * but for one whose process was gone in the midst of its last attempt. As who sees to mails. Gives how many there were.
 */
export async function requeueMails(em: EntityManager): Promise<number> {
  const [row] = await em.execute<{ count: number }[]>(
    `with queued as materialized (select (one.value ->> 'id')::uuid as id from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id and t.identifier = 'mail.send'
         cross join lateral json_array_elements(case json_typeof(j.payload) when 'array' then j.payload else json_build_array(j.payload) end) one
         where j.attempts < j.max_attempts or j.locked_by is not null or j.last_error is distinct from ?),
       lost as (select uuid from mail m where sent_at is null and failed_at is null and created_at < now() - make_interval(mins => ?) and not exists (select from queued q where q.id = m.uuid) for update skip locked)
     select count(*)::int as count from graphile_worker.add_jobs(array(select ('mail.send', json_build_object('id', uuid), null, null, ?::smallint, 'mail.send ' || uuid, null, null)::graphile_worker.job_spec from lost))`,
    [ABANDONED, LOST_AFTER, ATTEMPTS]);
  return row!.count;
}
