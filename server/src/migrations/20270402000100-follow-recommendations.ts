import { Migration } from '@mikro-orm/migrations';
import { SETTLE } from './amending.ts';
import { requireSourceText } from './foundations.ts';
import { recommendationProgressFunctions } from './recommendation-progress.ts';
import { secretPlaceTriggersOfRecommendations } from './secret-places.ts';
import { PLAN_SOURCE_TEXTS } from './source-text.ts';

const LOCALES = `'fr', 'en', 'sq', 'bs', 'bg', 'hr', 'el', 'hu', 'mk', 'ro', 'sr-Cyrl', 'sr-Latn', 'cnr', 'sl', 'tr', 'uk'`;
const ROLES = `'ADVISER', 'ASSISTANT', 'TRANSLATOR', 'SCAC', 'SSI', 'NGO_COORDINATOR', 'NGO_MEMBER', 'AUTHORITY', 'INTERNATIONAL', 'EXPERT'`;
const ENTRY = 'recommendation_progress';

/** Who follows a recommendation: the adviser all, a post those to its country. */
const THEIRS = '((select is_adviser()) or is_post_of(acting_person(), (select r.country_code from recommendation r where r.slug = recommendation_slug)))';
const SEEN = `(is_demonstration or not (select acts_invented())) and ${THEIRS}`;
const OF_ENTRY = `exists (select from ${ENTRY} p where p.uuid = progress_uuid)`;
/** What was seen is written with the entry, in its language and transaction; from then on it is said in others. */
const OF_NEW = `exists (select from ${ENTRY} p where p.uuid = progress_uuid and p.entered_by_id = acting_person() and p.entered_at >= now())`;
const SAYS_OTHERWISE = `exists (select from ${ENTRY} p where p.uuid = progress_uuid and p.source_locale <> locale)`;

/** What has become of recommendations, which posts say each of those to its country and the adviser of all. What was said stays; nobody else learns of it. */
export class Migration20270402000100 extends Migration {
  override up(): void {
    this.addSql(SETTLE);
    this.#addTables();
    for (const statement of [...recommendationProgressFunctions, ...secretPlaceTriggersOfRecommendations]) this.addSql(`${statement};`);
    this.#addRules();
    this.#addTrail();
    this.addSql(`${PLAN_SOURCE_TEXTS};`);
  }

  #addTables(): void {
    this.addSql(`create table "${ENTRY}" ("uuid" uuid not null, "source_locale" text not null, "source_version" int not null default 1, "recommendation_slug" text not null, "position" int not null, "status" text not null, "as_of" date not null, "entered_at" timestamptz not null default clock_timestamp(), "entered_by_id" uuid null, "entered_as" text not null, "version" int not null default 1, "is_demonstration" boolean not null default false, primary key ("uuid"));`);
    this.addSql(`create index "${ENTRY}_entered_by_id_index" on "${ENTRY}" ("entered_by_id");`);
    this.addSql(`alter table "${ENTRY}" add constraint "${ENTRY}_one_after_another" unique ("recommendation_slug", "is_demonstration", "position");`);
    this.addSql(`alter table "${ENTRY}" add constraint "${ENTRY}_source_locale_check" check ("source_locale" in (${LOCALES}));`);
    this.addSql(`alter table "${ENTRY}" add constraint "${ENTRY}_status_check" check ("status" in ('NOT_STARTED', 'UNDER_WAY', 'PARTLY_IMPLEMENTED', 'IMPLEMENTED', 'NO_LONGER_RELEVANT'));`);
    this.addSql(`alter table "${ENTRY}" add constraint "${ENTRY}_entered_as_check" check ("entered_as" in (${ROLES}));`);
    this.addSql(`alter table "${ENTRY}" add constraint "${ENTRY}_by_chance" check (substr(uuid::text, 15, 1) = '4');`);
    this.addSql(`alter table "${ENTRY}" add constraint "${ENTRY}_day" check (as_of <= ((entered_at at time zone 'UTC')::date + 1));`);
    this.addSql(`alter table "${ENTRY}" add constraint "${ENTRY}_recommendation_slug_foreign" foreign key ("recommendation_slug") references "recommendation" ("slug") on delete cascade;`);
    this.addSql(`alter table "${ENTRY}" add constraint "${ENTRY}_entered_by_id_foreign" foreign key ("entered_by_id") references "person" ("id") on delete set null;`);
    this.addSql(`create table "${ENTRY}_translation" ("progress_uuid" uuid not null, "locale" text not null, "source_version" int not null default 1, "seen" text null, primary key ("progress_uuid", "locale"));`);
    this.addSql(`alter table "${ENTRY}_translation" add constraint "${ENTRY}_translation_locale_check" check ("locale" in (${LOCALES}));`);
    this.addSql(`create table "${ENTRY}_link" ("progress_uuid" uuid not null, "position" int not null, "url" text not null, "label" text not null, primary key ("progress_uuid", "position"));`);
    this.addSql(`alter table "${ENTRY}_link" add constraint "${ENTRY}_link_url" check (url ~ '^https?://');`);
    this.addSql(`alter table "${ENTRY}_link" add constraint "${ENTRY}_link_label" check (label <> '');`);
    for (const part of ['translation', 'link']) this.addSql(`alter table "${ENTRY}_${part}" add constraint "${ENTRY}_${part}_progress_uuid_foreign" foreign key ("progress_uuid") references "${ENTRY}" ("uuid") on delete cascade;`);
    for (const statement of requireSourceText(ENTRY, 'uuid', `${ENTRY}_translation`, 'progress_uuid', 'seen')) this.addSql(`${statement};`);
  }

  #addRules(): void {
    for (const table of [ENTRY, `${ENTRY}_translation`, `${ENTRY}_link`]) this.addSql(`alter table "${table}" enable row level security;`);
    this.addSql(`create policy "${ENTRY}_seen" on "${ENTRY}" for select using (${SEEN});`);
    this.addSql(`create policy "${ENTRY}_made" on "${ENTRY}" for insert with check (is_demonstration = (select acts_invented()) and ${THEIRS} and entered_by_id = acting_person() and entered_at >= now() and entered_at <= clock_timestamp());`);
    // Of an entry nothing changes but its version, which a trigger asks.
    this.addSql(`create policy "${ENTRY}_told" on "${ENTRY}" for update using (${SEEN}) with check (${SEEN});`);
    this.addSql(`create policy "${ENTRY}_my_data" on "${ENTRY}" for select using (acts_for('my-data') and entered_by_id = acting_person());`);
    this.addSql(`create policy "${ENTRY}_translation_seen" on "${ENTRY}_translation" for select using (${OF_ENTRY});`);
    this.addSql(`create policy "${ENTRY}_translation_made" on "${ENTRY}_translation" for insert with check (${SAYS_OTHERWISE} or ${OF_NEW});`);
    this.addSql(`create policy "${ENTRY}_translation_changed" on "${ENTRY}_translation" for update using (${SAYS_OTHERWISE}) with check (${SAYS_OTHERWISE});`);
    this.addSql(`create policy "${ENTRY}_translation_removed" on "${ENTRY}_translation" for delete using (${SAYS_OTHERWISE});`);
    this.addSql(`create policy "${ENTRY}_link_seen" on "${ENTRY}_link" for select using (${OF_ENTRY});`);
    this.addSql(`create policy "${ENTRY}_link_made" on "${ENTRY}_link" for insert with check (${OF_NEW});`);
  }

  #addTrail(): void {
    // What the trail tells of an entry is read by who reads the entry: an invented adviser nothing of real ones. After whatever else there is by now.
    this.addSql(`create policy "audit_entry_of_recommendation_progress" on "audit_entry" as restrictive for select using (subject <> 'RECOMMENDATION_PROGRESS' or not (select acts_invented()) or exists (select from ${ENTRY} p where p.uuid = object));`);
    this.addSql(`do $body$ declare is_now constant text := (select pg_get_constraintdef(oid) from pg_constraint where conname = 'audit_entry_subject_check'); begin
      alter table audit_entry drop constraint audit_entry_subject_check;
      execute 'alter table audit_entry add constraint audit_entry_subject_check ' || replace(is_now, '''COOPERATION_REQUEST''::text', '''COOPERATION_REQUEST''::text, ''RECOMMENDATION_PROGRESS''::text');
    end $body$;`);
    this.addSql(`create trigger "${ENTRY}_recorded" after insert or delete on "${ENTRY}" for each row when (acting_person() is not null) execute function record_change('RECOMMENDATION_PROGRESS', 'uuid', 'status', 'uuid');`);
    this.addSql(`create trigger "${ENTRY}_translation_recorded" after insert or update or delete on "${ENTRY}_translation" for each row when (acting_person() is not null) execute function record_recommendation_progress_texts();`);
  }
}
