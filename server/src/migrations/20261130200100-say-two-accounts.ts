import { Migration } from '@mikro-orm/migrations';
import { amended } from './amending.ts';

const SAID = (outcome: string): string => `outcome := '${outcome}';
  if knows_kept and knows_gone and k.email <> g.email then return; end if;`;

/** That each of two participants has an account of their own is told as such. */
export class Migration20261130200100 extends Migration {
  override up(): void {
    this.addSql(`${amended('merge_participants(uuid, uuid, uuid, text[])', SAID('NOT_ALLOWED'), SAID('TWO_ACCOUNTS'))};`);
  }
}
