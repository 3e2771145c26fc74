import { Migration } from '@mikro-orm/migrations';
import { SETTLE } from './amending.ts';
import { consultationFunctions } from './consultations.ts';

const LOCALES = `'fr', 'en', 'sq', 'bs', 'bg', 'hr', 'el', 'hu', 'mk', 'ro', 'sr-Cyrl', 'sr-Latn', 'cnr', 'sl', 'tr', 'uk'`;
const SUBJECTS = `'PERSON', 'MEMBER', 'SESSION', 'IDENTITY', 'INVITATION', 'ACCESS_REQUEST', 'PASSKEY', 'AUTHENTICATOR', 'RECOVERY_CODES', 'JOB', 'DATA_REQUEST', 'TRAINING_SESSION', 'CALENDAR_LINK', 'ORGANISATION', 'EXPERT', 'REGISTRATION', 'SESSION_QUOTA', 'FORM_QUESTION', 'PRESENCE', 'CERTIFICATE', 'EVALUATION', 'EXPORT', 'SESSION_PART', 'SESSION_DOCUMENT', 'PARTICIPANT', 'SESSION_INVITATION', 'CLEARANCE', 'MISSION', 'MISSION_LEG', 'AVAILABILITY_CALL', 'AVAILABILITY_REQUEST', 'CONSULTATION', 'OPINION'`;

/** Whoever sees the leg; a post sees of it the consultation that counts, so that nothing tells it how often a mission was planned. */
const OF_LEG = 'exists (select from mission_leg l where l.uuid = leg_uuid)';
const OF_CONSULTATION = 'exists (select from consultation c where c.uuid = consultation_uuid)';

/** The services of a post are consulted about their leg of a mission, each by itself: they agree or object until the deadline, and their silence counts as the adviser has chosen. */
export class Migration20261212000100 extends Migration {
  override up(): void {
    this.addSql(SETTLE);
    this.addSql(`create table "consultation" ("uuid" uuid not null, "leg_uuid" uuid not null, "country_code" text not null, "round" int not null, "asked_at" timestamptz not null default now(), "due_on" date not null, "due_at" timestamptz not null, "silence_agrees" boolean not null, "rule_code" text not null default 'WORKING_DAYS', "rule_days" int not null, "asked_by_id" uuid null, "reminded_at" timestamptz null, "closed_at" timestamptz null, "is_void" boolean not null default false, "is_latest" boolean not null default true, primary key ("uuid"));`);
    this.addSql(`create unique index "consultation_latest" on "consultation" ("leg_uuid") where is_latest;`);
    this.addSql(`create index "consultation_country_code_index" on "consultation" ("country_code");`);
    this.addSql(`create index "consultation_asked_by_id_index" on "consultation" ("asked_by_id");`);
    this.addSql(`alter table "consultation" add constraint "consultation_leg_uuid_round_unique" unique ("leg_uuid", "round");`);
    this.addSql(`alter table "consultation" add constraint "consultation_by_chance" check (substr(uuid::text, 15, 1) = '4');`);
    this.addSql(`alter table "consultation" add constraint "consultation_rule" check (rule_days >= 2 and rule_days <= 20);`);
    this.addSql(`alter table "consultation" add constraint "consultation_rule_code_check" check ("rule_code" in ('WORKING_DAYS'));`);
    this.addSql(`alter table "consultation" add constraint "consultation_void" check (not is_void or closed_at is not null);`);
    this.addSql(`alter table "consultation" add constraint "consultation_leg_uuid_foreign" foreign key ("leg_uuid") references "mission_leg" ("uuid") on delete cascade;`);
    this.addSql(`alter table "consultation" add constraint "consultation_country_code_foreign" foreign key ("country_code") references "country" ("code");`);
    this.addSql(`alter table "consultation" add constraint "consultation_asked_by_id_foreign" foreign key ("asked_by_id") references "person" ("id") on delete set null;`);
    this.addSql(`create table "opinion" ("consultation_uuid" uuid not null, "service" text not null, "answer" text null, "remark" text null, "reason" text null, "locale" text null, "answered_at" timestamptz null, "answered_by_id" uuid null, "silence_agrees" boolean not null, "noted_silent_at" timestamptz null, "version" int not null default 1, primary key ("consultation_uuid", "service"));`);
    this.addSql(`create index "opinion_answered_by_id_index" on "opinion" ("answered_by_id");`);
    this.addSql(`alter table "opinion" add constraint "opinion_service_check" check ("service" in ('SCAC', 'SSI'));`);
    this.addSql(`alter table "opinion" add constraint "opinion_answer_check" check ("answer" in ('AGREED', 'OBJECTED'));`);
    this.addSql(`alter table "opinion" add constraint "opinion_answered" check ((answer is null) = (answered_at is null) and (answer is not null or (remark is null and reason is null and answered_by_id is null)));`);
    this.addSql(`alter table "opinion" add constraint "opinion_words" check (char_length(remark) <= 1000 and char_length(reason) <= 500 and (remark is null and reason is null) = (locale is null));`);
    this.addSql(`alter table "opinion" add constraint "opinion_locale_check" check ("locale" in (${LOCALES}));`);
    this.addSql(`alter table "opinion" add constraint "opinion_consultation_uuid_foreign" foreign key ("consultation_uuid") references "consultation" ("uuid") on delete cascade;`);
    this.addSql(`alter table "opinion" add constraint "opinion_answered_by_id_foreign" foreign key ("answered_by_id") references "person" ("id") on delete set null;`);
    for (const statement of consultationFunctions) this.addSql(`${statement};`);
    this.#addRules();
    this.#addTrail();
  }

  /** What is answered is answered by the function that knows who acts; what closes a consultation is a trigger of its leg. */
  #addRules(): void {
    for (const table of ['consultation', 'opinion']) this.addSql(`alter table "${table}" enable row level security;`);
    this.addSql(`create policy "consultation_seen" on "consultation" for select using (${OF_LEG} and (is_latest or (select is_adviser())));`);
    this.addSql(`create policy "consultation_made" on "consultation" for insert with check ((select is_adviser()) and ${OF_LEG});`);
    this.addSql(`create policy "consultation_my_data" on "consultation" for select using (acts_for('my-data') and asked_by_id = acting_person());`);
    this.addSql(`create policy "opinion_seen" on "opinion" for select using (${OF_CONSULTATION});`);
    this.addSql(`create policy "opinion_made" on "opinion" for insert with check ((select is_adviser()) and answer is null and noted_silent_at is null and ${OF_CONSULTATION});`);
    this.addSql(`create policy "opinion_my_data" on "opinion" for select using (acts_for('my-data') and answered_by_id = acting_person());`);
  }

  #addTrail(): void {
    this.addSql(`alter table "audit_entry" drop constraint "audit_entry_subject_check";`);
    this.addSql(`alter table "audit_entry" add constraint "audit_entry_subject_check" check ("subject" in (${SUBJECTS}));`);
  }
}
