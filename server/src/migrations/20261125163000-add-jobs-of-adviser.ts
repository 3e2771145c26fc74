import { Migration } from '@mikro-orm/migrations';

/**
 * What the adviser sees of the jobs and does about them. The jobs' own tables are made after the migrations, so the functions
 * name them when they run. They run as their owner, and ask first who acts: a job's payload and key leave them in no case.
 */
export class Migration20261125163000 extends Migration {
  override up(): void {
    const state = `case when j.locked_at is not null then 'RUNNING' when j.attempts >= j.max_attempts then 'GIVEN_UP' when j.attempts > 0 then 'RETRYING' else 'WAITING' end`;
    this.addSql(`
      create function jobs_of_adviser() returns table (key bigint, name text, state text, rank int, failure text, attempts int, most_attempts int, created_at timestamptz, started_at timestamptz, next_at timestamptz)
      language plpgsql stable security definer set search_path = public as $body$
      begin
        if is_adviser() then
          return query
            select s.id, s.name, s.state, array_position(array['GIVEN_UP', 'RETRYING', 'RUNNING', 'WAITING'], s.state),
              case when s.last_error ~ '^[A-Za-z0-9_]{1,40}$' then s.last_error when s.last_error is not null then 'UNKNOWN' end,
              s.attempts, s.max_attempts, s.created_at, s.locked_at, case when s.state in ('RETRYING', 'WAITING') then s.run_at end
            from (
              select j.id, upper(replace(t.identifier, '.', '_')) as name, ${state} as state, j.last_error, j.attempts::int, j.max_attempts::int, j.created_at, j.locked_at, j.run_at
              from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id) s;
        end if;
      end $body$;`);
    this.addSql(`create view "queued_job" as select key, name, state, rank, failure, attempts, most_attempts, created_at, started_at, next_at from jobs_of_adviser() jobs_of_adviser(key, name, state, rank, failure, attempts, most_attempts, created_at, started_at, next_at);`);
    this.addSql(`
      create function waiting_job(job bigint, out task text, out state text, out failure text)
      language plpgsql as $body$
      begin
        select t.identifier, ${state}, j.last_error into task, state, failure
          from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
          where j.id = job and j.locked_at is null for update of j;
      end $body$;`);
    this.addSql(`
      create function retry_job(job bigint) returns boolean language plpgsql security definer set search_path = public as $body$
      declare
        found_job record;
      begin
        if not is_adviser() then return false; end if;
        select * into found_job from waiting_job(job);
        if found_job.task is null then return false; end if;
        perform graphile_worker.reschedule_jobs(array[job], run_at => now(), attempts => case found_job.state when 'GIVEN_UP' then 0 end);
        insert into audit_entry (by_id, action, subject, part, before, after) values (acting_person(), 'CHANGED', 'JOB', found_job.task, found_job.state, 'WAITING');
        return true;
      end $body$;`);
    this.addSql(`
      create function give_up_job(job bigint) returns boolean language plpgsql security definer set search_path = public as $body$
      declare
        found_job record;
      begin
        if not is_adviser() then return false; end if;
        select * into found_job from waiting_job(job);
        if found_job.task is null or found_job.state = 'GIVEN_UP' then return false; end if;
        perform graphile_worker.permanently_fail_jobs(array[job], coalesce(found_job.failure, 'GIVEN_UP'));
        insert into audit_entry (by_id, action, subject, part, before, after) values (acting_person(), 'CHANGED', 'JOB', found_job.task, found_job.state, 'GIVEN_UP');
        return true;
      end $body$;`);
    this.addSql(`alter table "audit_entry" drop constraint "audit_entry_subject_check";`);
    this.addSql(`alter table "audit_entry" add constraint "audit_entry_subject_check" check ("subject" in ('PERSON', 'MEMBER', 'SESSION', 'IDENTITY', 'INVITATION', 'ACCESS_REQUEST', 'PASSKEY', 'AUTHENTICATOR', 'RECOVERY_CODES', 'JOB'));`);
  }
}
