import { Migration } from '@mikro-orm/migrations';
import { SETTLE } from './amending.ts';
import { PLAN_SOURCE_TEXTS } from './source-text.ts';

/** Whether a text is there in its source language is asked by statements that are planned once for each connection and find their rows by key. */
export class Migration20270310000100 extends Migration {
  override up(): void {
    this.addSql(SETTLE);
    this.addSql(`${PLAN_SOURCE_TEXTS};`);
  }
}
