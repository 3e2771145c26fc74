import { Migration } from '@mikro-orm/migrations';

/** A search may ask for countries: what is open counts as meetings that could be; and it may say in how many countries at most. */
export class Migration20270414400200 extends Migration {
  override up(): void {
    this.addSql(`alter table "plan_search" add column "is_idea" boolean not null default false, add column "most_countries" int null;`);
    this.addSql(`alter table "plan_search" add constraint "plan_search_countries" check (most_countries >= 1 and most_countries <= 16);`);
  }
}
