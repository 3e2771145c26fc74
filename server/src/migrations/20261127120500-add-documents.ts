import { Migration } from '@mikro-orm/migrations';

/** A role `a` of somebody `p` that gives rights today. */
const ACTING = `member a join person p on p.id = a.person_id and p.suspended_at is null and a.suspended_at is null and current_date >= a.since and current_date <= coalesce(a.until, 'infinity')`;

const LOCALES = `'fr', 'en', 'sq', 'bs', 'bg', 'hr', 'el', 'hu', 'mk', 'ro', 'sr-Cyrl', 'sr-Latn', 'cnr', 'sl', 'tr', 'uk'`;
const SUBJECTS = `'PERSON', 'MEMBER', 'SESSION', 'IDENTITY', 'INVITATION', 'ACCESS_REQUEST', 'PASSKEY', 'AUTHENTICATOR', 'RECOVERY_CODES', 'JOB', 'DATA_REQUEST', 'TRAINING_SESSION', 'CALENDAR_LINK', 'ORGANISATION', 'EXPERT', 'REGISTRATION', 'SESSION_QUOTA', 'FORM_QUESTION', 'PRESENCE', 'CERTIFICATE', 'EVALUATION', 'EXPORT', 'SESSION_PART', 'SESSION_DOCUMENT'`;

/** The documents of sessions, whom each is for, and their files, which are stored once they were checked. */
export class Migration20261127120500 extends Migration {
  override up(): void {
    this.addSql(`create table "session_document" ("uuid" uuid not null, "session_uuid" uuid not null, "title" text not null, "locale" text not null, "kind" text not null, "visibility" text not null, "size" int not null, "added_at" timestamptz not null default now(), "added_by_id" uuid null, primary key ("uuid"));`);
    this.addSql(`create index "session_document_session_uuid_added_at_index" on "session_document" ("session_uuid", "added_at");`);
    this.addSql(`create index "session_document_added_by_id_index" on "session_document" ("added_by_id");`);
    this.addSql(`alter table "session_document" add constraint "session_document_session_uuid_foreign" foreign key ("session_uuid") references "training_session" ("uuid") on delete cascade;`);
    this.addSql(`alter table "session_document" add constraint "session_document_added_by_id_foreign" foreign key ("added_by_id") references "person" ("id") on delete set null;`);
    this.addSql(`alter table "session_document" add constraint "session_document_size" check (size > 0);`);
    this.addSql(`alter table "session_document" add constraint "session_document_locale_check" check ("locale" in (${LOCALES}));`);
    this.addSql(`alter table "session_document" add constraint "session_document_kind_check" check ("kind" in ('PDF', 'DOCX', 'XLSX', 'PPTX', 'PNG', 'JPEG', 'WEBP'));`);
    this.addSql(`alter table "session_document" add constraint "session_document_visibility_check" check ("visibility" in ('EVERYBODY', 'REGISTERED', 'TRAINERS'));`);
    this.addSql(`create table "session_document_file" ("document_uuid" uuid not null, "bytes" bytea not null, primary key ("document_uuid"));`);
    this.addSql(`alter table "session_document_file" add constraint "session_document_file_document_uuid_foreign" foreign key ("document_uuid") references "session_document" ("uuid") on update cascade on delete cascade;`);
    // They are packed already.
    this.addSql(`alter table "session_document_file" alter column "bytes" set storage external;`);
    this.#addRules();
    this.addSql(`alter table "audit_entry" drop constraint "audit_entry_subject_check";`);
    this.addSql(`alter table "audit_entry" add constraint "audit_entry_subject_check" check ("subject" in (${SUBJECTS}));`);
    this.addSql(`create trigger "session_document_made_recorded" after insert on "session_document" for each row when (acting_person() is not null) execute function record_change('SESSION_DOCUMENT', 'uuid', '', 'session_uuid');`);
    this.addSql(`create trigger "session_document_removed_recorded" after delete on "session_document" for each row when (acting_person() is not null and not acts_for('retention')) execute function record_change('SESSION_DOCUMENT', 'uuid', '', 'session_uuid');`);
  }

  #addRules(): void {
    this.addSql(`
      create function document_is_for(who uuid, the_session uuid, visibility text) returns boolean language sql stable security definer set search_path = public, pg_temp
        return exists (select from training_session s where s.uuid = the_session and (may_prepare(who, s.country_code) or (s.stage <> 'DRAFT' and case
          -- What anybody can bring who signs in as somebody invented is not handed to the world.
          when visibility = 'EVERYBODY' then who is not null or not exists (select from demonstration)
          when exists (select from session_trainer t join expert e on e.uuid = t.expert_uuid join ${ACTING} on a.person_id = e.person_id and a.role = 'EXPERT' where t.session_uuid = s.uuid and e.person_id = who) then true
          else visibility = 'REGISTERED' and exists (select from registration r join person p on p.id = who and p.suspended_at is null
            where r.session_uuid = s.uuid and r.state = 'CONFIRMED' and (lower(r.email) = lower(p.email) or may_register(who, r.organisation_slug, r.country_code))) end)));`);
    this.addSql(`create function bytes_of_documents() returns bigint language sql stable security definer set search_path = public, pg_temp return (select coalesce(sum(size), 0) from session_document);`);
    for (const table of ['session_document', 'session_document_file']) this.addSql(`alter table "${table}" enable row level security;`);
    this.addSql(`create policy "session_document_seen" on "session_document" for select using (document_is_for(acting_person(), session_uuid, visibility) or acts_for('retention') or (acts_for('my-data') and added_by_id = acting_person()));`);
    this.addSql(`create policy "session_document_made" on "session_document" for insert with check (added_by_id = acting_person() and may_prepare_session(acting_person(), session_uuid));`);
    this.addSql(`create policy "session_document_removed" on "session_document" for delete using (acts_for('retention') or may_prepare_session(acting_person(), session_uuid));`);
    // Whoever sees the document, which has the rule.
    this.addSql(`create policy "session_document_file_seen" on "session_document_file" for select using (exists (select from session_document d where d.uuid = document_uuid));`);
    this.addSql(`create policy "session_document_file_made" on "session_document_file" for insert with check (exists (select from session_document d where d.uuid = document_uuid and may_prepare_session(acting_person(), d.session_uuid)));`);
  }
}
