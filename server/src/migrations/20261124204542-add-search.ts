import { Migration } from '@mikro-orm/migrations';

/** The patterns of a search, the longest first: the indexes are asked for that one. */
const foldPatterns = `
create or replace function fold_patterns(query text) returns text[] language sql immutable strict parallel safe as $$
  select coalesce(array_agg('%' || regexp_replace(word, '([\\\\%_])', '\\\\\\1', 'g') || '%' order by length(word) desc, place), '{}')
  from (select word, place from regexp_split_to_table(fold(query), '\\s+') with ordinality split (word, place) where word <> '' order by place limit 12) words
$$`;

/** What searches read of the objects themselves is stored and indexed; a holiday's names go with it. */
export class Migration20261124204542 extends Migration {
  override up(): void {
    this.addSql(foldPatterns);
    for (const [table, column] of [['organisation', 'acronym'], ['expert', 'name'], ['training_session', 'town']]) {
      this.addSql(`alter table "${table}" add "folded" text generated always as (fold(${column})) stored null`);
      this.addSql(`create index "${table}_folded" on "${table}" using gin ("folded" gin_trgm_ops)`);
    }
    this.addSql(`alter table "holiday_translation" add constraint "holiday_translation_country_code_date_foreign" foreign key ("country_code", "date") references "holiday" ("country_code", "date") on update cascade on delete cascade`);
  }
}
