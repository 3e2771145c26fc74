import { Migration } from '@mikro-orm/migrations';

const LOCALES = `'fr', 'en', 'sq', 'bs', 'bg', 'hr', 'el', 'hu', 'mk', 'ro', 'sr-Cyrl', 'sr-Latn', 'cnr', 'sl', 'tr', 'uk'`;
const CONTEXTS = `'EU', 'COUNCIL_OF_EUROPE', 'UN'`;
const SOURCED = '"source" text not null, "source_url" text null, "is_verified" boolean not null default false, "checked_on" text null, "note" text null';

/** The notes that families of texts print with the names of countries, and which family an instrument and a body belong to: facts of the world, which come with the reference files. */
export class Migration20270416100100 extends Migration {
  override up(): void {
    this.addSql(`create table "country_name_note" ("country_code" text not null, "context" text not null, primary key ("country_code", "context"));`);
    this.addSql(`create table "country_name_note_translation" (${SOURCED}, "country_code" text not null, "context" text not null, "locale" text not null, "text" text not null, primary key ("country_code", "context", "locale"));`);
    this.addSql(`create table "name_context_body" ("body" text not null, "context" text not null, primary key ("body"));`);
    this.addSql(`alter table "instrument" add column "name_context" text null;`);
    this.addSql(`alter table "country_name_note" add constraint "country_name_note_country_code_foreign" foreign key ("country_code") references "country" ("code") on delete cascade;`);
    this.addSql(`alter table "country_name_note_translation" add constraint "country_name_note_translation_country_code_context_foreign" foreign key ("country_code", "context") references "country_name_note" ("country_code", "context") on update cascade on delete cascade;`);
    this.addSql(`alter table "country_name_note_translation" add constraint "country_name_note_translation_locale_check" check ("locale" in (${LOCALES}));`);
    for (const [table, column] of [['country_name_note', 'context'], ['country_name_note_translation', 'context'], ['name_context_body', 'context'], ['instrument', 'name_context']]) {
      this.addSql(`alter table "${table}" add constraint "${table}_${column}_check" check ("${column}" in (${CONTEXTS}));`);
    }
  }
}
