import { Migration } from '@mikro-orm/migrations';

const LOCALES = `'fr', 'en', 'sq', 'bs', 'bg', 'hr', 'el', 'hu', 'mk', 'ro', 'sr-Cyrl', 'sr-Latn', 'cnr', 'sl', 'tr', 'uk'`;
const SUBJECTS = `'PERSON', 'MEMBER', 'SESSION', 'IDENTITY', 'INVITATION', 'ACCESS_REQUEST', 'PASSKEY', 'AUTHENTICATOR', 'RECOVERY_CODES', 'JOB', 'DATA_REQUEST', 'TRAINING_SESSION', 'CALENDAR_LINK', 'ORGANISATION', 'EXPERT', 'REGISTRATION', 'SESSION_QUOTA', 'FORM_QUESTION', 'PRESENCE', 'CERTIFICATE', 'EVALUATION', 'EXPORT', 'SESSION_PART', 'SESSION_DOCUMENT', 'PARTICIPANT', 'SESSION_INVITATION', 'CLEARANCE', 'MISSION', 'MISSION_LEG'`;

/** The clearances of experts, each with a document: for the adviser and their team, and for the expert whose account the sheet belongs to; nobody else learns that there are any. */
export class Migration20261207000200 extends Migration {
  override up(): void {
    this.#addTables();
    this.#addRules();
    this.#addTrail();
  }

  #addTables(): void {
    this.addSql(`create table "clearance" ("uuid" uuid not null, "expert_uuid" uuid not null, "version" int not null default 1, "from_on" date not null, "until_on" date not null, "given_by" text not null, "given_on" date not null, "remark" text null, "locale" text not null, primary key ("uuid"));`);
    this.addSql(`create index "clearance_expert_uuid_from_on_index" on "clearance" ("expert_uuid", "from_on");`);
    this.addSql(`alter table "clearance" add constraint "clearance_expert_uuid_foreign" foreign key ("expert_uuid") references "expert" ("uuid") on delete cascade;`);
    this.addSql(`alter table "clearance" add constraint "clearance_locale_check" check ("locale" in (${LOCALES}));`);
    this.addSql(`alter table "clearance" add constraint "clearance_days" check (until_on >= from_on);`);
    this.addSql(`alter table "clearance" add constraint "clearance_given_by" check (given_by <> '');`);
    this.addSql(`create table "clearance_file" ("clearance_uuid" uuid not null, "kind" text not null, "size" int not null, "bytes" bytea not null, primary key ("clearance_uuid"));`);
    this.addSql(`alter table "clearance_file" add constraint "clearance_file_clearance_uuid_foreign" foreign key ("clearance_uuid") references "clearance" ("uuid") on update cascade on delete cascade;`);
    this.addSql(`alter table "clearance_file" add constraint "clearance_file_kind_check" check ("kind" in ('PDF', 'DOCX', 'XLSX', 'PPTX', 'PNG', 'JPEG', 'WEBP'));`);
    this.addSql(`alter table "clearance_file" add constraint "clearance_file_size" check (size > 0);`);
    // Pages are compressed already.
    this.addSql(`alter table "clearance_file" alter column "bytes" set storage external;`);
  }

  /** The rule of the sheet says which experts an adviser sees: one of a demonstration sees no real ones. */
  #addRules(): void {
    for (const table of ['clearance', 'clearance_file']) this.addSql(`alter table "${table}" enable row level security;`);
    const given = '(select is_adviser()) and exists (select from expert e where e.uuid = expert_uuid)';
    this.addSql(`create policy "clearance_seen" on "clearance" for select using (exists (select from expert e where e.uuid = expert_uuid and ((select is_adviser()) or e.person_id = acting_person())));`);
    this.addSql(`create policy "clearance_made" on "clearance" for insert with check (${given});`);
    this.addSql(`create policy "clearance_changed" on "clearance" for update using (${given}) with check (${given});`);
    this.addSql(`create policy "clearance_removed" on "clearance" for delete using (${given});`);
    this.addSql(`create policy "clearance_retained" on "clearance" for select using (acts_for('retention'));`);
    this.addSql(`create policy "clearance_forgotten" on "clearance" for delete using (acts_for('retention'));`);
    const of = 'exists (select from clearance c where c.uuid = clearance_uuid)';
    this.addSql(`create policy "clearance_file_seen" on "clearance_file" for select using (${of});`);
    this.addSql(`create policy "clearance_file_made" on "clearance_file" for insert with check ((select is_adviser()) and ${of});`);
    this.addSql(`create policy "clearance_file_removed" on "clearance_file" for delete using ((select is_adviser()) and ${of});`);
  }

  /** Days are told with before and after; of its texts that they were changed, and nothing of what they say. What is deleted with an expert is told of nobody. */
  #addTrail(): void {
    this.addSql(`alter table "audit_entry" drop constraint "audit_entry_subject_check";`);
    this.addSql(`alter table "audit_entry" add constraint "audit_entry_subject_check" check ("subject" in (${SUBJECTS}));`);
    this.addSql(`
      create function record_clearance() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$
      declare
        acting constant uuid := (select id from person where id = acting_person());
        the_expert constant uuid := case when tg_op = 'DELETE' then old.expert_uuid else new.expert_uuid end;
        concerned constant uuid := (select person_id from expert where uuid = the_expert);
        part text;
      begin
        if tg_op <> 'UPDATE' then
          insert into audit_entry (by_id, action, subject, about_id, object) select acting, case tg_op when 'INSERT' then 'ADDED' else 'REMOVED' end, 'CLEARANCE', concerned, e.uuid from expert e where e.uuid = the_expert;
          return null;
        end if;
        foreach part in array array['from_on', 'until_on', 'given_on', 'given_by', 'remark', 'locale'] loop
          if to_jsonb(old) -> part is distinct from to_jsonb(new) -> part then
            insert into audit_entry (by_id, action, subject, about_id, object, part, before, after) values (acting, 'CHANGED', 'CLEARANCE', concerned, the_expert, part,
              case when part like '%_on' then to_jsonb(old) ->> part end, case when part like '%_on' then to_jsonb(new) ->> part end);
          end if;
        end loop;
        return null;
      end $body$;`);
    this.addSql(`create trigger "clearance_recorded" after insert or update or delete on "clearance" for each row when (acting_person() is not null) execute function record_clearance();`);
    this.addSql(`
      create function record_clearance_file() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
        insert into audit_entry (by_id, action, subject, about_id, object, part, before, after)
          select (select id from person where id = acting_person()), 'CHANGED', 'CLEARANCE', e.person_id, e.uuid, 'file', old.kind, new.kind
          from clearance c join expert e on e.uuid = c.expert_uuid where c.uuid = case when tg_op = 'DELETE' then old.clearance_uuid else new.clearance_uuid end;
        return null;
      end $body$;`);
    this.addSql(`create trigger "clearance_file_recorded" after insert or delete on "clearance_file" for each row when (acting_person() is not null) execute function record_clearance_file();`);
    // Who is erased is named by no entry.
    this.addSql(`
      create function empty_what_was_cleared() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
        update audit_entry set object = null where subject = 'CLEARANCE' and object = old.uuid;
        return null;
      end $body$;`);
    this.addSql(`create trigger "expert_cleared" after delete on "expert" for each row execute function empty_what_was_cleared();`);
  }
}
