import { Migration } from '@mikro-orm/migrations';
import { secretPlaceTriggersLater } from './secret-places.ts';

/** Needs, and why a photo is not taken, give no protected place away either. */
export class Migration20261226000100 extends Migration {
  override up(): void {
    for (const statement of secretPlaceTriggersLater) this.addSql(`${statement};`);
  }
}
