import { Migration } from '@mikro-orm/migrations';

/** Of a search that is over it is asked what more or less money would bring. */
export class Migration20270410000100 extends Migration {
  override up(): void {
    this.addSql(`alter table "plan_search" add column "curve_state" text null, add column "curve_reason" text null, add column "curve_points" jsonb not null default '[]', add column "curve_run" uuid null, add column "curve_version" int not null default 0;`);
    this.addSql(`alter table "plan_search" add constraint "plan_search_curve_state_check" check ("curve_state" in ('QUEUED', 'RUNNING', 'DONE', 'STOPPED', 'FAILED'));`);
    this.addSql(`alter table "plan_search" add constraint "plan_search_curve_reason_check" check ("curve_reason" in ('ASKED', 'TIME', 'MEMORY', 'TOO_LARGE', 'BROKEN'));`);
    this.addSql(`alter table "plan_search" add constraint "plan_search_curve_reason" check ((coalesce(curve_state, 'DONE') in ('STOPPED', 'FAILED')) = (curve_reason is not null));`);
    this.#addLost();
    this.#addTrail();
  }

  /** What has lost its job has failed, whichever of the two it was. */
  #addLost(): void {
    this.addSql(`
      create or replace function fail_lost_plan_searches() returns integer language plpgsql volatile security definer set search_path = public, pg_temp as $body$
      declare
        lost int;
        curves int;
      begin
        if not acts_for('plans') then return 0; end if;
        update plan_search s set state = 'FAILED', reason = 'BROKEN', ended_at = now(), version = s.version + 1
          where s.state in ('QUEUED', 'RUNNING') and not exists (select from graphile_worker._private_jobs j where j.key = 'plans.search:' || s.uuid and (j.locked_at is not null or j.attempts < j.max_attempts));
        get diagnostics lost = row_count;
        update plan_search s set curve_state = 'FAILED', curve_reason = 'BROKEN', curve_version = s.curve_version + 1
          where s.curve_state in ('QUEUED', 'RUNNING') and not exists (select from graphile_worker._private_jobs j where j.key = 'plans.curve:' || s.uuid and (j.locked_at is not null or j.attempts < j.max_attempts));
        get diagnostics curves = row_count;
        return lost + curves;
      end $body$;`);
  }

  #addTrail(): void {
    this.addSql(`
      create function record_plan_curve() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
        insert into audit_entry (by_id, action, subject, object, part, before, after)
          select (select id from person where id = acting_person()), 'CHANGED', 'MISSION', new.mission_uuid, 'plan_curve', old.curve_state, new.curve_state;
        return null;
      end $body$;`);
    this.addSql(`create trigger "plan_curve_asked" after update of "curve_state" on "plan_search" for each row when (acting_person() is not null and old.curve_state is distinct from new.curve_state) execute function record_plan_curve();`);
  }
}
