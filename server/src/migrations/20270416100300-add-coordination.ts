import { Migration } from '@mikro-orm/migrations';
import { SETTLE } from './amending.ts';
import { secretPlaceTriggersOfCoordination } from './secret-places.ts';

const LOCALES = `'fr', 'en', 'sq', 'bs', 'bg', 'hr', 'el', 'hu', 'mk', 'ro', 'sr-Cyrl', 'sr-Latn', 'cnr', 'sl', 'tr', 'uk'`;
const ROLES = `'ADVISER', 'ASSISTANT', 'TRANSLATOR', 'SCAC', 'SSI', 'NGO_COORDINATOR', 'NGO_MEMBER', 'AUTHORITY', 'INTERNATIONAL', 'EXPERT'`;
const SOURCED = '"source" text not null, "source_url" text null, "is_verified" boolean not null default false, "checked_on" text null, "note" text null';
const KEEPS = '((select is_adviser()) or is_post_of(acting_person(), country_code))';
const RECORDED = ['kind', 'organisation_slug', 'name', 'locale', 'legal_basis', 'website', 'starts_on', 'ends_on', 'source', 'source_url', 'checked_on'];

/** What coordinates action against trafficking in a country: facts for everybody, which come with the reference files and which the adviser and the post of the country keep. */
export class Migration20270416100300 extends Migration {
  override up(): void {
    this.addSql(SETTLE);
    this.#addTable();
    for (const statement of secretPlaceTriggersOfCoordination) this.addSql(`${statement};`);
    this.#addRules();
    this.#addTrail();
  }

  #addTable(): void {
    this.addSql(`create table "country_coordination" ("code" text not null, ${SOURCED}, "kind" text not null, "country_code" text not null, "organisation_slug" text null, "name" text null, "locale" text not null, "legal_basis" text null, "website" text null, "starts_on" date null, "ends_on" date null, "changed_at" timestamptz null, "changed_as" text null, "version" int not null default 1, "is_demonstration" boolean not null default false, primary key ("code"));`);
    this.addSql(`create index "country_coordination_country_code_index" on "country_coordination" ("country_code");`);
    this.addSql(`alter table "country_coordination" add constraint "country_coordination_country_code_foreign" foreign key ("country_code") references "country" ("code");`);
    this.addSql(`alter table "country_coordination" add constraint "country_coordination_organisation_slug_foreign" foreign key ("organisation_slug") references "organisation" ("slug") on delete set null;`);
    this.addSql(`alter table "country_coordination" add constraint "country_coordination_source" check (source <> '' and (source_url is null or source_url ~ '^https?://') and (website is null or website ~ '^https?://') and is_verified = (checked_on is not null));`);
    this.addSql(`alter table "country_coordination" add constraint "country_coordination_days" check (ends_on is null or starts_on is null or ends_on >= starts_on);`);
    this.addSql(`alter table "country_coordination" add constraint "country_coordination_named" check ((name is not null or organisation_slug is not null) and name <> '' and legal_basis <> '');`);
    this.addSql(`alter table "country_coordination" add constraint "country_coordination_kind_check" check ("kind" in ('COORDINATOR', 'REFERRAL_MECHANISM', 'RAPPORTEUR', 'STRATEGY'));`);
    this.addSql(`alter table "country_coordination" add constraint "country_coordination_locale_check" check ("locale" in (${LOCALES}));`);
    this.addSql(`alter table "country_coordination" add constraint "country_coordination_changed_as_check" check ("changed_as" in (${ROLES}));`);
  }

  #addRules(): void {
    const own = `${KEEPS} and is_demonstration = (select acts_invented())`;
    this.addSql(`alter table "country_coordination" enable row level security;`);
    this.addSql(`create policy "country_coordination_seen" on "country_coordination" for select using (true);`);
    this.addSql(`create policy "country_coordination_made" on "country_coordination" for insert with check (${own});`);
    this.addSql(`create policy "country_coordination_changed" on "country_coordination" for update using (${own}) with check (${own});`);
    this.addSql(`create policy "country_coordination_removed" on "country_coordination" for delete using (${own});`);
  }

  /** Each entry names the country, the kind and what it is called, which are to be read also once they are gone. */
  #addTrail(): void {
    this.addSql(`
      create function record_coordination() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$
      declare
        which constant country_coordination := coalesce(old, new);
        named constant text := which.country_code || '.coordination.' || which.kind || '.' || coalesce(which.name, which.organisation_slug);
        acting constant uuid := (select id from person where id = acting_person());
        changed text;
      begin
        if tg_op <> 'UPDATE' then
          insert into audit_entry (by_id, action, subject, part, before, after) select acting, 'CHANGED', 'COUNTRY', named, case tg_op when 'DELETE' then which.source end, case tg_op when 'INSERT' then which.source end;
          return null;
        end if;
        foreach changed in array array[${RECORDED.map((column) => `'${column}'`).join(', ')}] loop
          insert into audit_entry (by_id, action, subject, part, before, after)
            select acting, 'CHANGED', 'COUNTRY', named || ' – ' || changed, to_jsonb(old) ->> changed, to_jsonb(new) ->> changed where to_jsonb(old) ->> changed is distinct from to_jsonb(new) ->> changed;
        end loop;
        return null;
      end $body$;`);
    this.addSql(`create trigger "country_coordination_recorded" after insert or update or delete on "country_coordination" for each row when (acting_person() is not null) execute function record_coordination();`);
  }
}
