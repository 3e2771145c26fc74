import { Migration } from '@mikro-orm/migrations';
import { requireSourceText } from './foundations.ts';
import { missionFunctions } from './missions.ts';

const LOCALES = `'fr', 'en', 'sq', 'bs', 'bg', 'hr', 'el', 'hu', 'mk', 'ro', 'sr-Cyrl', 'sr-Latn', 'cnr', 'sl', 'tr', 'uk'`;
const SUBJECTS = `'PERSON', 'MEMBER', 'SESSION', 'IDENTITY', 'INVITATION', 'ACCESS_REQUEST', 'PASSKEY', 'AUTHENTICATOR', 'RECOVERY_CODES', 'JOB', 'DATA_REQUEST', 'TRAINING_SESSION', 'CALENDAR_LINK', 'ORGANISATION', 'EXPERT', 'REGISTRATION', 'SESSION_QUOTA', 'FORM_QUESTION', 'PRESENCE', 'CERTIFICATE', 'EVALUATION', 'EXPORT', 'SESSION_PART', 'SESSION_DOCUMENT', 'PARTICIPANT', 'SESSION_INVITATION', 'MISSION', 'MISSION_LEG'`;
const STAGES = `'IDEA', 'PLANNED', 'CONSULTED', 'AGREED', 'REPORTED', 'CLOSED', 'GIVEN_UP'`;
const ADVISER = '(select is_adviser())';

/**
 * Missions, which are the adviser's alone, and their legs, each of which the post of its country reads from the moment it is shown. What a post may
 * know stands in the row of the leg: copies are kept by triggers, so that nobody has to read the mission for it.
 */
export class Migration20261205000200 extends Migration {
  override up(): void {
    this.#addMissions();
    this.#addObjectives();
    this.#addLegs();
    for (const statement of missionFunctions) this.addSql(`${statement};`);
    this.#addRules();
    this.#addTrail();
  }

  #addMissions(): void {
    this.addSql(`create table "mission" ("uuid" uuid not null, "source_locale" text not null, "source_version" int not null default 1, "stage" text not null default 'IDEA', "starts_on" date not null, "ends_on" date not null, "envelope_cents" int null, "version" int not null default 1, "prepared_by_id" uuid null, "given_up_on" date null, "is_demonstration" boolean not null default false, primary key ("uuid"));`);
    this.addSql(`create index "mission_starts_on_uuid_index" on "mission" ("starts_on", "uuid");`);
    this.addSql(`create index "mission_prepared_by_id_index" on "mission" ("prepared_by_id");`);
    this.addSql(`alter table "mission" add constraint "mission_source_locale_check" check ("source_locale" in (${LOCALES}));`);
    this.addSql(`alter table "mission" add constraint "mission_stage_check" check ("stage" in (${STAGES}));`);
    this.addSql(`alter table "mission" add constraint "mission_period" check (ends_on >= starts_on and ends_on - starts_on < 366);`);
    this.addSql(`alter table "mission" add constraint "mission_envelope" check (envelope_cents >= 0 and envelope_cents <= 1000000000);`);
    this.addSql(`alter table "mission" add constraint "mission_given_up" check ((stage = 'GIVEN_UP') = (given_up_on is not null));`);
    this.addSql(`alter table "mission" add constraint "mission_prepared_by_id_foreign" foreign key ("prepared_by_id") references "person" ("id") on delete set null;`);
    this.addSql(`create table "mission_translation" ("mission_uuid" uuid not null, "locale" text not null, "source_version" int not null default 1, "title" text null, "purpose" text null, "given_up_reason" text null, primary key ("mission_uuid", "locale"));`);
    this.addSql(`alter table "mission_translation" add constraint "mission_translation_locale_check" check ("locale" in (${LOCALES}));`);
    this.addSql(`alter table "mission_translation" add constraint "mission_translation_mission_uuid_foreign" foreign key ("mission_uuid") references "mission" ("uuid") on delete cascade;`);
    for (const statement of requireSourceText('mission', 'uuid', 'mission_translation', 'mission_uuid', 'title')) this.addSql(`${statement};`);
    this.addSql(`create table "mission_team_rule" ("mission_uuid" uuid not null, "role" text not null, "at_least" int not null, primary key ("mission_uuid", "role"));`);
    this.addSql(`alter table "mission_team_rule" add constraint "mission_team_rule_role_check" check ("role" in ('MAGISTRATE', 'POLICE', 'NGO', 'SOCIAL', 'LABOUR', 'ADVISER', 'OTHER'));`);
    this.addSql(`alter table "mission_team_rule" add constraint "mission_team_rule_at_least" check (at_least >= 1 and at_least <= 20);`);
    this.addSql(`alter table "mission_team_rule" add constraint "mission_team_rule_mission_uuid_foreign" foreign key ("mission_uuid") references "mission" ("uuid") on delete cascade;`);
  }

  #addObjectives(): void {
    this.addSql(`create table "mission_objective" ("uuid" uuid not null, "source_locale" text not null, "source_version" int not null default 1, "mission_uuid" uuid not null, "position" int not null, primary key ("uuid"));`);
    this.addSql(`create index "mission_objective_mission_uuid_position_index" on "mission_objective" ("mission_uuid", "position");`);
    this.addSql(`alter table "mission_objective" add constraint "mission_objective_source_locale_check" check ("source_locale" in (${LOCALES}));`);
    this.addSql(`alter table "mission_objective" add constraint "mission_objective_mission_uuid_foreign" foreign key ("mission_uuid") references "mission" ("uuid") on delete cascade;`);
    this.addSql(`create table "mission_objective_translation" ("objective_uuid" uuid not null, "locale" text not null, "source_version" int not null default 1, "text" text not null, primary key ("objective_uuid", "locale"));`);
    this.addSql(`alter table "mission_objective_translation" add constraint "mission_objective_translation_locale_check" check ("locale" in (${LOCALES}));`);
    this.addSql(`alter table "mission_objective_translation" add constraint "mission_objective_translation_objective_uuid_foreign" foreign key ("objective_uuid") references "mission_objective" ("uuid") on delete cascade;`);
    for (const statement of requireSourceText('mission_objective', 'uuid', 'mission_objective_translation', 'objective_uuid', 'text')) this.addSql(`${statement};`);
    this.addSql(`create table "mission_objective_recommendation" ("objective_uuid" uuid not null, "recommendation_slug" text not null, primary key ("objective_uuid", "recommendation_slug"));`);
    this.addSql(`create index "mission_objective_recommendation_recommendation_slug_index" on "mission_objective_recommendation" ("recommendation_slug");`);
    this.addSql(`alter table "mission_objective_recommendation" add constraint "mission_objective_recommendation_objective_uuid_foreign" foreign key ("objective_uuid") references "mission_objective" ("uuid") on update cascade on delete cascade;`);
    this.addSql(`alter table "mission_objective_recommendation" add constraint "mission_objective_recommendation_recommendation_slug_foreign" foreign key ("recommendation_slug") references "recommendation" ("slug") on update cascade on delete cascade;`);
  }

  #addLegs(): void {
    this.addSql(`create table "mission_leg" ("uuid" uuid not null, "source_locale" text not null, "source_version" int not null default 1, "mission_uuid" uuid not null, "position" int not null, "country_code" text not null, "city_code" text not null, "starts_on" date not null, "ends_on" date not null, "lodging_name" text null, "lodging_address" text null, "transport" text null, "version" int not null default 1, "stage" text not null, "is_shown" boolean not null, "is_demonstration" boolean not null, primary key ("uuid"));`);
    this.addSql(`create index "mission_leg_country_code_starts_on_index" on "mission_leg" ("country_code", "starts_on");`);
    this.addSql(`create index "mission_leg_city_code_index" on "mission_leg" ("city_code");`);
    this.addSql(`alter table "mission_leg" add constraint "mission_leg_position" unique ("mission_uuid", "position") deferrable initially deferred;`);
    this.addSql(`alter table "mission_leg" add constraint "mission_leg_days" check (ends_on >= starts_on);`);
    this.addSql(`alter table "mission_leg" add constraint "mission_leg_by_chance" check (substr(uuid::text, 15, 1) = '4');`);
    this.addSql(`alter table "mission_leg" add constraint "mission_leg_source_locale_check" check ("source_locale" in (${LOCALES}));`);
    this.addSql(`alter table "mission_leg" add constraint "mission_leg_stage_check" check ("stage" in (${STAGES}));`);
    this.addSql(`alter table "mission_leg" add constraint "mission_leg_mission_uuid_foreign" foreign key ("mission_uuid") references "mission" ("uuid") on delete cascade;`);
    this.addSql(`alter table "mission_leg" add constraint "mission_leg_country_code_foreign" foreign key ("country_code") references "country" ("code");`);
    this.addSql(`alter table "mission_leg" add constraint "mission_leg_city_code_foreign" foreign key ("city_code") references "city" ("code");`);
    this.addSql(`create table "mission_leg_translation" ("leg_uuid" uuid not null, "locale" text not null, "source_version" int not null default 1, "purpose" text null, "note" text null, primary key ("leg_uuid", "locale"));`);
    this.addSql(`alter table "mission_leg_translation" add constraint "mission_leg_translation_locale_check" check ("locale" in (${LOCALES}));`);
    this.addSql(`alter table "mission_leg_translation" add constraint "mission_leg_translation_leg_uuid_foreign" foreign key ("leg_uuid") references "mission_leg" ("uuid") on delete cascade;`);
    for (const statement of requireSourceText('mission_leg', 'uuid', 'mission_leg_translation', 'leg_uuid', 'purpose')) this.addSql(`${statement};`);
  }

  #addRules(): void {
    const tables = ['mission', 'mission_translation', 'mission_team_rule', 'mission_objective', 'mission_objective_translation', 'mission_objective_recommendation'];
    for (const table of [...tables, 'mission_leg', 'mission_leg_translation']) this.addSql(`alter table "${table}" enable row level security;`);
    for (const table of tables) this.addSql(`create policy "${table}_adviser" on "${table}" using (${ADVISER}) with check (${ADVISER});`);
    this.addSql(`create policy "mission_my_data" on "mission" for select using (acts_for('my-data') and prepared_by_id = acting_person());`);
    this.addSql(`create policy "mission_leg_seen" on "mission_leg" for select using (${ADVISER} or (is_shown and is_post_of(acting_person(), country_code)));`);
    this.addSql(`create policy "mission_leg_made" on "mission_leg" for insert with check (${ADVISER});`);
    this.addSql(`create policy "mission_leg_changed" on "mission_leg" for update using (${ADVISER}) with check (${ADVISER});`);
    this.addSql(`create policy "mission_leg_removed" on "mission_leg" for delete using (${ADVISER});`);
    // Who sees the leg, by the rule of its own, reads what is said of it.
    this.addSql(`create policy "mission_leg_translation_seen" on "mission_leg_translation" for select using (exists (select from mission_leg l where l.uuid = leg_uuid));`);
    this.addSql(`create policy "mission_leg_translation_made" on "mission_leg_translation" for insert with check (${ADVISER});`);
    this.addSql(`create policy "mission_leg_translation_changed" on "mission_leg_translation" for update using (${ADVISER}) with check (${ADVISER});`);
    this.addSql(`create policy "mission_leg_translation_removed" on "mission_leg_translation" for delete using (${ADVISER});`);
  }

  #addTrail(): void {
    this.addSql(`alter table "audit_entry" drop constraint "audit_entry_subject_check";`);
    this.addSql(`alter table "audit_entry" add constraint "audit_entry_subject_check" check ("subject" in (${SUBJECTS}));`);
    this.addSql(`create trigger "mission_recorded" after insert or update or delete on "mission" for each row when (acting_person() is not null)
      execute function record_change('MISSION', 'uuid', 'stage starts_on ends_on envelope_cents', 'uuid');`);
    this.addSql(`create trigger "mission_leg_recorded" after insert or update or delete on "mission_leg" for each row when (acting_person() is not null)
      execute function record_change('MISSION_LEG', 'uuid', 'country_code city_code starts_on ends_on lodging_name lodging_address transport', 'mission_uuid');`);
    this.addSql(`create trigger "mission_translation_recorded" after update on "mission_translation" for each row when (acting_person() is not null) execute function record_mission_texts();`);
    this.addSql(`create trigger "mission_leg_translation_recorded" after update on "mission_leg_translation" for each row when (acting_person() is not null) execute function record_leg_texts();`);
  }
}
