import { Migration } from '@mikro-orm/migrations';

/** Questions that ask for a file, and the files: each waits with who brings it, and then belongs to one answer. The rules of the tables say the same as the readers and the services. */
export class Migration20261128100000 extends Migration {
  override up(): void {
    this.addSql(`alter table "form_question" drop constraint "form_question_kind_check";`);
    this.addSql(`alter table "form_question" add constraint "form_question_kind_check" check ("kind" in ('TEXT', 'CHOICE', 'CHOICES', 'COUNTRY', 'LANGUAGE', 'DATE', 'YES_NO', 'FILE', 'DIET_ACCESS'));`);
    this.#addTables();
    this.#addForgetting();
    this.#addRules();
  }

  #addTables(): void {
    this.addSql(`create table "answer_file" ("uuid" uuid not null, "question_uuid" uuid not null, "registration_uuid" uuid null, "email" text null, "name" text not null, "kind" text not null, "size" int not null, "brought_at" timestamptz not null default now(), "brought_by_id" uuid null, "sign_in_id" uuid null, primary key ("uuid"));`);
    for (const column of ['question_uuid', 'email', 'brought_by_id', 'sign_in_id']) this.addSql(`create index "answer_file_${column}_index" on "answer_file" ("${column}");`);
    this.addSql(`alter table "answer_file" add constraint "answer_file_registration_uuid_question_uuid_unique" unique ("registration_uuid", "question_uuid");`);
    this.addSql(`alter table "answer_file" add constraint "answer_file_question_uuid_foreign" foreign key ("question_uuid") references "form_question" ("uuid") on delete cascade;`);
    this.addSql(`alter table "answer_file" add constraint "answer_file_registration_uuid_foreign" foreign key ("registration_uuid") references "registration" ("uuid") on delete cascade;`);
    this.addSql(`alter table "answer_file" add constraint "answer_file_brought_by_id_foreign" foreign key ("brought_by_id") references "person" ("id") on delete cascade;`);
    // A session has another key once its person has shown that it is them: what waits in it goes with it.
    this.addSql(`alter table "answer_file" add constraint "answer_file_sign_in_id_foreign" foreign key ("sign_in_id") references "sign_in_session" ("id") on update cascade on delete cascade;`);
    this.addSql(`alter table "answer_file" add constraint "answer_file_size" check (size > 0);`);
    this.addSql(`alter table "answer_file" add constraint "answer_file_waits_or_is_kept" check (case when registration_uuid is null then brought_by_id is not null and sign_in_id is not null and email is null else brought_by_id is null and sign_in_id is null and email is not null end);`);
    this.addSql(`alter table "answer_file" add constraint "answer_file_kind_check" check ("kind" in ('PDF', 'DOCX', 'XLSX', 'PPTX', 'PNG', 'JPEG', 'WEBP'));`);
    this.addSql(`create trigger "answer_file_reachable" before insert or update of "email" on "answer_file" for each row execute function refuse_reachable();`);
    this.addSql(`create table "answer_file_content" ("file_uuid" uuid not null, "bytes" bytea not null, primary key ("file_uuid"));`);
    this.addSql(`alter table "answer_file_content" add constraint "answer_file_content_file_uuid_foreign" foreign key ("file_uuid") references "answer_file" ("uuid") on update cascade on delete cascade;`);
    // They are packed already.
    this.addSql(`alter table "answer_file_content" alter column "bytes" set storage external;`);
    this.addSql(`create function bytes_of_answer_files() returns bigint language sql stable security definer set search_path = public, pg_temp return (select coalesce(sum(size), 0) from answer_file);`);
  }

  #addForgetting(): void {
    this.addSql(`
      create or replace function follow_registration() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
        update registration_answer set email = new.email where registration_uuid = new.uuid;
        update answer_file set email = new.email where registration_uuid = new.uuid;
        return null;
      end $body$;`);
    // A file goes with its answer, whatever takes that away.
    this.addSql(`
      create function forget_answer_file() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
        delete from answer_file where registration_uuid = old.registration_uuid and question_uuid = old.question_uuid;
        return null;
      end $body$;`);
    this.addSql(`create trigger "registration_answer_forgotten_with_file" after delete on "registration_answer" for each row execute function forget_answer_file();`);
    // Whoever takes no part any more needs no file to be looked at.
    this.addSql(`
      create function forget_files_of_ended() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
        delete from registration_answer a using form_question q where q.uuid = a.question_uuid and q.kind = 'FILE' and a.registration_uuid = new.uuid;
        return null;
      end $body$;`);
    this.addSql(`create trigger "registration_ended_without_files" after update of "state" on "registration" for each row when (new.state in ('REFUSED', 'WITHDRAWN') and old.state is distinct from new.state) execute function forget_files_of_ended();`);
    // Nor does anybody where a session is called off.
    this.addSql(`
      create function forget_files_of_cancelled() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
        delete from registration_answer a using form_question q where q.uuid = a.question_uuid and q.kind = 'FILE' and q.session_uuid = new.uuid;
        delete from answer_file f using form_question q where q.uuid = f.question_uuid and q.session_uuid = new.uuid;
        return null;
      end $body$;`);
    this.addSql(`create trigger "training_session_cancelled_without_files" after update of "stage" on "training_session" for each row when (new.stage = 'CANCELLED' and old.stage <> 'CANCELLED') execute function forget_files_of_cancelled();`);
  }

  #addRules(): void {
    for (const table of ['answer_file', 'answer_file_content']) this.addSql(`alter table "${table}" enable row level security;`);
    // Whoever sees the answer, which has the rule; as long as it waits, who has brought it.
    this.addSql(`create policy "answer_file_seen" on "answer_file" for select using (case when registration_uuid is null then brought_by_id = acting_person() or acts_for('retention')
      else exists (select from registration_answer a where a.registration_uuid = answer_file.registration_uuid and a.question_uuid = answer_file.question_uuid) end);`);
    this.addSql(`create policy "answer_file_brought" on "answer_file" for insert with check (registration_uuid is null and brought_by_id = acting_person()
      and exists (select from sign_in_session s where s.id = sign_in_id and s.person_id = acting_person()) and exists (select from form_question q where q.uuid = question_uuid and q.kind = 'FILE')
      and exists (select from member m where m.person_id = acting_person() and m.role in ('NGO_COORDINATOR', 'NGO_MEMBER', 'INTERNATIONAL', 'AUTHORITY') and m.suspended_at is null and current_date >= m.since and current_date <= coalesce(m.until, 'infinity')));`);
    // Once, with an answer of somebody whom they have registered.
    this.addSql(`create policy "answer_file_attached" on "answer_file" for update using (registration_uuid is null and brought_by_id = acting_person()) with check (registration_uuid is not null
      and exists (select from registration_answer a join registration r on r.uuid = a.registration_uuid where a.registration_uuid = answer_file.registration_uuid and a.question_uuid = answer_file.question_uuid and r.registered_by_id = acting_person()));`);
    this.addSql(`create policy "answer_file_removed" on "answer_file" for delete using (registration_uuid is null and (brought_by_id = acting_person() or acts_for('retention')));`);
    this.addSql(`create policy "answer_file_content_seen" on "answer_file_content" for select using (exists (select from answer_file f where f.uuid = file_uuid));`);
    this.addSql(`create policy "answer_file_content_brought" on "answer_file_content" for insert with check (exists (select from answer_file f where f.uuid = file_uuid and f.registration_uuid is null and f.brought_by_id = acting_person()));`);
  }
}
