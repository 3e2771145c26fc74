import { Migration } from '@mikro-orm/migrations';

/** What was read for a term is said of each of its names: the import writes it there. */
export class Migration20261129200000 extends Migration {
  override up(): void {
    this.addSql(`alter table "term_name" add column "source" text null;`);
    this.addSql(`alter table "term" drop column "sources";`);
  }
}
