import { Migration } from '@mikro-orm/migrations';

/** Whether a question still has answers is asked at the end: a session takes both with it, in an order that differs from one cluster to the next. */
export class Migration20261227000100 extends Migration {
  override up(): void {
    this.addSql(`alter table "registration_answer" alter constraint "registration_answer_question_uuid_foreign" deferrable initially deferred;`);
  }
}
