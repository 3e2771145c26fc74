import { Migration } from '@mikro-orm/migrations';
import { SETTLE } from './amending.ts';
import { keyFunctions } from './one-key.ts';

/** An account that comes to a sheet breaks no later step of a mission off, and the adviser still sees who is engaged elsewhere. */
export class Migration20261222000100 extends Migration {
  override up(): void {
    this.addSql(SETTLE);
    for (const statement of keyFunctions) this.addSql(`${statement};`);
    this.addSql('select key_engagements(null);');
  }
}
