import { Migration } from '@mikro-orm/migrations';
import { amended, SETTLE } from './amending.ts';
import { availabilityFunctions } from './availability.ts';
import { requireSourceText } from './foundations.ts';

const LOCALES = `'fr', 'en', 'sq', 'bs', 'bg', 'hr', 'el', 'hu', 'mk', 'ro', 'sr-Cyrl', 'sr-Latn', 'cnr', 'sl', 'tr', 'uk'`;
const SUBJECTS = `'PERSON', 'MEMBER', 'SESSION', 'IDENTITY', 'INVITATION', 'ACCESS_REQUEST', 'PASSKEY', 'AUTHENTICATOR', 'RECOVERY_CODES', 'JOB', 'DATA_REQUEST', 'TRAINING_SESSION', 'CALENDAR_LINK', 'ORGANISATION', 'EXPERT', 'REGISTRATION', 'SESSION_QUOTA', 'FORM_QUESTION', 'PRESENCE', 'CERTIFICATE', 'EVALUATION', 'EXPORT', 'SESSION_PART', 'SESSION_DOCUMENT', 'PARTICIPANT', 'SESSION_INVITATION', 'CLEARANCE', 'MISSION', 'MISSION_LEG', 'AVAILABILITY_CALL', 'AVAILABILITY_REQUEST'`;
const TABLES = ['availability_call', 'availability_call_translation', 'availability_request'];

/** Somebody invented calls for nobody real, and sees no call that somebody real has made. */
const THEIRS = '(select is_adviser()) and (is_demonstration or not (select acts_invented()))';
const CALL = 'exists (select from availability_call c where c.uuid = call_uuid)';
const EXPERT = 'exists (select from expert e where e.uuid = expert_uuid)';
/** Of one side: nobody real is asked by an invented call. */
const BOTH = 'exists (select from availability_call c join expert e on e.is_demonstration = c.is_demonstration where c.uuid = call_uuid and e.uuid = expert_uuid)';

/**
 * Calls for availability: the adviser asks experts on which days of a period they are free. Each answers what they were asked, by the link of a mail or in their account; what the others
 * are asked, and answer, is the adviser's alone.
 */
export class Migration20261209000100 extends Migration {
  override up(): void {
    this.addSql(SETTLE);
    this.#addTables();
    for (const statement of availabilityFunctions) this.addSql(`${statement};`);
    this.#addRules();
    this.#addTrail();
  }

  #addTables(): void {
    this.addSql(`create table "availability_call" ("uuid" uuid not null, "source_locale" text not null, "source_version" int not null default 1, "from_on" date not null, "until_on" date not null, "answers_until" date not null, "version" int not null default 1, "prepared_by_id" uuid null, "closed_at" timestamptz null, "is_demonstration" boolean not null default false, primary key ("uuid"));`);
    this.addSql(`create index "availability_call_from_on_uuid_index" on "availability_call" ("from_on", "uuid");`);
    this.addSql(`create index "availability_call_prepared_by_id_index" on "availability_call" ("prepared_by_id");`);
    this.addSql(`alter table "availability_call" add constraint "availability_call_source_locale_check" check ("source_locale" in (${LOCALES}));`);
    this.addSql(`alter table "availability_call" add constraint "availability_call_period" check (until_on >= from_on and until_on - from_on < 62);`);
    this.addSql(`alter table "availability_call" add constraint "availability_call_deadline" check (answers_until <= from_on);`);
    this.addSql(`alter table "availability_call" add constraint "availability_call_prepared_by_id_foreign" foreign key ("prepared_by_id") references "person" ("id") on delete set null;`);
    this.addSql(`create table "availability_call_translation" ("call_uuid" uuid not null, "locale" text not null, "source_version" int not null default 1, "title" text null, "note" text null, primary key ("call_uuid", "locale"));`);
    this.addSql(`alter table "availability_call_translation" add constraint "availability_call_translation_locale_check" check ("locale" in (${LOCALES}));`);
    this.addSql(`alter table "availability_call_translation" add constraint "availability_call_translation_call_uuid_foreign" foreign key ("call_uuid") references "availability_call" ("uuid") on delete cascade;`);
    for (const statement of requireSourceText('availability_call', 'uuid', 'availability_call_translation', 'call_uuid', 'title')) this.addSql(`${statement};`);
    this.addSql(`create table "availability_request" ("uuid" uuid not null, "call_uuid" uuid not null, "expert_uuid" uuid not null, "submission" uuid not null, "secret_hash" text null, "asked_at" timestamptz not null default now(), "answered_at" timestamptz null, "answers" text[] not null default '{}', "remark" text null, "remark_locale" text null, "version" int not null default 1, primary key ("uuid"));`);
    this.addSql(`alter table "availability_request" add constraint "availability_request_secret_hash_unique" unique ("secret_hash");`);
    this.addSql(`alter table "availability_request" add constraint "availability_request_call_uuid_expert_uuid_unique" unique ("call_uuid", "expert_uuid");`);
    this.addSql(`create index "availability_request_expert_uuid_index" on "availability_request" ("expert_uuid");`);
    this.addSql(`alter table "availability_request" add constraint "availability_request_answers_check" check (answers <@ array['YES', 'NO', 'PERHAPS']);`);
    this.addSql(`alter table "availability_request" add constraint "availability_request_answered" check ((answered_at is null) = (cardinality(answers) = 0));`);
    this.addSql(`alter table "availability_request" add constraint "availability_request_remark" check (char_length(remark) <= 500 and (remark is null) = (remark_locale is null));`);
    this.addSql(`alter table "availability_request" add constraint "availability_request_remark_locale_check" check ("remark_locale" in (${LOCALES}));`);
    this.addSql(`alter table "availability_request" add constraint "availability_request_call_uuid_foreign" foreign key ("call_uuid") references "availability_call" ("uuid") on delete cascade;`);
    this.addSql(`alter table "availability_request" add constraint "availability_request_expert_uuid_foreign" foreign key ("expert_uuid") references "expert" ("uuid") on delete cascade;`);
  }

  /** What is answered is answered by the function that is given the secret, or who acts. */
  #addRules(): void {
    for (const table of TABLES) this.addSql(`alter table "${table}" enable row level security;`);
    this.addSql(`create policy "availability_call_seen" on "availability_call" for select using ((${THEIRS}) or is_asked_by(uuid));`);
    this.addSql(`create policy "availability_call_made" on "availability_call" for insert with check ((select is_adviser()) and is_demonstration = (select acts_invented()));`);
    this.addSql(`create policy "availability_call_changed" on "availability_call" for update using (${THEIRS}) with check (${THEIRS});`);
    this.addSql(`create policy "availability_call_my_data" on "availability_call" for select using (acts_for('my-data') and prepared_by_id = acting_person());`);
    this.addSql(`create policy "availability_call_retained" on "availability_call" for select using (acts_for('retention'));`);
    this.addSql(`create policy "availability_call_forgotten" on "availability_call" for delete using (acts_for('retention'));`);
    this.addSql(`create policy "availability_call_translation_seen" on "availability_call_translation" for select using (${CALL});`);
    this.addSql(`create policy "availability_call_translation_made" on "availability_call_translation" for insert with check ((select is_adviser()) and ${CALL});`);
    this.addSql(`create policy "availability_call_translation_changed" on "availability_call_translation" for update using ((select is_adviser()) and ${CALL}) with check ((select is_adviser()) and ${CALL});`);
    this.addSql(`create policy "availability_call_translation_removed" on "availability_call_translation" for delete using ((select is_adviser()) and ${CALL});`);
    this.addSql(`create policy "availability_request_seen" on "availability_request" for select using (case when (select is_adviser()) then ${EXPERT} else is_own_sheet(expert_uuid) end);`);
    this.addSql(`create policy "availability_request_made" on "availability_request" for insert with check ((select is_adviser()) and answered_at is null and ${BOTH});`);
    this.addSql(`create policy "availability_request_changed" on "availability_request" for update using ((select is_adviser()) and answered_at is null and ${EXPERT}) with check ((select is_adviser()) and answered_at is null and ${BOTH});`);
  }

  #addTrail(): void {
    this.addSql(`alter table "audit_entry" drop constraint "audit_entry_subject_check";`);
    this.addSql(`alter table "audit_entry" add constraint "audit_entry_subject_check" check ("subject" in (${SUBJECTS}));`);
    this.addSql(`create trigger "availability_call_recorded" after insert or update on "availability_call" for each row when (acting_person() is not null)
      execute function record_change('AVAILABILITY_CALL', 'uuid', 'from_on until_on answers_until closed_at', 'uuid');`);
    this.addSql(`create trigger "availability_call_translation_recorded" after insert or update on "availability_call_translation" for each row when (acting_person() is not null) execute function record_call_texts();`);
    this.addSql(`create trigger "availability_request_asked" after insert on "availability_request" for each row when (acting_person() is not null) execute function record_availability_request();`);
    this.addSql(`create trigger "availability_request_asked_again" after update of "submission" on "availability_request" for each row when (acting_person() is not null and old.submission <> new.submission) execute function record_availability_request();`);
    this.addSql(`create trigger "availability_request_answered" after update of "answered_at" on "availability_request" for each row when (new.answered_at is not null and old.answered_at is distinct from new.answered_at) execute function record_availability_request();`);
    // Who is erased is named by no entry.
    this.addSql(`${amended('empty_what_was_cleared()', `subject = 'CLEARANCE'`, `subject in ('CLEARANCE', 'AVAILABILITY_REQUEST')`)};`);
  }
}
