import { Migration } from '@mikro-orm/migrations';
import { placesFunctions } from './places.ts';

const LOCALES = `'fr', 'en', 'sq', 'bs', 'bg', 'hr', 'el', 'hu', 'mk', 'ro', 'sr-Cyrl', 'sr-Latn', 'cnr', 'sl', 'tr', 'uk'`;
const SUBJECTS = `'PERSON', 'MEMBER', 'SESSION', 'IDENTITY', 'INVITATION', 'ACCESS_REQUEST', 'PASSKEY', 'AUTHENTICATOR', 'RECOVERY_CODES', 'JOB', 'DATA_REQUEST', 'TRAINING_SESSION', 'CALENDAR_LINK', 'ORGANISATION', 'EXPERT', 'REGISTRATION', 'SESSION_QUOTA'`;
const SECTORS = `'AUTHORITY', 'CIVIL_SOCIETY', 'OTHER'`;

/** A role `a` of somebody `p` that gives rights today. */
const ACTING = `member a join person p on p.id = a.person_id and p.suspended_at is null and a.suspended_at is null
  and current_date >= a.since and current_date <= coalesce(a.until, 'infinity')`;

/**
 * Who takes part in training sessions, in what places, and who waits for one. The counters of places and quotas follow the rows
 * of `registration` by a trigger, and no way to change a row passes it by. The rules of the tables say the same as the policies.
 */
export class Migration20261125220000 extends Migration {
  override up(): void {
    this.#addParticipants();
    this.#addRegistrations();
    this.#addQuotas();
    for (const statement of placesFunctions) this.addSql(statement);
    this.#addQuestions();
    this.#addRules();
    this.#addTrail();
    this.#addErasure();
  }

  #addParticipants(): void {
    this.addSql(`create table "participant" ("uuid" uuid not null, "organisation_slug" text null, "name" text not null, "email" text not null, "locale" text not null, "country_code" text not null, "profession_code" text null, "sector" text not null, "created_at" timestamptz not null default now(), "is_demonstration" boolean not null default false, primary key ("uuid"));`);
    this.addSql(`create unique index "participant_once" on "participant" ("organisation_slug", "country_code", "email") nulls not distinct;`);
    this.addSql(`create index "participant_email_index" on "participant" ("email");`);
    this.addSql(`alter table "participant" add constraint "participant_email" check (email = lower(normalize(email, nfc)));`);
    this.addSql(`alter table "participant" add constraint "participant_place" check (organisation_slug is not null or sector = 'AUTHORITY');`);
    this.addSql(`alter table "participant" add constraint "participant_locale_check" check ("locale" in (${LOCALES}));`);
    this.addSql(`alter table "participant" add constraint "participant_sector_check" check ("sector" in (${SECTORS}));`);
    this.addSql(`alter table "participant" add constraint "participant_organisation_slug_foreign" foreign key ("organisation_slug") references "organisation" ("slug") on delete cascade;`);
    this.addSql(`alter table "participant" add constraint "participant_country_code_foreign" foreign key ("country_code") references "country" ("code") on delete cascade;`);
    this.addSql(`alter table "participant" add constraint "participant_profession_code_foreign" foreign key ("profession_code") references "profession" ("code") on delete set null;`);
  }

  #addRegistrations(): void {
    this.addSql(`create table "registration" ("uuid" uuid not null, "session_uuid" uuid not null, "participant_uuid" uuid not null, "email" text not null, "organisation_slug" text null, "country_code" text not null, "sector" text not null, "profession_code" text null, "mode" text not null, "state" text not null, "registered_by_id" uuid null, "submission" uuid not null, "consented_at" timestamptz not null, "registered_at" timestamptz not null default now(), "waits_since" timestamptz null, "offered_until" timestamptz null, "offer_secret_hash" text null, "decided_at" timestamptz null, "decided_by_id" uuid null, "refused_reason" text null, "ending" text null, "ended_at" timestamptz null, "period" tstzrange null, "is_demonstration" boolean not null default false, primary key ("uuid"));`);
    this.addSql(`create unique index "registration_once" on "registration" ("session_uuid", "participant_uuid") where state <> 'WITHDRAWN';`);
    this.addSql(`alter table "registration" add constraint "registration_submitted_once" unique ("submission", "session_uuid", "participant_uuid");`);
    this.addSql(`alter table "registration" add constraint "registration_offer_secret_hash_unique" unique ("offer_secret_hash");`);
    this.addSql(`create index "registration_waiting" on "registration" ("session_uuid", "waits_since", "uuid") where state = 'WAITING';`);
    this.addSql(`create index "registration_offers" on "registration" ("offered_until") where state = 'OFFERED';`);
    this.addSql(`create index "registration_participant_uuid_index" on "registration" ("participant_uuid");`);
    this.addSql(`create index "registration_email_index" on "registration" ("email");`);
    this.addSql(`create index "registration_organisation_slug_index" on "registration" ("organisation_slug");`);
    this.addSql(`create index "registration_country_code_state_index" on "registration" ("country_code", "state");`);
    this.addSql(`create index "registration_registered_by_id_index" on "registration" ("registered_by_id");`);
    this.addSql(`alter table "registration" add constraint "registration_apart" exclude using gist ("participant_uuid" with =, "period" with &&) where (state in ('CONFIRMED', 'OFFERED'));`);
    this.addSql(`alter table "registration" add constraint "registration_waits" check (state <> 'WAITING' or waits_since is not null);`);
    this.addSql(`alter table "registration" add constraint "registration_offered" check (state <> 'OFFERED' or offered_until is not null);`);
    this.addSql(`alter table "registration" add constraint "registration_refused" check ((state = 'REFUSED') = (refused_reason is not null));`);
    this.addSql(`alter table "registration" add constraint "registration_ended" check ((state = 'WITHDRAWN') = (ending is not null) and (ending is null) = (ended_at is null));`);
    this.addSql(`alter table "registration" add constraint "registration_sector_check" check ("sector" in (${SECTORS}));`);
    this.addSql(`alter table "registration" add constraint "registration_mode_check" check ("mode" in ('ON_SITE', 'ONLINE'));`);
    this.addSql(`alter table "registration" add constraint "registration_state_check" check ("state" in ('AWAITING_VALIDATION', 'CONFIRMED', 'WAITING', 'OFFERED', 'REFUSED', 'WITHDRAWN'));`);
    this.addSql(`alter table "registration" add constraint "registration_ending_check" check ("ending" in ('WITHDRAWN', 'DECLINED', 'LAPSED'));`);
    this.addSql(`alter table "registration" add constraint "registration_session_uuid_foreign" foreign key ("session_uuid") references "training_session" ("uuid") on delete cascade;`);
    this.addSql(`alter table "registration" add constraint "registration_participant_uuid_foreign" foreign key ("participant_uuid") references "participant" ("uuid") on delete cascade;`);
    this.addSql(`alter table "registration" add constraint "registration_organisation_slug_foreign" foreign key ("organisation_slug") references "organisation" ("slug") on delete cascade;`);
    this.addSql(`alter table "registration" add constraint "registration_country_code_foreign" foreign key ("country_code") references "country" ("code") on delete cascade;`);
    this.addSql(`alter table "registration" add constraint "registration_profession_code_foreign" foreign key ("profession_code") references "profession" ("code") on delete set null;`);
    this.addSql(`alter table "registration" add constraint "registration_registered_by_id_foreign" foreign key ("registered_by_id") references "person" ("id") on delete set null;`);
    this.addSql(`alter table "registration" add constraint "registration_decided_by_id_foreign" foreign key ("decided_by_id") references "person" ("id") on delete set null;`);
  }

  #addQuotas(): void {
    this.addSql(`create table "session_quota" ("uuid" uuid not null, "session_uuid" uuid not null, "kind" text not null, "key" text not null, "places" int not null, primary key ("uuid"));`);
    this.addSql(`alter table "session_quota" add constraint "session_quota_session_uuid_kind_key_unique" unique ("session_uuid", "kind", "key");`);
    this.addSql(`alter table "session_quota" add constraint "session_quota_places" check (places >= 0);`);
    this.addSql(`alter table "session_quota" add constraint "session_quota_kind_check" check ("kind" in ('COUNTRY', 'SECTOR', 'PROFESSION', 'MODE'));`);
    this.addSql(`alter table "session_quota" add constraint "session_quota_session_uuid_foreign" foreign key ("session_uuid") references "training_session" ("uuid") on delete cascade;`);
    this.addSql(`create table "quota_count" ("quota_uuid" uuid not null, "value" text not null, "taken" int not null default 0, primary key ("quota_uuid", "value"));`);
    this.addSql(`alter table "quota_count" add constraint "quota_count_taken" check (taken >= 0);`);
    this.addSql(`alter table "quota_count" add constraint "quota_count_quota_uuid_foreign" foreign key ("quota_uuid") references "session_quota" ("uuid") on delete cascade;`);
  }

  /** Questions that the rules of rows ask the tables, past the rules of those. */
  #addQuestions(): void {
    const question = (name: string, parameters: string, answer: string): void =>
      this.addSql(`create function ${name}(${parameters}) returns boolean language sql stable security definer set search_path = public, pg_temp return ${answer};`);
    question('may_register', 'who uuid, the_organisation text, the_country text', `exists (select from ${ACTING} where a.person_id = who and (
      (a.role in ('NGO_COORDINATOR', 'NGO_MEMBER', 'INTERNATIONAL') and a.organisation_slug = the_organisation)
      or (a.role = 'AUTHORITY' and the_organisation is null and a.country_code = the_country)))`);
    question('is_post_of', 'who uuid, the_country text', `exists (select from ${ACTING} where a.person_id = who and a.role in ('SCAC', 'SSI') and a.country_code = the_country)`);
  }

  #addRules(): void {
    for (const table of ['participant', 'registration', 'session_quota', 'quota_count']) {
      this.addSql(`alter table "${table}" enable row level security;`);
      this.addSql(`create policy "${table}_places" on "${table}" using (acts_for('places'));`);
    }
    const registers = 'may_register(acting_person(), organisation_slug, country_code)';
    const validates = 'may_decide(acting_person(), country_code)';
    const sees = `(select is_adviser()) or ${registers} or is_post_of(acting_person(), country_code)`;
    for (const table of ['participant', 'registration']) this.addSql(`create policy "${table}_seen" on "${table}" for select using (${sees});`);
    this.addSql(`create policy "participant_added" on "participant" for insert with check (${registers});`);
    this.addSql(`create policy "participant_corrected" on "participant" for update using (${registers}) with check (${registers});`);
    this.addSql(`create policy "registration_made" on "registration" for insert with check (registered_by_id = acting_person() and state in ('AWAITING_VALIDATION', 'WAITING') and ${registers});`);
    // Whoever registers withdraws; the embassy decides about what waits for it. All else is done by the functions of places.
    this.addSql(`create policy "registration_withdrawn" on "registration" for update using (${registers}) with check (state = 'WITHDRAWN' and ${registers});`);
    this.addSql(`create policy "registration_decided" on "registration" for update using (state = 'AWAITING_VALIDATION' and ${validates}) with check (state in ('WAITING', 'REFUSED') and decided_by_id = acting_person() and ${validates});`);
    const prepares = 'may_prepare_session(acting_person(), session_uuid)';
    this.addSql(`create policy "session_quota_prepared" on "session_quota" using (${prepares}) with check (${prepares});`);
    this.addSql(`create policy "quota_count_prepared" on "quota_count" for select using (exists (select from session_quota q where q.uuid = quota_uuid));`);
    // Who is written to, and in which language.
    for (const table of ['person', 'member']) this.addSql(`create policy "${table}_places" on "${table}" for select using (acts_for('places'));`);
    const address = '(select email from person where id = acting_person())';
    this.addSql(`create policy "participant_my_data" on "participant" for select using (acts_for('my-data') and email = ${address});`);
    this.addSql(`create policy "registration_my_data" on "registration" for select using (acts_for('my-data') and (acting_person() in (registered_by_id, decided_by_id) or email = ${address}));`);
    for (const table of ['participant', 'registration']) {
      this.addSql(`create policy "${table}_retained" on "${table}" for select using (acts_for('retention'));`);
      this.addSql(`create policy "${table}_forgotten" on "${table}" for delete using (acts_for('retention'));`);
    }
  }

  #addTrail(): void {
    this.addSql(`alter table "audit_entry" drop constraint "audit_entry_subject_check";`);
    this.addSql(`alter table "audit_entry" add constraint "audit_entry_subject_check" check ("subject" in (${SUBJECTS}));`);
    // What is invented by nobody, as the demonstration is, is not told.
    this.addSql(`create trigger "registration_recorded" after insert or update on "registration" for each row when (not new.is_demonstration or acting_person() is not null) execute function record_change('REGISTRATION', 'uuid', 'state', 'uuid');`);
    this.addSql(`create trigger "session_quota_recorded" after insert or update or delete on "session_quota" for each row when (acting_person() is not null) execute function record_change('SESSION_QUOTA', 'uuid', 'places', 'uuid');`);
  }

  /** Somebody who is erased is erased as a participant too, and an address that is corrected is corrected here. */
  #addErasure(): void {
    this.addSql(`
      create function empty_participants() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
        delete from participant where email = old.email;
        return old;
      end $body$;`);
    this.addSql(`create trigger "person_emptied_of_places" before delete on "person" for each row execute function empty_participants();`);
    this.addSql(`
      create function follow_participant() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
        update participant p set email = new.email where email = old.email and not exists (
          select from participant o where o.organisation_slug is not distinct from p.organisation_slug and o.country_code = p.country_code and o.email = new.email);
        update registration set email = new.email where email = old.email;
        return null;
      end $body$;`);
    this.addSql(`create trigger "person_followed_by_places" after update of "email" on "person" for each row when (old.email is distinct from new.email) execute function follow_participant();`);
  }
}
