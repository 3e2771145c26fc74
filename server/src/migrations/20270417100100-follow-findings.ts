import { Migration } from '@mikro-orm/migrations';
import { amended, SETTLE } from './amending.ts';

/** A change of a finding by which nothing is said anew but what comes of it. */
const FOLLOWED = `tg_table_name = 'finding' and tg_op = 'UPDATE' and to_jsonb(new) - array['due_on', 'done_on', 'version'] = to_jsonb(old) - array['due_on', 'done_on', 'version']`;

/** The days, and nothing of what is said. */
const TOLD = `
create function record_followed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
  insert into audit_entry (by_id, action, subject, object, part, before, after)
    select (select id from person where id = acting_person()), 'CHANGED', 'MISSION', new.mission_uuid, t.part, t.before, t.after
    from (values ('finding_due', old.due_on::text, new.due_on::text), ('finding_done', old.done_on::text, new.done_on::text)) t(part, before, after) where t.before is distinct from t.after;
  return null;
end $body$`;

/** Until when what a finding calls for is to be done, and on which day it was: also once its mission is closed. */
export class Migration20270417100100 extends Migration {
  override up(): void {
    this.addSql(SETTLE);
    this.addSql('alter table "finding" add column "due_on" date null, add column "done_on" date null;');
    this.addSql('alter table "finding" add constraint "finding_done" check (done_on is null or due_on is not null);');
    this.addSql('create index "finding_due" on "finding" ("due_on", "uuid") where due_on is not null and done_on is null;');
    this.addSql(amended('keep_closed()', `m.stage = 'CLOSED') and not (`, `m.stage = 'CLOSED') and not (${FOLLOWED}) and not (`));
    this.addSql(`${TOLD};`);
    this.addSql('create trigger "finding_followed" after update of "due_on", "done_on" on "finding" for each row when (acting_person() is not null) execute function record_followed();');
  }
}
