import { Migration } from '@mikro-orm/migrations';
import { SETTLE } from './amending.ts';
import { needLetterFunctions } from './need-letters.ts';
import { requestReminderFunctions } from './request-reminders.ts';
import { requestResultFunctions } from './request-results.ts';

const TABLE = 'cooperation_request';

/** The services of a post are reminded, once, that the last day for their opinion about a cooperation request is near; what is closed says which training session or mission came of it; the post is written to of a need that moves. */
export class Migration20270216000100 extends Migration {
  override up(): void {
    this.addSql(SETTLE);
    this.addSql(`alter table "${TABLE}" add column "reminded_at" timestamptz null;`);
    this.addSql(`alter table "${TABLE}" add column "session_uuid" uuid null, add column "mission_uuid" uuid null;`);
    for (const [column, table] of [['session_uuid', 'training_session'], ['mission_uuid', 'mission']] as const) {
      this.addSql(`create index "${TABLE}_${column}_index" on "${TABLE}" ("${column}");`);
      this.addSql(`alter table "${TABLE}" add constraint "${TABLE}_${column}_foreign" foreign key ("${column}") references "${table}" ("uuid") on delete set null;`);
    }
    for (const statement of [...requestReminderFunctions, ...requestResultFunctions, ...needLetterFunctions]) this.addSql(`${statement};`);
  }
}
