import { Migration } from '@mikro-orm/migrations';
import { amended } from './amending.ts';

const ENDS = 'case when twin.is_first then twin.other else twin.one end';
const STATE = `'state', (select state from registration where uuid = ${ENDS})`;

/** Of each registration that ends because two participants are made one it is said which it is, and who had made it: they are told. */
export class Migration20261130200000 extends Migration {
  override up(): void {
    this.addSql(`${amended('merge_participants(uuid, uuid, uuid, text[])', STATE, `'ends', ${ENDS}, 'by', (select registered_by_id from registration where uuid = ${ENDS}), ${STATE}`)};`);
  }
}
