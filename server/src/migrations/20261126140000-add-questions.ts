import { Migration } from '@mikro-orm/migrations';
import { requireSourceText } from './foundations.ts';

const LOCALES = `'fr', 'en', 'sq', 'bs', 'bg', 'hr', 'el', 'hu', 'mk', 'ro', 'sr-Cyrl', 'sr-Latn', 'cnr', 'sl', 'tr', 'uk'`;
const SUBJECTS = `'PERSON', 'MEMBER', 'SESSION', 'IDENTITY', 'INVITATION', 'ACCESS_REQUEST', 'PASSKEY', 'AUTHENTICATOR', 'RECOVERY_CODES', 'JOB', 'DATA_REQUEST', 'TRAINING_SESSION', 'CALENDAR_LINK', 'ORGANISATION', 'EXPERT', 'REGISTRATION', 'SESSION_QUOTA', 'FORM_QUESTION', 'PRESENCE', 'CERTIFICATE'`;

/**
 * The questions of registration forms and what was answered to them. A question that was answered is not changed: another row takes
 * its place. The rules of the tables say the same as the readers and the services.
 */
export class Migration20261126140000 extends Migration {
  override up(): void {
    this.#addQuestions();
    this.#addAnswers();
    this.#addRules();
    this.#addTrail();
  }

  #addQuestions(): void {
    this.addSql(`create table "form_question" ("uuid" uuid not null, "source_locale" text not null, "source_version" int not null default 1, "session_uuid" uuid not null, "key" uuid not null, "edition" int not null default 1, "version" int not null default 1, "position" int not null, "kind" text not null, "is_required" boolean not null default false, "depends_on" uuid null, "depends_answer" text null, "retention_days" int not null, "closed_at" timestamptz null, "replaced_at" timestamptz null, "asked_since" timestamptz not null default now(), primary key ("uuid"));`);
    this.addSql(`create index "form_question_session_uuid_position_index" on "form_question" ("session_uuid", "position");`);
    this.addSql(`create unique index "form_question_current" on "form_question" ("session_uuid", "key") where replaced_at is null;`);
    this.addSql(`alter table "form_question" add constraint "form_question_session_uuid_foreign" foreign key ("session_uuid") references "training_session" ("uuid") on delete cascade;`);
    this.addSql(`alter table "form_question" add constraint "form_question_needs_are_voluntary" check (kind <> 'DIET_ACCESS' or not is_required);`);
    this.addSql(`alter table "form_question" add constraint "form_question_kept" check (retention_days between 1 and case kind when 'DIET_ACCESS' then 30 else 365 end);`);
    this.addSql(`alter table "form_question" add constraint "form_question_depends" check ((depends_on is null) = (depends_answer is null) and depends_on <> key);`);
    this.addSql(`alter table "form_question" add constraint "form_question_source_locale_check" check ("source_locale" in (${LOCALES}));`);
    this.addSql(`alter table "form_question" add constraint "form_question_kind_check" check ("kind" in ('TEXT', 'CHOICE', 'CHOICES', 'COUNTRY', 'LANGUAGE', 'DATE', 'YES_NO', 'DIET_ACCESS'));`);
    this.addSql(`create table "form_question_translation" ("question_uuid" uuid not null, "locale" text not null, "source_version" int not null default 1, "label" text null, "help" text null, primary key ("question_uuid", "locale"));`);
    this.addSql(`alter table "form_question_translation" add constraint "form_question_translation_question_uuid_foreign" foreign key ("question_uuid") references "form_question" ("uuid") on delete cascade;`);
    this.addSql(`alter table "form_question_translation" add constraint "form_question_translation_locale_check" check ("locale" in (${LOCALES}));`);
    this.addSql(`create table "form_choice" ("uuid" uuid not null, "question_uuid" uuid not null, "code" text not null, "position" int not null, primary key ("uuid"));`);
    this.addSql(`alter table "form_choice" add constraint "form_choice_question_uuid_code_unique" unique ("question_uuid", "code");`);
    this.addSql(`alter table "form_choice" add constraint "form_choice_question_uuid_foreign" foreign key ("question_uuid") references "form_question" ("uuid") on delete cascade;`);
    this.addSql(`create table "form_choice_translation" ("choice_uuid" uuid not null, "locale" text not null, "source_version" int not null default 1, "label" text not null, primary key ("choice_uuid", "locale"));`);
    this.addSql(`alter table "form_choice_translation" add constraint "form_choice_translation_choice_uuid_foreign" foreign key ("choice_uuid") references "form_choice" ("uuid") on delete cascade;`);
    this.addSql(`alter table "form_choice_translation" add constraint "form_choice_translation_locale_check" check ("locale" in (${LOCALES}));`);
    for (const statement of requireSourceText('form_question', 'uuid', 'form_question_translation', 'question_uuid', 'label')) this.addSql(`${statement};`);
  }

  #addAnswers(): void {
    this.addSql(`create table "registration_answer" ("registration_uuid" uuid not null, "question_uuid" uuid not null, "email" text not null, "text" text null, "locale" text null, "codes" text[] null, "level" text null, "day" date null, "needs" text[] null, "needs_text" text null, primary key ("registration_uuid", "question_uuid"));`);
    this.addSql(`create index "registration_answer_email_index" on "registration_answer" ("email");`);
    this.addSql(`create trigger "registration_answer_reachable" before insert or update of "email" on "registration_answer" for each row execute function refuse_reachable();`);
    this.addSql(`create index "registration_answer_question_uuid_index" on "registration_answer" ("question_uuid");`);
    this.addSql(`alter table "registration_answer" add constraint "registration_answer_registration_uuid_foreign" foreign key ("registration_uuid") references "registration" ("uuid") on update no action on delete cascade;`);
    this.addSql(`alter table "registration_answer" add constraint "registration_answer_question_uuid_foreign" foreign key ("question_uuid") references "form_question" ("uuid") on update no action on delete no action;`);
    this.addSql(`alter table "registration_answer" add constraint "registration_answer_has_language" check ((coalesce(text, needs_text) is null) = (locale is null));`);
    this.addSql(`alter table "registration_answer" add constraint "registration_answer_needs_apart" check ((needs is null and needs_text is null) or (text is null and codes is null and day is null));`);
    this.addSql(`alter table "registration_answer" add constraint "registration_answer_locale_check" check ("locale" in (${LOCALES}));`);
    this.addSql(`alter table "registration_answer" add constraint "registration_answer_level_check" check ("level" in ('A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'NATIVE'));`);
    // An address that is corrected is corrected here too.
    this.addSql(`
      create function follow_registration() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
        update registration_answer set email = new.email where registration_uuid = new.uuid;
        return null;
      end $body$;`);
    this.addSql(`create trigger "registration_followed_by_answers" after update of "email" on "registration" for each row when (old.email is distinct from new.email) execute function follow_registration();`);
    // Whether answers count, whoever asks: whoever prepares a session may not see all registrations for it.
    this.addSql(`create function takes_part(the_registration uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
      return exists (select from registration where uuid = the_registration and state not in ('REFUSED', 'WITHDRAWN'));`);
  }

  #addRules(): void {
    for (const table of ['form_question', 'form_question_translation', 'form_choice', 'form_choice_translation', 'registration_answer']) this.addSql(`alter table "${table}" enable row level security;`);
    const prepares = 'may_prepare_session(acting_person(), session_uuid)';
    // For who is signed in and sees the session, which has a rule of its own.
    this.addSql(`create policy "form_question_seen" on "form_question" for select using (acts_for('retention') or (acting_person() is not null and exists (select from training_session s where s.uuid = session_uuid)));`);
    this.addSql(`create policy "form_question_made" on "form_question" for insert with check (${prepares});`);
    this.addSql(`create policy "form_question_changed" on "form_question" for update using (${prepares}) with check (${prepares});`);
    this.addSql(`create policy "form_question_removed" on "form_question" for delete using (${prepares});`);
    const parts = [
      ['form_question_translation', (condition: string) => `exists (select from form_question q where q.uuid = question_uuid${condition})`],
      ['form_choice', (condition: string) => `exists (select from form_question q where q.uuid = question_uuid${condition})`],
      ['form_choice_translation', (condition: string) => `exists (select from form_choice c join form_question q on q.uuid = c.question_uuid where c.uuid = choice_uuid${condition})`],
    ] as const;
    for (const [table, of] of parts) {
      const theirs = of(' and may_prepare_session(acting_person(), q.session_uuid)');
      this.addSql(`create policy "${table}_seen" on "${table}" for select using (${of('')});`);
      this.addSql(`create policy "${table}_made" on "${table}" for insert with check (${theirs});`);
      this.addSql(`create policy "${table}_changed" on "${table}" for update using (${theirs}) with check (${theirs});`);
      this.addSql(`create policy "${table}_removed" on "${table}" for delete using (${theirs});`);
    }
    const registered = 'exists (select from registration r where r.uuid = registration_uuid and r.registered_by_id = acting_person())';
    this.addSql(`create policy "registration_answer_seen" on "registration_answer" for select using ((select is_adviser())
      or exists (select from form_question q where q.uuid = question_uuid and may_prepare_session(acting_person(), q.session_uuid)) or (needs is null and ${registered}));`);
    // Of the session that the registration is for. Nobody changes an answer.
    this.addSql(`create policy "registration_answer_given" on "registration_answer" for insert with check (
      exists (select from registration r join form_question q on q.session_uuid = r.session_uuid and q.uuid = question_uuid where r.uuid = registration_uuid and r.registered_by_id = acting_person()));`);
    this.addSql(`create policy "registration_answer_my_data" on "registration_answer" for select using (acts_for('my-data') and email = (select email from person where id = acting_person()));`);
    this.addSql(`create policy "registration_answer_retained" on "registration_answer" for select using (acts_for('retention'));`);
    this.addSql(`create policy "registration_answer_forgotten" on "registration_answer" for delete using (acts_for('retention'));`);
  }

  #addTrail(): void {
    this.addSql(`alter table "audit_entry" drop constraint "audit_entry_subject_check";`);
    this.addSql(`alter table "audit_entry" add constraint "audit_entry_subject_check" check ("subject" in (${SUBJECTS}));`);
    this.addSql(`create trigger "form_question_recorded" after insert or update or delete on "form_question" for each row when (acting_person() is not null)
      execute function record_change('FORM_QUESTION', 'uuid', 'kind is_required depends_on depends_answer retention_days closed_at replaced_at', 'session_uuid');`);
    // What is written anew, by its language; what is answered is told to nobody.
    this.addSql(`
      create function record_question_texts() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
        insert into audit_entry (by_id, action, subject, object, part, before, after)
          select (select id from person where id = acting_person()), 'CHANGED', 'FORM_QUESTION', q.session_uuid, p.part || '.' || new.locale, p.before, p.after
          from form_question q, (values ('label', old.label, new.label), ('help', old.help, new.help)) p(part, before, after) where q.uuid = new.question_uuid and p.before is distinct from p.after;
        return null;
      end $body$;`);
    this.addSql(`create trigger "form_question_translation_recorded" after update on "form_question_translation" for each row when (acting_person() is not null) execute function record_question_texts();`);
  }
}
