import { Migration } from '@mikro-orm/migrations';

const LOST = (job: string): string => `not exists (select from graphile_worker._private_jobs j where j.key = '${job}:' || s.uuid and (j.locked_at is not null or j.attempts < j.max_attempts))`;

/** Of a search that is over it is asked why its plan leaves a meeting out. */
export class Migration20270419600100 extends Migration {
  override up(): void {
    this.addSql(`alter table "plan_search" add column "why_meeting" uuid null, add column "why_state" text null, add column "why_reason" text null, add column "why_run" uuid null, add column "why_version" int not null default 0;`);
    this.addSql(`alter table "plan_search" add constraint "plan_search_why_state_check" check ("why_state" in ('QUEUED', 'RUNNING', 'DONE', 'STOPPED', 'FAILED'));`);
    this.addSql(`alter table "plan_search" add constraint "plan_search_why_reason_check" check ("why_reason" in ('ASKED', 'TIME', 'MEMORY', 'TOO_LARGE', 'BROKEN'));`);
    this.addSql(`alter table "plan_search" add constraint "plan_search_why_reason" check ((coalesce(why_state, 'DONE') in ('STOPPED', 'FAILED')) = (why_reason is not null));`);
    this.addSql(`alter table "plan_search" add constraint "plan_search_why_meeting" check ((why_meeting is null) = (why_state is null));`);
    this.#addLost();
    this.#addTrail();
  }

  /** What has lost its job has failed, whichever of the three it was. */
  #addLost(): void {
    this.addSql(`
      create or replace function fail_lost_plan_searches() returns integer language plpgsql volatile security definer set search_path = public, pg_temp as $body$
      declare
        lost int;
        curves int;
        whys int;
      begin
        if not acts_for('plans') then return 0; end if;
        update plan_search s set state = 'FAILED', reason = 'BROKEN', ended_at = now(), version = s.version + 1 where s.state in ('QUEUED', 'RUNNING') and ${LOST('plans.search')};
        get diagnostics lost = row_count;
        update plan_search s set curve_state = 'FAILED', curve_reason = 'BROKEN', curve_version = s.curve_version + 1 where s.curve_state in ('QUEUED', 'RUNNING') and ${LOST('plans.curve')};
        get diagnostics curves = row_count;
        update plan_search s set why_state = 'FAILED', why_reason = 'BROKEN', why_version = s.why_version + 1 where s.why_state in ('QUEUED', 'RUNNING') and ${LOST('plans.why')};
        get diagnostics whys = row_count;
        return lost + curves + whys;
      end $body$;`);
  }

  #addTrail(): void {
    this.addSql(`
      create function record_plan_why() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
        insert into audit_entry (by_id, action, subject, object, part, before, after)
          select (select id from person where id = acting_person()), 'CHANGED', 'MISSION', new.mission_uuid, 'plan_why', old.why_state, new.why_state;
        return null;
      end $body$;`);
    this.addSql(`create trigger "plan_why_asked" after update of "why_state" on "plan_search" for each row when (acting_person() is not null and old.why_state is distinct from new.why_state) execute function record_plan_why();`);
  }
}
