import { Migration } from '@mikro-orm/migrations';

const ADVISER = '(select is_adviser())';
const OWN = `${ADVISER} and (is_demonstration or not (select acts_invented()))`;
const TOLD = (row: string): string => `jsonb_strip_nulls(to_jsonb(${row}) - array['code', 'version', 'is_demonstration', 'is_verified', 'note'])::text`;
const HOUR = `^([01][0-9]|2[0-3]):[0-5][0-9]$`;

/** When a country works is a fact that those who plan missions keep, as links and rules of borders are, with its source; the trail tells it as it tells these. */
export class Migration20270415200300 extends Migration {
  override up(): void {
    this.addSql(`create table "country_hours" ("source" text not null, "source_url" text null, "is_verified" boolean not null default false, "checked_on" text null, "note" text null, "code" text not null, "valid_from" date null, "valid_until" date null, "version" int not null default 1, "is_demonstration" boolean not null default false, "country_code" text not null, "weekdays" text not null, "from_hour" text not null, "until_hour" text not null, primary key ("code"));`);
    this.addSql(`alter table "country_hours" add constraint "country_hours_country" check (country_code ~ '^[A-Z]{2}$');`);
    this.addSql(`alter table "country_hours" add constraint "country_hours_lists" check (weekdays ~ '^[1-7]( [1-7])*$');`);
    this.addSql(`alter table "country_hours" add constraint "country_hours_hours" check (from_hour ~ '${HOUR}' and until_hour ~ '${HOUR}' and from_hour < until_hour);`);
    this.addSql(`alter table "country_hours" add constraint "country_hours_days" check (valid_from is not null and valid_from <= coalesce(valid_until, valid_from));`);
    this.addSql(`alter table "country_hours" add constraint "country_hours_source" check (source <> '' and (source_url is null or source_url ~ '^https?://') and is_verified = (checked_on is not null));`);
    this.addSql(`alter table "country_hours" enable row level security;`);
    this.addSql(`create policy "country_hours_seen" on "country_hours" for select using (${ADVISER});`);
    this.addSql(`create policy "country_hours_made" on "country_hours" for insert with check (${OWN});`);
    this.addSql(`create policy "country_hours_changed" on "country_hours" for update using (${OWN}) with check (${OWN});`);
    this.addSql(`create policy "country_hours_removed" on "country_hours" for delete using (${OWN});`);
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
            when 'country_hours' then 'hours.' || (row_of ->> 'country_code')
            else 'interpreting.' || (row_of ->> 'country_code') || '.' || (row_of ->> 'language_code') end, was, is_now
          where was is distinct from is_now;
        return null;
      end $body$;`);
    this.addSql(`create trigger "country_hours_recorded" after insert or update or delete on "country_hours" for each row when (acting_person() is not null) execute function record_travel_fact();`);
  }
}
