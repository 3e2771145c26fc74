import { Migration } from '@mikro-orm/migrations';
import { SETTLE } from './amending.ts';
import { requireSourceText } from './foundations.ts';

const LOCALES = `'fr', 'en', 'sq', 'bs', 'bg', 'hr', 'el', 'hu', 'mk', 'ro', 'sr-Cyrl', 'sr-Latn', 'cnr', 'sl', 'tr', 'uk'`;

/** What everybody may see: the adviser has decided so, and whoever it is about has agreed. */
const SHOWN = '(is_public and (expert_uuid is null or consented_on is not null))';
/** A practice also has to be thirty days past: what was shown yesterday may say where somebody is today. */
const SHOWN_PRACTICE = `(${SHOWN} and shown_on <= (now() at time zone 'Europe/Paris')::date - 30)`;
const OWN = 'exists (select from expert e where e.uuid = expert_uuid and e.person_id = acting_person())';
/** The adviser keeps what is about experts whose sheets they keep; somebody invented keeps what was invented. */
const KEPT = '((select is_adviser()) and exists (select from expert e where e.uuid = expert_uuid and (e.is_demonstration or not (select acts_invented()))))';
const KEPT_PRACTICE = `((select is_adviser()) and (is_demonstration or not (select acts_invented())) and (expert_uuid is null or ${KEPT}))`;

/** French practices shown abroad, and publications of experts: kept by the adviser, shown to everybody once they have decided so and whoever it is about has agreed. */
export class Migration20261215000200 extends Migration {
  override up(): void {
    this.addSql(SETTLE);
    this.#addTables();
    this.#addLead();
    this.#addRules();
    this.#addConsent();
    this.#addTrail();
  }

  #addTables(): void {
    this.addSql(`create table "practice" ("uuid" uuid not null, "source_locale" text not null, "source_version" int not null default 1, "expert_uuid" uuid null, "country_code" text not null, "theme_code" text not null, "shown_on" date not null, "is_public" boolean not null default false, "consented_on" date null, "version" int not null default 1, "is_demonstration" boolean not null default false, primary key ("uuid"));`);
    this.addSql(`create index "practice_expert_uuid_index" on "practice" ("expert_uuid");`);
    this.addSql(`create index "practice_country_code_index" on "practice" ("country_code");`);
    this.addSql(`create index "practice_theme_code_index" on "practice" ("theme_code");`);
    this.addSql(`create index "practice_shown_on_uuid_index" on "practice" ("shown_on", "uuid");`);
    this.addSql(`alter table "practice" add constraint "practice_consent" check (consented_on is null or expert_uuid is not null);`);
    this.addSql(`alter table "practice" add constraint "practice_source_locale_check" check ("source_locale" in (${LOCALES}));`);
    this.addSql(`alter table "practice" add constraint "practice_expert_uuid_foreign" foreign key ("expert_uuid") references "expert" ("uuid") on delete cascade;`);
    this.addSql(`alter table "practice" add constraint "practice_country_code_foreign" foreign key ("country_code") references "country" ("code");`);
    this.addSql(`alter table "practice" add constraint "practice_theme_code_foreign" foreign key ("theme_code") references "theme" ("code");`);
    this.addSql(`create table "practice_translation" ("practice_uuid" uuid not null, "expert_uuid" uuid null, "locale" text not null, "source_version" int not null default 1, "title" text null, "audience" text null, "result" text null, primary key ("practice_uuid", "locale"));`);
    this.addSql(`create index "practice_translation_expert_uuid_index" on "practice_translation" ("expert_uuid");`);
    this.addSql(`alter table "practice_translation" add constraint "practice_translation_expert_uuid_foreign" foreign key ("expert_uuid") references "expert" ("uuid") on delete cascade;`);
    this.addSql(`alter table "practice_translation" add constraint "practice_translation_locale_check" check ("locale" in (${LOCALES}));`);
    this.addSql(`alter table "practice_translation" add constraint "practice_translation_practice_uuid_foreign" foreign key ("practice_uuid") references "practice" ("uuid") on delete cascade;`);
    for (const statement of requireSourceText('practice', 'uuid', 'practice_translation', 'practice_uuid', 'title')) this.addSql(`${statement};`);
    this.addSql(`create table "publication" ("uuid" uuid not null, "expert_uuid" uuid not null, "year" int not null, "title" text not null, "locale" text not null, "url" text null, "is_public" boolean not null default false, "consented_on" date null, "version" int not null default 1, primary key ("uuid"));`);
    this.addSql(`create index "publication_expert_uuid_index" on "publication" ("expert_uuid");`);
    this.addSql(`alter table "publication" add constraint "publication_locale_check" check ("locale" in (${LOCALES}));`);
    this.addSql(`alter table "publication" add constraint "publication_year" check (year >= 1950 and year <= 2200);`);
    this.addSql(`alter table "publication" add constraint "publication_title" check (title <> '');`);
    this.addSql(`alter table "publication" add constraint "publication_url" check (url ~ '^https?://');`);
    this.addSql(`alter table "publication" add constraint "publication_expert_uuid_foreign" foreign key ("expert_uuid") references "expert" ("uuid") on delete cascade;`);
  }

  /** What is said of somebody leads to them. */
  #addLead(): void {
    this.addSql(`
      create function lead_to_expert() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
        if tg_table_name = 'practice_translation' then
          new.expert_uuid := (select p.expert_uuid from practice p where p.uuid = new.practice_uuid);
          return new;
        end if;
        update practice_translation set expert_uuid = new.expert_uuid where practice_uuid = new.uuid;
        return null;
      end $body$;`);
    this.addSql(`create trigger "practice_translation_leads" before insert or update on "practice_translation" for each row execute function lead_to_expert();`);
    this.addSql(`create trigger "practice_leads" after update of "expert_uuid" on "practice" for each row when (old.expert_uuid is distinct from new.expert_uuid) execute function lead_to_expert();`);
  }

  #addRules(): void {
    for (const table of ['practice', 'practice_translation', 'publication']) this.addSql(`alter table "${table}" enable row level security;`);
    this.addSql(`create policy "practice_shown" on "practice" for select using (${SHOWN_PRACTICE} or ${KEPT_PRACTICE} or ${OWN});`);
    this.addSql(`create policy "practice_made" on "practice" for insert with check (${KEPT_PRACTICE} and is_demonstration = (select acts_invented()));`);
    this.addSql(`create policy "practice_changed" on "practice" for update using (${KEPT_PRACTICE}) with check (${KEPT_PRACTICE});`);
    this.addSql(`create policy "practice_removed" on "practice" for delete using (${KEPT_PRACTICE});`);
    this.addSql(`create policy "practice_translation_shown" on "practice_translation" for select using (exists (select from practice p where p.uuid = practice_uuid));`);
    const kept = `((select is_adviser()) and exists (select from practice p where p.uuid = practice_uuid and (p.is_demonstration or not (select acts_invented()))))`;
    this.addSql(`create policy "practice_translation_kept" on "practice_translation" for all using (${kept}) with check (${kept});`);
    this.addSql(`create policy "publication_shown" on "publication" for select using (${SHOWN} or ${KEPT} or ${OWN});`);
    this.addSql(`create policy "publication_made" on "publication" for insert with check (${KEPT});`);
    this.addSql(`create policy "publication_changed" on "publication" for update using (${KEPT}) with check (${KEPT});`);
    this.addSql(`create policy "publication_removed" on "publication" for delete using (${KEPT});`);
  }

  /** Whoever has an account agrees by themselves, to what they have read, and takes it back at once; nobody agrees for them. What is said anew, or of somebody else, nobody has agreed to. */
  #addConsent(): void {
    this.addSql(`
      create function keep_agreement() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$
      declare
        owner constant uuid := (select person_id from expert where uuid = new.expert_uuid);
      begin
        if tg_op = 'UPDATE' and old.expert_uuid is distinct from new.expert_uuid then new.consented_on := null; end if;
        if new.consented_on is not null and owner is not null and acting_person() is not null and owner <> acting_person()
          and (tg_op = 'INSERT' or (old.expert_uuid, old.consented_on) is distinct from (new.expert_uuid, new.consented_on)) then
          raise exception 'whoever it is about agrees by themselves' using errcode = 'insufficient_privilege';
        end if;
        return new;
      end $body$;`);
    // Nothing is entered of what is still to come.
    this.addSql(`
      create function stand_practice() returns trigger language plpgsql set search_path = public, pg_temp as $body$ begin
        if new.shown_on > (now() at time zone 'Europe/Paris')::date then raise exception 'a practice was shown already' using errcode = 'check_violation', constraint = 'practice_shown_already'; end if;
        return new;
      end $body$;`);
    this.addSql(`create trigger "practice_stands" before insert or update of "shown_on" on "practice" for each row execute function stand_practice();`);
    for (const table of ['practice', 'publication']) this.addSql(`create trigger "${table}_agreed" before insert or update on "${table}" for each row execute function keep_agreement();`);
    this.addSql(`
      create function agree_to_entry(the_table text, the_key uuid, the_version int, agrees boolean) returns text language plpgsql volatile security definer set search_path = public, pg_temp as $body$
      declare
        the_day constant date := (now() at time zone 'Europe/Paris')::date;
        held record;
      begin
        if the_table = 'practice' then
          select p.version, p.consented_on into held from practice p join expert e on e.uuid = p.expert_uuid where p.uuid = the_key and e.person_id = acting_person() for update of p;
        else
          select p.version, p.consented_on into held from publication p join expert e on e.uuid = p.expert_uuid where p.uuid = the_key and e.person_id = acting_person() for update of p;
        end if;
        if held is null then return 'GONE'; end if;
        if agrees = (held.consented_on is not null) then return 'DONE'; end if;
        if agrees and held.version <> the_version then return 'CONFLICT'; end if;
        if the_table = 'practice' then update practice set consented_on = case when agrees then the_day end where uuid = the_key;
        else update publication set consented_on = case when agrees then the_day end where uuid = the_key;
        end if;
        return 'DONE';
      end $body$;`);
    // What somebody had agreed to is theirs: without them it is closed.
    this.addSql(`
      create function leave_agreements() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
        update practice set consented_on = null where expert_uuid = new.uuid and consented_on is not null;
        update publication set consented_on = null where expert_uuid = new.uuid and consented_on is not null;
        return null;
      end $body$;`);
    this.addSql(`create trigger "expert_leaves_agreements" after update of "person_id" on "expert" for each row when (old.person_id is not null and new.person_id is distinct from old.person_id) execute function leave_agreements();`);
  }

  /** That an entry was made, changed and removed, and nothing of what it says; whether it is shown and since when it may be, with what it was before. */
  #addTrail(): void {
    this.addSql(`
      create function record_entry() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$
      declare
        acting constant uuid := (select id from person where id = acting_person());
        the_expert constant uuid := case when tg_op = 'DELETE' then old.expert_uuid else new.expert_uuid end;
        concerned constant uuid := (select person_id from expert where uuid = the_expert);
        changed text;
      begin
        if tg_op = 'DELETE' and the_expert is not null and not exists (select from expert where uuid = the_expert) then return null; end if;
        if tg_op <> 'UPDATE' or old.version <> new.version then
          insert into audit_entry (by_id, action, subject, about_id, object, part) values (acting, case tg_op when 'INSERT' then 'ADDED' when 'DELETE' then 'REMOVED' else 'CHANGED' end, 'EXPERT', concerned, the_expert, 'record');
        end if;
        if tg_op = 'DELETE' then return null; end if;
        foreach changed in array array['is_public', 'consented_on'] loop
          if tg_op = 'INSERT' then
            if coalesce(to_jsonb(new) ->> changed, 'false') <> 'false' then insert into audit_entry (by_id, action, subject, about_id, object, part, after) values (acting, 'CHANGED', 'EXPERT', concerned, the_expert, 'record_' || changed, to_jsonb(new) ->> changed); end if;
          elsif to_jsonb(old) -> changed is distinct from to_jsonb(new) -> changed then
            insert into audit_entry (by_id, action, subject, about_id, object, part, before, after) values (acting, 'CHANGED', 'EXPERT', concerned, the_expert, 'record_' || changed, to_jsonb(old) ->> changed, to_jsonb(new) ->> changed);
          end if;
        end loop;
        return null;
      end $body$;`);
    for (const table of ['practice', 'publication']) this.addSql(`create trigger "${table}_recorded" after insert or update or delete on "${table}" for each row when (acting_person() is not null) execute function record_entry();`);
  }
}
