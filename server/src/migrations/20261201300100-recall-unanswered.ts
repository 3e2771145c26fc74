import { Migration } from '@mikro-orm/migrations';

/** When those who validate were reminded of a registration that nobody had answered. */
export class Migration20261201300100 extends Migration {
  override up(): void {
    this.addSql(`alter table "registration" add column "recalled_at" timestamptz null;`);
  }

  override down(): void {
    this.addSql(`alter table "registration" drop column "recalled_at";`);
  }
}
