import { Migration } from '@mikro-orm/migrations';

/** A search may be asked to stay near to a plan of an earlier one. No key leads there: that one may go. */
export class Migration20270410000200 extends Migration {
  override up(): void {
    this.addSql(`alter table "plan_search" add column "former_search" uuid null, add column "former_as" text null;`);
    this.addSql(`alter table "plan_search" add constraint "plan_search_former_as_check" check ("former_as" in ('BEST', 'CHEAPEST', 'SHORTEST', 'WIDEST'));`);
    this.addSql(`alter table "plan_search" add constraint "plan_search_former" check ((former_search is null) = (former_as is null));`);
  }
}
