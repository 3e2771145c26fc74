import { Migration } from '@mikro-orm/migrations';
import { SETTLE } from './amending.ts';
import { requireSourceText } from './foundations.ts';
import { projectFunctions } from './projects.ts';
import { secretPlaceTriggersOfProjects } from './secret-places.ts';
import { PLAN_SOURCE_TEXTS } from './source-text.ts';

const LOCALES = `'fr', 'en', 'sq', 'bs', 'bg', 'hr', 'el', 'hu', 'mk', 'ro', 'sr-Cyrl', 'sr-Latn', 'cnr', 'sl', 'tr', 'uk'`;
const ROLES = `'ADVISER', 'ASSISTANT', 'TRANSLATOR', 'SCAC', 'SSI', 'NGO_COORDINATOR', 'NGO_MEMBER', 'AUTHORITY', 'INTERNATIONAL', 'EXPERT'`;
const STATUSES = `'PROPOSED', 'SELECTED', 'GIVEN_UP'`;

/** The adviser and the team, of their side: an invented one sees no real project. */
const SEEN = '(select is_adviser()) and (is_demonstration or not (select acts_invented()))';
const OF_PROJECT = 'exists (select from project p where p.uuid = project_uuid)';
const OF_OPEN = `exists (select from project p where p.uuid = project_uuid and p.status <> 'GIVEN_UP')`;

/** What a project is linked to: the table, its key and its type, and what comes in, as `x` beside the project `p`. */
const LINKS = [
  { name: 'country', column: 'country_code', of: 'country', key: 'code', type: 'text', joins: 'true' },
  { name: 'need', column: 'need_uuid', of: 'need', key: 'uuid', type: 'uuid', joins: 'x.is_demonstration = p.is_demonstration' },
  { name: 'recommendation', column: 'recommendation_slug', of: 'recommendation', key: 'slug', type: 'text', joins: '(p.is_demonstration or not x.is_demonstration)' },
  { name: 'partner', column: 'organisation_slug', of: 'organisation', key: 'slug', type: 'text', joins: `(p.is_demonstration or not x.is_demonstration) and x.is_published and (not x.is_protected or x.kind = 'INTERNATIONAL')` },
  { name: 'expert', column: 'expert_uuid', of: 'expert', key: 'uuid', type: 'uuid', joins: 'x.is_demonstration = p.is_demonstration' },
  { name: 'session', column: 'session_uuid', of: 'training_session', key: 'uuid', type: 'uuid', joins: 'x.is_demonstration = p.is_demonstration and x.ends_at <= now()' },
] as const;

/** Projects with one country or several, which the adviser proposes and decides: known to the adviser and the team alone. */
export class Migration20270411000100 extends Migration {
  override up(): void {
    this.addSql(SETTLE);
    this.#addProjects();
    this.#addParts();
    for (const statement of projectFunctions) this.addSql(`${statement};`);
    for (const statement of secretPlaceTriggersOfProjects) this.addSql(`${statement};`);
    this.addSql(PLAN_SOURCE_TEXTS);
    this.#addRules();
    this.#addTrail();
  }

  #addProjects(): void {
    this.addSql(`create table "project" ("uuid" uuid not null, "source_locale" text not null, "source_version" int not null default 1, "status" text not null default 'PROPOSED', "proposed_at" timestamptz not null default now(), "proposed_by_id" uuid null, "proposed_as" text not null, "common_need_uuid" uuid null, "version" int not null default 1, "is_demonstration" boolean not null default false, primary key ("uuid"));`);
    this.addSql(`create index "project_proposed_at_uuid_index" on "project" ("proposed_at", "uuid");`);
    for (const column of ['proposed_by_id', 'common_need_uuid']) this.addSql(`create index "project_${column}_index" on "project" ("${column}");`);
    this.addSql(`alter table "project" add constraint "project_source_locale_check" check ("source_locale" in (${LOCALES}));`);
    this.addSql(`alter table "project" add constraint "project_status_check" check ("status" in (${STATUSES}));`);
    this.addSql(`alter table "project" add constraint "project_proposed_as_check" check ("proposed_as" in (${ROLES}));`);
    this.addSql(`alter table "project" add constraint "project_by_chance" check (substr(uuid::text, 15, 1) = '4');`);
    this.addSql(`alter table "project" add constraint "project_proposed_by_id_foreign" foreign key ("proposed_by_id") references "person" ("id") on delete set null;`);
    this.addSql(`alter table "project" add constraint "project_common_need_uuid_foreign" foreign key ("common_need_uuid") references "common_need" ("uuid") on delete set null;`);
    this.addSql(`create table "project_translation" ("project_uuid" uuid not null, "locale" text not null, "source_version" int not null default 1, "title" text null, "purpose" text null, "folded" text generated always as (fold((coalesce(title, ''::text) || ' '::text) || coalesce(purpose, ''::text))) stored null, primary key ("project_uuid", "locale"));`);
    this.addSql(`alter table "project_translation" add constraint "project_translation_locale_check" check ("locale" in (${LOCALES}));`);
    this.addSql(`alter table "project_translation" add constraint "project_translation_project_uuid_foreign" foreign key ("project_uuid") references "project" ("uuid") on delete cascade;`);
    for (const column of ['title', 'purpose']) for (const statement of requireSourceText('project', 'uuid', 'project_translation', 'project_uuid', column)) this.addSql(`${statement};`);
  }

  #addParts(): void {
    for (const { name, column, of, key, type } of LINKS) {
      this.addSql(`create table "project_${name}" ("project_uuid" uuid not null, "${column}" ${type} not null, primary key ("project_uuid", "${column}"));`);
      this.addSql(`create index "project_${name}_${column}_index" on "project_${name}" ("${column}");`);
      this.addSql(`alter table "project_${name}" add constraint "project_${name}_project_uuid_foreign" foreign key ("project_uuid") references "project" ("uuid") on update cascade on delete cascade;`);
      this.addSql(`alter table "project_${name}" add constraint "project_${name}_${column}_foreign" foreign key ("${column}") references "${of}" ("${key}") on update cascade on delete cascade;`);
    }
    this.addSql(`create table "project_budget_line" ("project_uuid" uuid not null, "position" int not null, "label" text not null, "locale" text not null, "cents" int not null, primary key ("project_uuid", "position"));`);
    this.addSql(`alter table "project_budget_line" add constraint "project_budget_line_locale_check" check ("locale" in (${LOCALES}));`);
    this.addSql(`alter table "project_budget_line" add constraint "project_budget_line_label" check (label <> '');`);
    this.addSql(`alter table "project_budget_line" add constraint "project_budget_line_cents" check (cents >= 0);`);
    this.addSql(`create table "project_step" ("project_uuid" uuid not null, "position" int not null, "at" timestamptz not null default now(), "by_id" uuid null, "by_role" text not null, "to_status" text not null, "reason" text null, "locale" text null, primary key ("project_uuid", "position"));`);
    this.addSql(`create index "project_step_by_id_index" on "project_step" ("by_id");`);
    this.addSql(`alter table "project_step" add constraint "project_step_by_id_foreign" foreign key ("by_id") references "person" ("id") on delete set null;`);
    this.addSql(`alter table "project_step" add constraint "project_step_by_role_check" check ("by_role" in (${ROLES}));`);
    this.addSql(`alter table "project_step" add constraint "project_step_to_status_check" check ("to_status" in (${STATUSES}));`);
    this.addSql(`alter table "project_step" add constraint "project_step_locale_check" check ("locale" in (${LOCALES}));`);
    this.addSql(`alter table "project_step" add constraint "project_step_reason" check ((reason is null) = (locale is null) and (to_status <> 'GIVEN_UP' or reason is not null));`);
    for (const part of ['budget_line', 'step']) this.addSql(`alter table "project_${part}" add constraint "project_${part}_project_uuid_foreign" foreign key ("project_uuid") references "project" ("uuid") on delete cascade;`);
  }

  #addRules(): void {
    for (const table of ['project', 'project_translation', ...LINKS.map(({ name }) => `project_${name}`), 'project_budget_line', 'project_step']) this.addSql(`alter table "${table}" enable row level security;`);
    this.addSql(`create policy "project_seen" on "project" for select using (${SEEN});`);
    this.addSql(`create policy "project_made" on "project" for insert with check (is_demonstration = (select acts_invented()) and (select is_adviser()) and proposed_by_id = acting_person() and status = 'PROPOSED');`);
    // Where it goes, and what of it stays, a trigger asks.
    this.addSql(`create policy "project_changed" on "project" for update using (${SEEN}) with check (${SEEN});`);
    this.addSql(`create policy "project_my_data" on "project" for select using (acts_for('my-data') and proposed_by_id = acting_person());`);
    for (const table of ['project_translation', 'project_budget_line']) {
      this.addSql(`create policy "${table}_seen" on "${table}" for select using (${OF_PROJECT});`);
      this.addSql(`create policy "${table}_made" on "${table}" for insert with check (${OF_OPEN});`);
      this.addSql(`create policy "${table}_changed" on "${table}" for update using (${OF_OPEN}) with check (${OF_OPEN});`);
      this.addSql(`create policy "${table}_removed" on "${table}" for delete using (${OF_OPEN});`);
    }
    for (const { name, column, of, key, joins } of LINKS) {
      this.addSql(`create policy "project_${name}_seen" on "project_${name}" for select using (${OF_PROJECT});`);
      this.addSql(`create policy "project_${name}_made" on "project_${name}" for insert with check (exists (select from project p join "${of}" x on x.${key} = ${column} where p.uuid = project_uuid and p.status <> 'GIVEN_UP' and ${joins}));`);
      this.addSql(`create policy "project_${name}_removed" on "project_${name}" for delete using (${OF_OPEN});`);
    }
    this.addSql(`create policy "project_expert_my_data" on "project_expert" for select using (acts_for('my-data') and exists (select from expert e where e.uuid = expert_uuid and e.person_id = acting_person()));`);
    // How it went is added to, and changed by nobody.
    this.addSql(`create policy "project_step_seen" on "project_step" for select using (${OF_PROJECT});`);
    this.addSql(`create policy "project_step_made" on "project_step" for insert with check (by_id = acting_person() and exists (select from project p where p.uuid = project_uuid and p.status = to_status));`);
    this.addSql(`create policy "project_step_my_data" on "project_step" for select using (acts_for('my-data') and by_id = acting_person());`);
  }

  #addTrail(): void {
    // What the trail tells of a project is read by who reads the project: an invented adviser nothing of real ones.
    this.addSql(`create policy "audit_entry_of_projects" on "audit_entry" as restrictive for select using (subject <> 'PROJECT' or not (select acts_invented()) or exists (select from project p where p.uuid = object));`);
    // After whatever else there is by now.
    this.addSql(`do $body$ declare is_now constant text := (select pg_get_constraintdef(oid) from pg_constraint where conname = 'audit_entry_subject_check'); begin
      alter table audit_entry drop constraint audit_entry_subject_check;
      execute 'alter table audit_entry add constraint audit_entry_subject_check ' || replace(is_now, '''MONITORING''::text', '''MONITORING''::text, ''PROJECT''::text');
    end $body$;`);
    const acts = 'when (acting_person() is not null)';
    this.addSql(`create trigger "project_recorded" after insert or update or delete on "project" for each row ${acts} execute function record_change('PROJECT', 'uuid', 'status', 'uuid');`);
    this.addSql(`create trigger "project_translation_recorded" after update on "project_translation" for each row ${acts} execute function record_project_texts();`);
    for (const { name, column } of LINKS) this.addSql(`create trigger "project_${name}_recorded" after insert or delete on "project_${name}" for each row ${acts} execute function record_project_link('${name}', '${column}');`);
    this.addSql(`create trigger "project_budget_line_recorded" after insert or update or delete on "project_budget_line" for each row ${acts} execute function record_project_budget();`);
  }
}
