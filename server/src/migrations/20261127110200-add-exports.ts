import { Migration } from '@mikro-orm/migrations';

const SUBJECTS = `'PERSON', 'MEMBER', 'SESSION', 'IDENTITY', 'INVITATION', 'ACCESS_REQUEST', 'PASSKEY', 'AUTHENTICATOR', 'RECOVERY_CODES', 'JOB', 'DATA_REQUEST', 'TRAINING_SESSION', 'CALENDAR_LINK', 'ORGANISATION', 'EXPERT', 'REGISTRATION', 'SESSION_QUOTA', 'FORM_QUESTION', 'PRESENCE', 'CERTIFICATE', 'EVALUATION', 'EXPORT'`;

/** That somebody took a list with them is in the trail: which, of which session, and how many lines it had. */
export class Migration20261127110200 extends Migration {
  override up(): void {
    this.addSql(`alter table "audit_entry" drop constraint "audit_entry_subject_check";`);
    this.addSql(`alter table "audit_entry" add constraint "audit_entry_subject_check" check ("subject" in (${SUBJECTS}));`);
    this.addSql(`
      create function record_export(what text, the_object uuid, lines int) returns void language plpgsql volatile security definer set search_path = public, pg_temp as $body$ begin
        insert into audit_entry (by_id, action, subject, object, part, after) select id, 'ADDED', 'EXPORT', the_object, what, lines::text from person where id = acting_person();
        if not found then raise exception 'Nobody takes a list with them' using errcode = '42501'; end if;
      end $body$;`);
  }
}
