import { Migration } from '@mikro-orm/migrations';
import { SETTLE } from './amending.ts';

/** A clearance is given for five years at most, which have 1,827 days where two of them have a day more. What was given for longer counts as given for five: who needs more is given another. */
export class Migration20261208000200 extends Migration {
  override up(): void {
    this.addSql(SETTLE);
    this.addSql(`update "clearance" set until_on = from_on + interval '5 years' where until_on > from_on + interval '5 years';`);
    this.addSql(SETTLE);
    this.addSql(`alter table "clearance" add constraint "clearance_lasts" check (until_on - from_on <= 1827);`);
  }
}
