import { Migration } from '@mikro-orm/migrations';
import { SETTLE } from './amending.ts';
import { costFunctions } from './costs.ts';
import { journeyFunctions } from './journeys.ts';

/** What a mission costs: allowances, which the database computes from stays, a rule and rates; fares and all else, which are typed; and the journeys, which engage those who travel. */
export class Migration20261214000100 extends Migration {
  override up(): void {
    this.addSql(SETTLE);
    this.#addRates();
    this.#addJourneys();
    this.#addLines();
    for (const statement of [...costFunctions, ...journeyFunctions]) this.addSql(`${statement};`);
    this.#addRules();
    // The stays that are there already.
    this.addSql(`select write_allowances(null, null);`);
  }

  #addRates(): void {
    this.addSql(`create table "allowance_rule" ("code" text not null, "source" text not null, "source_url" text null, "is_verified" boolean not null default false, "checked_on" text null, "note" text null, "valid_from" date not null, "night_permille" int not null, "night_from" text not null, "night_until" text not null, "is_night_whole" boolean not null default true, "lunch_permille" int not null, "lunch_from" text not null, "lunch_until" text not null, "dinner_permille" int not null, "dinner_from" text not null, "dinner_until" text not null, "version" int not null default 1, "is_demonstration" boolean not null default false, primary key ("code"));`);
    this.addSql(`alter table "allowance_rule" add constraint "allowance_rule_once" unique ("valid_from", "is_demonstration");`);
    this.addSql(`create table "allowance_rate" ("uuid" uuid not null, "source" text not null, "source_url" text null, "is_verified" boolean not null default false, "checked_on" text null, "note" text null, "country_code" text not null, "valid_from" date not null, "cents_per_day" int not null, "currency" text not null, "version" int not null default 1, "is_demonstration" boolean not null default false, primary key ("uuid"));`);
    this.addSql(`alter table "allowance_rate" add constraint "allowance_rate_once" unique ("country_code", "valid_from", "is_demonstration");`);
    this.addSql(`create table "exchange_rate" ("uuid" uuid not null, "source" text not null, "source_url" text null, "is_verified" boolean not null default false, "checked_on" text null, "note" text null, "currency" text not null, "valid_from" date not null, "micros" int not null, "version" int not null default 1, "is_demonstration" boolean not null default false, primary key ("uuid"));`);
    this.addSql(`alter table "exchange_rate" add constraint "exchange_rate_once" unique ("currency", "valid_from", "is_demonstration");`);
    this.addSql(`alter table "allowance_rule" add constraint "allowance_rule_source" check (source <> '' and (source_url is null or source_url ~ '^https?://'));`);
    this.addSql(`alter table "allowance_rule" add constraint "allowance_rule_hours" check (night_from ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' and night_until ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' and lunch_from ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' and lunch_until ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' and dinner_from ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' and dinner_until ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' and night_from < night_until and lunch_from < lunch_until and dinner_from < dinner_until);`);
    this.addSql(`alter table "allowance_rule" add constraint "allowance_rule_shares" check (least(night_permille, lunch_permille, dinner_permille) >= 0 and night_permille + lunch_permille + dinner_permille <= 1000);`);
    this.addSql(`alter table "allowance_rate" add constraint "allowance_rate_country_code_foreign" foreign key ("country_code") references "country" ("code");`);
    this.addSql(`alter table "allowance_rate" add constraint "allowance_rate_source" check (source <> '' and (source_url is null or source_url ~ '^https?://'));`);
    this.addSql(`alter table "allowance_rate" add constraint "allowance_rate_currency" check (currency ~ '^[A-Z]{3}$');`);
    this.addSql(`alter table "allowance_rate" add constraint "allowance_rate_cents" check (cents_per_day > 0 and cents_per_day <= 100000000);`);
    this.addSql(`alter table "exchange_rate" add constraint "exchange_rate_source" check (source <> '' and (source_url is null or source_url ~ '^https?://'));`);
    this.addSql(`alter table "exchange_rate" add constraint "exchange_rate_currency" check (currency ~ '^[A-Z]{3}$' and currency <> 'EUR');`);
    this.addSql(`alter table "exchange_rate" add constraint "exchange_rate_micros" check (micros > 0 and micros <= 100000000);`);
  }

  #addJourneys(): void {
    this.addSql(`create table "mission_travel" ("uuid" uuid not null, "mission_uuid" uuid not null, "mode" text not null, "from_city_code" text not null, "to_city_code" text not null, "departs_at" timestamp(0) not null, "arrives_at" timestamp(0) not null, "carrier" text null, "version" int not null default 1, primary key ("uuid"));`);
    this.addSql(`create index "mission_travel_to_city_code_index" on "mission_travel" ("to_city_code");`);
    this.addSql(`create index "mission_travel_from_city_code_index" on "mission_travel" ("from_city_code");`);
    this.addSql(`create index "mission_travel_mission_uuid_index" on "mission_travel" ("mission_uuid");`);
    this.addSql(`create table "mission_traveller" ("travel_uuid" uuid not null, "member_uuid" uuid not null, "expert_uuid" uuid null, "person_id" uuid null, primary key ("travel_uuid", "member_uuid"));`);
    this.addSql(`create index "mission_traveller_person_id_index" on "mission_traveller" ("person_id");`);
    this.addSql(`create index "mission_traveller_expert_uuid_index" on "mission_traveller" ("expert_uuid");`);
    this.addSql(`create index "mission_traveller_member_uuid_index" on "mission_traveller" ("member_uuid");`);
    this.addSql(`alter table "mission_travel" add constraint "mission_travel_mission_uuid_foreign" foreign key ("mission_uuid") references "mission" ("uuid") on delete cascade;`);
    this.addSql(`alter table "mission_travel" add constraint "mission_travel_from_city_code_foreign" foreign key ("from_city_code") references "city" ("code");`);
    this.addSql(`alter table "mission_travel" add constraint "mission_travel_to_city_code_foreign" foreign key ("to_city_code") references "city" ("code");`);
    this.addSql(`alter table "mission_travel" add constraint "mission_travel_carrier" check (carrier <> '');`);
    this.addSql(`alter table "mission_travel" add constraint "mission_travel_leads" check (from_city_code <> to_city_code);`);
    this.addSql(`alter table "mission_travel" add constraint "mission_travel_mode_check" check ("mode" in ('FLIGHT', 'TRAIN', 'COACH', 'ROAD'));`);
    this.addSql(`alter table "mission_traveller" add constraint "mission_traveller_travel_uuid_foreign" foreign key ("travel_uuid") references "mission_travel" ("uuid") on update cascade on delete cascade;`);
    this.addSql(`alter table "mission_traveller" add constraint "mission_traveller_member_uuid_foreign" foreign key ("member_uuid") references "mission_member" ("uuid") on update cascade on delete cascade;`);
    this.addSql(`alter table "mission_traveller" add constraint "mission_traveller_expert_uuid_foreign" foreign key ("expert_uuid") references "expert" ("uuid") on delete cascade;`);
    this.addSql(`alter table "mission_traveller" add constraint "mission_traveller_person_id_foreign" foreign key ("person_id") references "person" ("id") on delete cascade;`);
  }

  #addLines(): void {
    this.addSql(`create table "mission_cost" ("uuid" uuid not null, "mission_uuid" uuid not null, "kind" text not null, "is_computed" boolean not null default false, "leg_uuid" uuid null, "member_uuid" uuid null, "expert_uuid" uuid null, "person_id" uuid null, "travel_uuid" uuid null, "since" date null, "label" text null, "label_locale" text null, "on_day" date null, "nights" int null, "lunches" int null, "dinners" int null, "unit_cents" int null, "currency" text null, "basis" jsonb not null default '{}', "planned_cents" int null, "actual_cents" int null, "version" int not null default 1, primary key ("uuid"));`);
    this.addSql(`create unique index "mission_cost_once" on "mission_cost" ("member_uuid", "leg_uuid", "since") where is_computed;`);
    this.addSql(`create index "mission_cost_travel_uuid_index" on "mission_cost" ("travel_uuid");`);
    this.addSql(`create index "mission_cost_leg_uuid_index" on "mission_cost" ("leg_uuid");`);
    this.addSql(`create index "mission_cost_mission_uuid_index" on "mission_cost" ("mission_uuid");`);
    this.addSql(`alter table "mission_cost" add constraint "mission_cost_mission_uuid_foreign" foreign key ("mission_uuid") references "mission" ("uuid") on delete cascade;`);
    this.addSql(`alter table "mission_cost" add constraint "mission_cost_leg_uuid_foreign" foreign key ("leg_uuid") references "mission_leg" ("uuid") on delete set null;`);
    this.addSql(`alter table "mission_cost" add constraint "mission_cost_member_uuid_foreign" foreign key ("member_uuid") references "mission_member" ("uuid") on delete set null;`);
    this.addSql(`alter table "mission_cost" add constraint "mission_cost_travel_uuid_foreign" foreign key ("travel_uuid") references "mission_travel" ("uuid") on delete set null;`);
    this.addSql(`alter table "mission_cost" add constraint "mission_cost_label" check (label <> '' and (label is null) = (label_locale is null));`);
    this.addSql(`alter table "mission_cost" add constraint "mission_cost_currency" check (currency ~ '^[A-Z]{3}$');`);
    this.addSql(`alter table "mission_cost" add constraint "mission_cost_amounts" check (unit_cents >= 0 and unit_cents <= 100000000 and planned_cents >= 0 and planned_cents <= 1000000000 and actual_cents >= 0 and actual_cents <= 1000000000);`);
    this.addSql(`alter table "mission_cost" add constraint "mission_cost_kinds" check (case when is_computed then kind = 'ALLOWANCE' and label is null and travel_uuid is null and since is not null and nights is not null and lunches is not null and dinners is not null else kind <> 'ALLOWANCE' and nights is null and lunches is null and dinners is null and unit_cents is not null and currency is not null and on_day is not null end);`);
    this.addSql(`alter table "mission_cost" add constraint "mission_cost_kind_check" check ("kind" in ('FARE', 'ALLOWANCE', 'INTERPRETER', 'OTHER'));`);
    this.addSql(`alter table "mission_cost" add constraint "mission_cost_label_locale_check" check ("label_locale" in ('fr', 'en', 'sq', 'bs', 'bg', 'hr', 'el', 'hu', 'mk', 'ro', 'sr-Cyrl', 'sr-Latn', 'cnr', 'sl', 'tr', 'uk'));`);
    for (const column of ['member_uuid', 'expert_uuid', 'person_id']) this.addSql(`create index "mission_cost_${column}_index" on "mission_cost" ("${column}");`);
    this.addSql(`alter table "mission_cost" add constraint "mission_cost_expert_uuid_foreign" foreign key ("expert_uuid") references "expert" ("uuid") on delete cascade;`);
    this.addSql(`alter table "mission_cost" add constraint "mission_cost_person_id_foreign" foreign key ("person_id") references "person" ("id") on delete cascade;`);
    this.addSql(`
      create view "mission_budget" with (security_invoker = true) as select m.uuid as mission_uuid, least(coalesce(sum(c.planned_cents), 0), 2147483647)::int as planned_cents, least(coalesce(sum(coalesce(c.actual_cents, c.planned_cents)), 0), 2147483647)::int as expected_cents,
    least(coalesce(sum(c.actual_cents), 0), 2147483647)::int as actual_cents, count(c.uuid) filter (where c.planned_cents is null)::int as unknown_lines
    from mission m left join mission_cost c on c.mission_uuid = m.uuid group by m.uuid;`);
  }

  /** All of it is the adviser's. Who was told nothing of a mission is given nothing of it with their own data. */
  #addRules(): void {
    const adviser = '(select is_adviser())';
    const rules = {
      allowance_rate: `${adviser} and (is_demonstration or not (select acts_invented()))`, exchange_rate: `${adviser} and (is_demonstration or not (select acts_invented()))`,
      mission_travel: `${adviser} and exists (select from mission m where m.uuid = mission_uuid)`, mission_traveller: `${adviser} and exists (select from mission_travel t where t.uuid = travel_uuid)`,
      mission_cost: `${adviser} and exists (select from mission m where m.uuid = mission_uuid)`,
    };
    for (const [table, rule] of Object.entries(rules)) {
      this.addSql(`alter table "${table}" enable row level security;`);
      this.addSql(`create policy "${table}_adviser" on "${table}" using (${rule}) with check (${rule});`);
    }
    // The rule of the State is no secret of a demonstration: who is invented reads it, and changes their own alone.
    this.addSql(`alter table "allowance_rule" enable row level security;`);
    this.addSql(`create policy "allowance_rule_seen" on "allowance_rule" for select using (${adviser});`);
    const own = `${adviser} and (is_demonstration or not (select acts_invented()))`;
    this.addSql(`create policy "allowance_rule_made" on "allowance_rule" for insert with check (${own});`);
    this.addSql(`create policy "allowance_rule_changed" on "allowance_rule" for update using (${own}) with check (${own});`);
    this.addSql(`create policy "allowance_rule_removed" on "allowance_rule" for delete using (${own});`);
    const theirs = `acts_for('my-data') and exists (select from mission_member m where m.uuid = member_uuid)`;
    this.addSql(`create policy "mission_traveller_my_data" on "mission_traveller" for select using (${theirs});`);
    this.addSql(`create policy "mission_cost_my_data" on "mission_cost" for select using (${theirs});`);
  }
}
