import { Migration } from '@mikro-orm/migrations';
import { SETTLE } from './amending.ts';
import { secretPlaceTriggersOfProvisions } from './secret-places.ts';

const LOCALES = `'fr', 'en', 'sq', 'bs', 'bg', 'hr', 'el', 'hu', 'mk', 'ro', 'sr-Cyrl', 'sr-Latn', 'cnr', 'sl', 'tr', 'uk'`;
const ROLES = `'ADVISER', 'ASSISTANT', 'TRANSLATOR', 'SCAC', 'SSI', 'NGO_COORDINATOR', 'NGO_MEMBER', 'AUTHORITY', 'INTERNATIONAL', 'EXPERT'`;
const SOURCED = '"source" text not null, "source_url" text null, "is_verified" boolean not null default false, "checked_on" text null, "note" text null';
const THEIRS = '((select is_adviser()) or is_post_of(acting_person(), country_code))';
const RECORDED = ['kind', 'locale', 'text', 'reference', 'starts_on', 'ends_on', 'source', 'source_url', 'checked_on'];

/** Articles of instruments; and what countries have in their law for them, or have reserved or declared, which the adviser and the post of the country keep. */
export class Migration20270415400100 extends Migration {
  override up(): void {
    this.addSql(SETTLE);
    this.#addArticles();
    this.#addProvisions();
    this.#addLinks();
    this.#addRules();
    for (const statement of secretPlaceTriggersOfProvisions) this.addSql(`${statement};`);
    this.#addTrail();
  }

  #addArticles(): void {
    this.addSql(`create table "instrument_article" ("instrument_code" text not null, "number" text not null, ${SOURCED}, "position" int not null, primary key ("instrument_code", "number"));`);
    this.addSql(`create table "instrument_article_translation" ("instrument_code" text not null, "number" text not null, "locale" text not null, "title" text not null, primary key ("instrument_code", "number", "locale"));`);
    this.addSql(`alter table "instrument_article" add constraint "instrument_article_instrument_code_foreign" foreign key ("instrument_code") references "instrument" ("code") on delete cascade;`);
    this.addSql(`alter table "instrument_article_translation" add constraint "instrument_article_translation_instrument_code_number_foreign" foreign key ("instrument_code", "number") references "instrument_article" ("instrument_code", "number") on update cascade on delete cascade;`);
    this.addSql(`alter table "instrument_article_translation" add constraint "instrument_article_translation_locale_check" check ("locale" in (${LOCALES}));`);
  }

  #addProvisions(): void {
    this.addSql(`create table "national_provision" ("uuid" uuid not null, ${SOURCED}, "kind" text not null, "country_code" text not null, "instrument_code" text not null, "locale" text not null, "text" text not null, "reference" text not null, "starts_on" date null, "ends_on" date null, "entered_at" timestamptz not null default now(), "entered_as" text not null, "changed_at" timestamptz null, "changed_as" text null, "version" int not null default 1, "is_demonstration" boolean not null default false, primary key ("uuid"));`);
    this.addSql(`create index "national_provision_instrument_code_index" on "national_provision" ("instrument_code");`);
    this.addSql(`create index "national_provision_country_code_instrument_code_index" on "national_provision" ("country_code", "instrument_code");`);
    this.addSql(`alter table "national_provision" add constraint "national_provision_of" unique ("uuid", "instrument_code");`);
    this.addSql(`alter table "national_provision" add constraint "national_provision_country_code_foreign" foreign key ("country_code") references "country" ("code");`);
    this.addSql(`alter table "national_provision" add constraint "national_provision_instrument_code_foreign" foreign key ("instrument_code") references "instrument" ("code");`);
    this.addSql(`alter table "national_provision" add constraint "national_provision_source" check (source <> '' and (source_url is null or source_url ~ '^https?://') and is_verified = (checked_on is not null));`);
    this.addSql(`alter table "national_provision" add constraint "national_provision_says" check (text <> '' and reference <> '' and (ends_on is null or starts_on is null or ends_on >= starts_on));`);
    this.addSql(`alter table "national_provision" add constraint "national_provision_by_chance" check (substr(uuid::text, 15, 1) = '4');`);
    this.addSql(`alter table "national_provision" add constraint "national_provision_kind_check" check ("kind" in ('PROVISION', 'RESERVATION', 'DECLARATION'));`);
    this.addSql(`alter table "national_provision" add constraint "national_provision_locale_check" check ("locale" in (${LOCALES}));`);
    for (const column of ['entered_as', 'changed_as']) this.addSql(`alter table "national_provision" add constraint "national_provision_${column}_check" check ("${column}" in (${ROLES}));`);
  }

  #addLinks(): void {
    this.addSql(`create table "national_provision_article" ("provision_uuid" uuid not null, "number" text not null, "instrument_code" text not null, primary key ("provision_uuid", "number"));`);
    this.addSql(`create table "national_provision_recommendation" ("provision_uuid" uuid not null, "recommendation_slug" text not null, primary key ("provision_uuid", "recommendation_slug"));`);
    this.addSql(`create index "national_provision_recommendation_recommendation_slug_index" on "national_provision_recommendation" ("recommendation_slug");`);
    this.addSql(`alter table "national_provision_article" add constraint "national_provision_article_provision_uuid_instru_73805_foreign" foreign key ("provision_uuid", "instrument_code") references "national_provision" ("uuid", "instrument_code") on delete cascade;`);
    this.addSql(`alter table "national_provision_article" add constraint "national_provision_article_instrument_code_number_foreign" foreign key ("instrument_code", "number") references "instrument_article" ("instrument_code", "number") on update cascade;`);
    this.addSql(`alter table "national_provision_recommendation" add constraint "national_provision_recommendation_provision_uuid_foreign" foreign key ("provision_uuid") references "national_provision" ("uuid") on update cascade on delete cascade;`);
    this.addSql(`alter table "national_provision_recommendation" add constraint "national_provision_recommendation_recommendation_slug_foreign" foreign key ("recommendation_slug") references "recommendation" ("slug") on update cascade on delete cascade;`);
  }

  /** What is linked to one is read and changed by who reads and changes it; a recommendation is one to its country, on its side. */
  #addRules(): void {
    const own = `${THEIRS} and is_demonstration = (select acts_invented())`;
    this.addSql(`alter table "national_provision" enable row level security;`);
    this.addSql(`create policy "national_provision_seen" on "national_provision" for select using ((is_demonstration or not (select acts_invented())) and ${THEIRS});`);
    this.addSql(`create policy "national_provision_made" on "national_provision" for insert with check (${own});`);
    this.addSql(`create policy "national_provision_changed" on "national_provision" for update using (${own}) with check (${own});`);
    this.addSql(`create policy "national_provision_removed" on "national_provision" for delete using (${own});`);
    const seen = 'exists (select from national_provision p where p.uuid = provision_uuid)';
    const kept = 'exists (select from national_provision p where p.uuid = provision_uuid and p.is_demonstration = (select acts_invented()))';
    const fits = 'exists (select from national_provision p join recommendation r on r.slug = recommendation_slug where p.uuid = provision_uuid and p.is_demonstration = (select acts_invented()) and r.country_code = p.country_code and (p.is_demonstration or not r.is_demonstration))';
    for (const [table, made] of [['national_provision_article', kept], ['national_provision_recommendation', fits]] as const) {
      this.addSql(`alter table "${table}" enable row level security;`);
      this.addSql(`create policy "${table}_seen" on "${table}" for select using (${seen});`);
      this.addSql(`create policy "${table}_made" on "${table}" for insert with check (${made});`);
      this.addSql(`create policy "${table}_removed" on "${table}" for delete using (${kept});`);
    }
  }

  /** Each entry names the country, the instrument and what it is cited by, which are to be read also once they are gone. What is invented is recorded by somebody invented. */
  #addTrail(): void {
    this.addSql(`create policy "audit_entry_of_provisions" on "audit_entry" as restrictive for select using (subject <> 'PROVISION' or not (select acts_invented()) or exists (select from national_provision p where p.uuid = object) or is_invented(by_id));`);
    // After whatever else there is by now.
    this.addSql(`do $body$ declare is_now constant text := (select pg_get_constraintdef(oid) from pg_constraint where conname = 'audit_entry_subject_check'); begin
      alter table audit_entry drop constraint audit_entry_subject_check;
      execute 'alter table audit_entry add constraint audit_entry_subject_check ' || replace(is_now, '''MONITORING''::text', '''MONITORING''::text, ''PROVISION''::text');
    end $body$;`);
    this.addSql(`
      create function record_provision() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$
      declare
        which constant national_provision := coalesce(old, new);
        named constant text := concat_ws(' ', which.country_code, which.instrument_code, which.reference);
        acting constant uuid := (select id from person where id = acting_person());
        changed text;
      begin
        if tg_op <> 'UPDATE' then
          insert into audit_entry (by_id, action, subject, object, part) values (acting, case tg_op when 'INSERT' then 'ADDED' else 'REMOVED' end, 'PROVISION', which.uuid, named);
          return null;
        end if;
        foreach changed in array array[${RECORDED.map((column) => `'${column}'`).join(', ')}] loop
          insert into audit_entry (by_id, action, subject, object, part, before, after)
            select acting, 'CHANGED', 'PROVISION', which.uuid, named || ' – ' || changed, to_jsonb(old) ->> changed, to_jsonb(new) ->> changed where to_jsonb(old) ->> changed is distinct from to_jsonb(new) ->> changed;
        end loop;
        return null;
      end $body$;`);
    // What goes with a provision is told by its going.
    this.addSql(`
      create function record_provision_link() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$
      declare
        the_link constant jsonb := to_jsonb(coalesce(new, old));
      begin
        insert into audit_entry (by_id, action, subject, object, part, before, after)
          select (select id from person where id = acting_person()), 'CHANGED', 'PROVISION', p.uuid, concat_ws(' ', p.country_code, p.instrument_code, p.reference) || ' – ' || tg_argv[0], case tg_op when 'DELETE' then the_link ->> tg_argv[1] end, case tg_op when 'INSERT' then the_link ->> tg_argv[1] end
          from national_provision p where p.uuid = (the_link ->> 'provision_uuid')::uuid;
        return null;
      end $body$;`);
    const acts = 'for each row when (acting_person() is not null) execute function';
    this.addSql(`create trigger "national_provision_recorded" after insert or update or delete on "national_provision" ${acts} record_provision();`);
    this.addSql(`create trigger "national_provision_article_recorded" after insert or delete on "national_provision_article" ${acts} record_provision_link('article', 'number');`);
    this.addSql(`create trigger "national_provision_recommendation_recorded" after insert or delete on "national_provision_recommendation" ${acts} record_provision_link('recommendation', 'recommendation_slug');`);
  }
}
