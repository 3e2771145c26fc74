import { Migration } from '@mikro-orm/migrations';

/** A search may say which goals count, in which order or with which points, and what may be spent of each kind. */
export class Migration20270415200200 extends Migration {
  override up(): void {
    this.addSql(`alter table "plan_search" add column "goals" jsonb null, add column "is_weighed" boolean not null default false, add column "kind_limits" jsonb not null default '[]';`);
    this.addSql(`alter table "plan_search" add constraint "plan_search_goals" check (not is_weighed or goals is not null);`);
  }
}
