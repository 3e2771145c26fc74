import { Migration } from '@mikro-orm/migrations';
import { evaluationFunctions } from './evaluations.ts';

const SUBJECTS = `'PERSON', 'MEMBER', 'SESSION', 'IDENTITY', 'INVITATION', 'ACCESS_REQUEST', 'PASSKEY', 'AUTHENTICATOR', 'RECOVERY_CODES', 'JOB', 'DATA_REQUEST', 'TRAINING_SESSION', 'CALENDAR_LINK', 'ORGANISATION', 'EXPERT', 'REGISTRATION', 'SESSION_QUOTA', 'FORM_QUESTION', 'PRESENCE', 'CERTIFICATE', 'EVALUATION'`;

const PREPARES = 'may_prepare_session(acting_person(), session_uuid)';
const SEES = 'may_see_evaluation(acting_person(), session_uuid)';

/**
 * The evaluation of a session by those who were there. Who was asked and has answered stands in one table until it is closed, what was
 * answered in another, and nothing leads from one to the other. The application neither writes answers nor reads them before they are closed.
 */
export class Migration20261127110000 extends Migration {
  override up(): void {
    this.addSql(`create table "session_evaluation" ("session_uuid" uuid not null, "questions" text[] not null default '{}', "opened_at" timestamptz null, "opened_by_id" uuid null, "closes_at" timestamptz null, "closed_at" timestamptz null, "asked" int not null default 0, "answered" int null, "is_demonstration" boolean not null default false, primary key ("session_uuid"));`);
    this.addSql(`create index "session_evaluation_opened_by_id_index" on "session_evaluation" ("opened_by_id");`);
    this.addSql(`alter table "session_evaluation" add constraint "session_evaluation_opened" check ((opened_at is null) = (closes_at is null) and (opened_at is not null or closed_at is null));`);
    this.addSql(`alter table "session_evaluation" add constraint "session_evaluation_shown" check (answered is null or (closed_at is not null and answered >= 11));`);
    this.addSql(`alter table "session_evaluation" add constraint "session_evaluation_session_uuid_foreign" foreign key ("session_uuid") references "training_session" ("uuid") on update cascade on delete cascade;`);
    this.addSql(`alter table "session_evaluation" add constraint "session_evaluation_opened_by_id_foreign" foreign key ("opened_by_id") references "person" ("id") on delete set null;`);
    this.addSql(`create table "evaluation_invitation" ("registration_uuid" uuid not null, "session_uuid" uuid not null, "email" text not null default '', "secret_hash" text not null, "has_answered" boolean not null default false, primary key ("registration_uuid"));`);
    this.addSql(`alter table "evaluation_invitation" add constraint "evaluation_invitation_secret_hash_unique" unique ("secret_hash");`);
    this.addSql(`alter table "evaluation_invitation" add constraint "evaluation_invitation_session_uuid_email_unique" unique ("session_uuid", "email");`);
    this.addSql(`create index "evaluation_invitation_session_uuid_index" on "evaluation_invitation" ("session_uuid");`);
    this.addSql(`create index "evaluation_invitation_email_index" on "evaluation_invitation" ("email");`);
    this.addSql(`create trigger "evaluation_invitation_reachable" before insert or update of "email" on "evaluation_invitation" for each row execute function refuse_reachable();`);
    this.addSql(`alter table "evaluation_invitation" add constraint "evaluation_invitation_registration_uuid_foreign" foreign key ("registration_uuid") references "registration" ("uuid") on update cascade on delete cascade;`);
    this.addSql(`alter table "evaluation_invitation" add constraint "evaluation_invitation_session_uuid_foreign" foreign key ("session_uuid") references "training_session" ("uuid") on delete cascade;`);
    this.addSql(`create table "evaluation_result" ("session_uuid" uuid not null, "question" text not null, "answered" int not null default 0, "counts" jsonb not null default '{}', "comments" jsonb not null default '[]', primary key ("session_uuid", "question"));`);
    this.addSql(`alter table "evaluation_result" add constraint "evaluation_result_session_uuid_foreign" foreign key ("session_uuid") references "training_session" ("uuid") on delete cascade;`);
    for (const statement of evaluationFunctions) this.addSql(`${statement};`);
    this.#addRules();
    this.#addTrail();
  }

  #addRules(): void {
    for (const table of ['session_evaluation', 'evaluation_invitation', 'evaluation_result']) this.addSql(`alter table "${table}" enable row level security;`);
    this.addSql(`create policy "session_evaluation_seen" on "session_evaluation" for select using (${SEES} or (acts_for('my-data') and opened_by_id = acting_person()));`);
    // It is opened once, and for a time that nobody changes.
    this.addSql(`create policy "session_evaluation_begun" on "session_evaluation" for update using (opened_at is null and ${PREPARES})
      with check (opened_at is not null and closed_at is null and answered is null and opened_by_id = acting_person() and ${PREPARES});`);
    this.addSql(`create policy "evaluation_invitation_sent" on "evaluation_invitation" for insert with check (not has_answered and ${PREPARES});`);
    this.addSql(`create policy "evaluation_invitation_my_data" on "evaluation_invitation" for select using (acts_for('my-data') and email = (select email from person where id = acting_person()));`);
    this.addSql(`create policy "evaluation_result_seen" on "evaluation_result" for select using (
      ${SEES} and exists (select from session_evaluation e where e.session_uuid = evaluation_result.session_uuid and e.answered is not null));`);
    this.addSql(`create policy "evaluation_result_retained" on "evaluation_result" for select using (acts_for('retention'));`);
    this.addSql(`create policy "evaluation_result_forgotten" on "evaluation_result" for delete using (acts_for('retention'));`);
  }

  /** That it was opened and closed; nothing of who answers. */
  #addTrail(): void {
    this.addSql(`alter table "audit_entry" drop constraint "audit_entry_subject_check";`);
    this.addSql(`alter table "audit_entry" add constraint "audit_entry_subject_check" check ("subject" in (${SUBJECTS}));`);
    this.addSql(`create trigger "session_evaluation_recorded" after update on "session_evaluation" for each row when (not new.is_demonstration or acting_person() is not null) execute function record_change('EVALUATION', 'session_uuid', 'opened_at closed_at', 'session_uuid');`);
  }
}
