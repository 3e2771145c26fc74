import { Migration } from '@mikro-orm/migrations';
import { requireSourceText } from './foundations.ts';

const LOCALES = `'fr', 'en', 'sq', 'bs', 'bg', 'hr', 'el', 'hu', 'mk', 'ro', 'sr-Cyrl', 'sr-Latn', 'cnr', 'sl', 'tr', 'uk'`;
const TABLE = 'session_document_translation';

/**
 * What a document is called stands in a row for each language: first in the language that the document is in, then in others. Translators write the
 * others, of documents that they see. What is said in another language for the first time, anew, or no longer, stands in the trail.
 */
export class Migration20261130300000 extends Migration {
  override up(): void {
    this.#moveTitles();
    this.#addRules();
    this.#addTrail();
  }

  #moveTitles(): void {
    this.addSql(`alter table "session_document" rename column "locale" to "source_locale";`);
    this.addSql(`alter table "session_document" rename constraint "session_document_locale_check" to "session_document_source_locale_check";`);
    this.addSql(`alter table "session_document" add column "source_version" int not null default 1;`);
    this.addSql(`create table "${TABLE}" ("document_uuid" uuid not null, "locale" text not null, "source_version" int not null default 1, "title" text not null, primary key ("document_uuid", "locale"));`);
    this.addSql(`alter table "${TABLE}" add constraint "${TABLE}_document_uuid_foreign" foreign key ("document_uuid") references "session_document" ("uuid") on delete cascade;`);
    this.addSql(`alter table "${TABLE}" add constraint "${TABLE}_locale_check" check ("locale" in (${LOCALES}));`);
    this.addSql(`insert into "${TABLE}" ("document_uuid", "locale", "title") select "uuid", "source_locale", "title" from "session_document";`);
    this.addSql(`alter table "session_document" drop column "title";`);
    for (const statement of requireSourceText('session_document', 'uuid', TABLE, 'document_uuid', 'title')) this.addSql(`${statement};`);
  }

  #addRules(): void {
    this.addSql(`alter table "${TABLE}" enable row level security;`);
    // Of a document that somebody sees, which has a rule of its own.
    const of = (condition: string): string => `exists (select from session_document d where d.uuid = document_uuid${condition})`;
    const theirs = of(' and may_prepare_session(acting_person(), d.session_uuid)');
    const translated = of(' and d.source_locale <> locale and translates(acting_person(), d.session_uuid)');
    this.addSql(`create policy "${TABLE}_seen" on "${TABLE}" for select using (${of('')});`);
    for (const [name, condition] of [['written', theirs], ['translated', translated]] as const) {
      this.addSql(`create policy "${TABLE}_${name}" on "${TABLE}" for insert with check (${condition});`);
      this.addSql(`create policy "${TABLE}_${name}_anew" on "${TABLE}" for update using (${condition}) with check (${condition});`);
      this.addSql(`create policy "${TABLE}_${name}_no_longer" on "${TABLE}" for delete using (${condition});`);
    }
    // To raise the version of a document, one must be let change it by its rules: translators are not.
    this.addSql(`
      create function note_document_translation(the_session uuid, the_document uuid) returns void language plpgsql volatile security definer set search_path = public, pg_temp as $body$ begin
        if not (may_prepare_session(acting_person(), the_session) or translates(acting_person(), the_session)) then return; end if;
        update session_document set version = version + 1 where uuid = the_document and session_uuid = the_session and document_is_for(acting_person(), session_uuid, visibility);
      end $body$;`);
  }

  #addTrail(): void {
    this.addSql(`drop trigger "session_document_change_recorded" on "session_document";`);
    this.addSql(`create trigger "session_document_change_recorded" after update on "session_document" for each row when (acting_person() is not null)
      execute function record_change('SESSION_DOCUMENT', 'uuid', 'source_locale visibility', 'session_uuid');`);
    // What a document is made with is told by its making, and is in its own language; what goes with it is told by its going.
    this.addSql(`
      create function record_document_texts() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$
      declare said constant jsonb := coalesce(to_jsonb(new), to_jsonb(old)); was constant jsonb := to_jsonb(old); becomes constant jsonb := to_jsonb(new);
      begin
        insert into audit_entry (by_id, action, subject, object, part, before, after)
          select (select id from person where id = acting_person()), 'CHANGED', 'SESSION_DOCUMENT', d.session_uuid, 'title.' || (said ->> 'locale'), was ->> 'title', becomes ->> 'title'
          from session_document d where d.uuid = (said ->> 'document_uuid')::uuid and was ->> 'title' is distinct from becomes ->> 'title' and (tg_op = 'UPDATE' or d.source_locale <> said ->> 'locale');
        return null;
      end $body$;`);
    this.addSql(`create trigger "${TABLE}_recorded" after insert or update or delete on "${TABLE}" for each row when (acting_person() is not null) execute function record_document_texts();`);
  }
}
