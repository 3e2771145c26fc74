import { Migration } from '@mikro-orm/migrations';

/**
 * What runs as the owner looks for its tables among ours alone, never among the passing ones of whoever calls it; whoever is
 * suspended is no adviser to the rules of rows either, which ask that once for a statement; the mailbox of a demonstration is
 * only read; what erases people who are named to it is retention; and what was sent to an address is void once it is nobody's any more.
 */
export class Migration20261125193000 extends Migration {
  override up(): void {
    this.addSql(`
      create or replace function is_adviser() returns boolean language sql stable security definer
      return exists (select from member m join person p on p.id = m.person_id
        where m.person_id = acting_person() and m.role in ('ADVISER', 'ASSISTANT') and m.suspended_at is null and p.suspended_at is null
          and current_date >= m.since and current_date <= coalesce(m.until, 'infinity'));`);
    // What somebody did is looked for when they read what is kept about them, and when they go.
    this.addSql(`create index "audit_entry_by_id_index" on "audit_entry" ("by_id");`);
    this.#rules();
    this.#erasure();
    this.#addresses();
    this.#mails();
    for (const event of ['insert', 'update', 'delete']) this.addSql(`create rule "unreachable_mail_${event}" as on ${event} to "unreachable_mail" do instead nothing;`);
    this.#paths();
  }

  /** Once for each statement, and not for each row. */
  #rules(): void {
    for (const table of ['audit_entry', 'person', 'data_request']) this.addSql(`alter policy "${table}_adviser" on "${table}" using ((select is_adviser()));`);
    this.addSql(`alter policy "data_request_answered" on "data_request" using (acts_for('my-data') and (select is_adviser()));`);
  }

  #erasure(): void {
    this.addSql(`
      create or replace function erase_unused(who uuid, mark text, at timestamptz, unused interval, warned interval) returns boolean
      language plpgsql volatile security definer as $body$ begin
        if not acts_for('retention') then return false; end if;
        perform pg_advisory_xact_lock(7266006);
        if not exists (select from person where id = who and coalesce(last_sign_in_at, created_at) + unused <= at and warned_at + warned <= at)
          or is_last_adviser(who) then return false; end if;
        perform erase_person(who, mark);
        return true;
      end $body$;`);
  }

  /** An address that is corrected is corrected wherever it leads to its person. What waits was sent to the old one, whose reader is to come in by nothing. */
  #addresses(): void {
    this.addSql(`
      create or replace function follow_address() returns trigger language plpgsql security definer as $body$ begin
        update invitation set withdrawn_at = now() where email = old.email and accepted_at is null and withdrawn_at is null;
        delete from access_request where email = old.email and confirmed_at is null;
        update invitation set email = new.email where email = old.email;
        update access_request set email = new.email where email = old.email;
        return null;
      end $body$;`);
  }

  /** Whoever is written to is there until the mail is, so that erasing them takes it along; nothing is written to somebody who is gone. */
  #mails(): void {
    this.addSql(`
      create or replace function find_recipient() returns trigger language plpgsql security definer as $body$
      declare found_person uuid; begin
        select id into found_person from person where case when new.person_id is null then email = lower(new.recipient) else id = new.person_id end for key share;
        if new.person_id is not null and found_person is null then return null; end if;
        new.person_id := found_person;
        return new;
      end $body$;`);
  }

  /** Without it PostgreSQL looks among the passing tables of a connection first, which anybody may make. */
  #paths(): void {
    this.addSql(`
      do $body$ declare definer regprocedure; begin
        for definer in select oid from pg_proc where prosecdef and pronamespace = 'public'::regnamespace loop
          execute format('alter function %s set search_path = public, pg_temp', definer);
        end loop;
      end $body$;`);
  }
}
