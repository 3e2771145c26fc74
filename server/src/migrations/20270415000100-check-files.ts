import { Migration } from '@mikro-orm/migrations';

/** Where files are, by the column of their checks: the table of what is in them, its key, and the table that lists them with its own. */
const FILES = {
  document: { content: 'session_document_file', key: 'document_uuid', of: 'session_document', ofKey: 'uuid' },
  answer: { content: 'answer_file_content', key: 'file_uuid', of: 'answer_file', ofKey: 'uuid' },
  clearance: { content: 'clearance_file_content', key: 'clearance_uuid', of: 'clearance_file', ofKey: 'clearance_uuid' },
} as const;
const DEFINER = 'security definer set search_path = public, pg_temp';

/** Files wait until they were looked at for viruses: what is in one that waits is given to nobody, whoever asks. What is in documents of clearances stands in a table of its own for that, as of the others. */
export class Migration20270415000100 extends Migration {
  override up(): void {
    this.#moveClearances();
    this.#addChecks();
    this.#hold();
    this.#check();
  }

  #moveClearances(): void {
    this.addSql(`create table "clearance_file_content" ("clearance_uuid" uuid not null, "bytes" bytea not null, primary key ("clearance_uuid"));`);
    this.addSql(`alter table "clearance_file_content" add constraint "clearance_file_content_clearance_uuid_foreign" foreign key ("clearance_uuid") references "clearance_file" ("clearance_uuid") on update cascade on delete cascade;`);
    // Pages are compressed already.
    this.addSql(`alter table "clearance_file_content" alter column "bytes" set storage external;`);
    this.addSql(`insert into "clearance_file_content" ("clearance_uuid", "bytes") select "clearance_uuid", "bytes" from "clearance_file";`);
    this.addSql(`alter table "clearance_file" drop column "bytes";`);
    this.addSql(`alter table "clearance_file_content" enable row level security;`);
    const of = 'exists (select from clearance_file f where f.clearance_uuid = clearance_file_content.clearance_uuid)';
    this.addSql(`create policy "clearance_file_content_seen" on "clearance_file_content" for select using (${of});`);
    this.addSql(`create policy "clearance_file_content_made" on "clearance_file_content" for insert with check ((select is_adviser()) and ${of});`);
  }

  #addChecks(): void {
    const columns = Object.keys(FILES).map((as) => `"${as}_uuid" uuid null`).join(', ');
    this.addSql(`create table "file_check" ("uuid" uuid not null default gen_random_uuid(), ${columns}, "brought_at" timestamptz not null default now(), "checked_at" timestamptz null, "brought_by_id" uuid null, primary key ("uuid"));`);
    for (const [as, { of, ofKey }] of Object.entries(FILES)) {
      this.addSql(`alter table "file_check" add constraint "file_check_${as}_uuid_unique" unique ("${as}_uuid");`);
      this.addSql(`alter table "file_check" add constraint "file_check_${as}_uuid_foreign" foreign key ("${as}_uuid") references "${of}" ("${ofKey}") on delete cascade;`);
    }
    this.addSql(`alter table "file_check" add constraint "file_check_brought_by_id_foreign" foreign key ("brought_by_id") references "person" ("id") on delete set null;`);
    this.addSql(`create index "file_check_brought_by_id_index" on "file_check" ("brought_by_id");`);
    this.addSql(`alter table "file_check" add constraint "file_check_of_one" check (num_nonnulls(document_uuid, answer_uuid, clearance_uuid) = 1);`);
    this.addSql(`alter table "file_check" enable row level security;`);
    const seen = Object.entries(FILES).map(([as, { of, ofKey }]) => `exists (select from ${of} f where f.${ofKey} = ${as}_uuid)`).join(' or ');
    this.addSql(`create policy "file_check_seen" on "file_check" for select using (${seen} or (acts_for('my-data') and brought_by_id = acting_person()) or acts_for('files'));`);
    this.addSql(`create policy "file_check_begun" on "file_check" for insert with check (checked_at is null and brought_by_id is not distinct from acting_person() and (${seen}));`);
    this.addSql(`create policy "file_check_done" on "file_check" for update using (acts_for('files')) with check (acts_for('files'));`);
  }

  /** What is in a file that waits is for nobody, beside all else that is said of who sees it. */
  #hold(): void {
    for (const [as, { content, key }] of Object.entries(FILES)) {
      this.addSql(`create function ${as}_is_held(the_file uuid) returns boolean language sql stable ${DEFINER} return exists (select from file_check where ${as}_uuid = the_file and checked_at is null);`);
      this.addSql(`create policy "${content}_free" on "${content}" as restrictive for select using (not ${as}_is_held(${key}));`);
      // Whoever sends a file again is told that it is there, while it waits too.
      this.addSql(`create function ${as}_has(the_file uuid, the_bytes bytea) returns boolean language sql stable ${DEFINER} return exists (select from ${content} where ${key} = the_file and bytes = the_bytes);`);
    }
  }

  /** For who checks alone. */
  #check(): void {
    const bytes = Object.entries(FILES).map(([as, { content, key }]) => `(select f.bytes from ${content} f where f.${key} = c.${as}_uuid)`).join(', ');
    this.addSql(`create function file_to_check(the_check uuid) returns bytea language sql stable ${DEFINER} return (select coalesce(${bytes}) from file_check c where c.uuid = the_check and c.checked_at is null and acts_for('files'));`);
    this.addSql(`
      create function remove_infected(the_check uuid, signature text) returns jsonb language plpgsql volatile ${DEFINER} as $body$
      declare
        its record;
        the_session uuid;
        told jsonb;
      begin
        if not acts_for('files') then return null; end if;
        select c.*, case when c.document_uuid is not null then 'document' when c.answer_uuid is not null then 'answer' else 'clearance' end as part into its from file_check c where c.uuid = the_check and c.checked_at is null;
        if not found then return null; end if;
        told := (select jsonb_build_object('to', p.email, 'locale', coalesce(p.locale, 'fr')) from person p where p.id = its.brought_by_id and p.suspended_at is null);
        -- What it is of is held first, as by whoever takes it away.
        if its.document_uuid is not null then
          delete from session_document where uuid = its.document_uuid returning session_uuid into the_session;
        elsif its.answer_uuid is not null then
          select q.session_uuid into the_session from answer_file f join form_question q on q.uuid = f.question_uuid where f.uuid = its.answer_uuid;
          if its.brought_by_id is null then
            told := coalesce(
              (select jsonb_build_object('to', i.email, 'locale', i.locale) from answer_file f join session_invitation i on i.secret_hash = f.link_hash where f.uuid = its.answer_uuid),
              (select jsonb_build_object('to', f.email, 'locale', i.locale) from answer_file f join form_question q on q.uuid = f.question_uuid join session_invitation i on i.session_uuid = q.session_uuid and i.email = lower(f.email) and i.accepted_at is not null where f.uuid = its.answer_uuid limit 1));
          end if;
          delete from answer_file where uuid = its.answer_uuid;
        else
          perform from clearance where uuid = its.clearance_uuid for update;
          delete from clearance_file where clearance_uuid = its.clearance_uuid and exists (select from file_check c where c.uuid = the_check);
          if found then update clearance set version = version + 1 where uuid = its.clearance_uuid; end if;
        end if;
        if not found then return null; end if;
        insert into audit_entry (action, subject, about_id, object, part) values ('REMOVED', 'FILE', its.brought_by_id, the_session, signature);
        return jsonb_build_object('as', its.part, 'session', the_session) || coalesce(told, '{}');
      end $body$;`);
    this.addSql(`do $body$ declare is_now constant text := (select pg_get_constraintdef(oid) from pg_constraint where conname = 'audit_entry_subject_check'); begin
      alter table audit_entry drop constraint audit_entry_subject_check;
      execute 'alter table audit_entry add constraint audit_entry_subject_check ' || replace(is_now, '''PROJECT''::text', '''PROJECT''::text, ''FILE''::text');
    end $body$;`);
  }
}
