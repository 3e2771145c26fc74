import { Migration } from '@mikro-orm/migrations';
import { SETTLE } from './amending.ts';
import { commonNeedFunctions } from './common-needs.ts';
import { requireSourceText } from './foundations.ts';
import { secretPlaceTriggersOfGroups } from './secret-places.ts';

const LOCALES = `'fr', 'en', 'sq', 'bs', 'bg', 'hr', 'el', 'hu', 'mk', 'ro', 'sr-Cyrl', 'sr-Latn', 'cnr', 'sl', 'tr', 'uk'`;
const ROLES = `'ADVISER', 'ASSISTANT', 'TRANSLATOR', 'SCAC', 'SSI', 'NGO_COORDINATOR', 'NGO_MEMBER', 'AUTHORITY', 'INTERNATIONAL', 'EXPERT'`;
const ACTS = `'ACCEPTED', 'ADDED', 'TAKEN_OUT', 'SPLIT_OFF', 'SPLIT_FROM', 'MERGED', 'MERGED_INTO', 'CHANGED', 'TRANSLATED', 'CLOSED'`;

/** The adviser and the team, of their side: an invented one sees no real group. */
const SEEN = '(select is_adviser()) and (is_demonstration or not (select acts_invented()))';
const OF_GROUP = 'exists (select from common_need g where g.uuid = common_need_uuid)';
const OF_OPEN = `exists (select from common_need g where g.uuid = common_need_uuid and g.status = 'ACCEPTED')`;
/** Needs that who asks reads. */
const OF_NEEDS = '(select is_adviser()) and exists (select from need n where n.uuid = one_uuid) and exists (select from need n where n.uuid = other_uuid)';

/** Groups of needs that the adviser says are one, and needs that are said not to be: known to the adviser and the team alone. */
export class Migration20261229000100 extends Migration {
  override up(): void {
    this.addSql(SETTLE);
    this.#addGroups();
    this.#addParts();
    for (const statement of commonNeedFunctions) this.addSql(`${statement};`);
    for (const statement of secretPlaceTriggersOfGroups) this.addSql(`${statement};`);
    this.#addRules();
    // What the trail tells of a need or of a group is read by who reads that itself: an invented adviser nothing of real ones. Of what is gone it tells the real adviser.
    this.addSql(`alter policy "audit_entry_adviser" on "audit_entry" using ((select is_adviser()) and (subject not in ('NEED', 'COMMON_NEED') or not (select acts_invented()) or exists (select from need n where n.uuid = object) or exists (select from common_need g where g.uuid = object)));`);
    // After whatever else there is by now.
    this.addSql(`do $body$ declare is_now constant text := (select pg_get_constraintdef(oid) from pg_constraint where conname = 'audit_entry_subject_check'); begin
      alter table audit_entry drop constraint audit_entry_subject_check;
      execute 'alter table audit_entry add constraint audit_entry_subject_check ' || replace(is_now, '''NEED''::text', '''NEED''::text, ''COMMON_NEED''::text');
    end $body$;`);
  }

  #addGroups(): void {
    this.addSql(`create table "common_need" ("uuid" uuid not null, "source_locale" text not null, "source_version" int not null default 1, "status" text not null default 'ACCEPTED', "accepted_at" timestamptz not null default now(), "accepted_by_id" uuid null, "accepted_as" text not null, "version" int not null default 1, "is_demonstration" boolean not null default false, primary key ("uuid"));`);
    this.addSql(`create index "common_need_accepted_at_uuid_index" on "common_need" ("accepted_at", "uuid");`);
    this.addSql(`create index "common_need_accepted_by_id_index" on "common_need" ("accepted_by_id");`);
    this.addSql(`alter table "common_need" add constraint "common_need_source_locale_check" check ("source_locale" in (${LOCALES}));`);
    this.addSql(`alter table "common_need" add constraint "common_need_status_check" check ("status" in ('ACCEPTED', 'CLOSED'));`);
    this.addSql(`alter table "common_need" add constraint "common_need_accepted_as_check" check ("accepted_as" in (${ROLES}));`);
    this.addSql(`alter table "common_need" add constraint "common_need_by_chance" check (substr(uuid::text, 15, 1) = '4');`);
    this.addSql(`alter table "common_need" add constraint "common_need_accepted_by_id_foreign" foreign key ("accepted_by_id") references "person" ("id") on delete set null;`);
    this.addSql(`create table "common_need_translation" ("common_need_uuid" uuid not null, "locale" text not null, "source_version" int not null default 1, "title" text null, "why" text null, "folded" text generated always as (fold((coalesce(title, ''::text) || ' '::text) || coalesce(why, ''::text))) stored null, primary key ("common_need_uuid", "locale"));`);
    this.addSql(`alter table "common_need_translation" add constraint "common_need_translation_locale_check" check ("locale" in (${LOCALES}));`);
    this.addSql(`alter table "common_need_translation" add constraint "common_need_translation_common_need_uuid_foreign" foreign key ("common_need_uuid") references "common_need" ("uuid") on delete cascade;`);
    for (const column of ['title', 'why']) for (const statement of requireSourceText('common_need', 'uuid', 'common_need_translation', 'common_need_uuid', column)) this.addSql(`${statement};`);
  }

  #addParts(): void {
    this.addSql(`create table "common_need_member" ("need_uuid" uuid not null, "common_need_uuid" uuid not null, "added_at" timestamptz not null default now(), primary key ("need_uuid"));`);
    this.addSql(`create index "common_need_member_common_need_uuid_index" on "common_need_member" ("common_need_uuid");`);
    this.addSql(`alter table "common_need_member" add constraint "common_need_member_need_uuid_foreign" foreign key ("need_uuid") references "need" ("uuid") on update cascade on delete cascade;`);
    this.addSql(`alter table "common_need_member" add constraint "common_need_member_common_need_uuid_foreign" foreign key ("common_need_uuid") references "common_need" ("uuid") on delete cascade;`);
    this.addSql(`create table "common_need_step" ("common_need_uuid" uuid not null, "position" int not null, "at" timestamptz not null default now(), "by_id" uuid null, "by_role" text not null, "act" text not null, "need_uuid" uuid null, "other_uuid" uuid null, "reason" text null, "locale" text null, primary key ("common_need_uuid", "position"));`);
    for (const column of ['by_id', 'need_uuid', 'other_uuid']) this.addSql(`create index "common_need_step_${column}_index" on "common_need_step" ("${column}");`);
    this.addSql(`alter table "common_need_step" add constraint "common_need_step_common_need_uuid_foreign" foreign key ("common_need_uuid") references "common_need" ("uuid") on delete cascade;`);
    this.addSql(`alter table "common_need_step" add constraint "common_need_step_by_id_foreign" foreign key ("by_id") references "person" ("id") on delete set null;`);
    this.addSql(`alter table "common_need_step" add constraint "common_need_step_need_uuid_foreign" foreign key ("need_uuid") references "need" ("uuid") on delete set null;`);
    this.addSql(`alter table "common_need_step" add constraint "common_need_step_other_uuid_foreign" foreign key ("other_uuid") references "common_need" ("uuid") on delete set null;`);
    this.addSql(`alter table "common_need_step" add constraint "common_need_step_by_role_check" check ("by_role" in (${ROLES}));`);
    this.addSql(`alter table "common_need_step" add constraint "common_need_step_act_check" check ("act" in (${ACTS}));`);
    this.addSql(`alter table "common_need_step" add constraint "common_need_step_locale_check" check ("locale" in (${LOCALES}));`);
    this.addSql(`alter table "common_need_step" add constraint "common_need_step_reason" check ((reason is null) = (locale is null) and (act <> 'CLOSED' or reason is not null));`);
    this.addSql(`create table "needs_apart" ("uuid" uuid not null default gen_random_uuid(), "one_uuid" uuid not null, "other_uuid" uuid not null, "at" timestamptz not null default now(), "by_id" uuid null, "by_role" text not null, "reason" text null, "locale" text null, primary key ("uuid"));`);
    this.addSql(`alter table "needs_apart" add constraint "needs_apart_one_uuid_other_uuid_unique" unique ("one_uuid", "other_uuid");`);
    for (const column of ['other_uuid', 'by_id']) this.addSql(`create index "needs_apart_${column}_index" on "needs_apart" ("${column}");`);
    for (const column of ['one', 'other']) this.addSql(`alter table "needs_apart" add constraint "needs_apart_${column}_uuid_foreign" foreign key ("${column}_uuid") references "need" ("uuid") on delete cascade;`);
    this.addSql(`alter table "needs_apart" add constraint "needs_apart_by_id_foreign" foreign key ("by_id") references "person" ("id") on delete set null;`);
    this.addSql(`alter table "needs_apart" add constraint "needs_apart_by_role_check" check ("by_role" in (${ROLES}));`);
    this.addSql(`alter table "needs_apart" add constraint "needs_apart_locale_check" check ("locale" in (${LOCALES}));`);
    this.addSql(`alter table "needs_apart" add constraint "needs_apart_order" check (one_uuid < other_uuid);`);
    this.addSql(`alter table "needs_apart" add constraint "needs_apart_reason" check ((reason is null) = (locale is null));`);
  }

  #addRules(): void {
    for (const table of ['common_need', 'common_need_translation', 'common_need_member', 'common_need_step', 'needs_apart']) this.addSql(`alter table "${table}" enable row level security;`);
    this.addSql(`create policy "common_need_seen" on "common_need" for select using (${SEEN});`);
    this.addSql(`create policy "common_need_made" on "common_need" for insert with check (${SEEN} and accepted_by_id = acting_person() and status = 'ACCEPTED');`);
    this.addSql(`create policy "common_need_changed" on "common_need" for update using (${SEEN}) with check (${SEEN});`);
    this.addSql(`create policy "common_need_my_data" on "common_need" for select using (acts_for('my-data') and accepted_by_id = acting_person());`);
    this.addSql(`create policy "common_need_translation_seen" on "common_need_translation" for select using (${OF_GROUP});`);
    this.addSql(`create policy "common_need_translation_made" on "common_need_translation" for insert with check (${OF_OPEN});`);
    this.addSql(`create policy "common_need_translation_changed" on "common_need_translation" for update using (${OF_OPEN}) with check (${OF_OPEN});`);
    this.addSql(`create policy "common_need_translation_removed" on "common_need_translation" for delete using (${OF_OPEN});`);
    this.addSql(`create policy "common_need_member_seen" on "common_need_member" for select using (${OF_GROUP});`);
    this.addSql(`create policy "common_need_member_made" on "common_need_member" for insert with check (${OF_OPEN});`);
    this.addSql(`create policy "common_need_member_changed" on "common_need_member" for update using (${OF_OPEN}) with check (${OF_OPEN});`);
    this.addSql(`create policy "common_need_member_removed" on "common_need_member" for delete using (${OF_OPEN});`);
    // What was done is added to, and changed by nobody.
    this.addSql(`create policy "common_need_step_seen" on "common_need_step" for select using (${OF_GROUP});`);
    this.addSql(`create policy "common_need_step_made" on "common_need_step" for insert with check (by_id = acting_person() and ${OF_GROUP});`);
    this.addSql(`create policy "common_need_step_my_data" on "common_need_step" for select using (acts_for('my-data') and by_id = acting_person());`);
    this.addSql(`create policy "needs_apart_seen" on "needs_apart" for select using (${OF_NEEDS});`);
    this.addSql(`create policy "needs_apart_made" on "needs_apart" for insert with check (${OF_NEEDS} and by_id = acting_person());`);
    this.addSql(`create policy "needs_apart_removed" on "needs_apart" for delete using (${OF_NEEDS});`);
    this.addSql(`create policy "needs_apart_my_data" on "needs_apart" for select using (acts_for('my-data') and by_id = acting_person());`);
  }
}
