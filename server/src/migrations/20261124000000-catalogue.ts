import { Migration } from '@mikro-orm/migrations';
import { foundations, requireSourceText } from './foundations.ts';

const tables = `
create table "audience" ("code" text not null, "position" int not null, primary key ("code"));
create table "audience_translation" ("audience_code" text not null, "locale" text not null, "source" text not null, "source_url" text null, "is_verified" boolean not null default false, "checked_on" text null, "note" text null, "name" text not null, primary key ("audience_code", "locale"));
create table "country" ("code" text not null, "latitude" double precision not null, "longitude" double precision not null, "time_zone" text not null, "currency" text not null, "first_working_day" int not null, primary key ("code"));
create table "country_fact" ("country_code" text not null, "field" text not null, "source" text not null, "source_url" text null, "is_verified" boolean not null default false, "checked_on" text null, "note" text null, primary key ("country_code", "field"));
create table "country_translation" ("country_code" text not null, "locale" text not null, "name" text not null, "official_name" text null, "name_note" text null, "capital" text not null, primary key ("country_code", "locale"));
create table "holiday" ("country_code" text not null, "date" date not null, "source" text not null, "source_url" text null, "is_verified" boolean not null default false, "checked_on" text null, "note" text null, "source_locale" text not null, "is_moon_dependent" boolean not null default false, primary key ("country_code", "date"));
create table "holiday_translation" ("country_code" text not null, "date" date not null, "locale" text not null, "name" text not null, primary key ("country_code", "date", "locale"));
create table "hotline" ("country_code" text not null, "position" int not null, "source" text not null, "source_url" text null, "is_verified" boolean not null default false, "checked_on" text null, "note" text null, "number" text not null, primary key ("country_code", "position"));
create table "institution" ("code" text not null, "position" int not null, "name" text not null, primary key ("code"));
create table "institution_translation" ("institution_code" text not null, "locale" text not null, "source" text not null, "source_url" text null, "is_verified" boolean not null default false, "checked_on" text null, "note" text null, "name" text not null, primary key ("institution_code", "locale"));
create table "instrument" ("code" text not null, "source" text not null, "source_url" text null, "is_verified" boolean not null default false, "checked_on" text null, "note" text null, "position" int not null, "reference" text not null, "adopted_on" date null, "opened_for_signature_on" date null, "in_force_on" date null, "transposition_due_on" date null, primary key ("code"));
create table "country_instrument" ("country_code" text not null, "instrument_code" text not null, "source" text not null, "source_url" text null, "is_verified" boolean not null default false, "checked_on" text null, "note" text null, "status" text not null, "signed_on" date null, "consented_on" date null, "consent_kind" text null, "in_force_on" date null, primary key ("country_code", "instrument_code"));
create table "instrument_translation" ("instrument_code" text not null, "locale" text not null, "source" text not null, "source_url" text null, "is_verified" boolean not null default false, "checked_on" text null, "note" text null, "title" text null, "short_title" text null, primary key ("instrument_code", "locale"));
create table "language" ("code" text not null, "position" int not null, primary key ("code"));
create table "country_language" ("country_code" text not null, "language_code" text not null, "position" int not null, primary key ("country_code", "language_code"));
create table "language_translation" ("language_code" text not null, "locale" text not null, "source" text not null, "source_url" text null, "is_verified" boolean not null default false, "checked_on" text null, "note" text null, "name" text not null, primary key ("language_code", "locale"));
create table "membership" ("country_code" text not null, "body" text not null, "source" text not null, "source_url" text null, "is_verified" boolean not null default false, "checked_on" text null, "note" text null, "status" text not null, "since" text null, primary key ("country_code", "body"));
create table "organisation" ("slug" text not null, "source" text not null, "source_url" text null, "is_verified" boolean not null default false, "checked_on" text null, "note" text null, "country_code" text null, "kind" text not null, "acronym" text null, "website" text null, "source_locale" text not null, primary key ("slug"));
create table "organisation_translation" ("organisation_slug" text not null, "locale" text not null, "name" text null, "activity" text null, "folded" text generated always as (fold(coalesce(name, '') || ' ' || coalesce(activity, ''))) stored not null, primary key ("organisation_slug", "locale"));
create index "organisation_translation_folded" on "organisation_translation" using gin ("folded" gin_trgm_ops);
create table "profession" ("code" text not null, "position" int not null, primary key ("code"));
create table "expert" ("uuid" uuid not null, "source_locale" text not null, "source_version" int not null default 1, "name" text not null, "name_visibility" text not null default 'ADVISER', "profession_code" text not null, "institution_code" text not null, "vouched_by" text null, "vouched_since" date null, "last_mission_on" date null, "is_demonstration" boolean not null default false, primary key ("uuid"));
create table "expert_translation" ("expert_uuid" uuid not null, "locale" text not null, "source_version" int not null default 1, "summary" text null, "folded" text generated always as (fold(coalesce(summary, ''))) stored not null, primary key ("expert_uuid", "locale"));
create index "expert_translation_folded" on "expert_translation" using gin ("folded" gin_trgm_ops);
create table "expert_language" ("expert_uuid" uuid not null, "language_code" text not null, "level" text not null, primary key ("expert_uuid", "language_code"));
create index "expert_language_language_code_index" on "expert_language" ("language_code");
create table "expert_country" ("expert_uuid" uuid not null, "country_code" text not null, primary key ("expert_uuid", "country_code"));
create index "expert_country_country_code_index" on "expert_country" ("country_code");
create table "profession_translation" ("profession_code" text not null, "locale" text not null, "source" text not null, "source_url" text null, "is_verified" boolean not null default false, "checked_on" text null, "note" text null, "name" text not null, primary key ("profession_code", "locale"));
create table "recommendation" ("slug" text not null, "source" text not null, "source_url" text null, "is_verified" boolean not null default false, "checked_on" text null, "note" text null, "country_code" text not null, "body" text not null, "round" int null, "year" int null, "paragraph" int null, "verb" text not null, "source_locale" text not null default 'en', "source_version" int not null default 1, primary key ("slug"));
create table "recommendation_translation" ("recommendation_slug" text not null, "locale" text not null, "summary" text null, "source_version" int not null default 1, "folded" text generated always as (fold(coalesce(summary, ''))) stored not null, primary key ("recommendation_slug", "locale"));
create index "recommendation_translation_folded" on "recommendation_translation" using gin ("folded" gin_trgm_ops);
create table "reference_row" ("table_name" text not null, "row_key" text not null, "values" jsonb not null, "version" int not null, primary key ("table_name", "row_key"));
create table "term" ("code" text not null, "domain" text not null, "definition" text null, "sources" text null, primary key ("code"));
create table "term_name" ("term_code" text not null, "locale" text not null, "name" text not null, "is_verified" boolean not null default false, "folded" text generated always as (fold(name)) stored not null, primary key ("term_code", "locale"));
create index "term_name_folded" on "term_name" using gin ("folded" gin_trgm_ops);
create table "theme" ("code" text not null, "position" int not null, primary key ("code"));
create table "recommendation_theme" ("recommendation_slug" text not null, "theme_code" text not null, primary key ("recommendation_slug", "theme_code"));
create table "expert_theme" ("expert_uuid" uuid not null, "theme_code" text not null, primary key ("expert_uuid", "theme_code"));
create index "expert_theme_theme_code_index" on "expert_theme" ("theme_code");
create table "theme_translation" ("theme_code" text not null, "locale" text not null, "source" text not null, "source_url" text null, "is_verified" boolean not null default false, "checked_on" text null, "note" text null, "name" text not null, primary key ("theme_code", "locale"));
create table "training_session" ("uuid" uuid not null, "source_locale" text not null, "source_version" int not null default 1, "theme_code" text not null, "format" text not null, "country_code" text null, "town" text null, "starts_at" timestamptz not null, "ends_at" timestamptz not null, "time_zone" text not null, "places" int not null, "places_taken" int not null default 0, "is_demonstration" boolean not null default false, primary key ("uuid"));
create index "training_session_theme_code_starts_at_uuid_index" on "training_session" ("theme_code", "starts_at", "uuid");
create index "training_session_country_code_starts_at_uuid_index" on "training_session" ("country_code", "starts_at", "uuid");
create index "training_session_starts_at_uuid_index" on "training_session" ("starts_at", "uuid");
create table "session_trainer" ("session_uuid" uuid not null, "expert_uuid" uuid not null, "position" int not null, primary key ("session_uuid", "expert_uuid"));
create index "session_trainer_expert_uuid_index" on "session_trainer" ("expert_uuid");
create table "session_language" ("session_uuid" uuid not null, "language_code" text not null, "use" text not null, primary key ("session_uuid", "language_code"));
create index "session_language_language_code_index" on "session_language" ("language_code");
create table "session_audience" ("session_uuid" uuid not null, "audience_code" text not null, primary key ("session_uuid", "audience_code"));
create index "session_audience_audience_code_index" on "session_audience" ("audience_code");
create table "training_session_translation" ("session_uuid" uuid not null, "locale" text not null, "source_version" int not null default 1, "title" text null, "summary" text null, "programme" text null, "folded" text generated always as (fold(coalesce(title, '') || ' ' || coalesce(summary, ''))) stored not null, primary key ("session_uuid", "locale"));
create index "training_session_translation_folded" on "training_session_translation" using gin ("folded" gin_trgm_ops);
alter table "audience_translation" add constraint "audience_translation_audience_code_foreign" foreign key ("audience_code") references "audience" ("code") on delete cascade;
alter table "audience_translation" add constraint "audience_translation_locale_check" check ("locale" in ('fr', 'en', 'sq', 'bs', 'bg', 'hr', 'el', 'hu', 'mk', 'ro', 'sr-Cyrl', 'sr-Latn', 'cnr', 'sl', 'tr', 'uk'));
alter table "country_fact" add constraint "country_fact_country_code_foreign" foreign key ("country_code") references "country" ("code") on delete cascade;
alter table "country_translation" add constraint "country_translation_country_code_foreign" foreign key ("country_code") references "country" ("code") on delete cascade;
alter table "country_translation" add constraint "country_translation_locale_check" check ("locale" in ('fr', 'en', 'sq', 'bs', 'bg', 'hr', 'el', 'hu', 'mk', 'ro', 'sr-Cyrl', 'sr-Latn', 'cnr', 'sl', 'tr', 'uk'));
alter table "holiday" add constraint "holiday_country_code_foreign" foreign key ("country_code") references "country" ("code") on delete cascade;
alter table "holiday" add constraint "holiday_source_locale_check" check ("source_locale" in ('fr', 'en', 'sq', 'bs', 'bg', 'hr', 'el', 'hu', 'mk', 'ro', 'sr-Cyrl', 'sr-Latn', 'cnr', 'sl', 'tr', 'uk'));
alter table "holiday_translation" add constraint "holiday_translation_locale_check" check ("locale" in ('fr', 'en', 'sq', 'bs', 'bg', 'hr', 'el', 'hu', 'mk', 'ro', 'sr-Cyrl', 'sr-Latn', 'cnr', 'sl', 'tr', 'uk'));
alter table "hotline" add constraint "hotline_country_code_foreign" foreign key ("country_code") references "country" ("code") on delete cascade;
alter table "institution_translation" add constraint "institution_translation_institution_code_foreign" foreign key ("institution_code") references "institution" ("code") on delete cascade;
alter table "institution_translation" add constraint "institution_translation_locale_check" check ("locale" in ('fr', 'en', 'sq', 'bs', 'bg', 'hr', 'el', 'hu', 'mk', 'ro', 'sr-Cyrl', 'sr-Latn', 'cnr', 'sl', 'tr', 'uk'));
alter table "country_instrument" add constraint "country_instrument_country_code_foreign" foreign key ("country_code") references "country" ("code") on update cascade on delete cascade;
alter table "country_instrument" add constraint "country_instrument_instrument_code_foreign" foreign key ("instrument_code") references "instrument" ("code") on update cascade on delete cascade;
alter table "country_instrument" add constraint "country_instrument_status_check" check ("status" in ('PARTY', 'SIGNATORY', 'BOUND', 'NOT_PARTY'));
alter table "country_instrument" add constraint "country_instrument_consent_kind_check" check ("consent_kind" in ('RATIFICATION', 'ACCESSION', 'SUCCESSION'));
alter table "instrument_translation" add constraint "instrument_translation_instrument_code_foreign" foreign key ("instrument_code") references "instrument" ("code") on delete cascade;
alter table "instrument_translation" add constraint "instrument_translation_locale_check" check ("locale" in ('fr', 'en', 'sq', 'bs', 'bg', 'hr', 'el', 'hu', 'mk', 'ro', 'sr-Cyrl', 'sr-Latn', 'cnr', 'sl', 'tr', 'uk'));
alter table "country_language" add constraint "country_language_country_code_foreign" foreign key ("country_code") references "country" ("code") on update cascade on delete cascade;
alter table "country_language" add constraint "country_language_language_code_foreign" foreign key ("language_code") references "language" ("code") on update cascade on delete cascade;
alter table "language_translation" add constraint "language_translation_language_code_foreign" foreign key ("language_code") references "language" ("code") on delete cascade;
alter table "language_translation" add constraint "language_translation_locale_check" check ("locale" in ('fr', 'en', 'sq', 'bs', 'bg', 'hr', 'el', 'hu', 'mk', 'ro', 'sr-Cyrl', 'sr-Latn', 'cnr', 'sl', 'tr', 'uk'));
alter table "membership" add constraint "membership_country_code_foreign" foreign key ("country_code") references "country" ("code") on delete cascade;
alter table "membership" add constraint "membership_body_check" check ("body" in ('EU', 'COUNCIL_OF_EUROPE', 'OSCE'));
alter table "membership" add constraint "membership_status_check" check ("status" in ('MEMBER', 'CANDIDATE', 'POTENTIAL_CANDIDATE', 'NONE'));
alter table "organisation" add constraint "organisation_country_code_foreign" foreign key ("country_code") references "country" ("code") on delete set null;
alter table "organisation" add constraint "organisation_kind_check" check ("kind" in ('NGO', 'COORDINATOR', 'AUTHORITY', 'INTERNATIONAL', 'NETWORK'));
alter table "organisation" add constraint "organisation_source_locale_check" check ("source_locale" in ('fr', 'en', 'sq', 'bs', 'bg', 'hr', 'el', 'hu', 'mk', 'ro', 'sr-Cyrl', 'sr-Latn', 'cnr', 'sl', 'tr', 'uk'));
alter table "organisation_translation" add constraint "organisation_translation_organisation_slug_foreign" foreign key ("organisation_slug") references "organisation" ("slug") on delete cascade;
alter table "organisation_translation" add constraint "organisation_translation_locale_check" check ("locale" in ('fr', 'en', 'sq', 'bs', 'bg', 'hr', 'el', 'hu', 'mk', 'ro', 'sr-Cyrl', 'sr-Latn', 'cnr', 'sl', 'tr', 'uk'));
alter table "expert" add constraint "expert_profession_code_foreign" foreign key ("profession_code") references "profession" ("code");
alter table "expert" add constraint "expert_institution_code_foreign" foreign key ("institution_code") references "institution" ("code");
alter table "expert" add constraint "expert_source_locale_check" check ("source_locale" in ('fr', 'en', 'sq', 'bs', 'bg', 'hr', 'el', 'hu', 'mk', 'ro', 'sr-Cyrl', 'sr-Latn', 'cnr', 'sl', 'tr', 'uk'));
alter table "expert" add constraint "expert_name_visibility_check" check ("name_visibility" in ('PUBLIC', 'NETWORK', 'POST', 'ADVISER'));
alter table "expert_translation" add constraint "expert_translation_expert_uuid_foreign" foreign key ("expert_uuid") references "expert" ("uuid") on delete cascade;
alter table "expert_translation" add constraint "expert_translation_locale_check" check ("locale" in ('fr', 'en', 'sq', 'bs', 'bg', 'hr', 'el', 'hu', 'mk', 'ro', 'sr-Cyrl', 'sr-Latn', 'cnr', 'sl', 'tr', 'uk'));
alter table "expert_language" add constraint "expert_language_expert_uuid_foreign" foreign key ("expert_uuid") references "expert" ("uuid") on update cascade on delete cascade;
alter table "expert_language" add constraint "expert_language_language_code_foreign" foreign key ("language_code") references "language" ("code") on update cascade on delete cascade;
alter table "expert_language" add constraint "expert_language_level_check" check ("level" in ('A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'NATIVE'));
alter table "expert_country" add constraint "expert_country_expert_uuid_foreign" foreign key ("expert_uuid") references "expert" ("uuid") on update cascade on delete cascade;
alter table "expert_country" add constraint "expert_country_country_code_foreign" foreign key ("country_code") references "country" ("code") on update cascade on delete cascade;
alter table "profession_translation" add constraint "profession_translation_profession_code_foreign" foreign key ("profession_code") references "profession" ("code") on delete cascade;
alter table "profession_translation" add constraint "profession_translation_locale_check" check ("locale" in ('fr', 'en', 'sq', 'bs', 'bg', 'hr', 'el', 'hu', 'mk', 'ro', 'sr-Cyrl', 'sr-Latn', 'cnr', 'sl', 'tr', 'uk'));
alter table "recommendation" add constraint "recommendation_country_code_foreign" foreign key ("country_code") references "country" ("code");
alter table "recommendation" add constraint "recommendation_verb_check" check ("verb" in ('URGE', 'CONSIDER', 'INVITE', 'OTHER'));
alter table "recommendation" add constraint "recommendation_source_locale_check" check ("source_locale" in ('fr', 'en', 'sq', 'bs', 'bg', 'hr', 'el', 'hu', 'mk', 'ro', 'sr-Cyrl', 'sr-Latn', 'cnr', 'sl', 'tr', 'uk'));
alter table "recommendation_translation" add constraint "recommendation_translation_recommendation_slug_foreign" foreign key ("recommendation_slug") references "recommendation" ("slug") on delete cascade;
alter table "recommendation_translation" add constraint "recommendation_translation_locale_check" check ("locale" in ('fr', 'en', 'sq', 'bs', 'bg', 'hr', 'el', 'hu', 'mk', 'ro', 'sr-Cyrl', 'sr-Latn', 'cnr', 'sl', 'tr', 'uk'));
alter table "term_name" add constraint "term_name_term_code_foreign" foreign key ("term_code") references "term" ("code") on delete cascade;
alter table "term_name" add constraint "term_name_locale_check" check ("locale" in ('fr', 'en', 'sq', 'bs', 'bg', 'hr', 'el', 'hu', 'mk', 'ro', 'sr-Cyrl', 'sr-Latn', 'cnr', 'sl', 'tr', 'uk'));
alter table "recommendation_theme" add constraint "recommendation_theme_recommendation_slug_foreign" foreign key ("recommendation_slug") references "recommendation" ("slug") on update cascade on delete cascade;
alter table "recommendation_theme" add constraint "recommendation_theme_theme_code_foreign" foreign key ("theme_code") references "theme" ("code") on update cascade on delete cascade;
alter table "expert_theme" add constraint "expert_theme_expert_uuid_foreign" foreign key ("expert_uuid") references "expert" ("uuid") on update cascade on delete cascade;
alter table "expert_theme" add constraint "expert_theme_theme_code_foreign" foreign key ("theme_code") references "theme" ("code") on update cascade on delete cascade;
alter table "theme_translation" add constraint "theme_translation_theme_code_foreign" foreign key ("theme_code") references "theme" ("code") on delete cascade;
alter table "theme_translation" add constraint "theme_translation_locale_check" check ("locale" in ('fr', 'en', 'sq', 'bs', 'bg', 'hr', 'el', 'hu', 'mk', 'ro', 'sr-Cyrl', 'sr-Latn', 'cnr', 'sl', 'tr', 'uk'));
alter table "training_session" add constraint "training_session_theme_code_foreign" foreign key ("theme_code") references "theme" ("code");
alter table "training_session" add constraint "training_session_country_code_foreign" foreign key ("country_code") references "country" ("code") on delete set null;
alter table "training_session" add constraint "training_session_places" check (places >= 0 and places_taken >= 0);
alter table "training_session" add constraint "training_session_ends_after_it_starts" check (ends_at > starts_at);
alter table "training_session" add constraint "training_session_source_locale_check" check ("source_locale" in ('fr', 'en', 'sq', 'bs', 'bg', 'hr', 'el', 'hu', 'mk', 'ro', 'sr-Cyrl', 'sr-Latn', 'cnr', 'sl', 'tr', 'uk'));
alter table "training_session" add constraint "training_session_format_check" check ("format" in ('ON_SITE', 'ONLINE', 'HYBRID'));
alter table "session_trainer" add constraint "session_trainer_session_uuid_foreign" foreign key ("session_uuid") references "training_session" ("uuid") on update cascade on delete cascade;
alter table "session_trainer" add constraint "session_trainer_expert_uuid_foreign" foreign key ("expert_uuid") references "expert" ("uuid") on update cascade on delete cascade;
alter table "session_language" add constraint "session_language_session_uuid_foreign" foreign key ("session_uuid") references "training_session" ("uuid") on update cascade on delete cascade;
alter table "session_language" add constraint "session_language_language_code_foreign" foreign key ("language_code") references "language" ("code") on update cascade on delete cascade;
alter table "session_language" add constraint "session_language_use_check" check ("use" in ('WORKING', 'INTERPRETATION'));
alter table "session_audience" add constraint "session_audience_session_uuid_foreign" foreign key ("session_uuid") references "training_session" ("uuid") on update cascade on delete cascade;
alter table "session_audience" add constraint "session_audience_audience_code_foreign" foreign key ("audience_code") references "audience" ("code") on update cascade on delete cascade;
alter table "training_session_translation" add constraint "training_session_translation_session_uuid_foreign" foreign key ("session_uuid") references "training_session" ("uuid") on delete cascade;
alter table "training_session_translation" add constraint "training_session_translation_locale_check" check ("locale" in ('fr', 'en', 'sq', 'bs', 'bg', 'hr', 'el', 'hu', 'mk', 'ro', 'sr-Cyrl', 'sr-Latn', 'cnr', 'sl', 'tr', 'uk'));
`;

/** The catalogue: countries, vocabularies, organisations, law, recommendations, experts, training sessions. */
export class Migration20261124000000 extends Migration {
  override up(): void {
    for (const statement of foundations) this.addSql(statement);
    for (const statement of tables.trim().split('\n')) this.addSql(statement);
    const sources = [
      ...requireSourceText('training_session', 'uuid', 'training_session_translation', 'session_uuid', 'title'),
      ...requireSourceText('expert', 'uuid', 'expert_translation', 'expert_uuid', 'summary'),
      ...requireSourceText('recommendation', 'slug', 'recommendation_translation', 'recommendation_slug', 'summary'),
      ...requireSourceText('organisation', 'slug', 'organisation_translation', 'organisation_slug', 'name'),
      ...requireSourceText('country', 'code', 'country_translation', 'country_code', 'name', 'en'),
      ...requireSourceText('country', 'code', 'country_translation', 'country_code', 'capital', 'en'),
      ...requireSourceText('instrument', 'code', 'instrument_translation', 'instrument_code', 'title', 'en'),
      ...requireSourceText('term', 'code', 'term_name', 'term_code', 'name', 'en'),
      ...['theme', 'profession', 'audience', 'language', 'institution'].flatMap((table) =>
        requireSourceText(table, 'code', `${table}_translation`, `${table}_code`, 'name', 'en')),
    ];
    for (const statement of sources) this.addSql(statement);
  }
}
