import { Migration } from '@mikro-orm/migrations';

const ADVISER = '(select is_adviser())';
const OWN = `${ADVISER} and (is_demonstration or not (select acts_invented()))`;
const TOLD = (row: string): string => `jsonb_strip_nulls(to_jsonb(${row}) - array['code', 'version', 'is_demonstration', 'is_verified', 'note'])::text`;

/** What interpreting a language costs in a country is a fact that those who plan missions keep, as links and rules of borders are, with its source; the trail tells it as it tells these. */
export class Migration20270415200100 extends Migration {
  override up(): void {
    this.addSql(`create table "interpretation_price" ("source" text not null, "source_url" text null, "is_verified" boolean not null default false, "checked_on" text null, "note" text null, "code" text not null, "valid_from" date null, "valid_until" date null, "version" int not null default 1, "is_demonstration" boolean not null default false, "language_code" text not null, "country_code" text not null, "per" text not null, "price_cents" int not null, "people" int not null default 1, primary key ("code"));`);
    this.addSql(`create index "interpretation_price_language_code_index" on "interpretation_price" ("language_code");`);
    this.addSql(`alter table "interpretation_price" add constraint "interpretation_price_language_code_foreign" foreign key ("language_code") references "language" ("code");`);
    this.addSql(`alter table "interpretation_price" add constraint "interpretation_price_per_check" check ("per" in ('MEETING', 'HALF_DAY', 'DAY'));`);
    this.addSql(`alter table "interpretation_price" add constraint "interpretation_price_country" check (country_code ~ '^[A-Z]{2}$');`);
    this.addSql(`alter table "interpretation_price" add constraint "interpretation_price_amounts" check (price_cents >= 0 and price_cents <= 1000000 and people >= 1 and people <= 20);`);
    this.addSql(`alter table "interpretation_price" add constraint "interpretation_price_days" check (valid_from is not null and valid_from <= coalesce(valid_until, valid_from));`);
    this.addSql(`alter table "interpretation_price" add constraint "interpretation_price_source" check (source <> '' and (source_url is null or source_url ~ '^https?://') and is_verified = (checked_on is not null));`);
    this.addSql(`alter table "interpretation_price" enable row level security;`);
    this.addSql(`create policy "interpretation_price_seen" on "interpretation_price" for select using (${ADVISER});`);
    this.addSql(`create policy "interpretation_price_made" on "interpretation_price" for insert with check (${OWN});`);
    this.addSql(`create policy "interpretation_price_changed" on "interpretation_price" for update using (${OWN}) with check (${OWN});`);
    this.addSql(`create policy "interpretation_price_removed" on "interpretation_price" for delete using (${OWN});`);
    this.addSql(`
      create or replace function record_travel_fact() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$
      declare
        was constant text := ${TOLD('old')};
        is_now constant text := ${TOLD('new')};
        row_of constant jsonb := coalesce(to_jsonb(new), to_jsonb(old));
      begin
        insert into audit_entry (by_id, action, subject, part, before, after)
          select (select id from person where id = acting_person()), 'CHANGED', 'TRAVEL', case tg_table_name
            when 'travel_link' then 'link.' || (row_of ->> 'from_city_code') || '.' || (row_of ->> 'to_city_code')
            when 'border_rule' then 'border.' || (row_of ->> 'from_country') || '.' || (row_of ->> 'to_country')
            else 'interpreting.' || (row_of ->> 'country_code') || '.' || (row_of ->> 'language_code') end, was, is_now
          where was is distinct from is_now;
        return null;
      end $body$;`);
    this.addSql(`create trigger "interpretation_price_recorded" after insert or update or delete on "interpretation_price" for each row when (acting_person() is not null) execute function record_travel_fact();`);
  }
}
