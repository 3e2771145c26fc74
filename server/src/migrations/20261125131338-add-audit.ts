import { Migration } from '@mikro-orm/migrations';

/** Who did what: written by triggers, so that no way to change a row passes it by, and open to no change. */
export class Migration20261125131338 extends Migration {
  override up(): void {
    this.addSql(`create table "audit_entry" ("uuid" uuid not null default gen_random_uuid(), "at" timestamptz not null default now(), "by_id" uuid null, "action" text not null, "subject" text not null, "about_id" uuid null, "part" text null, "before" text null, "after" text null, primary key ("uuid"));`);
    this.addSql(`create index "audit_entry_about_id_index" on "audit_entry" ("about_id");`);
    this.addSql(`create index "audit_entry_at_index" on "audit_entry" ("at");`);
    this.addSql(`alter table "audit_entry" add constraint "audit_entry_by_id_foreign" foreign key ("by_id") references "person" ("id") on delete set null;`);
    this.addSql(`alter table "audit_entry" add constraint "audit_entry_about_id_foreign" foreign key ("about_id") references "person" ("id") on delete set null;`);
    this.addSql(`alter table "audit_entry" add constraint "audit_entry_action_check" check ("action" in ('ADDED', 'CHANGED', 'REMOVED'));`);
    this.addSql(`alter table "audit_entry" add constraint "audit_entry_subject_check" check ("subject" in ('PERSON', 'MEMBER', 'SESSION'));`);
    this.addSql(`create function is_adviser() returns boolean language sql stable security definer set search_path = public
      return exists (select from member where person_id = acting_person() and role in ('ADVISER', 'ASSISTANT') and suspended_at is null
        and current_date >= since and current_date <= coalesce(until, 'infinity'));`);
    this.addSql(`create policy "person_adviser" on "person" for select using (is_adviser());`);
    this.addSql(`alter table "audit_entry" enable row level security;`);
    this.addSql(`create policy "audit_entry_adviser" on "audit_entry" for select using (is_adviser());`);
    this.addSql(`
      create function record_change() returns trigger language plpgsql security definer set search_path = public as $body$
      declare
        concerned constant uuid := (select id from person where id = (coalesce(to_jsonb(new), to_jsonb(old)) ->> tg_argv[1])::uuid);
        acting constant uuid := coalesce(
          (select id from person where id = acting_person()), case when tg_argv[0] = 'SESSION' and tg_op = 'INSERT' then concerned end);
        changed text;
      begin
        if tg_op = 'UPDATE' then
          foreach changed in array string_to_array(tg_argv[2], ' ') loop
            if to_jsonb(old) -> changed is distinct from to_jsonb(new) -> changed then
              insert into audit_entry (by_id, action, subject, about_id, part, before, after)
                values (acting, 'CHANGED', tg_argv[0], concerned, changed, to_jsonb(old) ->> changed, to_jsonb(new) ->> changed);
            end if;
          end loop;
        else
          insert into audit_entry (by_id, action, subject, about_id)
            values (acting, case tg_op when 'INSERT' then 'ADDED' else 'REMOVED' end, tg_argv[0], concerned);
        end if;
        return null;
      end $body$;`);
    this.addSql(`create function forget_audit() returns void language sql volatile security definer set search_path = public
      begin atomic delete from audit_entry where at < now() - interval '1 year'; end;`);
    const recorded = [
      ['person', 'PERSON', 'id', 'name email locale suspended_at'],
      ['member', 'MEMBER', 'person_id', 'role country_code organisation_slug since until suspended_at'],
      ['sign_in_session', 'SESSION', 'person_id', ''],
    ] as const;
    for (const [table, subject, about, parts] of recorded) {
      this.addSql(`create trigger "${table}_recorded" after insert or update or delete on "${table}" for each row execute function record_change('${subject}', '${about}', '${parts}');`);
    }
  }
}
