import { Migration } from '@mikro-orm/migrations';

const LOCALES = `'fr', 'en', 'sq', 'bs', 'bg', 'hr', 'el', 'hu', 'mk', 'ro', 'sr-Cyrl', 'sr-Latn', 'cnr', 'sl', 'tr', 'uk'`;
const SUBJECTS = `'PERSON', 'MEMBER', 'SESSION', 'IDENTITY', 'INVITATION', 'ACCESS_REQUEST', 'PASSKEY', 'AUTHENTICATOR', 'RECOVERY_CODES', 'JOB', 'DATA_REQUEST', 'TRAINING_SESSION', 'CALENDAR_LINK', 'ORGANISATION', 'EXPERT', 'REGISTRATION', 'SESSION_QUOTA', 'FORM_QUESTION', 'PRESENCE', 'CERTIFICATE', 'EVALUATION', 'EXPORT', 'SESSION_PART', 'SESSION_DOCUMENT', 'PARTICIPANT', 'SESSION_INVITATION'`;

const PREPARES = 'may_prepare_session(acting_person(), session_uuid)';
const ADDRESS = '(select email from person where id = acting_person())';
/** Nobody has answered it, and nobody has taken it back. */
const PENDING = 'accepted_at is null and declined_at is null and revoked_at is null';

/**
 * Invitations to a training session, each bound to a person by their address: whoever prepares the session writes them and takes them back, and
 * nobody but who has the secret answers. They hold no place.
 */
export class Migration20261203030000 extends Migration {
  override up(): void {
    this.#addTable();
    this.#addRules();
    this.#addTrail();
  }

  #addTable(): void {
    this.addSql(`create table "session_invitation" ("uuid" uuid not null, "session_uuid" uuid not null, "email" text not null, "name" text not null, "locale" text not null, "organisation_slug" text null, "country_code" text not null, "sector" text not null, "invited_by_id" uuid null, "submission" uuid not null, "secret_hash" text not null, "sent_at" timestamptz not null default now(), "accepted_at" timestamptz null, "declined_at" timestamptz null, "revoked_at" timestamptz null, "is_demonstration" boolean not null default false, primary key ("uuid"));`);
    this.addSql(`alter table "session_invitation" add constraint "session_invitation_secret_hash_unique" unique ("secret_hash");`);
    for (const column of ['session_uuid', 'email', 'organisation_slug', 'country_code', 'invited_by_id']) this.addSql(`create index "session_invitation_${column}_index" on "session_invitation" ("${column}");`);
    this.addSql(`create unique index "session_invitation_once" on "session_invitation" ("session_uuid", "email") where ${PENDING};`);
    this.addSql(`alter table "session_invitation" add constraint "session_invitation_email" check (email = lower(email));`);
    this.addSql(`alter table "session_invitation" add constraint "session_invitation_over_once" check (num_nonnulls(accepted_at, declined_at, revoked_at) <= 1);`);
    this.addSql(`alter table "session_invitation" add constraint "session_invitation_place" check (organisation_slug is not null or sector <> 'CIVIL_SOCIETY');`);
    this.addSql(`alter table "session_invitation" add constraint "session_invitation_locale_check" check ("locale" in (${LOCALES}));`);
    this.addSql(`alter table "session_invitation" add constraint "session_invitation_sector_check" check ("sector" in ('AUTHORITY', 'CIVIL_SOCIETY', 'OTHER'));`);
    this.addSql(`alter table "session_invitation" add constraint "session_invitation_session_uuid_foreign" foreign key ("session_uuid") references "training_session" ("uuid") on delete cascade;`);
    this.addSql(`alter table "session_invitation" add constraint "session_invitation_organisation_slug_foreign" foreign key ("organisation_slug") references "organisation" ("slug") on delete cascade;`);
    this.addSql(`alter table "session_invitation" add constraint "session_invitation_country_code_foreign" foreign key ("country_code") references "country" ("code") on delete cascade;`);
    this.addSql(`alter table "session_invitation" add constraint "session_invitation_invited_by_id_foreign" foreign key ("invited_by_id") references "person" ("id") on delete set null;`);
    this.addSql(`create trigger "session_invitation_reachable" before insert or update of "email" on "session_invitation" for each row execute function refuse_reachable();`);
  }

  /** Nobody invites themselves. What is answered is answered by the functions that are given the secret. */
  #addRules(): void {
    this.addSql(`alter table "session_invitation" enable row level security;`);
    this.addSql(`create policy "session_invitation_seen" on "session_invitation" for select using (${PREPARES});`);
    this.addSql(`create policy "session_invitation_sent" on "session_invitation" for insert with check (invited_by_id = acting_person() and email is distinct from ${ADDRESS} and ${PENDING} and ${PREPARES});`);
    this.addSql(`create policy "session_invitation_changed" on "session_invitation" for update using (${PENDING} and ${PREPARES}) with check (accepted_at is null and declined_at is null and ${PREPARES});`);
    this.addSql(`create policy "session_invitation_my_data" on "session_invitation" for select using (acts_for('my-data') and (invited_by_id = acting_person() or email = ${ADDRESS}));`);
    this.addSql(`create policy "session_invitation_retained" on "session_invitation" for select using (acts_for('retention'));`);
    this.addSql(`create policy "session_invitation_forgotten" on "session_invitation" for delete using (acts_for('retention'));`);
  }

  #addTrail(): void {
    this.addSql(`alter table "audit_entry" drop constraint "audit_entry_subject_check";`);
    this.addSql(`alter table "audit_entry" add constraint "audit_entry_subject_check" check ("subject" in (${SUBJECTS}));`);
    this.addSql(`create trigger "session_invitation_recorded" after insert or update on "session_invitation" for each row when (not new.is_demonstration or acting_person() is not null)
      execute function record_change('SESSION_INVITATION', 'uuid', 'sent_at accepted_at declined_at revoked_at', 'session_uuid');`);
  }
}
