import { Migration } from '@mikro-orm/migrations';

/** What is said of a document is changed by those who prepare its session: each change raises its version, and stands in the trail. */
export class Migration20261128110100 extends Migration {
  override up(): void {
    this.addSql(`alter table "session_document" add column "version" int not null default 1;`);
    const prepares = 'may_prepare_session(acting_person(), session_uuid)';
    this.addSql(`create policy "session_document_changed" on "session_document" for update using (${prepares}) with check (${prepares});`);
    this.addSql(`create trigger "session_document_change_recorded" after update on "session_document" for each row when (acting_person() is not null)
      execute function record_change('SESSION_DOCUMENT', 'uuid', 'title locale visibility', 'session_uuid');`);
  }
}
