import { Migration } from '@mikro-orm/migrations';

/** An address that is shown as a link is one. */
export class Migration20261124211141 extends Migration {
  override up(): void {
    this.addSql(`alter table "organisation" add constraint "organisation_website" check (website ~ '^https?://');`);
  }
}
