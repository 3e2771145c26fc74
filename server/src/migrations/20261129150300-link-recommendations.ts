import { Migration } from '@mikro-orm/migrations';

/** The recommendations that a session works towards: said by who prepares it, read by whoever sees it. */
export class Migration20261129150300 extends Migration {
  override up(): void {
    this.addSql(`create table "session_recommendation" ("session_uuid" uuid not null, "recommendation_slug" text not null, primary key ("session_uuid", "recommendation_slug"));`);
    this.addSql(`create index "session_recommendation_recommendation_slug_index" on "session_recommendation" ("recommendation_slug");`);
    this.addSql(`alter table "session_recommendation" add constraint "session_recommendation_session_uuid_foreign" foreign key ("session_uuid") references "training_session" ("uuid") on update cascade on delete cascade;`);
    this.addSql(`alter table "session_recommendation" add constraint "session_recommendation_recommendation_slug_foreign" foreign key ("recommendation_slug") references "recommendation" ("slug") on update cascade on delete cascade;`);
    this.addSql(`alter table "session_recommendation" enable row level security;`);
    const prepares = 'may_prepare_session(acting_person(), session_uuid)';
    // They are reached through their session, which has the rule.
    this.addSql(`create policy "session_recommendation_seen" on "session_recommendation" for select using (true);`);
    this.addSql(`create policy "session_recommendation_made" on "session_recommendation" for insert with check (${prepares});`);
    this.addSql(`create policy "session_recommendation_removed" on "session_recommendation" for delete using (${prepares});`);
    for (const [event, done, table] of [['insert', 'made', 'new'], ['delete', 'removed', 'old']] as const) {
      this.addSql(`create trigger "session_recommendation_${done}_recorded" after ${event} on "session_recommendation" referencing ${table} table as linked for each statement execute function record_session_links('recommendation', 'recommendation_slug');`);
    }
  }
}
