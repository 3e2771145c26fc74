import { Migration } from '@mikro-orm/migrations';

const isOpen = (choice: string): string =>
  `(e.${choice} = 'PUBLIC' or e.${choice} = any(case when e.is_demonstration then (select acting_choices(true) as acting_choices) else (select acting_choices(false) as acting_choices) end))`;

/** The view by which everybody reads experts. */
const VIEW = `select e.uuid, e.source_locale, e.source_version,
      case when ${isOpen('name_visibility')} then e.name else null end as name, case when ${isOpen('name_visibility')} then e.folded else null end as folded, e.public_folded, e.name_visibility,
      e.profession_code, case when ${isOpen('institution_visibility')} then e.institution_code else null end as institution_code, e.institution_visibility,
      case when ${isOpen('email_visibility')} then (select p.email from person p where p.id = e.person_id and p.suspended_at is null) else null end as email, e.email_visibility,
      e.vouched_by, e.vouched_since, e.last_mission_on, e.is_demonstration
    from expert e`;

const VISIBILITIES = `('PUBLIC', 'NETWORK', 'POST', 'ADVISER')`;

/**
 * The sheet of an expert belongs to an account, whose person chooses who sees what of it. The application reads sheets by a view
 * that gives each field to those whom the expert chose; of the table it reaches those that are its person's or the adviser's, and
 * changes them by two functions alone, which ask first who acts.
 */
export class Migration20261125214000 extends Migration {
  override up(): void {
    this.#columns();
    this.#view();
    this.#rules();
    this.#acts();
    this.#trail();
  }

  #columns(): void {
    this.addSql(`alter table "expert" add column "person_id" uuid null, add column "institution_visibility" text not null default 'PUBLIC', add column "email_visibility" text not null default 'ADVISER', add column "chosen_at" timestamptz null;`);
    this.addSql(`alter table "expert" add column "public_folded" text generated always as (case when name_visibility = 'PUBLIC' then fold(name) else null end) stored null;`);
    this.addSql(`alter table "expert" add constraint "expert_person_id_foreign" foreign key ("person_id") references "person" ("id") on delete cascade;`);
    this.addSql(`alter table "expert" add constraint "expert_person_id_unique" unique ("person_id");`);
    for (const column of ['institution', 'email']) this.addSql(`alter table "expert" add constraint "expert_${column}_visibility_check" check ("${column}_visibility" in ${VISIBILITIES});`);
    this.addSql(`drop index "expert_folded";`);
    this.addSql(`create index "expert_public_folded" on "expert" using gin ("public_folded" gin_trgm_ops);`);
  }

  #view(): void {
    // What who asks may see beside what all may. Anybody can sign in as somebody invented, who sees of real people what all see.
    this.addSql(`create function insider_choices(of_invented boolean) returns text[] language sql stable security definer set search_path = public, pg_temp
      return (select case max(case when a.role in ('ADVISER', 'ASSISTANT') then 3 when a.role in ('SCAC', 'SSI') then 2 else 1 end)
          when 3 then array['NETWORK', 'POST', 'ADVISER'] when 2 then array['NETWORK', 'POST'] when 1 then array['NETWORK'] else '{}' end
        from member a join person p on p.id = a.person_id and p.suspended_at is null and a.suspended_at is null
          and current_date >= a.since and current_date <= coalesce(a.until, 'infinity')
        where a.person_id = acting_person() and (of_invented or not p.is_demonstration));`);
    // A visitor is not looked for.
    this.addSql(`create function acting_choices(of_invented boolean) returns text[] language sql stable
      return case when acting_person() is null then '{}'::text[] else insider_choices(of_invented) end;`);
    this.addSql(`create view "listed_expert" as ${VIEW};`);
    // A view of one table could be written, as its owner.
    for (const event of ['insert', 'update', 'delete']) this.addSql(`create rule "listed_expert_${event}" as on ${event} to "listed_expert" do instead nothing;`);
  }

  #rules(): void {
    this.addSql(`create function acts_invented() returns boolean language sql stable security definer set search_path = public, pg_temp
      return exists (select from person where id = acting_person() and is_demonstration);`);
    this.addSql(`alter table "expert" enable row level security;`);
    this.addSql(`create policy "expert_own" on "expert" for select using (person_id = acting_person());`);
    this.addSql(`create policy "expert_adviser" on "expert" for select using ((select is_adviser()) and (is_demonstration or not (select acts_invented())));`);
    this.addSql(`create policy "expert_retained" on "expert" for select using (acts_for('retention'));`);
    this.addSql(`create policy "expert_forgotten" on "expert" for delete using (acts_for('retention'));`);
  }

  #acts(): void {
    this.addSql(`create function choose_sheet(the_name text, the_institution text, the_email text) returns boolean language plpgsql volatile security definer set search_path = public, pg_temp as $body$ begin
        update expert set name_visibility = the_name, institution_visibility = the_institution, email_visibility = the_email, chosen_at = now() where person_id = acting_person();
        return found;
      end $body$;`);
    // One at a time: a sheet has one account, and an account one sheet.
    this.addSql(`
      create function bind_expert(the_expert uuid, the_person uuid) returns text language plpgsql volatile security definer set search_path = public, pg_temp as $body$
      declare
        sheet record;
      begin
        perform pg_advisory_xact_lock(7266019);
        select person_id, is_demonstration into sheet from expert where uuid = the_expert;
        if not found or not is_adviser() or (acts_invented() and not sheet.is_demonstration) then return 'GONE'; end if;
        if sheet.person_id = the_person then return 'DONE'; end if;
        if not exists (select from member a join person p on p.id = a.person_id where a.person_id = the_person and a.role = 'EXPERT' and p.is_demonstration = sheet.is_demonstration
          and p.suspended_at is null and a.suspended_at is null and current_date >= a.since and current_date <= coalesce(a.until, 'infinity')) then return 'GONE'; end if;
        if sheet.person_id is not null or exists (select from expert where person_id = the_person) then return 'TAKEN'; end if;
        update expert set person_id = the_person where uuid = the_expert;
        return 'DONE';
      end $body$;`);
    // What the person had chosen is theirs: without them it is closed.
    this.addSql(`
      create function unbind_expert(the_expert uuid) returns text language plpgsql volatile security definer set search_path = public, pg_temp as $body$ begin
        perform pg_advisory_xact_lock(7266019);
        if not is_adviser() or not exists (select from expert where uuid = the_expert and (is_demonstration or not acts_invented())) then return 'GONE'; end if;
        update expert set person_id = null, name_visibility = 'ADVISER', email_visibility = 'ADVISER', chosen_at = null where uuid = the_expert and person_id is not null;
        return 'DONE';
      end $body$;`);
  }

  #trail(): void {
    this.addSql(`alter table "audit_entry" drop constraint "audit_entry_subject_check";`);
    this.addSql(`alter table "audit_entry" add constraint "audit_entry_subject_check" check ("subject" in ('PERSON', 'MEMBER', 'SESSION', 'IDENTITY', 'INVITATION', 'ACCESS_REQUEST', 'PASSKEY', 'AUTHENTICATOR', 'RECOVERY_CODES', 'JOB', 'DATA_REQUEST', 'TRAINING_SESSION', 'CALENDAR_LINK', 'ORGANISATION', 'EXPERT'));`);
    this.addSql(`
      create function record_sheet() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$
      declare
        concerned constant uuid := coalesce(new.person_id, old.person_id);
        acting constant uuid := (select id from person where id = acting_person());
        changed text;
      begin
        if old.person_id is distinct from new.person_id then
          insert into audit_entry (by_id, action, subject, about_id) values (acting, case when new.person_id is null then 'REMOVED' else 'ADDED' end, 'EXPERT', concerned);
        else
          foreach changed in array array['name_visibility', 'institution_visibility', 'email_visibility'] loop
            if to_jsonb(old) -> changed is distinct from to_jsonb(new) -> changed then
              insert into audit_entry (by_id, action, subject, about_id, part, before, after) values (acting, 'CHANGED', 'EXPERT', concerned, changed, to_jsonb(old) ->> changed, to_jsonb(new) ->> changed);
            end if;
          end loop;
        end if;
        return null;
      end $body$;`);
    // That somebody taught is written with the key of their sheet, which says nothing of anybody once they are gone.
    this.addSql(`
      create function empty_what_taught() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
        update audit_entry set before = null, after = null where subject = 'TRAINING_SESSION' and part = 'trainer' and old.uuid::text in (before, after);
        return null;
      end $body$;`);
    this.addSql(`create trigger "expert_emptied" after delete on "expert" for each row execute function empty_what_taught();`);
    this.addSql(`create trigger "expert_recorded" after update of "person_id", "name_visibility", "institution_visibility", "email_visibility" on "expert" for each row execute function record_sheet();`);
  }
}
