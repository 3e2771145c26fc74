import { Migration } from '@mikro-orm/migrations';
import { requireSourceText } from './foundations.ts';
import { reportFunctions } from './reports.ts';

const LOCALES = `'fr', 'en', 'sq', 'bs', 'bg', 'hr', 'el', 'hu', 'mk', 'ro', 'sr-Cyrl', 'sr-Latn', 'cnr', 'sl', 'tr', 'uk'`;
const OF_MISSION = '(select is_adviser()) and exists (select from mission m where m.uuid = mission_uuid)';

/** What came of a mission, as the adviser writes it once it is over: the report, what came of each objective, and what was found where. All of it is the adviser's. */
export class Migration20261217000100 extends Migration {
  override up(): void {
    this.#addTables();
    const texts = [
      requireSourceText('mission_report', 'mission_uuid', 'mission_report_translation', 'mission_uuid', 'summary'), requireSourceText('objective_result', 'objective_uuid', 'objective_result_translation', 'objective_uuid', 'text'),
      requireSourceText('finding', 'uuid', 'finding_translation', 'finding_uuid', 'text'),
    ];
    for (const statement of [...reportFunctions, ...texts.flat()]) this.addSql(`${statement};`);
    this.#addRules();
  }

  #addTables(): void {
    this.addSql(`create table "mission_report" ("mission_uuid" uuid not null, "source_locale" text not null, "source_version" int not null default 1, "written_by_id" uuid null, "version" int not null default 1, "are_names_forgotten" boolean not null default false, primary key ("mission_uuid"));`);
    this.addSql(`create index "mission_report_written_by_id_index" on "mission_report" ("written_by_id");`);
    this.addSql(`create table "mission_report_translation" ("mission_uuid" uuid not null, "locale" text not null, "source_version" int not null default 1, "summary" text null, "evaluation" text null, primary key ("mission_uuid", "locale"));`);
    this.addSql(`create table "objective_result" ("objective_uuid" uuid not null, "source_locale" text not null, "source_version" int not null default 1, "outcome" text not null, primary key ("objective_uuid"));`);
    this.addSql(`create table "objective_result_translation" ("objective_uuid" uuid not null, "locale" text not null, "source_version" int not null default 1, "text" text not null, primary key ("objective_uuid", "locale"));`);
    this.addSql(`create table "finding" ("uuid" uuid not null, "source_locale" text not null, "source_version" int not null default 1, "mission_uuid" uuid not null, "leg_uuid" uuid null, "theme_code" text null, "found_on" date not null, "version" int not null default 1, primary key ("uuid"));`);
    this.addSql(`create index "finding_theme_code_index" on "finding" ("theme_code");`);
    this.addSql(`create index "finding_leg_uuid_index" on "finding" ("leg_uuid");`);
    this.addSql(`create index "finding_mission_uuid_found_on_uuid_index" on "finding" ("mission_uuid", "found_on", "uuid");`);
    this.addSql(`create table "finding_translation" ("finding_uuid" uuid not null, "locale" text not null, "source_version" int not null default 1, "text" text not null, primary key ("finding_uuid", "locale"));`);
    this.addSql(`create table "finding_recommendation" ("finding_uuid" uuid not null, "recommendation_slug" text not null, primary key ("finding_uuid", "recommendation_slug"));`);
    this.addSql(`create index "finding_recommendation_recommendation_slug_index" on "finding_recommendation" ("recommendation_slug");`);
    this.addSql(`alter table "mission_report" add constraint "mission_report_mission_uuid_foreign" foreign key ("mission_uuid") references "mission" ("uuid") on update cascade on delete cascade;`);
    this.addSql(`alter table "mission_report" add constraint "mission_report_written_by_id_foreign" foreign key ("written_by_id") references "person" ("id") on delete set null;`);
    this.addSql(`alter table "mission_report" add constraint "mission_report_source_locale_check" check ("source_locale" in (${LOCALES}));`);
    this.addSql(`alter table "mission_report_translation" add constraint "mission_report_translation_mission_uuid_foreign" foreign key ("mission_uuid") references "mission_report" ("mission_uuid") on delete cascade;`);
    this.addSql(`alter table "mission_report_translation" add constraint "mission_report_translation_locale_check" check ("locale" in (${LOCALES}));`);
    this.addSql(`alter table "objective_result" add constraint "objective_result_objective_uuid_foreign" foreign key ("objective_uuid") references "mission_objective" ("uuid") on update cascade on delete cascade;`);
    this.addSql(`alter table "objective_result" add constraint "objective_result_outcome_check" check (outcome in ('REACHED', 'PARTLY', 'NOT_REACHED', 'UNKNOWN'));`);
    this.addSql(`alter table "objective_result" add constraint "objective_result_source_locale_check" check ("source_locale" in (${LOCALES}));`);
    this.addSql(`alter table "objective_result_translation" add constraint "objective_result_translation_objective_uuid_foreign" foreign key ("objective_uuid") references "objective_result" ("objective_uuid") on delete cascade;`);
    this.addSql(`alter table "objective_result_translation" add constraint "objective_result_translation_locale_check" check ("locale" in (${LOCALES}));`);
    this.addSql(`alter table "finding" add constraint "finding_mission_uuid_foreign" foreign key ("mission_uuid") references "mission" ("uuid") on delete cascade;`);
    this.addSql(`alter table "finding" add constraint "finding_leg_uuid_foreign" foreign key ("leg_uuid") references "mission_leg" ("uuid") on delete set null;`);
    this.addSql(`alter table "finding" add constraint "finding_theme_code_foreign" foreign key ("theme_code") references "theme" ("code") on delete set null;`);
    this.addSql(`alter table "finding" add constraint "finding_by_chance" check (substr(uuid::text, 15, 1) = '4');`);
    this.addSql(`alter table "finding" add constraint "finding_source_locale_check" check ("source_locale" in (${LOCALES}));`);
    this.addSql(`alter table "finding_translation" add constraint "finding_translation_finding_uuid_foreign" foreign key ("finding_uuid") references "finding" ("uuid") on delete cascade;`);
    this.addSql(`alter table "finding_translation" add constraint "finding_translation_locale_check" check ("locale" in (${LOCALES}));`);
    this.addSql(`alter table "finding_recommendation" add constraint "finding_recommendation_finding_uuid_foreign" foreign key ("finding_uuid") references "finding" ("uuid") on update cascade on delete cascade;`);
    this.addSql(`alter table "finding_recommendation" add constraint "finding_recommendation_recommendation_slug_foreign" foreign key ("recommendation_slug") references "recommendation" ("slug") on update cascade on delete cascade;`);
  }

  /** Whoever sees the mission, by the rule of its own. */
  #addRules(): void {
    const of = (owner: string, key: string, column: string): string => `(select is_adviser()) and exists (select from ${owner} o where o.${key} = ${column})`;
    const rules: Readonly<Record<string, string>> = {
      mission_report: OF_MISSION, mission_report_translation: of('mission_report', 'mission_uuid', 'mission_report_translation.mission_uuid'),
      objective_result: of('mission_objective', 'uuid', 'objective_uuid'), objective_result_translation: of('objective_result', 'objective_uuid', 'objective_result_translation.objective_uuid'),
      finding: OF_MISSION, finding_translation: of('finding', 'uuid', 'finding_uuid'), finding_recommendation: of('finding', 'uuid', 'finding_uuid'),
    };
    for (const [table, rule] of Object.entries(rules)) {
      this.addSql(`alter table "${table}" enable row level security;`);
      this.addSql(`create policy "${table}_adviser" on "${table}" using (${rule}) with check (${rule});`);
    }
    this.addSql(`create policy "mission_report_my_data" on "mission_report" for select using (acts_for('my-data') and written_by_id = acting_person());`);
  }
}
