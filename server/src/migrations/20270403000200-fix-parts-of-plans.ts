import { Migration } from '@mikro-orm/migrations';
import { SETTLE } from './amending.ts';

/** Whoever asks for a plan fixes some of it: which meetings are in, who goes. Keys of meetings and of people, who are all in the question, with which the search goes. */
export class Migration20270403000200 extends Migration {
  override up(): void {
    this.addSql(SETTLE);
    this.addSql(`alter table "plan_search" add column "pins" jsonb not null default '[]';`);
  }
}
