import { Migration } from '@mikro-orm/migrations';
import { SETTLE } from './amending.ts';
import { cooperationRequestFunctions } from './cooperation-requests.ts';
import { requireSourceText } from './foundations.ts';
import { secretPlaceTriggersOfRequests } from './secret-places.ts';

const LOCALES = `'fr', 'en', 'sq', 'bs', 'bg', 'hr', 'el', 'hu', 'mk', 'ro', 'sr-Cyrl', 'sr-Latn', 'cnr', 'sl', 'tr', 'uk'`;
const ROLES = `'ADVISER', 'ASSISTANT', 'TRANSLATOR', 'SCAC', 'SSI', 'NGO_COORDINATOR', 'NGO_MEMBER', 'AUTHORITY', 'INTERNATIONAL', 'EXPERT'`;
const STATUSES = `'SENT', 'CONSULTED', 'DECIDED', 'CLOSED', 'WITHDRAWN'`;

/** For whom somebody sends: a post for its country, an authority for its own. */
const SENDS = `case when sent_as = 'AUTHORITY' then is_authority_of(acting_person(), country_code) else sent_as in ('SCAC', 'SSI') and is_post_of(acting_person(), country_code) end`;
/** Whose requests somebody reads: the adviser all of their side, a post those of its country, an authority those that authorities of it have sent. */
const SEEN = `(is_demonstration or not (select acts_invented())) and ((select is_adviser()) or is_post_of(acting_person(), country_code) or (sent_as = 'AUTHORITY' and is_authority_of(acting_person(), country_code)))`;
const OF_REQUEST = 'exists (select from cooperation_request r where r.uuid = request_uuid)';
/** A request as it is written, in the transaction in which it is sent: it has no step yet. */
const OF_NEW = `exists (select from cooperation_request r where r.uuid = request_uuid and r.sent_by_id = acting_person()) and not exists (select from cooperation_request_step s where s.request_uuid = cooperation_request_audience.request_uuid)`;
const SAYS_NEW = OF_NEW.replaceAll('cooperation_request_audience', 'cooperation_request_translation');
const SAYS_OTHERWISE = `exists (select from cooperation_request r where r.uuid = request_uuid and r.source_locale <> locale and r.status <> 'WITHDRAWN')`;

/** Cooperation requests, which posts and authorities send each for its country and the adviser reads, with what belongs to them and how they went. Nobody else learns of any. */
export class Migration20270115000100 extends Migration {
  override up(): void {
    this.addSql(SETTLE);
    this.#addRequests();
    this.#addParts();
    for (const statement of [...cooperationRequestFunctions, ...secretPlaceTriggersOfRequests]) this.addSql(`${statement};`);
    this.#addRules();
    this.#addTrail();
  }

  #addRequests(): void {
    this.addSql(`create table "cooperation_request" ("uuid" uuid not null, "source_locale" text not null, "source_version" int not null default 1, "kind" text not null, "country_code" text not null, "theme_code" text not null, "criteria" text[] not null default '{}', "urgency" text generated always as (urgency_of(criteria)) stored not null, "wished_from" date null, "wished_until" date null, "need_uuid" uuid null, "status" text not null default 'SENT', "sent_at" timestamptz not null default now(), "sent_by_id" uuid null, "sent_as" text not null, "version" int not null default 1, "is_demonstration" boolean not null default false, primary key ("uuid"));`);
    this.addSql(`create index "cooperation_request_sent_at_uuid_index" on "cooperation_request" ("sent_at", "uuid");`);
    this.addSql(`create index "cooperation_request_country_code_sent_at_index" on "cooperation_request" ("country_code", "sent_at");`);
    for (const column of ['theme_code', 'need_uuid', 'sent_by_id']) this.addSql(`create index "cooperation_request_${column}_index" on "cooperation_request" ("${column}");`);
    this.addSql(`alter table "cooperation_request" add constraint "cooperation_request_source_locale_check" check ("source_locale" in (${LOCALES}));`);
    this.addSql(`alter table "cooperation_request" add constraint "cooperation_request_kind_check" check ("kind" in ('EXPERT_MISSION', 'TRAINING', 'STUDY_VISIT', 'DIRECT_HELP'));`);
    this.addSql(`alter table "cooperation_request" add constraint "cooperation_request_status_check" check ("status" in (${STATUSES}));`);
    this.addSql(`alter table "cooperation_request" add constraint "cooperation_request_sent_as_check" check ("sent_as" in (${ROLES}));`);
    this.addSql(`alter table "cooperation_request" add constraint "cooperation_request_by_chance" check (substr(uuid::text, 15, 1) = '4');`);
    this.addSql(`alter table "cooperation_request" add constraint "cooperation_request_criteria" check (criteria <@ array['LIVES', 'CHILDREN', 'NO_ANSWER', 'RISING', 'DEADLINE', 'RECOMMENDED', 'REGIONAL']);`);
    this.addSql(`alter table "cooperation_request" add constraint "cooperation_request_period" check (wished_until >= wished_from);`);
    this.addSql(`alter table "cooperation_request" add constraint "cooperation_request_country_code_foreign" foreign key ("country_code") references "country" ("code");`);
    this.addSql(`alter table "cooperation_request" add constraint "cooperation_request_theme_code_foreign" foreign key ("theme_code") references "theme" ("code");`);
    this.addSql(`alter table "cooperation_request" add constraint "cooperation_request_need_uuid_foreign" foreign key ("need_uuid") references "need" ("uuid") on delete set null;`);
    this.addSql(`alter table "cooperation_request" add constraint "cooperation_request_sent_by_id_foreign" foreign key ("sent_by_id") references "person" ("id") on delete set null;`);
    this.addSql(`create table "cooperation_request_translation" ("request_uuid" uuid not null, "locale" text not null, "source_version" int not null default 1, "subject" text null, "text" text null, "folded" text generated always as (fold((coalesce(subject, ''::text) || ' '::text) || coalesce(text, ''::text))) stored null, primary key ("request_uuid", "locale"));`);
    this.addSql(`alter table "cooperation_request_translation" add constraint "cooperation_request_translation_locale_check" check ("locale" in (${LOCALES}));`);
    this.addSql(`alter table "cooperation_request_translation" add constraint "cooperation_request_translation_request_uuid_foreign" foreign key ("request_uuid") references "cooperation_request" ("uuid") on delete cascade;`);
    for (const column of ['subject', 'text']) for (const statement of requireSourceText('cooperation_request', 'uuid', 'cooperation_request_translation', 'request_uuid', column)) this.addSql(`${statement};`);
  }

  #addParts(): void {
    this.addSql(`create table "cooperation_request_audience" ("request_uuid" uuid not null, "audience_code" text not null, primary key ("request_uuid", "audience_code"));`);
    this.addSql(`create index "cooperation_request_audience_audience_code_index" on "cooperation_request_audience" ("audience_code");`);
    this.addSql(`alter table "cooperation_request_audience" add constraint "cooperation_request_audience_audience_code_foreign" foreign key ("audience_code") references "audience" ("code") on update cascade on delete cascade;`);
    this.addSql(`alter table "cooperation_request_audience" add constraint "cooperation_request_audience_request_uuid_foreign" foreign key ("request_uuid") references "cooperation_request" ("uuid") on update cascade on delete cascade;`);
    this.addSql(`create table "cooperation_request_step" ("request_uuid" uuid not null, "position" int not null, "at" timestamptz not null default now(), "by_id" uuid null, "by_role" text not null, "to_status" text not null, "reason" text null, "locale" text null, primary key ("request_uuid", "position"));`);
    this.addSql(`create index "cooperation_request_step_by_id_index" on "cooperation_request_step" ("by_id");`);
    this.addSql(`alter table "cooperation_request_step" add constraint "cooperation_request_step_request_uuid_foreign" foreign key ("request_uuid") references "cooperation_request" ("uuid") on delete cascade;`);
    this.addSql(`alter table "cooperation_request_step" add constraint "cooperation_request_step_by_id_foreign" foreign key ("by_id") references "person" ("id") on delete set null;`);
    this.addSql(`alter table "cooperation_request_step" add constraint "cooperation_request_step_by_role_check" check ("by_role" in (${ROLES}));`);
    this.addSql(`alter table "cooperation_request_step" add constraint "cooperation_request_step_to_status_check" check ("to_status" in (${STATUSES}));`);
    this.addSql(`alter table "cooperation_request_step" add constraint "cooperation_request_step_locale_check" check ("locale" in (${LOCALES}));`);
    this.addSql(`alter table "cooperation_request_step" add constraint "cooperation_request_step_reason" check ((reason is null) = (locale is null));`);
  }

  #addRules(): void {
    for (const table of ['cooperation_request', 'cooperation_request_translation', 'cooperation_request_audience', 'cooperation_request_step']) this.addSql(`alter table "${table}" enable row level security;`);
    this.addSql(`create policy "cooperation_request_seen" on "cooperation_request" for select using (${SEEN});`);
    this.addSql(`create policy "cooperation_request_made" on "cooperation_request" for insert with check (is_demonstration = (select acts_invented()) and ${SENDS} and sent_by_id = acting_person() and status = 'SENT');`);
    // What of it, and where it is moved to, a trigger asks.
    this.addSql(`create policy "cooperation_request_changed" on "cooperation_request" for update using (${SEEN}) with check (${SEEN});`);
    this.addSql(`create policy "cooperation_request_my_data" on "cooperation_request" for select using (acts_for('my-data') and sent_by_id = acting_person());`);
    this.addSql(`create policy "cooperation_request_translation_seen" on "cooperation_request_translation" for select using (${OF_REQUEST});`);
    this.addSql(`create policy "cooperation_request_translation_made" on "cooperation_request_translation" for insert with check ((${SAYS_OTHERWISE}) or (${SAYS_NEW}));`);
    this.addSql(`create policy "cooperation_request_translation_changed" on "cooperation_request_translation" for update using (${SAYS_OTHERWISE}) with check (${SAYS_OTHERWISE});`);
    this.addSql(`create policy "cooperation_request_translation_removed" on "cooperation_request_translation" for delete using (${SAYS_OTHERWISE});`);
    this.addSql(`create policy "cooperation_request_audience_seen" on "cooperation_request_audience" for select using (${OF_REQUEST});`);
    this.addSql(`create policy "cooperation_request_audience_made" on "cooperation_request_audience" for insert with check (${OF_NEW});`);
    // How it went is added to, and changed by nobody.
    this.addSql(`create policy "cooperation_request_step_seen" on "cooperation_request_step" for select using (${OF_REQUEST});`);
    this.addSql(`create policy "cooperation_request_step_made" on "cooperation_request_step" for insert with check (by_id = acting_person() and exists (select from cooperation_request r where r.uuid = request_uuid and r.status = to_status));`);
    this.addSql(`create policy "cooperation_request_step_my_data" on "cooperation_request_step" for select using (acts_for('my-data') and by_id = acting_person());`);
  }

  #addTrail(): void {
    // What the trail tells of a request is read by who reads the request: an invented adviser nothing of real ones. After whatever else there is by now.
    this.addSql(`create policy "audit_entry_of_requests" on "audit_entry" as restrictive for select using (subject <> 'COOPERATION_REQUEST' or not (select acts_invented()) or exists (select from cooperation_request r where r.uuid = object));`);
    this.addSql(`do $body$ declare is_now constant text := (select pg_get_constraintdef(oid) from pg_constraint where conname = 'audit_entry_subject_check'); begin
      alter table audit_entry drop constraint audit_entry_subject_check;
      execute 'alter table audit_entry add constraint audit_entry_subject_check ' || replace(is_now, '''COMMON_NEED''::text', '''COMMON_NEED''::text, ''COOPERATION_REQUEST''::text');
    end $body$;`);
    this.addSql(`create trigger "cooperation_request_recorded" after insert or update or delete on "cooperation_request" for each row when (acting_person() is not null) execute function record_change('COOPERATION_REQUEST', 'uuid', 'status', 'uuid');`);
    this.addSql(`create trigger "cooperation_request_translation_recorded" after update on "cooperation_request_translation" for each row when (acting_person() is not null) execute function record_cooperation_request_texts();`);
  }
}
