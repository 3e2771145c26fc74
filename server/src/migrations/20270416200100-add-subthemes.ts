import { Migration } from '@mikro-orm/migrations';
import { amended, SETTLE } from './amending.ts';

const LOCALES = `'fr', 'en', 'sq', 'bs', 'bg', 'hr', 'el', 'hu', 'mk', 'ro', 'sr-Cyrl', 'sr-Latn', 'cnr', 'sl', 'tr', 'uk'`;

const SAID = '(new.source_locale, new.source_version, new.theme_code, new.pillar, new.criteria) is distinct from (old.source_locale, old.source_version, old.theme_code, old.pillar, old.criteria)';
const SAID_WITH_PART = SAID.replace('new.theme_code', 'new.theme_code, new.subtheme_code').replace('old.theme_code', 'old.theme_code, old.subtheme_code');

/** Parts of themes, by their words in the termbase; and which of them a need is about: one of its main theme, changed and told of as its theme is. */
export class Migration20270416200100 extends Migration {
  override up(): void {
    this.addSql(SETTLE);
    this.addSql(`create table "subtheme" ("code" text not null, "position" int not null, "theme_code" text not null, primary key ("code"));`);
    this.addSql(`alter table "subtheme" add constraint "subtheme_of" unique ("theme_code", "code");`);
    this.addSql(`alter table "subtheme" add constraint "subtheme_theme_code_foreign" foreign key ("theme_code") references "theme" ("code");`);
    this.addSql(`create table "subtheme_translation" ("source" text not null, "source_url" text null, "is_verified" boolean not null default false, "checked_on" text null, "note" text null, "name" text not null, "subtheme_code" text not null, "locale" text not null, primary key ("subtheme_code", "locale"));`);
    this.addSql(`alter table "subtheme_translation" add constraint "subtheme_translation_locale_check" check ("locale" in (${LOCALES}));`);
    this.addSql(`alter table "subtheme_translation" add constraint "subtheme_translation_subtheme_code_foreign" foreign key ("subtheme_code") references "subtheme" ("code") on delete cascade;`);
    this.addSql(`alter table "need" add column "subtheme_code" text null;`);
    this.addSql(`create index "need_subtheme_code_index" on "need" ("subtheme_code");`);
    this.addSql(`alter table "need" add constraint "need_theme_code_subtheme_code_foreign" foreign key ("theme_code", "subtheme_code") references "subtheme" ("theme_code", "code");`);
    this.addSql(`${amended('move_need()', SAID, SAID_WITH_PART)};`);
    this.addSql(`drop trigger "need_recorded" on "need";`);
    this.addSql(`create trigger "need_recorded" after insert or update or delete on "need" for each row when (acting_person() is not null) execute function record_change('NEED', 'uuid', 'status theme_code subtheme_code pillar urgency', 'uuid');`);
  }
}
