import { Migration } from '@mikro-orm/migrations';

const OF_PROJECT = 'exists (select from project p where p.uuid = project_uuid)';

/** A training session belongs to a project, to one at most: known to whoever sees the project. It comes to none that is given up, and leaves whichever it is in. */
export class Migration20270412000100 extends Migration {
  override up(): void {
    this.addSql(`create table "project_own_session" ("session_uuid" uuid not null, "project_uuid" uuid not null, primary key ("session_uuid"));`);
    this.addSql(`create index "project_own_session_project_uuid_index" on "project_own_session" ("project_uuid");`);
    this.addSql(`alter table "project_own_session" add constraint "project_own_session_session_uuid_foreign" foreign key ("session_uuid") references "training_session" ("uuid") on update cascade on delete cascade;`);
    this.addSql(`alter table "project_own_session" add constraint "project_own_session_project_uuid_foreign" foreign key ("project_uuid") references "project" ("uuid") on delete cascade;`);
    this.addSql(`alter table "project_own_session" enable row level security;`);
    this.addSql(`create policy "project_own_session_seen" on "project_own_session" for select using (${OF_PROJECT});`);
    this.addSql(`create policy "project_own_session_made" on "project_own_session" for insert with check (exists (select from project p join training_session s on s.uuid = session_uuid where p.uuid = project_uuid and p.status <> 'GIVEN_UP' and (s.is_demonstration or exists (select from demonstration)) = p.is_demonstration and s.stage <> 'CANCELLED'));`);
    this.addSql(`create policy "project_own_session_removed" on "project_own_session" for delete using (${OF_PROJECT});`);
    this.addSql(`create trigger "project_own_session_recorded" after insert or delete on "project_own_session" for each row when (acting_person() is not null) execute function record_project_link('own_session', 'session_uuid');`);
  }
}
