import { Migration } from '@mikro-orm/migrations';
import { mergeFunctions } from './merging.ts';

const SUBJECTS = `'PERSON', 'MEMBER', 'SESSION', 'IDENTITY', 'INVITATION', 'ACCESS_REQUEST', 'PASSKEY', 'AUTHENTICATOR', 'RECOVERY_CODES', 'JOB', 'DATA_REQUEST', 'TRAINING_SESSION', 'CALENDAR_LINK', 'ORGANISATION', 'EXPERT', 'REGISTRATION', 'SESSION_QUOTA', 'FORM_QUESTION', 'PRESENCE', 'CERTIFICATE', 'EVALUATION', 'EXPORT', 'SESSION_PART', 'SESSION_DOCUMENT', 'PARTICIPANT'`;

/**
 * Somebody who was registered under two names or addresses becomes one participant. Each way in which they were registered stays as a row of
 * `participant` that leads to the one who is kept (`merged_into_uuid`), so that whoever registers them in that way again registers the same person.
 */
export class Migration20261129160000 extends Migration {
  override up(): void {
    this.addSql(`alter table "participant" add column "merged_into_uuid" uuid null, add column "merge_key" uuid null;`);
    this.addSql(`alter table "participant" add constraint "participant_merged_into_uuid_foreign" foreign key ("merged_into_uuid") references "participant" ("uuid") on delete cascade;`);
    this.addSql(`create index "participant_merged_into_uuid_index" on "participant" ("merged_into_uuid");`);
    this.addSql(`alter table "registration" drop constraint "registration_ending_check";`);
    this.addSql(`alter table "registration" add constraint "registration_ending_check" check ("ending" in ('WITHDRAWN', 'DECLINED', 'LAPSED', 'MERGED'));`);
    this.addSql(`alter table "audit_entry" drop constraint "audit_entry_subject_check";`);
    this.addSql(`alter table "audit_entry" add constraint "audit_entry_subject_check" check ("subject" in (${SUBJECTS}));`);
    this.addSql(`create table "participant_apart" ("first_uuid" uuid not null, "second_uuid" uuid not null, "said_by_id" uuid null, "said_at" timestamptz not null default now(), primary key ("first_uuid", "second_uuid"));`);
    this.addSql(`create index "participant_apart_second_uuid_index" on "participant_apart" ("second_uuid");`);
    this.addSql(`create index "participant_apart_said_by_id_index" on "participant_apart" ("said_by_id");`);
    this.addSql(`alter table "participant_apart" add constraint "participant_apart_order" check (first_uuid < second_uuid);`);
    for (const side of ['first', 'second']) this.addSql(`alter table "participant_apart" add constraint "participant_apart_${side}_uuid_foreign" foreign key ("${side}_uuid") references "participant" ("uuid") on delete cascade;`);
    this.addSql(`alter table "participant_apart" add constraint "participant_apart_said_by_id_foreign" foreign key ("said_by_id") references "person" ("id") on delete set null;`);
    for (const statement of mergeFunctions) this.addSql(`${statement};`);
    this.#addRules();
  }

  #addRules(): void {
    const registers = 'may_register(acting_person(), organisation_slug, country_code)';
    // Whoever sees a registration sees who takes part, also where that is somebody whom others registered too.
    this.addSql(`drop policy "participant_seen" on "participant";`);
    this.addSql(`create policy "participant_seen" on "participant" for select using ((select is_adviser()) or ${registers} or is_post_of(acting_person(), country_code)
      or exists (select from registration r where r.participant_uuid = participant.uuid));`);
    const merges = 'may_merge(acting_person(), first_uuid, second_uuid)';
    this.addSql(`alter table "participant_apart" enable row level security;`);
    this.addSql(`create policy "participant_apart_seen" on "participant_apart" for select using (${merges});`);
    this.addSql(`create policy "participant_apart_said" on "participant_apart" for insert with check (said_by_id = acting_person() and ${merges});`);
    this.addSql(`create policy "participant_apart_my_data" on "participant_apart" for select using (acts_for('my-data') and said_by_id = acting_person());`);
    this.addSql(`create trigger "participant_apart_recorded" after insert on "participant_apart" for each row execute function record_change('PARTICIPANT', 'first_uuid', '', 'first_uuid');`);
  }
}
