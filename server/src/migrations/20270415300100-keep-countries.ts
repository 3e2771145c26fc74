import { Migration } from '@mikro-orm/migrations';
import { SETTLE } from './amending.ts';
import { requireSourceText } from './foundations.ts';
import { secretPlaceTriggersOfUpkeep } from './secret-places.ts';
import { PLAN_SOURCE_TEXTS } from './source-text.ts';

const LOCALES = `'fr', 'en', 'sq', 'bs', 'bg', 'hr', 'el', 'hu', 'mk', 'ro', 'sr-Cyrl', 'sr-Latn', 'cnr', 'sl', 'tr', 'uk'`;
const ROLES = `'ADVISER', 'ASSISTANT', 'TRANSLATOR', 'SCAC', 'SSI', 'NGO_COORDINATOR', 'NGO_MEMBER', 'AUTHORITY', 'INTERNATIONAL', 'EXPERT'`;
const KEEPS = '((select is_adviser()) or is_post_of(acting_person(), country_code))';
const WORKING = (day: string): string => `extract(isodow from ${day}) < 6 and not exists (select from holiday h where h.country_code = the_country and h.date = ${day}::date and not h.is_struck)`;
const OF_NOTE = 'exists (select from travel_note n where n.uuid = note_uuid)';

/** What posts and the adviser keep of countries: their public holidays, whether their hotlines hold, and what to know of travelling there. A day that was struck is none for whatever counts days. */
export class Migration20270415300100 extends Migration {
  override up(): void {
    this.addSql(SETTLE);
    this.#strikeHolidays();
    this.#addTables();
    for (const statement of secretPlaceTriggersOfUpkeep) this.addSql(`${statement};`);
    this.#addRules();
    this.#addTrail();
    this.addSql(`${PLAN_SOURCE_TEXTS};`);
  }

  #strikeHolidays(): void {
    this.addSql(`alter table "holiday" add column "is_struck" boolean not null default false, add column "version" int not null default 1;`);
    this.addSql(`create or replace function is_day_off(the_country text, the_day date) returns boolean language sql stable
      return extract(isodow from the_day) > 5 or exists (select from holiday h where h.country_code = the_country and h.date = the_day and not h.is_struck);`);
    this.addSql(`create or replace function working_days_after(the_country text, the_day date, how_many int) returns date language sql stable
      return (select d::date from generate_series(the_day + 1, the_day + 2 * how_many + 60, interval '1 day') d where ${WORKING('d')} order by d limit 1 offset how_many - 1);`);
    this.addSql(`create or replace function working_day_before(the_country text, the_day date) returns date language sql stable
      return (select d::date from generate_series(the_day - 40, the_day - 1, interval '1 day') d where ${WORKING('d')} order by d desc limit 1);`);
  }

  #addTables(): void {
    this.addSql(`create table "holiday_change" ("uuid" uuid not null default gen_random_uuid(), "source" text not null, "source_url" text null, "is_verified" boolean not null default false, "checked_on" text null, "note" text null, "country_code" text not null, "date" date not null, "was_on" date null, "kind" text not null, "name" text not null, "locale" text not null, "changed_at" timestamptz not null default clock_timestamp(), "changed_as" text not null, "is_demonstration" boolean not null default false, primary key ("uuid"));`);
    this.addSql(`create index "holiday_change_country_code_date_changed_at_index" on "holiday_change" ("country_code", "date", "changed_at");`);
    this.addSql(`alter table "holiday_change" add constraint "holiday_change_country_code_foreign" foreign key ("country_code") references "country" ("code") on delete cascade;`);
    this.addSql(`alter table "holiday_change" add constraint "holiday_change_kind_check" check ("kind" in ('ADDED', 'CORRECTED', 'STRUCK', 'RESTORED'));`);
    this.addSql(`alter table "holiday_change" add constraint "holiday_change_locale_check" check ("locale" in (${LOCALES}));`);
    this.addSql(`alter table "holiday_change" add constraint "holiday_change_changed_as_check" check ("changed_as" in (${ROLES}));`);
    this.addSql(`alter table "holiday_change" add constraint "holiday_change_source" check (source <> '' and name <> '' and (source_url is null or source_url ~ '^https?://') and is_verified = (checked_on is not null));`);

    this.addSql(`create table "hotline_check" ("uuid" uuid not null default gen_random_uuid(), "country_code" text not null, "number" text not null, "holds" boolean not null default true, "checked_on" date not null, "checked_at" timestamptz not null default clock_timestamp(), "checked_as" text not null, "is_demonstration" boolean not null default false, primary key ("uuid"));`);
    this.addSql(`create index "hotline_check_country_code_number_checked_on_index" on "hotline_check" ("country_code", "number", "checked_on");`);
    this.addSql(`alter table "hotline_check" add constraint "hotline_check_country_code_foreign" foreign key ("country_code") references "country" ("code") on delete cascade;`);
    this.addSql(`alter table "hotline_check" add constraint "hotline_check_checked_as_check" check ("checked_as" in (${ROLES}));`);
    this.addSql(`alter table "hotline_check" add constraint "hotline_check_day" check (checked_on <= ((checked_at at time zone 'UTC')::date + 1));`);

    this.addSql(`create table "travel_note" ("uuid" uuid not null default gen_random_uuid(), "source_locale" text not null, "source_version" int not null default 1, "country_code" text not null, "checked_on" date not null, "entered_at" timestamptz not null default clock_timestamp(), "entered_as" text not null, "version" int not null default 1, "is_demonstration" boolean not null default false, primary key ("uuid"));`);
    this.addSql(`alter table "travel_note" add constraint "travel_note_once" unique ("country_code", "is_demonstration");`);
    this.addSql(`alter table "travel_note" add constraint "travel_note_country_code_foreign" foreign key ("country_code") references "country" ("code") on delete cascade;`);
    this.addSql(`alter table "travel_note" add constraint "travel_note_source_locale_check" check ("source_locale" in (${LOCALES}));`);
    this.addSql(`alter table "travel_note" add constraint "travel_note_entered_as_check" check ("entered_as" in (${ROLES}));`);
    this.addSql(`alter table "travel_note" add constraint "travel_note_day" check (checked_on <= ((entered_at at time zone 'UTC')::date + 1));`);
    this.addSql(`create table "travel_note_translation" ("note_uuid" uuid not null, "locale" text not null, "source_version" int not null default 1, "text" text null, primary key ("note_uuid", "locale"));`);
    this.addSql(`alter table "travel_note_translation" add constraint "travel_note_translation_locale_check" check ("locale" in (${LOCALES}));`);
    this.addSql(`alter table "travel_note_translation" add constraint "travel_note_translation_note_uuid_foreign" foreign key ("note_uuid") references "travel_note" ("uuid") on delete cascade;`);
    for (const statement of requireSourceText('travel_note', 'uuid', 'travel_note_translation', 'note_uuid', 'text')) this.addSql(`${statement};`);
  }

  #addRules(): void {
    // Facts of the world are read by everybody; who keeps the country corrects them.
    for (const table of ['holiday', 'holiday_translation', 'hotline', 'holiday_change', 'hotline_check']) {
      this.addSql(`alter table "${table}" enable row level security;`);
      this.addSql(`create policy "${table}_seen" on "${table}" for select using (true);`);
    }
    this.addSql(`create policy "holiday_corrected" on "holiday" for update using (${KEEPS}) with check (${KEEPS});`);
    // Nobody invented makes a number one to call: somebody may be in danger who calls it.
    const real = `${KEEPS} and not (select acts_invented())`;
    this.addSql(`create policy "hotline_corrected" on "hotline" for update using (${real}) with check (${real});`);
    for (const table of ['holiday', 'holiday_translation']) this.addSql(`create policy "${table}_made" on "${table}" for insert with check (${KEEPS});`);
    this.addSql(`create policy "holiday_translation_corrected" on "holiday_translation" for update using (${KEEPS}) with check (${KEEPS});`);
    this.addSql(`create policy "holiday_translation_removed" on "holiday_translation" for delete using (${KEEPS});`);
    // What was done stays: nobody changes it, and nobody says it for another service.
    for (const [table, role, at] of [['holiday_change', 'changed_as', 'changed_at'], ['hotline_check', 'checked_as', 'checked_at']] as const) {
      this.addSql(`create policy "${table}_made" on "${table}" for insert with check (is_demonstration = (select acts_invented()) and ${at} >= now() and ${at} <= clock_timestamp() and (is_serving(acting_person(), country_code, ${role}) or ${role} in ('ADVISER', 'ASSISTANT') and (select is_adviser())));`);
    }
    this.addSql(`
      create function reads_travel_notes(the_country text) returns boolean language sql stable security definer set search_path = public, pg_temp
      return is_adviser() or exists (select from own_leg l where l.country_code = the_country) or exists (select from member m join person p on p.id = m.person_id where m.person_id = acting_person() and m.role in ('SCAC', 'SSI') and m.suspended_at is null and p.suspended_at is null and current_date >= m.since and current_date <= coalesce(m.until, 'infinity'));`);
    const own = `${KEEPS} and is_demonstration = (select acts_invented())`;
    this.addSql(`alter table "travel_note" enable row level security;`);
    this.addSql(`create policy "travel_note_seen" on "travel_note" for select using ((is_demonstration or not (select acts_invented())) and reads_travel_notes(country_code));`);
    this.addSql(`create policy "travel_note_made" on "travel_note" for insert with check (${own});`);
    this.addSql(`create policy "travel_note_changed" on "travel_note" for update using (${own}) with check (${own});`);
    this.addSql(`create policy "travel_note_removed" on "travel_note" for delete using (${own});`);
    const ofOwn = `exists (select from travel_note n where n.uuid = note_uuid and ((select is_adviser()) or is_post_of(acting_person(), n.country_code)) and n.is_demonstration = (select acts_invented()))`;
    this.addSql(`alter table "travel_note_translation" enable row level security;`);
    this.addSql(`create policy "travel_note_translation_seen" on "travel_note_translation" for select using (${OF_NOTE});`);
    this.addSql(`create policy "travel_note_translation_made" on "travel_note_translation" for insert with check (${ofOwn});`);
    this.addSql(`create policy "travel_note_translation_changed" on "travel_note_translation" for update using (${ofOwn}) with check (${ofOwn});`);
    this.addSql(`create policy "travel_note_translation_removed" on "travel_note_translation" for delete using (${ofOwn});`);
  }

  /** Each entry names the country and what was said of it. What is invented is recorded by somebody invented. */
  #addTrail(): void {
    this.addSql(`create policy "audit_entry_of_upkeep" on "audit_entry" as restrictive for select using (subject <> 'COUNTRY' or not (select acts_invented()) or is_invented(by_id));`);
    // After whatever else there is by now.
    this.addSql(`do $body$ declare is_now constant text := (select pg_get_constraintdef(oid) from pg_constraint where conname = 'audit_entry_subject_check'); begin
      alter table audit_entry drop constraint audit_entry_subject_check;
      execute 'alter table audit_entry add constraint audit_entry_subject_check ' || replace(is_now, '''MONITORING''::text', '''MONITORING''::text, ''COUNTRY''::text');
    end $body$;`);
    const body = (part: string, was: string, isNow: string, from = ''): string => `begin
        insert into audit_entry (by_id, action, subject, part, before, after) select (select id from person where id = acting_person()), 'CHANGED', 'COUNTRY', ${part}, ${was}, ${isNow}${from};
        return null;
      end`;
    const definer = 'returns trigger language plpgsql security definer set search_path = public, pg_temp';
    this.addSql(`create function record_holiday_change() ${definer} as $body$ ${body(`new.country_code || '.holiday.' || new.date || '.' || new.kind`, 'new.was_on::text', `new.name || ' (' || new.source || ')'`)} $body$;`);
    this.addSql(`create function record_hotline_check() ${definer} as $body$ ${body(`new.country_code || '.hotline.' || new.number`, 'null', `new.checked_on || ' ' || new.holds`)} $body$;`);
    this.addSql(`create function record_travel_note() ${definer} as $body$ ${body(`n.country_code || '.travelNote.' || coalesce(new.locale, old.locale)`, 'old.text', 'new.text', ` from (select coalesce((select t.country_code from travel_note t where t.uuid = coalesce(new.note_uuid, old.note_uuid)), '') as country_code) n where n.country_code <> '' and old.text is distinct from new.text`)} $body$;`);
    this.addSql(`create function record_travel_note_removed() ${definer} as $body$ ${body(`old.country_code || '.travelNote'`, 'old.checked_on::text', 'null')} $body$;`);
    for (const [table, when, name] of [['holiday_change', 'insert', 'record_holiday_change'], ['hotline_check', 'insert', 'record_hotline_check'], ['travel_note_translation', 'insert or update or delete', 'record_travel_note'], ['travel_note', 'delete', 'record_travel_note_removed']] as const) {
      this.addSql(`create trigger "${table}_recorded" after ${when} on "${table}" for each row when (acting_person() is not null) execute function ${name}();`);
    }
  }
}
