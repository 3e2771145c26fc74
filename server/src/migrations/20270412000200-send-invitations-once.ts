import { Migration } from '@mikro-orm/migrations';

/** An invitation is sent once, and sent again once, however often that is asked for with the same key. */
export class Migration20270412000200 extends Migration {
  override up(): void {
    this.addSql(`alter table "invitation" add column "submission" uuid null, add column "resubmission" uuid null;`);
    this.addSql(`alter table "session_invitation" add column "resubmission" uuid null;`);
  }
}
