import { Migration } from '@mikro-orm/migrations';
import { SETTLE } from './amending.ts';

const SOURCE = `"source" text not null, "source_url" text null, "is_verified" boolean not null default false, "checked_on" text null, "note" text null`;
const KEPT = `"code" text not null, "valid_from" date null, "valid_until" date null, "version" int not null default 1, "is_demonstration" boolean not null default false`;
const TABLES = ['travel_link', 'border_rule'] as const;

/** What planning needs to know of travelling: links from city to city, and rules of borders, each from a day to a day and with its source. Those who plan missions keep it; the trail tells each with what it was and is. */
export class Migration20270301000100 extends Migration {
  override up(): void {
    this.addSql(SETTLE);
    this.#addLinks();
    this.#addBorderRules();
    for (const table of TABLES) this.#addRules(table);
    this.#addTrail();
  }

  #addLinks(): void {
    this.addSql(`create table "travel_link" (${SOURCE}, ${KEPT}, "from_city_code" text not null, "to_city_code" text not null, "mode" text not null, "has_service" boolean not null default true, "minutes" int null, "fare_cents" int null, "seats" int null, "weekdays" text null, "departures" text null, "first_departure" text null, "last_departure" text null, "country_codes" text null, "is_rest" boolean not null default false, "is_offered" boolean not null default true, primary key ("code"));`);
    this.addSql(`create index "travel_link_from_city_code_index" on "travel_link" ("from_city_code");`);
    this.addSql(`create index "travel_link_to_city_code_index" on "travel_link" ("to_city_code");`);
    this.addSql(`alter table "travel_link" add constraint "travel_link_from_city_code_foreign" foreign key ("from_city_code") references "city" ("code");`);
    this.addSql(`alter table "travel_link" add constraint "travel_link_to_city_code_foreign" foreign key ("to_city_code") references "city" ("code");`);
    this.addSql(`alter table "travel_link" add constraint "travel_link_mode_check" check ("mode" in ('FLIGHT', 'TRAIN', 'COACH', 'ROAD'));`);
    this.addSql(`alter table "travel_link" add constraint "travel_link_leads" check (from_city_code <> to_city_code);`);
    this.addSql(`alter table "travel_link" add constraint "travel_link_amounts" check (minutes >= 1 and minutes <= 10080 and fare_cents >= 0 and fare_cents <= 100000000 and seats >= 1 and seats <= 99);`);
    this.addSql(`alter table "travel_link" add constraint "travel_link_lists" check (weekdays ~ '^[1-7]( [1-7])*$' and departures ~ '^([01][0-9]|2[0-3]):[0-5][0-9]( ([01][0-9]|2[0-3]):[0-5][0-9])*$' and country_codes ~ '^[A-Z]{2}( [A-Z]{2})*$' and length(departures) <= 287 and length(country_codes) <= 59);`);
    this.addSql(`alter table "travel_link" add constraint "travel_link_hours" check (first_departure ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' and last_departure ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' and first_departure <= last_departure);`);
    this.addSql(`alter table "travel_link" add constraint "travel_link_departs" check ((first_departure is null) = (last_departure is null) and (first_departure is null or departures is null));`);
    this.addSql(`alter table "travel_link" add constraint "travel_link_runs" check (has_service or minutes is null and fare_cents is null and seats is null and weekdays is null and departures is null and first_departure is null and last_departure is null and country_codes is null);`);
    this.addSql(`alter table "travel_link" add constraint "travel_link_days" check (valid_from <= valid_until);`);
    this.addSql(`alter table "travel_link" add constraint "travel_link_source" check (source <> '' and (source_url is null or source_url ~ '^https?://') and is_verified = (checked_on is not null));`);
  }

  #addBorderRules(): void {
    this.addSql(`create table "border_rule" (${SOURCE}, ${KEPT}, "from_country" text not null, "to_country" text not null, "unless_entered_from" text not null, primary key ("code"));`);
    this.addSql(`alter table "border_rule" add constraint "border_rule_countries" check (from_country ~ '^[A-Z]{2}$' and to_country ~ '^[A-Z]{2}$' and from_country <> to_country and unless_entered_from ~ '^[A-Z]{2}( [A-Z]{2})*$' and length(unless_entered_from) <= 59);`);
    this.addSql(`alter table "border_rule" add constraint "border_rule_days" check (valid_from <= valid_until);`);
    this.addSql(`alter table "border_rule" add constraint "border_rule_source" check (source <> '' and (source_url is null or source_url ~ '^https?://') and is_verified = (checked_on is not null));`);
  }

  /** Facts of the world are no secret of a demonstration: who is invented reads them, and changes their own alone. */
  #addRules(table: (typeof TABLES)[number]): void {
    const adviser = '(select is_adviser())';
    const own = `${adviser} and (is_demonstration or not (select acts_invented()))`;
    this.addSql(`alter table "${table}" enable row level security;`);
    this.addSql(`create policy "${table}_seen" on "${table}" for select using (${adviser});`);
    this.addSql(`create policy "${table}_made" on "${table}" for insert with check (${own});`);
    this.addSql(`create policy "${table}_changed" on "${table}" for update using (${own}) with check (${own});`);
    this.addSql(`create policy "${table}_removed" on "${table}" for delete using (${own});`);
  }

  #addTrail(): void {
    // After whatever else there is by now.
    this.addSql(`do $body$ declare is_now constant text := (select pg_get_constraintdef(oid) from pg_constraint where conname = 'audit_entry_subject_check'); begin
      alter table audit_entry drop constraint audit_entry_subject_check;
      execute 'alter table audit_entry add constraint audit_entry_subject_check ' || replace(is_now, '''ALLOWANCE''::text', '''ALLOWANCE''::text, ''TRAVEL''::text');
    end $body$;`);
    const told = (row: string): string => `jsonb_strip_nulls(to_jsonb(${row}) - array['code', 'version', 'is_demonstration', 'is_verified', 'note'])::text`;
    this.addSql(`
      create function record_travel_fact() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$
      declare
        was constant text := ${told('old')};
        is_now constant text := ${told('new')};
        row_of constant jsonb := coalesce(to_jsonb(new), to_jsonb(old));
      begin
        insert into audit_entry (by_id, action, subject, part, before, after)
          select (select id from person where id = acting_person()), 'CHANGED', 'TRAVEL', case tg_table_name
            when 'travel_link' then 'link.' || (row_of ->> 'from_city_code') || '.' || (row_of ->> 'to_city_code') else 'border.' || (row_of ->> 'from_country') || '.' || (row_of ->> 'to_country') end, was, is_now
          where was is distinct from is_now;
        return null;
      end $body$;`);
    for (const table of TABLES) this.addSql(`create trigger "${table}_recorded" after insert or update or delete on "${table}" for each row when (acting_person() is not null) execute function record_travel_fact();`);
  }
}
