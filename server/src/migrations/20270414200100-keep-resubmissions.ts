import { Migration } from '@mikro-orm/migrations';

/** Of an invitation all keys are kept under which it was sent again, and not the last one alone: none of them sends it twice. */
export class Migration20270414200100 extends Migration {
  override up(): void {
    for (const table of ['invitation', 'session_invitation']) {
      this.addSql(`alter table "${table}" add column "resubmissions" uuid[] not null default '{}';`);
      this.addSql(`update "${table}" set "resubmissions" = array["resubmission"] where "resubmission" is not null;`);
      this.addSql(`alter table "${table}" drop column "resubmission";`);
    }
  }
}
