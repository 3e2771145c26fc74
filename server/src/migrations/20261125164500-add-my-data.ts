import { Migration } from '@mikro-orm/migrations';

/**
 * What people do about the data kept about them: ask, correct, be erased. Whoever deletes a person, by whatever way, empties what
 * others' rows say of them. The work of retention, and what people do about their own data, say so (`passerelle.purpose`) and
 * reach no more than that.
 */
export class Migration20261125164500 extends Migration {
  override up(): void {
    this.#tables();
    this.#signIns();
    this.#mails();
    this.#rules();
    this.#erasure();
  }

  #tables(): void {
    this.addSql(`create table "data_request" ("uuid" uuid not null, "person_id" uuid not null, "kind" text not null, "text" text not null, "asked_at" timestamptz not null default now(), "due_on" date not null, "answered_at" timestamptz null, "answer" text null, primary key ("uuid"));`);
    this.addSql(`create index "data_request_person_id_index" on "data_request" ("person_id");`);
    this.addSql(`create index "data_request_due_on_index" on "data_request" ("due_on");`);
    this.addSql(`alter table "data_request" add constraint "data_request_answered" check ((answer is null) = (answered_at is null));`);
    this.addSql(`alter table "data_request" add constraint "data_request_kind_check" check ("kind" in ('RESTRICT', 'OBJECT'));`);
    this.addSql(`alter table "data_request" add constraint "data_request_person_id_foreign" foreign key ("person_id") references "person" ("id") on delete cascade;`);
    this.addSql(`create table "address_change" ("person_id" uuid not null, "email" text not null, "secret_hash" text not null, "created_at" timestamptz not null default now(), primary key ("person_id"));`);
    this.addSql(`alter table "address_change" add constraint "address_change_email" check (email = lower(email));`);
    this.addSql(`alter table "address_change" add constraint "address_change_person_id_foreign" foreign key ("person_id") references "person" ("id") on update cascade on delete cascade;`);
    this.addSql(`create table "erased_person" ("mark" text not null, "at" timestamptz not null default now(), primary key ("mark"));`);
    this.addSql(`alter table "audit_entry" drop constraint "audit_entry_subject_check";`);
    this.addSql(`alter table "audit_entry" add constraint "audit_entry_subject_check" check ("subject" in ('PERSON', 'MEMBER', 'SESSION', 'IDENTITY', 'INVITATION', 'ACCESS_REQUEST', 'PASSKEY', 'AUTHENTICATOR', 'RECOVERY_CODES', 'JOB', 'DATA_REQUEST'));`);
    this.addSql(`create trigger "data_request_recorded" after insert or update on "data_request" for each row execute function record_change('DATA_REQUEST', 'person_id', 'answered_at');`);
  }

  #signIns(): void {
    this.addSql(`alter table "person" add column "last_sign_in_at" timestamptz null, add column "warned_at" timestamptz null;`);
    this.addSql(`update person p set last_sign_in_at = (select max(created_at) from sign_in_session s where s.person_id = p.id);`);
    this.addSql(`
      create function note_sign_in() returns trigger language plpgsql security definer set search_path = public as $body$ begin
        update person set last_sign_in_at = new.created_at, warned_at = null where id = new.person_id;
        return null;
      end $body$;`);
    this.addSql(`create trigger "sign_in_session_noted" after insert on "sign_in_session" for each row execute function note_sign_in();`);
  }

  #mails(): void {
    this.addSql(`alter table "mail" add column "person_id" uuid null;`);
    this.addSql(`create index "mail_person_id_index" on "mail" ("person_id");`);
    this.addSql(`update mail m set person_id = p.id from person p where p.email = lower(m.recipient);`);
    this.addSql(`
      create function find_recipient() returns trigger language plpgsql security definer set search_path = public as $body$ begin
        new.person_id := coalesce(new.person_id, (select id from person where email = lower(new.recipient)));
        return new;
      end $body$;`);
    this.addSql(`create trigger "mail_has_person" before insert on "mail" for each row execute function find_recipient();`);
    // Only a mail that has left has warned anybody.
    this.addSql(`
      create function note_warning() returns trigger language plpgsql security definer set search_path = public as $body$ begin
        update person set warned_at = new.sent_at where id = new.person_id;
        return null;
      end $body$;`);
    this.addSql(`
      create trigger "mail_warned" after update on "mail" for each row
      when (new.template = 'unusedAccount' and old.sent_at is null and new.sent_at is not null) execute function note_warning();`);
  }

  #rules(): void {
    this.addSql(`create function acts_for(purpose text) returns boolean language sql stable parallel safe
      return coalesce(current_setting('passerelle.purpose', true), '') = purpose;`);
    for (const table of ['data_request', 'address_change', 'erased_person']) this.addSql(`alter table "${table}" enable row level security;`);
    this.addSql(`create policy "data_request_own" on "data_request" for select using (person_id = acting_person());`);
    this.addSql(`create policy "data_request_made" on "data_request" for insert with check (acts_for('my-data') and person_id = acting_person() and answer is null);`);
    this.addSql(`create policy "data_request_adviser" on "data_request" for select using (is_adviser());`);
    this.addSql(`create policy "data_request_answered" on "data_request" for update using (acts_for('my-data') and is_adviser());`);
    this.addSql(`create policy "address_change_own" on "address_change" using (acts_for('my-data') and person_id = acting_person());`);
    this.addSql(`create policy "person_corrected" on "person" for update using (acts_for('my-data') and id = acting_person());`);
    // What people read of the data kept about them.
    const address = '(select email from person where id = acting_person())';
    this.addSql(`create policy "invitation_my_data" on "invitation" for select using (acts_for('my-data') and (acting_person() in (accepted_by_id, invited_by_id) or email = ${address}));`);
    this.addSql(`create policy "access_request_my_data" on "access_request" for select using (acts_for('my-data') and (acting_person() = decided_by_id or email = ${address}));`);
    this.addSql(`create policy "mail_my_data" on "mail" for select using (acts_for('my-data') and person_id = acting_person());`);
    this.addSql(`create policy "recovery_codes_my_data" on "recovery_codes" for select using (acts_for('my-data') and person_id = acting_person());`);
    this.addSql(`create policy "sign_in_verification_my_data" on "sign_in_verification" using (
      acts_for('my-data') and position(to_json((select email from person where id = acting_person()))::text in value) > 0);`);
    this.addSql(`create policy "audit_entry_my_data" on "audit_entry" for select using (acts_for('my-data') and acting_person() in (by_id, about_id));`);
    for (const table of ['person', 'mail', 'member', 'data_request', 'address_change']) {
      this.addSql(`create policy "${table}_retained" on "${table}" for select using (acts_for('retention'));`);
      if (table !== 'person' && table !== 'mail') this.addSql(`create policy "${table}_forgotten" on "${table}" for delete using (acts_for('retention'));`);
    }
  }

  #erasure(): void {
    this.addSql(`
      create function empty_what_is_of() returns trigger language plpgsql security definer set search_path = public as $body$ begin
        delete from sign_in_verification where position(to_json(old.email)::text in value) > 0;
        delete from mail where person_id = old.id or lower(recipient) = old.email;
        delete from invitation where accepted_by_id = old.id or email = old.email;
        delete from access_request where email = old.email;
        update audit_entry set before = null, after = null where about_id = old.id;
        return old;
      end $body$;`);
    this.addSql(`create trigger "person_emptied" before delete on "person" for each row execute function empty_what_is_of();`);
    // An address that is corrected is corrected wherever it leads to its person.
    this.addSql(`
      create function follow_address() returns trigger language plpgsql security definer set search_path = public as $body$ begin
        update invitation set email = new.email where email = old.email;
        update access_request set email = new.email where email = old.email;
        return null;
      end $body$;`);
    this.addSql(`create trigger "person_followed" after update of "email" on "person" for each row when (old.email is distinct from new.email) execute function follow_address();`);
    this.addSql(`create function is_last_adviser(who uuid) returns boolean language sql stable security definer set search_path = public
      begin atomic
        with adviser as (
          select person_id from member m join person p on p.id = m.person_id
          where m.role = 'ADVISER' and m.suspended_at is null and p.suspended_at is null and current_date >= m.since and current_date <= coalesce(m.until, 'infinity'))
        select exists (select from adviser where person_id = who) and not exists (select from adviser where person_id <> who);
      end;`);
    // Not for the application: the two below say whom it may erase.
    this.addSql(`create function erase_person(who uuid, mark text) returns void language sql volatile security definer set search_path = public
      begin atomic
        insert into erased_person (mark) values (mark) on conflict do nothing;
        delete from person where id = who;
      end;`);
    this.addSql(`revoke all on function erase_person(uuid, text) from public;`);
    this.addSql(`
      create function erase_me(mark text) returns boolean language plpgsql volatile security definer set search_path = public as $body$ begin
        -- Two advisers who leave at once do so one after the other.
        perform pg_advisory_xact_lock(7266006);
        if not exists (select from person where id = acting_person()) or is_last_adviser(acting_person()) then return false; end if;
        perform erase_person(acting_person(), mark);
        return true;
      end $body$;`);
    this.addSql(`
      create function erase_unused(who uuid, mark text, at timestamptz, unused interval, warned interval) returns boolean
      language plpgsql volatile security definer set search_path = public as $body$ begin
        perform pg_advisory_xact_lock(7266006);
        if not exists (select from person where id = who and coalesce(last_sign_in_at, created_at) + unused <= at and warned_at + warned <= at)
          or is_last_adviser(who) then return false; end if;
        perform erase_person(who, mark);
        return true;
      end $body$;`);
  }
}
