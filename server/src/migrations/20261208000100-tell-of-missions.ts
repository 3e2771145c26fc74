import { Migration } from '@mikro-orm/migrations';

/** The trail of missions tells of what is first said in another language, of whom the team needs, and of the objectives. That a mission is made stands for all that it is made with. */
export class Migration20261208000100 extends Migration {
  override up(): void {
    this.#texts();
    this.#team();
    this.#objectives();
  }

  /** What is said of a mission from the first, and of a leg, is told of by that it was added. */
  #texts(): void {
    const first = (table: string): string => `(tg_op = 'UPDATE' or ${table}.version > 1 or new.locale <> ${table}.source_locale)`;
    this.addSql(`
      create or replace function record_mission_texts() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
        insert into audit_entry (by_id, action, subject, object, part, before, after)
          select (select id from person where id = acting_person()), 'CHANGED', 'MISSION', new.mission_uuid, t.part || '.' || new.locale, t.before, t.after
          from mission m, (values ('title', old.title, new.title), ('purpose', old.purpose, new.purpose), ('given_up_reason', old.given_up_reason, new.given_up_reason)) t(part, before, after)
          where m.uuid = new.mission_uuid and ${first('m')} and t.before is distinct from t.after;
        return null;
      end $body$;`);
    this.addSql(`
      create or replace function record_leg_texts() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
        insert into audit_entry (by_id, action, subject, object, part, before, after)
          select (select id from person where id = acting_person()), 'CHANGED', 'MISSION_LEG', l.mission_uuid, t.part || '.' || new.locale, t.before, t.after
          from mission_leg l, (values ('purpose', old.purpose, new.purpose), ('note', old.note, new.note)) t(part, before, after)
          where l.uuid = new.leg_uuid and ${first('l')} and t.before is distinct from t.after;
        return null;
      end $body$;`);
    for (const [table, by] of [['mission_translation', 'record_mission_texts'], ['mission_leg_translation', 'record_leg_texts']] as const) {
      this.addSql(`drop trigger "${table}_recorded" on "${table}";`);
      this.addSql(`create trigger "${table}_recorded" after insert or update on "${table}" for each row when (acting_person() is not null) execute function ${by}();`);
    }
  }

  #team(): void {
    this.addSql(`
      create function record_mission_team() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$
      declare
        row_of constant jsonb := coalesce(to_jsonb(new), to_jsonb(old));
      begin
        insert into audit_entry (by_id, action, subject, object, part, before, after)
          select (select id from person where id = acting_person()), 'CHANGED', 'MISSION', m.uuid, 'team.' || (row_of ->> 'role'), to_jsonb(old) ->> 'at_least', to_jsonb(new) ->> 'at_least'
          from mission m where m.uuid = (row_of ->> 'mission_uuid')::uuid and m.version > 1 and (to_jsonb(old) ->> 'at_least') is distinct from (to_jsonb(new) ->> 'at_least');
        return null;
      end $body$;`);
    this.addSql(`create trigger "mission_team_rule_recorded" after insert or update or delete on "mission_team_rule" for each row when (acting_person() is not null) execute function record_mission_team();`);
  }

  /** An objective that is taken away is told of with its text, of which nothing is there any more once it is gone. */
  #objectives(): void {
    this.addSql(`
      create function record_objective_texts() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$
      declare
        row_of constant jsonb := coalesce(to_jsonb(new), to_jsonb(old));
      begin
        insert into audit_entry (by_id, action, subject, object, part, before, after)
          select (select id from person where id = acting_person()), 'CHANGED', 'MISSION', m.uuid, 'objective.' || (row_of ->> 'locale'), to_jsonb(old) ->> 'text', to_jsonb(new) ->> 'text'
          from mission_objective o join mission m on m.uuid = o.mission_uuid
          where o.uuid = (row_of ->> 'objective_uuid')::uuid and m.version > 1 and (to_jsonb(old) ->> 'text') is distinct from (to_jsonb(new) ->> 'text');
        return null;
      end $body$;`);
    this.addSql(`create trigger "mission_objective_translation_recorded" after insert or update or delete on "mission_objective_translation" for each row when (acting_person() is not null) execute function record_objective_texts();`);
    this.addSql(`
      create function record_objective_removed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
        insert into audit_entry (by_id, action, subject, object, part, before)
          select (select id from person where id = acting_person()), 'CHANGED', 'MISSION', m.uuid, 'objective.' || t.locale, t.text
          from mission m join mission_objective_translation t on t.objective_uuid = old.uuid and t.locale = old.source_locale where m.uuid = old.mission_uuid;
        return old;
      end $body$;`);
    this.addSql(`create trigger "mission_objective_removed" before delete on "mission_objective" for each row when (acting_person() is not null) execute function record_objective_removed();`);
    this.addSql(`
      create function record_objective_recommendations() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$
      declare
        row_of constant jsonb := coalesce(to_jsonb(new), to_jsonb(old));
      begin
        insert into audit_entry (by_id, action, subject, object, part, before, after)
          select (select id from person where id = acting_person()), 'CHANGED', 'MISSION', m.uuid, 'recommendation', to_jsonb(old) ->> 'recommendation_slug', to_jsonb(new) ->> 'recommendation_slug'
          from mission_objective o join mission m on m.uuid = o.mission_uuid where o.uuid = (row_of ->> 'objective_uuid')::uuid and m.version > 1;
        return null;
      end $body$;`);
    this.addSql(`create trigger "mission_objective_recommendation_recorded" after insert or delete on "mission_objective_recommendation" for each row when (acting_person() is not null) execute function record_objective_recommendations();`);
  }
}
