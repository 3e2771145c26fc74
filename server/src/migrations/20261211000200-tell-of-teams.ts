import { Migration } from '@mikro-orm/migrations';

/** Who is erased leaves nothing said. */
const ERASED = `tg_op = 'DELETE' and not exists (select from expert e where e.uuid::text = row_of ->> 'expert_uuid' union all select from person p where p.id::text = row_of ->> 'person_id')`;

/**
 * The trail of a mission tells as what somebody was added to its team or taken away, what of them changed, and from when to when they stay where. It names nobody: it
 * stays when they are erased, and whoever reads their own data does not learn from it of a mission that is an idea.
 */
export class Migration20261211000200 extends Migration {
  override up(): void {
    this.addSql(`
      create function record_member() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$
      declare
        row_of constant jsonb := coalesce(to_jsonb(new), to_jsonb(old));
      begin
        if ${ERASED} then return null; end if;
        insert into audit_entry (by_id, action, subject, object, part, before, after)
          select (select id from person where id = acting_person()), 'CHANGED', 'MISSION', m.uuid, t.part, t.before, t.after
          from mission m, (values ('member', old.role, new.role), ('lead', case when old.is_lead then old.role end, case when new.is_lead then new.role end),
            ('substitute', case when old.substitute_for_uuid is not null then old.role end, case when new.substitute_for_uuid is not null then new.role end)) t(part, before, after)
          where m.uuid = (row_of ->> 'mission_uuid')::uuid and t.before is distinct from t.after;
        return null;
      end $body$;`);
    this.addSql(`create trigger "mission_member_recorded" after insert or update or delete on "mission_member" for each row when (acting_person() is not null) execute function record_member();`);
    this.addSql(`
      create function record_stay() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$
      declare
        row_of constant jsonb := coalesce(to_jsonb(new), to_jsonb(old));
        before constant text := to_char(old.arrives_at, 'YYYY-MM-DD HH24:MI') || ' / ' || to_char(old.leaves_at, 'YYYY-MM-DD HH24:MI');
        after constant text := to_char(new.arrives_at, 'YYYY-MM-DD HH24:MI') || ' / ' || to_char(new.leaves_at, 'YYYY-MM-DD HH24:MI');
      begin
        if ${ERASED} then return null; end if;
        insert into audit_entry (by_id, action, subject, object, part, before, after)
          select (select id from person where id = acting_person()), 'CHANGED', 'MISSION', l.mission_uuid, t.part || '.' || l.city_code, t.before, t.after
          from mission_leg l, (values ('stay', before, after), ('provided', concat_ws(' ', old.is_lodging_provided, old.lunches_provided, old.dinners_provided), concat_ws(' ', new.is_lodging_provided, new.lunches_provided, new.dinners_provided))) t(part, before, after)
          where l.uuid = (row_of ->> 'leg_uuid')::uuid and (t.part = 'stay' or tg_op = 'UPDATE') and t.before is distinct from t.after;
        return null;
      end $body$;`);
    this.addSql(`create trigger "mission_stay_recorded" after insert or update or delete on "mission_stay" for each row when (acting_person() is not null) execute function record_stay();`);
  }
}
