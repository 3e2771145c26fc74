import { Migration } from '@mikro-orm/migrations';
import { requireSourceText } from './foundations.ts';

const LOCALES = `'fr', 'en', 'sq', 'bs', 'bg', 'hr', 'el', 'hu', 'mk', 'ro', 'sr-Cyrl', 'sr-Latn', 'cnr', 'sl', 'tr', 'uk'`;
const SUBJECTS = `'PERSON', 'MEMBER', 'SESSION', 'IDENTITY', 'INVITATION', 'ACCESS_REQUEST', 'PASSKEY', 'AUTHENTICATOR', 'RECOVERY_CODES', 'JOB', 'DATA_REQUEST', 'TRAINING_SESSION', 'CALENDAR_LINK', 'ORGANISATION', 'EXPERT', 'REGISTRATION', 'SESSION_QUOTA', 'FORM_QUESTION', 'PRESENCE', 'CERTIFICATE', 'EVALUATION', 'EXPORT', 'SESSION_PART'`;
const HOUR = `'^([01][0-9]|2[0-3]):[0-5][0-9]$'`;

/**
 * The parts of a session: on which of its days, by which hours of its clock. They are kept by the number of the day, so that a session
 * that is put off takes them with it. Once it has some, the days that count are those on which it has.
 */
export class Migration20261127120000 extends Migration {
  override up(): void {
    this.#addParts();
    this.#addFunctions();
    this.#addRules();
    this.#addTrail();
  }

  #addParts(): void {
    this.addSql(`create table "session_part" ("uuid" uuid not null, "source_locale" text not null, "source_version" int not null default 1, "session_uuid" uuid not null, "version" int not null default 1, "day" int not null, "starts" text not null, "ends" text not null, "format" text not null, "room" text null, primary key ("uuid"));`);
    this.addSql(`create index "session_part_session_uuid_day_starts_index" on "session_part" ("session_uuid", "day", "starts");`);
    this.addSql(`alter table "session_part" add constraint "session_part_session_uuid_foreign" foreign key ("session_uuid") references "training_session" ("uuid") on delete cascade;`);
    this.addSql(`alter table "session_part" add constraint "session_part_day" check (day >= 1);`);
    this.addSql(`alter table "session_part" add constraint "session_part_hours" check (starts ~ ${HOUR} and ends ~ ${HOUR} and ends > starts);`);
    this.addSql(`alter table "session_part" add constraint "session_part_source_locale_check" check ("source_locale" in (${LOCALES}));`);
    this.addSql(`alter table "session_part" add constraint "session_part_format_check" check ("format" in ('ON_SITE', 'ONLINE', 'HYBRID'));`);
    this.addSql(`create table "session_part_translation" ("part_uuid" uuid not null, "locale" text not null, "source_version" int not null default 1, "title" text not null, primary key ("part_uuid", "locale"));`);
    this.addSql(`alter table "session_part_translation" add constraint "session_part_translation_part_uuid_foreign" foreign key ("part_uuid") references "session_part" ("uuid") on delete cascade;`);
    this.addSql(`alter table "session_part_translation" add constraint "session_part_translation_locale_check" check ("locale" in (${LOCALES}));`);
    for (const statement of requireSourceText('session_part', 'uuid', 'session_part_translation', 'part_uuid', 'title')) this.addSql(`${statement};`);
    this.addSql(`create table "session_part_trainer" ("part_uuid" uuid not null, "expert_uuid" uuid not null, "session_uuid" uuid not null, primary key ("part_uuid", "expert_uuid"));`);
    this.addSql(`create index "session_part_trainer_session_uuid_expert_uuid_index" on "session_part_trainer" ("session_uuid", "expert_uuid");`);
    this.addSql(`create index "session_part_trainer_expert_uuid_index" on "session_part_trainer" ("expert_uuid");`);
    this.addSql(`alter table "session_part_trainer" add constraint "session_part_trainer_part_uuid_foreign" foreign key ("part_uuid") references "session_part" ("uuid") on update cascade on delete cascade;`);
    this.addSql(`alter table "session_part_trainer" add constraint "session_part_trainer_expert_uuid_foreign" foreign key ("expert_uuid") references "expert" ("uuid") on update cascade on delete cascade;`);
    this.addSql(`alter table "session_part_trainer" add constraint "session_part_trainer_session_uuid_foreign" foreign key ("session_uuid") references "training_session" ("uuid") on delete cascade;`);
  }

  #addFunctions(): void {
    // The instant at which the clock of a session shows an hour on one of its days.
    this.addSql(`create function part_instant(session_starts timestamptz, zone text, day int, hour text) returns timestamptz language sql stable parallel safe
      return ((session_starts at time zone zone)::date + (day - 1) + hour::time) at time zone zone;`);
    // The days on which somebody can be there. One that lasts no longer than a day has one, whatever its parts.
    this.addSql(`create function held_days(the_session uuid) returns date[] language sql stable security definer set search_path = public, pg_temp
      return (select case when s.ends_at - s.starts_at > interval '1 day' and exists (select from session_part p where p.session_uuid = s.uuid)
        then array(select distinct (s.starts_at at time zone s.time_zone)::date + p.day - 1 from session_part p where p.session_uuid = s.uuid order by 1)
        else session_days(s.starts_at, s.ends_at, s.time_zone) end from training_session s where s.uuid = the_session);`);
    this.addSql(`create or replace function present_days(the_registration uuid) returns int language sql stable security definer set search_path = public, pg_temp
      return (select count(*)::int from presence p where p.registration_uuid = the_registration and p.state = 'PRESENT' and p.day = any(held_days(p.session_uuid)));`);
    this.addSql(`create or replace function has_attended(the_registration uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
      return coalesce((select present_days(r.uuid) > 0 and present_days(r.uuid) * 100 >= a.required_share * cardinality(held_days(r.session_uuid))
        from registration r join session_attendance a on a.session_uuid = r.session_uuid where r.uuid = the_registration and r.state = 'CONFIRMED'), false);`);
    // Who teaches no longer in the session teaches none of its parts.
    this.addSql(`
      create function leave_parts() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
        delete from session_part_trainer where session_uuid = old.session_uuid and expert_uuid = old.expert_uuid;
        return null;
      end $body$;`);
    this.addSql(`create trigger "session_trainer_leaves_parts" after delete on "session_trainer" for each row execute function leave_parts();`);
  }

  #addRules(): void {
    for (const table of ['session_part', 'session_part_translation', 'session_part_trainer']) this.addSql(`alter table "${table}" enable row level security;`);
    const prepares = 'may_prepare_session(acting_person(), session_uuid)';
    // For whoever sees the session, which has a rule of its own.
    this.addSql(`create policy "session_part_seen" on "session_part" for select using (exists (select from training_session s where s.uuid = session_uuid));`);
    this.addSql(`create policy "session_part_made" on "session_part" for insert with check (${prepares});`);
    this.addSql(`create policy "session_part_changed" on "session_part" for update using (${prepares}) with check (${prepares});`);
    this.addSql(`create policy "session_part_removed" on "session_part" for delete using (${prepares});`);
    const of = (condition: string): string => `exists (select from session_part p where p.uuid = part_uuid${condition})`;
    const theirs = of(' and may_prepare_session(acting_person(), p.session_uuid)');
    this.addSql(`create policy "session_part_translation_seen" on "session_part_translation" for select using (${of('')});`);
    this.addSql(`create policy "session_part_translation_made" on "session_part_translation" for insert with check (${theirs});`);
    this.addSql(`create policy "session_part_translation_changed" on "session_part_translation" for update using (${theirs}) with check (${theirs});`);
    this.addSql(`create policy "session_part_translation_removed" on "session_part_translation" for delete using (${theirs});`);
    // They are reached through their part, which has the rule; of experts whose data somebody asks for, too.
    this.addSql(`create policy "session_part_trainer_seen" on "session_part_trainer" for select using (true);`);
    this.addSql(`create policy "session_part_trainer_made" on "session_part_trainer" for insert with check (${prepares} and exists (select from session_part p where p.uuid = part_uuid and p.session_uuid = session_part_trainer.session_uuid));`);
    this.addSql(`create policy "session_part_trainer_removed" on "session_part_trainer" for delete using (acts_for('retention') or ${prepares});`);
  }

  #addTrail(): void {
    this.addSql(`alter table "audit_entry" drop constraint "audit_entry_subject_check";`);
    this.addSql(`alter table "audit_entry" add constraint "audit_entry_subject_check" check ("subject" in (${SUBJECTS}));`);
    this.addSql(`create trigger "session_part_recorded" after insert or update or delete on "session_part" for each row when (acting_person() is not null)
      execute function record_change('SESSION_PART', 'uuid', 'day starts ends format room', 'session_uuid');`);
    // What is written anew, by its language.
    this.addSql(`
      create function record_part_texts() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
        insert into audit_entry (by_id, action, subject, object, part, before, after)
          select (select id from person where id = acting_person()), 'CHANGED', 'SESSION_PART', p.session_uuid, 'title.' || new.locale, old.title, new.title
          from session_part p where p.uuid = new.part_uuid and old.title is distinct from new.title;
        return null;
      end $body$;`);
    this.addSql(`create trigger "session_part_translation_recorded" after update on "session_part_translation" for each row when (acting_person() is not null) execute function record_part_texts();`);
  }
}
