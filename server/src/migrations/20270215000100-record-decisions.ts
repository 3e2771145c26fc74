import { Migration } from '@mikro-orm/migrations';

/** The journal says what was decided about a cooperation request, beside that it was. */
export class Migration20270215000100 extends Migration {
  override up(): void {
    this.addSql(`drop trigger "cooperation_request_recorded" on "cooperation_request";`);
    this.addSql(`create trigger "cooperation_request_recorded" after insert or update or delete on "cooperation_request" for each row when (acting_person() is not null) execute function record_change('COOPERATION_REQUEST', 'uuid', 'status decision', 'uuid');`);
  }
}
