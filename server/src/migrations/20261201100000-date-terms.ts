import { Migration } from '@mikro-orm/migrations';

/** As of when the termbase vouches for a name: the import writes it there. */
export class Migration20261201100000 extends Migration {
  override up(): void {
    this.addSql(`alter table "term_name" add column "checked_on" text null;`);
  }

  override down(): void {
    this.addSql(`alter table "term_name" drop column "checked_on";`);
  }
}
