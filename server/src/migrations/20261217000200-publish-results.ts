import { Migration } from '@mikro-orm/migrations';
import { SETTLE } from './amending.ts';
import { requireSourceText } from './foundations.ts';
import { publicationFunctions } from './publications.ts';

const LOCALES = `'fr', 'en', 'sq', 'bs', 'bg', 'hr', 'el', 'hu', 'mk', 'ro', 'sr-Cyrl', 'sr-Latn', 'cnr', 'sl', 'tr', 'uk'`;
const KEPT = '(select is_adviser()) and (p.is_demonstration or not (select acts_invented()))';
const OF_MISSION = '(select is_adviser()) and exists (select from mission m where m.uuid = mission_uuid)';

const isOpen = (choice: string): string =>
  `(e.${choice} = 'PUBLIC' or e.${choice} = any(case when e.is_demonstration then (select acting_choices(true) as acting_choices) else (select acting_choices(false) as acting_choices) end))`;

/** As it was, with the month of the last mission in place of the day. */
const LISTED = `select e.uuid, e.source_locale, e.source_version,
      case when ${isOpen('name_visibility')} then e.name else null end as name, case when ${isOpen('name_visibility')} then e.folded else null end as folded, e.public_folded, e.name_visibility,
      e.profession_code, case when ${isOpen('institution_visibility')} then e.institution_code else null end as institution_code, e.institution_visibility,
      case when ${isOpen('email_visibility')} then (select p.email from person p where p.id = e.person_id and p.suspended_at is null) else null end as email, e.email_visibility,
      e.vouched_by, e.vouched_since, date_trunc('month', e.last_mission_on::timestamp)::date as last_mission_on, e.is_demonstration, e.corps
    from expert e`;

/** What everybody reads of a mission that is over: a copy of what the adviser has decided to publish, which leads to no mission. What says of which mission it is, and who decided it, is the adviser's. */
export class Migration20261217000200 extends Migration {
  override up(): void {
    this.addSql(SETTLE);
    this.#addTables();
    // With what is published of a mission the day on which somebody left it would say where they were.
    this.addSql(`create or replace view "listed_expert" as ${LISTED};`);
    const texts = [requireSourceText('published_result', 'uuid', 'published_result_translation', 'result_uuid', 'objective'), requireSourceText('published_finding', 'uuid', 'published_finding_translation', 'finding_uuid', 'text')];
    for (const statement of [...publicationFunctions, ...texts.flat()]) this.addSql(`${statement};`);
    this.#addRules();
  }

  #addTables(): void {
    this.addSql(`create table "mission_publication" ("uuid" uuid not null, "summary_locale" text null, "first_month" date not null, "last_month" date not null, "starts_on" date null, "ends_on" date null, "is_demonstration" boolean not null default false, primary key ("uuid"));`);
    this.addSql(`create index "mission_publication_last_month_uuid_index" on "mission_publication" ("last_month", "uuid");`);
    this.addSql(`create table "mission_publication_country" ("publication_uuid" uuid not null, "country_code" text not null, primary key ("publication_uuid", "country_code"));`);
    this.addSql(`create index "mission_publication_country_country_code_index" on "mission_publication_country" ("country_code");`);
    this.addSql(`create table "mission_publication_translation" ("publication_uuid" uuid not null, "locale" text not null, "source_version" int not null default 1, "summary" text not null, primary key ("publication_uuid", "locale"));`);
    this.addSql(`create table "publication_decision" ("mission_uuid" uuid not null, "publication_uuid" uuid not null, "has_summary" boolean not null, "has_days" boolean not null, "countries" text[] not null, "results" text[] not null, "findings" text[] not null, "decided_at" timestamptz not null default now(), "decided_by_id" uuid null, "mission_version" int not null, primary key ("mission_uuid"));`);
    this.addSql(`create index "publication_decision_decided_by_id_index" on "publication_decision" ("decided_by_id");`);
    this.addSql(`alter table "publication_decision" add constraint "publication_decision_publication_uuid_unique" unique ("publication_uuid");`);
    this.addSql(`create table "published_result" ("uuid" uuid not null, "source_locale" text not null, "source_version" int not null default 1, "publication_uuid" uuid not null, "position" int not null, "outcome" text not null, "text_locale" text not null, primary key ("uuid"));`);
    this.addSql(`create index "published_result_publication_uuid_position_index" on "published_result" ("publication_uuid", "position");`);
    this.addSql(`create table "published_result_translation" ("result_uuid" uuid not null, "locale" text not null, "source_version" int not null default 1, "objective" text null, "text" text null, primary key ("result_uuid", "locale"));`);
    this.addSql(`create table "published_finding" ("uuid" uuid not null, "source_locale" text not null, "source_version" int not null default 1, "publication_uuid" uuid not null, "position" int not null, "country_code" text null, "theme_code" text null, "month" date not null, primary key ("uuid"));`);
    this.addSql(`create index "published_finding_theme_code_index" on "published_finding" ("theme_code");`);
    this.addSql(`create index "published_finding_country_code_index" on "published_finding" ("country_code");`);
    this.addSql(`create index "published_finding_publication_uuid_position_index" on "published_finding" ("publication_uuid", "position");`);
    this.addSql(`create table "published_finding_translation" ("finding_uuid" uuid not null, "locale" text not null, "source_version" int not null default 1, "text" text not null, primary key ("finding_uuid", "locale"));`);
    this.addSql(`create table "published_finding_recommendation" ("finding_uuid" uuid not null, "recommendation_slug" text not null, primary key ("finding_uuid", "recommendation_slug"));`);
    this.addSql(`create index "published_finding_recommendation_recommendation_slug_index" on "published_finding_recommendation" ("recommendation_slug");`);
    this.addSql(`alter table "mission_publication" add constraint "mission_publication_days" check ((starts_on is null) = (ends_on is null) and starts_on >= first_month and starts_on - first_month < 31 and ends_on >= last_month and ends_on - last_month < 31);`);
    this.addSql(`alter table "mission_publication" add constraint "mission_publication_months" check (extract(day from first_month) = 1 and extract(day from last_month) = 1 and last_month >= first_month);`);
    this.addSql(`alter table "mission_publication" add constraint "mission_publication_by_chance" check (substr(uuid::text, 15, 1) = '4');`);
    this.addSql(`alter table "mission_publication" add constraint "mission_publication_summary_locale_check" check ("summary_locale" in (${LOCALES}));`);
    this.addSql(`alter table "mission_publication_country" add constraint "mission_publication_country_publication_uuid_foreign" foreign key ("publication_uuid") references "mission_publication" ("uuid") on update cascade on delete cascade;`);
    this.addSql(`alter table "mission_publication_country" add constraint "mission_publication_country_country_code_foreign" foreign key ("country_code") references "country" ("code") on update cascade on delete cascade;`);
    this.addSql(`alter table "mission_publication_translation" add constraint "mission_publication_translation_publication_uuid_foreign" foreign key ("publication_uuid") references "mission_publication" ("uuid") on delete cascade;`);
    this.addSql(`alter table "mission_publication_translation" add constraint "mission_publication_translation_locale_check" check ("locale" in (${LOCALES}));`);
    this.addSql(`alter table "publication_decision" add constraint "publication_decision_mission_uuid_foreign" foreign key ("mission_uuid") references "mission" ("uuid") on update cascade on delete cascade;`);
    this.addSql(`alter table "publication_decision" add constraint "publication_decision_publication_uuid_foreign" foreign key ("publication_uuid") references "mission_publication" ("uuid") on delete cascade;`);
    this.addSql(`alter table "publication_decision" add constraint "publication_decision_decided_by_id_foreign" foreign key ("decided_by_id") references "person" ("id") on delete set null;`);
    this.addSql(`alter table "published_result" add constraint "published_result_publication_uuid_foreign" foreign key ("publication_uuid") references "mission_publication" ("uuid") on delete cascade;`);
    this.addSql(`alter table "published_result" add constraint "published_result_outcome_check" check (outcome in ('REACHED', 'PARTLY', 'NOT_REACHED', 'UNKNOWN'));`);
    this.addSql(`alter table "published_result" add constraint "published_result_by_chance" check (substr(uuid::text, 15, 1) = '4');`);
    this.addSql(`alter table "published_result" add constraint "published_result_text_locale_check" check ("text_locale" in (${LOCALES}));`);
    this.addSql(`alter table "published_result" add constraint "published_result_source_locale_check" check ("source_locale" in (${LOCALES}));`);
    this.addSql(`alter table "published_result_translation" add constraint "published_result_translation_result_uuid_foreign" foreign key ("result_uuid") references "published_result" ("uuid") on delete cascade;`);
    this.addSql(`alter table "published_result_translation" add constraint "published_result_translation_locale_check" check ("locale" in (${LOCALES}));`);
    this.addSql(`alter table "published_finding" add constraint "published_finding_publication_uuid_foreign" foreign key ("publication_uuid") references "mission_publication" ("uuid") on delete cascade;`);
    this.addSql(`alter table "published_finding" add constraint "published_finding_country_code_foreign" foreign key ("country_code") references "country" ("code") on delete set null;`);
    this.addSql(`alter table "published_finding" add constraint "published_finding_theme_code_foreign" foreign key ("theme_code") references "theme" ("code") on delete set null;`);
    this.addSql(`alter table "published_finding" add constraint "published_finding_month" check (extract(day from month) = 1);`);
    this.addSql(`alter table "published_finding" add constraint "published_finding_by_chance" check (substr(uuid::text, 15, 1) = '4');`);
    this.addSql(`alter table "published_finding" add constraint "published_finding_source_locale_check" check ("source_locale" in (${LOCALES}));`);
    this.addSql(`alter table "published_finding_translation" add constraint "published_finding_translation_finding_uuid_foreign" foreign key ("finding_uuid") references "published_finding" ("uuid") on delete cascade;`);
    this.addSql(`alter table "published_finding_translation" add constraint "published_finding_translation_locale_check" check ("locale" in (${LOCALES}));`);
    this.addSql(`alter table "published_finding_recommendation" add constraint "published_finding_recommendation_finding_uuid_foreign" foreign key ("finding_uuid") references "published_finding" ("uuid") on update cascade on delete cascade;`);
    this.addSql(`alter table "published_finding_recommendation" add constraint "published_finding_recommendation_recommendation_slug_foreign" foreign key ("recommendation_slug") references "recommendation" ("slug") on update cascade on delete cascade;`);
  }

  /** What is published is everybody's to read; the adviser writes it, and somebody invented what is of the invented. */
  #addRules(): void {
    const own = KEPT.replaceAll('p.is_demonstration', 'is_demonstration');
    const of = (column: string): string => `exists (select from mission_publication p where p.uuid = ${column} and ${KEPT})`;
    const below = (owner: string, column: string): string => `exists (select from ${owner} o join mission_publication p on p.uuid = o.publication_uuid where o.uuid = ${column} and ${KEPT})`;
    const rules: Readonly<Record<string, string>> = {
      mission_publication: own, mission_publication_translation: of('publication_uuid'), mission_publication_country: of('publication_uuid'), published_result: of('publication_uuid'), published_finding: of('publication_uuid'),
      published_result_translation: below('published_result', 'result_uuid'), published_finding_translation: below('published_finding', 'finding_uuid'), published_finding_recommendation: below('published_finding', 'finding_uuid'),
    };
    for (const [table, rule] of Object.entries(rules)) {
      this.addSql(`alter table "${table}" enable row level security;`);
      this.addSql(`create policy "${table}_read" on "${table}" for select using (true);`);
      this.addSql(`create policy "${table}_adviser" on "${table}" using (${rule}) with check (${rule});`);
    }
    this.addSql('alter table "publication_decision" enable row level security;');
    this.addSql(`create policy "publication_decision_adviser" on "publication_decision" using (${OF_MISSION}) with check (${OF_MISSION});`);
    this.addSql(`create policy "publication_decision_my_data" on "publication_decision" for select using (acts_for('my-data') and decided_by_id = acting_person());`);
  }
}
