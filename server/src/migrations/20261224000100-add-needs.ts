import { Migration } from '@mikro-orm/migrations';
import { SETTLE } from './amending.ts';
import { requireSourceText } from './foundations.ts';
import { needFunctions } from './needs.ts';

const LOCALES = `'fr', 'en', 'sq', 'bs', 'bg', 'hr', 'el', 'hu', 'mk', 'ro', 'sr-Cyrl', 'sr-Latn', 'cnr', 'sl', 'tr', 'uk'`;
const ROLES = `'ADVISER', 'ASSISTANT', 'TRANSLATOR', 'SCAC', 'SSI', 'NGO_COORDINATOR', 'NGO_MEMBER', 'AUTHORITY', 'INTERNATIONAL', 'EXPERT'`;
const STATUSES = `'SUBMITTED', 'UNDER_REVIEW', 'TAKEN_UP', 'ADDRESSED', 'DECLINED', 'WITHDRAWN'`;

/** Whose needs somebody acts on: the adviser on all of their side, a post on those of its country. */
const THEIRS = '((select is_adviser()) or is_post_of(acting_person(), country_code))';
const SEEN = `(is_demonstration or not (select acts_invented())) and ${THEIRS}`;
const OF_NEED = 'exists (select from need n where n.uuid = need_uuid)';
/** Who writes a need, as long as nobody looks into it: its post, and the adviser what the adviser has entered. */
const WRITES = `n.status = 'SUBMITTED' and (n.entered_as in ('ADVISER', 'ASSISTANT') or is_post_of(acting_person(), n.country_code))`;
const OF_OPEN = `exists (select from need n where n.uuid = need_uuid and ${WRITES})`;

/** Needs, which posts enter each for its country and the adviser reads, with what belongs to them and how they went. Nobody else learns of any. */
export class Migration20261224000100 extends Migration {
  override up(): void {
    this.addSql(SETTLE);
    for (const statement of needFunctions.before) this.addSql(`${statement};`);
    this.#addNeeds();
    this.#addParts();
    for (const statement of needFunctions.after) this.addSql(`${statement};`);
    this.#addRules();
    this.#addTrail();
  }

  #addNeeds(): void {
    this.addSql(`create table "need" ("uuid" uuid not null, "source_locale" text not null, "source_version" int not null default 1, "country_code" text not null, "theme_code" text not null, "pillar" text not null, "criteria" text[] not null default '{}', "urgency" text generated always as (urgency_of(criteria)) stored not null, "status" text not null default 'SUBMITTED', "entered_at" timestamptz not null default now(), "entered_by_id" uuid null, "entered_as" text not null, "version" int not null default 1, "is_demonstration" boolean not null default false, primary key ("uuid"));`);
    this.addSql(`create index "need_entered_at_uuid_index" on "need" ("entered_at", "uuid");`);
    this.addSql(`create index "need_country_code_entered_at_index" on "need" ("country_code", "entered_at");`);
    this.addSql(`create index "need_theme_code_index" on "need" ("theme_code");`);
    this.addSql(`create index "need_entered_by_id_index" on "need" ("entered_by_id");`);
    this.addSql(`alter table "need" add constraint "need_source_locale_check" check ("source_locale" in (${LOCALES}));`);
    this.addSql(`alter table "need" add constraint "need_pillar_check" check ("pillar" in ('PREVENTION', 'PROSECUTION', 'PROTECTION', 'PARTNERSHIP'));`);
    this.addSql(`alter table "need" add constraint "need_status_check" check ("status" in (${STATUSES}));`);
    this.addSql(`alter table "need" add constraint "need_entered_as_check" check ("entered_as" in (${ROLES}));`);
    this.addSql(`alter table "need" add constraint "need_by_chance" check (substr(uuid::text, 15, 1) = '4');`);
    this.addSql(`alter table "need" add constraint "need_criteria" check (criteria <@ array['LIVES', 'CHILDREN', 'NO_ANSWER', 'RISING', 'DEADLINE', 'RECOMMENDED', 'REGIONAL']);`);
    this.addSql(`alter table "need" add constraint "need_country_code_foreign" foreign key ("country_code") references "country" ("code");`);
    this.addSql(`alter table "need" add constraint "need_theme_code_foreign" foreign key ("theme_code") references "theme" ("code");`);
    this.addSql(`alter table "need" add constraint "need_entered_by_id_foreign" foreign key ("entered_by_id") references "person" ("id") on delete set null;`);
    this.addSql(`create table "need_translation" ("need_uuid" uuid not null, "locale" text not null, "source_version" int not null default 1, "title" text null, "text" text null, "folded" text generated always as (fold((coalesce(title, ''::text) || ' '::text) || coalesce(text, ''::text))) stored null, primary key ("need_uuid", "locale"));`);
    this.addSql(`alter table "need_translation" add constraint "need_translation_locale_check" check ("locale" in (${LOCALES}));`);
    this.addSql(`alter table "need_translation" add constraint "need_translation_need_uuid_foreign" foreign key ("need_uuid") references "need" ("uuid") on delete cascade;`);
    for (const column of ['title', 'text']) for (const statement of requireSourceText('need', 'uuid', 'need_translation', 'need_uuid', column)) this.addSql(`${statement};`);
  }

  #addParts(): void {
    for (const part of ['theme', 'audience']) {
      this.addSql(`create table "need_${part}" ("need_uuid" uuid not null, "${part}_code" text not null, primary key ("need_uuid", "${part}_code"));`);
      this.addSql(`create index "need_${part}_${part}_code_index" on "need_${part}" ("${part}_code");`);
      this.addSql(`alter table "need_${part}" add constraint "need_${part}_${part}_code_foreign" foreign key ("${part}_code") references "${part}" ("code") on update cascade on delete cascade;`);
    }
    this.addSql(`create table "need_link" ("need_uuid" uuid not null, "position" int not null, "url" text not null, "label" text not null, primary key ("need_uuid", "position"));`);
    this.addSql(`alter table "need_link" add constraint "need_link_url" check (url ~ '^https?://');`);
    this.addSql(`alter table "need_link" add constraint "need_link_label" check (label <> '');`);
    this.addSql(`create table "need_step" ("need_uuid" uuid not null, "position" int not null, "at" timestamptz not null default now(), "by_id" uuid null, "by_role" text not null, "from_status" text null, "to_status" text not null, "reason" text null, "locale" text null, primary key ("need_uuid", "position"));`);
    this.addSql(`create index "need_step_by_id_index" on "need_step" ("by_id");`);
    this.addSql(`alter table "need_step" add constraint "need_step_by_id_foreign" foreign key ("by_id") references "person" ("id") on delete set null;`);
    this.addSql(`alter table "need_step" add constraint "need_step_by_role_check" check ("by_role" in (${ROLES}));`);
    this.addSql(`alter table "need_step" add constraint "need_step_from_status_check" check ("from_status" in (${STATUSES}));`);
    this.addSql(`alter table "need_step" add constraint "need_step_to_status_check" check ("to_status" in (${STATUSES}));`);
    this.addSql(`alter table "need_step" add constraint "need_step_locale_check" check ("locale" in (${LOCALES}));`);
    this.addSql(`alter table "need_step" add constraint "need_step_reason" check ((reason is null) = (locale is null) and (to_status <> 'DECLINED' or reason is not null));`);
    for (const part of ['theme', 'audience', 'link', 'step']) this.addSql(`alter table "need_${part}" add constraint "need_${part}_need_uuid_foreign" foreign key ("need_uuid") references "need" ("uuid") ${['theme', 'audience'].includes(part) ? 'on update cascade ' : ''}on delete cascade;`);
  }

  #addRules(): void {
    for (const table of ['need', 'need_translation', 'need_theme', 'need_audience', 'need_link', 'need_step']) this.addSql(`alter table "${table}" enable row level security;`);
    this.addSql(`create policy "need_seen" on "need" for select using (${SEEN});`);
    this.addSql(`create policy "need_made" on "need" for insert with check (is_demonstration = (select acts_invented()) and ${THEIRS} and entered_by_id = acting_person() and status = 'SUBMITTED');`);
    // What of it, and where it is moved to, a trigger asks.
    this.addSql(`create policy "need_changed" on "need" for update using (${SEEN}) with check (${SEEN});`);
    this.addSql(`create policy "need_my_data" on "need" for select using (acts_for('my-data') and entered_by_id = acting_person());`);
    this.addSql(`create policy "need_translation_seen" on "need_translation" for select using (${OF_NEED});`);
    const says = `exists (select from need n where n.uuid = need_uuid and (${WRITES} or n.source_locale <> locale))`;
    this.addSql(`create policy "need_translation_made" on "need_translation" for insert with check (${says});`);
    this.addSql(`create policy "need_translation_changed" on "need_translation" for update using (${says}) with check (${says});`);
    this.addSql(`create policy "need_translation_removed" on "need_translation" for delete using (${says});`);
    for (const part of ['theme', 'audience', 'link']) {
      this.addSql(`create policy "need_${part}_seen" on "need_${part}" for select using (${OF_NEED});`);
      this.addSql(`create policy "need_${part}_made" on "need_${part}" for insert with check (${OF_OPEN});`);
      this.addSql(`create policy "need_${part}_changed" on "need_${part}" for update using (${OF_OPEN}) with check (${OF_OPEN});`);
      this.addSql(`create policy "need_${part}_removed" on "need_${part}" for delete using (${OF_OPEN});`);
    }
    // How it went is added to, and changed by nobody.
    this.addSql(`create policy "need_step_seen" on "need_step" for select using (${OF_NEED});`);
    this.addSql(`create policy "need_step_made" on "need_step" for insert with check (by_id = acting_person() and exists (select from need n where n.uuid = need_uuid and n.status = to_status));`);
    this.addSql(`create policy "need_step_my_data" on "need_step" for select using (acts_for('my-data') and by_id = acting_person());`);
  }

  #addTrail(): void {
    // After whatever else there is by now.
    this.addSql(`do $body$ declare is_now constant text := (select pg_get_constraintdef(oid) from pg_constraint where conname = 'audit_entry_subject_check'); begin
      alter table audit_entry drop constraint audit_entry_subject_check;
      execute 'alter table audit_entry add constraint audit_entry_subject_check ' || replace(is_now, '''ALLOWANCE''::text', '''ALLOWANCE''::text, ''NEED''::text');
    end $body$;`);
    this.addSql(`create trigger "need_recorded" after insert or update or delete on "need" for each row when (acting_person() is not null) execute function record_change('NEED', 'uuid', 'status theme_code pillar urgency', 'uuid');`);
    this.addSql(`create trigger "need_translation_recorded" after update on "need_translation" for each row when (acting_person() is not null) execute function record_need_texts();`);
  }
}
