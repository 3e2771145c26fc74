import { Migration } from '@mikro-orm/migrations';
import { attendanceFunctions } from './attendance.ts';

const SUBJECTS = `'PERSON', 'MEMBER', 'SESSION', 'IDENTITY', 'INVITATION', 'ACCESS_REQUEST', 'PASSKEY', 'AUTHENTICATOR', 'RECOVERY_CODES', 'JOB', 'DATA_REQUEST', 'TRAINING_SESSION', 'CALENDAR_LINK', 'ORGANISATION', 'EXPERT', 'REGISTRATION', 'SESSION_QUOTA', 'PRESENCE', 'CERTIFICATE'`;

const PREPARES = 'may_prepare_session(acting_person(), session_uuid)';
/** Whoever registers the person, as the rule of `registration` knows it. */
const REGISTERS = 'exists (select from registration r where r.uuid = registration_uuid and may_register(acting_person(), r.organisation_slug, r.country_code))';
const ADDRESS = '(select email from person where id = acting_person())';

/** An owner's view: it says itself whom who asks may see, and of them a name and where they work, no address. */
const ATTENDEE = `select r.uuid, r.session_uuid, p.name, r.organisation_slug, r.country_code, r.mode, r.is_demonstration, (check_in_pass(r.uuid)).token as token, (check_in_pass(r.uuid)).code as code
    from registration r join participant p on p.uuid = r.participant_uuid
    where r.state = 'CONFIRMED' and (may_prepare_session(acting_person(), r.session_uuid) or may_register(acting_person(), r.organisation_slug, r.country_code))`;

/** An owner's view: what a certificate says to whoever has its number. Of one that is revoked nobody is named. */
const VERIFIED = `select number, session_uuid, case when revoked_at is null then 'VALID' else 'REVOKED' end as state, case when revoked_at is null and shows_name then name else null end as name from certificate`;

/**
 * Who was there, and who has it certified. What makes passes is kept beside each session until that is put away; presence is a row for each
 * registration and day, of which the last decision stands; a certificate is for somebody who was there for the share that is asked for.
 */
export class Migration20261126120000 extends Migration {
  override up(): void {
    this.#addSessions();
    this.#addPresence();
    this.#addCertificates();
    for (const statement of attendanceFunctions) this.addSql(statement);
    this.#addViews();
    this.#addRules();
    this.#addTrail();
  }

  #addSessions(): void {
    this.addSql(`create table "session_attendance" ("session_uuid" uuid not null, "required_share" int not null default 100, "check_in_key" bytea null, primary key ("session_uuid"));`);
    this.addSql(`alter table "session_attendance" add constraint "session_attendance_share" check (required_share >= 1 and required_share <= 100);`);
    this.addSql(`alter table "session_attendance" add constraint "session_attendance_session_uuid_foreign" foreign key ("session_uuid") references "training_session" ("uuid") on update cascade on delete cascade;`);
  }

  #addPresence(): void {
    this.addSql(`create table "presence" ("registration_uuid" uuid not null, "day" date not null, "session_uuid" uuid not null, "email" text not null default '', "state" text not null, "decided_at" timestamptz not null, "recorded_at" timestamptz not null default now(), "recorded_by_id" uuid null, "is_demonstration" boolean not null default false, primary key ("registration_uuid", "day"));`);
    this.addSql(`create index "presence_session_uuid_day_index" on "presence" ("session_uuid", "day");`);
    this.addSql(`create index "presence_email_index" on "presence" ("email");`);
    this.addSql(`create index "presence_recorded_by_id_index" on "presence" ("recorded_by_id");`);
    this.addSql(`alter table "presence" add constraint "presence_state_check" check ("state" in ('PRESENT', 'ABSENT', 'OPEN'));`);
    this.addSql(`alter table "presence" add constraint "presence_registration_uuid_foreign" foreign key ("registration_uuid") references "registration" ("uuid") on delete cascade;`);
    this.addSql(`alter table "presence" add constraint "presence_session_uuid_foreign" foreign key ("session_uuid") references "training_session" ("uuid") on delete cascade;`);
    this.addSql(`alter table "presence" add constraint "presence_recorded_by_id_foreign" foreign key ("recorded_by_id") references "person" ("id") on delete set null;`);
  }

  #addCertificates(): void {
    this.addSql(`create table "certificate" ("uuid" uuid not null, "number" text not null, "registration_uuid" uuid not null, "session_uuid" uuid not null, "email" text not null default '', "name" text not null, "shows_name" boolean not null, "issued_at" timestamptz not null default now(), "issued_by_id" uuid null, "revoked_at" timestamptz null, "revoked_by_id" uuid null, "revoked_reason" text null, "is_demonstration" boolean not null default false, primary key ("uuid"));`);
    this.addSql(`alter table "certificate" add constraint "certificate_number_unique" unique ("number");`);
    this.addSql(`create unique index "certificate_once" on "certificate" ("registration_uuid") where revoked_at is null;`);
    this.addSql(`create index "certificate_session_uuid_index" on "certificate" ("session_uuid");`);
    this.addSql(`create index "certificate_email_index" on "certificate" ("email");`);
    for (const table of ['presence', 'certificate']) this.addSql(`create trigger "${table}_reachable" before insert or update of "email" on "${table}" for each row execute function refuse_reachable();`);
    this.addSql(`create index "certificate_issued_by_id_index" on "certificate" ("issued_by_id");`);
    this.addSql(`create index "certificate_revoked_by_id_index" on "certificate" ("revoked_by_id");`);
    this.addSql(`alter table "certificate" add constraint "certificate_number" check (number ~ '^[0-9A-HJKMNP-TV-Z]{16}$');`);
    this.addSql(`alter table "certificate" add constraint "certificate_revoked" check ((revoked_at is null) = (revoked_reason is null));`);
    this.addSql(`alter table "certificate" add constraint "certificate_registration_uuid_foreign" foreign key ("registration_uuid") references "registration" ("uuid") on delete cascade;`);
    this.addSql(`alter table "certificate" add constraint "certificate_session_uuid_foreign" foreign key ("session_uuid") references "training_session" ("uuid") on delete cascade;`);
    this.addSql(`alter table "certificate" add constraint "certificate_issued_by_id_foreign" foreign key ("issued_by_id") references "person" ("id") on delete set null;`);
    this.addSql(`alter table "certificate" add constraint "certificate_revoked_by_id_foreign" foreign key ("revoked_by_id") references "person" ("id") on delete set null;`);
  }

  #addViews(): void {
    this.addSql(`create view "attendee" with (security_barrier = true) as ${ATTENDEE};`);
    this.addSql(`create view "verified_certificate" as ${VERIFIED};`);
    for (const event of ['insert', 'update', 'delete']) this.addSql(`create rule "verified_certificate_${event}" as on ${event} to "verified_certificate" do instead nothing;`);
  }

  #addRules(): void {
    for (const table of ['session_attendance', 'presence', 'certificate']) this.addSql(`alter table "${table}" enable row level security;`);
    this.addSql(`create policy "session_attendance_seen" on "session_attendance" for select using (${PREPARES});`);
    this.addSql(`create policy "session_attendance_changed" on "session_attendance" for update using (${PREPARES}) with check (${PREPARES});`);
    for (const table of ['presence', 'certificate']) {
      this.addSql(`create policy "${table}_seen" on "${table}" for select using (${PREPARES} or ${REGISTERS});`);
      this.addSql(`create policy "${table}_retained" on "${table}" for select using (acts_for('retention'));`);
      this.addSql(`create policy "${table}_forgotten" on "${table}" for delete using (acts_for('retention'));`);
    }
    this.addSql(`create policy "presence_recorded" on "presence" for insert with check (recorded_by_id = acting_person() and ${PREPARES});`);
    this.addSql(`create policy "presence_corrected" on "presence" for update using (${PREPARES}) with check (recorded_by_id = acting_person() and ${PREPARES});`);
    this.addSql(`create policy "certificate_issued" on "certificate" for insert with check (issued_by_id = acting_person() and revoked_at is null and ${PREPARES});`);
    // What is revoked stays so.
    this.addSql(`create policy "certificate_revoked" on "certificate" for update using (revoked_at is null and ${PREPARES}) with check (revoked_at is not null and revoked_by_id = acting_person() and ${PREPARES});`);
    this.addSql(`create policy "presence_my_data" on "presence" for select using (acts_for('my-data') and (recorded_by_id = acting_person() or email = ${ADDRESS}));`);
    this.addSql(`create policy "certificate_my_data" on "certificate" for select using (acts_for('my-data') and (acting_person() in (issued_by_id, revoked_by_id) or email = ${ADDRESS}));`);
  }

  #addTrail(): void {
    this.addSql(`alter table "audit_entry" drop constraint "audit_entry_subject_check";`);
    this.addSql(`alter table "audit_entry" add constraint "audit_entry_subject_check" check ("subject" in (${SUBJECTS}));`);
    // What is invented by nobody, as the demonstration is, is not told.
    const told = '(not new.is_demonstration or acting_person() is not null)';
    this.addSql(`create trigger "presence_added_recorded" after insert on "presence" for each row when ${told} execute function record_change('PRESENCE', 'registration_uuid', '', 'registration_uuid');`);
    this.addSql(`create trigger "presence_changed_recorded" after update on "presence" for each row when ${told} execute function record_change('PRESENCE', 'registration_uuid', 'state', 'registration_uuid');`);
    this.addSql(`create trigger "certificate_added_recorded" after insert on "certificate" for each row when ${told} execute function record_change('CERTIFICATE', 'uuid', '', 'uuid');`);
    this.addSql(`create trigger "certificate_changed_recorded" after update on "certificate" for each row when ${told} execute function record_change('CERTIFICATE', 'uuid', 'revoked_at', 'uuid');`);
  }
}
