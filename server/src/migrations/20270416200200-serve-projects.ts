import { Migration } from '@mikro-orm/migrations';

const DEFINER = 'security definer set search_path = public, pg_temp';
const BOTH = '(select is_adviser()) and exists (select from mission_objective o where o.uuid = objective_uuid) and exists (select from project p where p.uuid = project_uuid)';

/** Which projects the objectives of a mission serve: known to whoever sees both. None begins to serve a project that is given up, and what is invented and what is real are not linked. */
export class Migration20270416200200 extends Migration {
  override up(): void {
    this.addSql(`create table "mission_objective_project" ("objective_uuid" uuid not null, "project_uuid" uuid not null, primary key ("objective_uuid", "project_uuid"));`);
    this.addSql(`create index "mission_objective_project_project_uuid_index" on "mission_objective_project" ("project_uuid");`);
    this.addSql(`alter table "mission_objective_project" add constraint "mission_objective_project_objective_uuid_foreign" foreign key ("objective_uuid") references "mission_objective" ("uuid") on update cascade on delete cascade;`);
    this.addSql(`alter table "mission_objective_project" add constraint "mission_objective_project_project_uuid_foreign" foreign key ("project_uuid") references "project" ("uuid") on update cascade on delete cascade;`);
    this.addSql(`alter table "mission_objective_project" enable row level security;`);
    this.addSql(`create policy "mission_objective_project_adviser" on "mission_objective_project" using (${BOTH}) with check (${BOTH});`);
    // Asked once the rule of rows has let it be made: whoever does not see the project learns nothing of it.
    this.addSql(`
      create function link_objective_project() returns trigger language plpgsql ${DEFINER} as $body$
      declare
        p project;
      begin
        select * into p from project where uuid = new.project_uuid for share;
        if p.status = 'GIVEN_UP' then
          raise exception 'nothing begins to serve a project that is given up' using errcode = 'check_violation', constraint = 'objective_project_stands';
        end if;
        if p.is_demonstration is distinct from (select m.is_demonstration from mission_objective o join mission m on m.uuid = o.mission_uuid where o.uuid = new.objective_uuid) then
          raise exception 'what is invented and what is real are not linked' using errcode = 'check_violation', constraint = 'objective_project_apart';
        end if;
        return new;
      end $body$;`);
    this.addSql(`create trigger "mission_objective_project_made" after insert on "mission_objective_project" for each row execute function link_objective_project();`);
    this.#addTrail();
  }

  /** The journal of the mission names the project, that of the project the mission; a mission that is just made tells of that it is made. */
  #addTrail(): void {
    this.addSql(`
      create function record_objective_project() returns trigger language plpgsql ${DEFINER} as $body$
      declare
        link constant mission_objective_project := coalesce(new, old);
        the_mission mission;
        acting constant uuid := (select id from person where id = acting_person());
      begin
        if not is_adviser() then return null; end if;
        select m.* into the_mission from mission_objective o join mission m on m.uuid = o.mission_uuid where o.uuid = link.objective_uuid;
        if the_mission.uuid is null then return null; end if;
        if the_mission.version > 1 then
          insert into audit_entry (by_id, action, subject, object, part, before, after) values (acting, 'CHANGED', 'MISSION', the_mission.uuid, 'project', old.project_uuid, new.project_uuid);
        end if;
        insert into audit_entry (by_id, action, subject, object, part, before, after)
          select acting, 'CHANGED', 'PROJECT', p.uuid, 'mission', case tg_op when 'DELETE' then the_mission.uuid end, case tg_op when 'INSERT' then the_mission.uuid end from project p where p.uuid = link.project_uuid;
        return null;
      end $body$;`);
    this.addSql(`create trigger "mission_objective_project_recorded" after insert or delete on "mission_objective_project" for each row when (acting_person() is not null) execute function record_objective_project();`);
  }
}
