import { Migration } from '@mikro-orm/migrations';
import { SETTLE } from './amending.ts';

/**
 * Searches for plans of missions: of those who plan missions, and of the job that searches, which reaches nothing else. Asking and stopping are told in the trail of the mission; whoever looks is told that something has changed, and nothing of it.
 * A search holds keys of experts and what engages them as codes: it goes with any of them, and with any place in the team that it knows. What an invented person reads was asked by one.
 */
export class Migration20270401000100 extends Migration {
  override up(): void {
    this.addSql(SETTLE);
    this.addSql(`create table "plan_search" ("uuid" uuid not null, "mission_uuid" uuid not null, "asked_at" timestamptz not null default now(), "envelope_cents" int null, "interpreter_cents" int null, "taken" text[] not null default '{}', "is_team_kept" boolean not null default true, "seed" int not null default 0, "state" text not null default 'QUEUED', "reason" text null, "started_at" timestamptz null, "ended_at" timestamptz null, "problem_hash" text not null, "problem" jsonb not null, "assumed" jsonb not null, "best" jsonb null, "worth" jsonb null, "bound" jsonb null, "is_optimal" boolean not null default false, "is_solved" boolean not null default false, "work" int not null default 0, "explained" jsonb not null default '{}', "run" uuid null, "is_demonstration" boolean not null default acts_invented(), "version" int not null default 1, primary key ("uuid"));`);
    this.addSql(`create index "plan_search_mission_uuid_asked_at_index" on "plan_search" ("mission_uuid", "asked_at");`);
    this.addSql(`create index "plan_search_asked_at_index" on "plan_search" ("asked_at");`);
    this.addSql(`alter table "plan_search" add constraint "plan_search_mission_uuid_foreign" foreign key ("mission_uuid") references "mission" ("uuid") on delete cascade;`);
    this.addSql(`alter table "plan_search" add constraint "plan_search_state_check" check ("state" in ('QUEUED', 'RUNNING', 'DONE', 'STOPPED', 'FAILED'));`);
    this.addSql(`alter table "plan_search" add constraint "plan_search_reason_check" check ("reason" in ('ASKED', 'TIME', 'MEMORY', 'TOO_LARGE', 'BROKEN'));`);
    this.addSql(`alter table "plan_search" add constraint "plan_search_by_chance" check (substr(uuid::text, 15, 1) = '4');`);
    this.addSql(`alter table "plan_search" add constraint "plan_search_envelope" check (envelope_cents >= 0 and envelope_cents <= 1000000000 and interpreter_cents >= 0 and interpreter_cents <= 1000000);`);
    this.addSql(`alter table "plan_search" add constraint "plan_search_taken" check (taken <@ array['PERHAPS', 'NOT_ASKED', 'NOT_CLEARED']);`);
    this.addSql(`alter table "plan_search" add constraint "plan_search_reason" check ((state in ('STOPPED', 'FAILED')) = (reason is not null));`);
    this.addSql(`alter table "plan_search" add constraint "plan_search_ended" check ((state in ('DONE', 'STOPPED', 'FAILED')) = (ended_at is not null));`);
    this.addSql(`alter table "plan_search" add constraint "plan_search_worth" check ((best is null) = (worth is null));`);
    this.#addRules();
    this.#forget();
    this.#addLost();
    this.#addTrail();
    this.addSql(`create trigger "plan_search_told" after insert or update or delete on "plan_search" for each row execute function tell_session('mission_uuid', '/plans');`);
  }

  /** Of a mission that who asks may see, and nothing of it on any other way; the job knows searches and no mission. */
  #addRules(): void {
    const adviser = `(select is_adviser()) and (is_demonstration or not (select acts_invented())) and exists (select from mission m where m.uuid = mission_uuid)`;
    this.addSql(`alter table "plan_search" enable row level security;`);
    this.addSql(`create policy "plan_search_adviser" on "plan_search" using (${adviser}) with check (${adviser});`);
    this.addSql(`create policy "plan_search_sought" on "plan_search" for select using (acts_for('plans'));`);
    this.addSql(`create policy "plan_search_found" on "plan_search" for update using (acts_for('plans')) with check (acts_for('plans'));`);
    this.addSql(`create policy "plan_search_retained" on "plan_search" for select using (acts_for('retention'));`);
    this.addSql(`create policy "plan_search_forgotten" on "plan_search" for delete using (acts_for('retention'));`);
  }

  /** Nothing of an expert who is not there any more stays: neither under their own key nor under that of their places in teams. */
  #forget(): void {
    this.addSql(`
      create function forget_plan_searches() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
        delete from plan_search s where exists (select from jsonb_array_elements(s.problem -> 'persons') x
          where x.value ->> 'id' = old.uuid::text or x.value ->> 'id' in (select m.uuid::text from mission_member m where m.expert_uuid = old.uuid));
        return old;
      end $body$;`);
    this.addSql(`create trigger "expert_forgotten_in_plans" before delete on "expert" for each row execute function forget_plan_searches();`);
    this.addSql(`
      create function forget_plans_with_member() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
        delete from plan_search s where s.mission_uuid = old.mission_uuid and exists (select from jsonb_array_elements(s.problem -> 'persons') x where x.value ->> 'id' = old.uuid::text);
        return old;
      end $body$;`);
    this.addSql(`create trigger "mission_member_forgotten_in_plans" before delete on "mission_member" for each row execute function forget_plans_with_member();`);
  }

  /** A search whose job is gone has failed; of the job that searches. The tables of jobs are made after the migrations: the function names them when it runs. */
  #addLost(): void {
    this.addSql(`
      create function fail_lost_plan_searches() returns integer language plpgsql volatile security definer set search_path = public, pg_temp as $body$
      declare
        lost int;
      begin
        if not acts_for('plans') then return 0; end if;
        update plan_search s set state = 'FAILED', reason = 'BROKEN', ended_at = now(), version = s.version + 1
          where s.state in ('QUEUED', 'RUNNING') and not exists (select from graphile_worker._private_jobs j where j.key = 'plans.search:' || s.uuid and (j.locked_at is not null or j.attempts < j.max_attempts));
        get diagnostics lost = row_count;
        return lost;
      end $body$;`);
  }

  #addTrail(): void {
    // What the trail tells of a mission is read by who reads the mission: an invented adviser nothing of real ones, but what is about themselves.
    this.addSql(`create policy "audit_entry_of_missions" on "audit_entry" as restrictive for select using (subject not in ('MISSION', 'MISSION_LEG', 'CONSULTATION', 'OPINION') or not (select acts_invented()) or (select acting_person()) in (by_id, about_id)
      or exists (select from mission m where m.uuid = object));`);
    this.addSql(`create policy "audit_entry_of_calls" on "audit_entry" as restrictive for select using (subject <> 'AVAILABILITY_CALL' or not (select acts_invented()) or (select acting_person()) in (by_id, about_id) or exists (select from availability_call c where c.uuid = object));`);
    this.addSql(`create policy "audit_entry_of_those_asked" on "audit_entry" as restrictive for select using (subject <> 'AVAILABILITY_REQUEST' or not (select acts_invented()) or (select acting_person()) in (by_id, about_id) or exists (select from expert e where e.uuid = object));`);
    this.addSql(`
      create function record_plan_search() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
        insert into audit_entry (by_id, action, subject, object, part, before, after)
          select (select id from person where id = acting_person()), 'CHANGED', 'MISSION', new.mission_uuid, 'plan_search', case when tg_op = 'UPDATE' then old.state end, new.state;
        return null;
      end $body$;`);
    this.addSql(`create trigger "plan_search_asked" after insert on "plan_search" for each row when (acting_person() is not null) execute function record_plan_search();`);
    this.addSql(`create trigger "plan_search_stopped" after update of "state" on "plan_search" for each row when (acting_person() is not null and old.state is distinct from new.state) execute function record_plan_search();`);
  }
}
