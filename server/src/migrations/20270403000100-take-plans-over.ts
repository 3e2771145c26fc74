import { Migration } from '@mikro-orm/migrations';
import { SETTLE } from './amending.ts';

/** Plans are taken over into their missions: a search knows when, and which of its plans; the trail of the mission tells it, by whom. A line of costs says whether a plan wrote it: what somebody has typed since is theirs. Whoever adds several people to a team holds all of them in the order in which all hold them. */
export class Migration20270403000100 extends Migration {
  override up(): void {
    this.addSql(SETTLE);
    this.addSql(`alter table "plan_search" add column "taken_at" timestamptz null, add column "taken_as" text null;`);
    this.addSql(`alter table "plan_search" add constraint "plan_search_taken_as_check" check ("taken_as" in ('BEST', 'CHEAPEST', 'SHORTEST', 'WIDEST'));`);
    this.addSql(`alter table "plan_search" add constraint "plan_search_taken_over" check ((taken_at is null) = (taken_as is null));`);
    this.addSql(`alter table "mission_cost" add column "is_of_plan" boolean not null default false;`);
    this.addSql(`
      create function hold_team_with(the_mission uuid, others uuid[]) returns void language plpgsql volatile security definer set search_path = public, pg_temp as $body$ begin
        if exists (select from mission m where m.uuid = the_mission and is_adviser() and (m.is_demonstration or not acts_invented())) then
          perform pg_advisory_xact_lock(7266026, hashtext(x.who::text)) from (
            select human_of(m.expert_uuid, m.person_id) as who from mission_member m where m.mission_uuid = the_mission union select human_of(null, o) from unnest(others) o order by 1) x;
        end if;
      end $body$;`);
    this.addSql(`
      create function record_plan_taken() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
        insert into audit_entry (by_id, action, subject, object, part, after) select (select id from person where id = acting_person()), 'CHANGED', 'MISSION', new.mission_uuid, 'plan_taken', new.taken_as;
        return null;
      end $body$;`);
    this.addSql(`create trigger "plan_search_taken" after update of "taken_at" on "plan_search" for each row when (acting_person() is not null and new.taken_at is distinct from old.taken_at) execute function record_plan_taken();`);
  }
}
