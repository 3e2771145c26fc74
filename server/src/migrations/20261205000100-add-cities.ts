import { Migration } from '@mikro-orm/migrations';
import { requireSourceText } from './foundations.ts';

const LOCALES = `'fr', 'en', 'sq', 'bs', 'bg', 'hr', 'el', 'hu', 'mk', 'ro', 'sr-Cyrl', 'sr-Latn', 'cnr', 'sl', 'tr', 'uk'`;

/** Cities that missions lead to or leave from. */
export class Migration20261205000100 extends Migration {
  override up(): void {
    this.addSql(`create table "city" ("code" text not null, "source" text not null, "source_url" text null, "is_verified" boolean not null default false, "checked_on" text null, "note" text null, "country_iso" text not null, "country_code" text null, "time_zone" text not null, "latitude" double precision not null, "longitude" double precision not null, primary key ("code"));`);
    this.addSql(`alter table "city" add constraint "city_country" check (country_iso ~ '^[A-Z]{2}$' and (country_code is null or country_code = country_iso));`);
    this.addSql(`alter table "city" add constraint "city_country_code_foreign" foreign key ("country_code") references "country" ("code") on delete set null;`);
    this.addSql(`create table "city_translation" ("city_code" text not null, "locale" text not null, "name" text not null, primary key ("city_code", "locale"));`);
    this.addSql(`alter table "city_translation" add constraint "city_translation_locale_check" check ("locale" in (${LOCALES}));`);
    this.addSql(`alter table "city_translation" add constraint "city_translation_city_code_foreign" foreign key ("city_code") references "city" ("code") on delete cascade;`);
    for (const statement of requireSourceText('city', 'code', 'city_translation', 'city_code', 'name', 'en')) this.addSql(`${statement};`);
  }
}
