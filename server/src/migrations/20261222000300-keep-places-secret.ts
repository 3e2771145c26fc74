import { Migration } from '@mikro-orm/migrations';
import { SETTLE } from './amending.ts';
import { secretPlaceFunctions } from './secret-places.ts';

/** No text about missions and practices gives away where an organisation is whose place nobody may learn; who publishes and who protects wait for each other. */
export class Migration20261222000300 extends Migration {
  override up(): void {
    this.addSql(SETTLE);
    for (const statement of secretPlaceFunctions) this.addSql(`${statement};`);
  }
}
