import { Migration } from '@mikro-orm/migrations';

/** What holds an address of somebody who may be real. A mail is not among them: one to an address nobody guarded is not sent at all. */
const ADDRESSES = ['access_request', 'address_change', 'invitation', 'participant', 'person', 'registration'];

/** Of transactions that bring a real address, and of the one that makes a database a demonstration. */
const LOCK = 7266007;

/**
 * A database holds invented people, as whom anybody may sign in, or real ones. In a demonstration no column takes an address that
 * somebody can have, and where there is one no demonstration begins.
 */
export class Migration20261126100000 extends Migration {
  override up(): void {
    this.addSql(`create table "demonstration" ("is_one" boolean not null default true, "since" timestamptz not null default now(), constraint "demonstration_pkey" primary key ("is_one"), constraint "demonstration_once" check (is_one));`);
    this.addSql(`insert into "demonstration" select where exists (select from "person" where "is_demonstration") or exists (select from "expert" where "is_demonstration") or exists (select from "training_session" where "is_demonstration");`);
    // Everybody may know that there is one; only whoever prepares a database makes it one.
    this.addSql(`alter table "demonstration" enable row level security;`);
    this.addSql(`create policy "demonstration_known" on "demonstration" for select using (true);`);
    this.#addresses();
    this.#beginning();
    this.#mailbox();
  }

  #addresses(): void {
    // Reserved by RFC 2606 and RFC 6761, with what stands below them.
    this.addSql(`create function is_unreachable(address text) returns boolean language sql immutable parallel safe
      return address ~* '[@.](example|invalid|test|localhost)$|[@.]example[.](com|net|org)$';`);
    // Rules of rows hide the people of both sides from whoever asks, and this is not to depend on it.
    this.addSql(`
      create function refuse_reachable() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
        if not is_unreachable(new.email) then
          perform pg_advisory_xact_lock_shared(${LOCK});
          if exists (select from demonstration) then
            raise exception 'an address that somebody can have, in a demonstration' using errcode = 'PD001', table = tg_table_name, column = 'email';
          end if;
        end if;
        return new;
      end $body$;`);
    for (const table of ADDRESSES) {
      this.addSql(`create trigger "${table}_reachable" before insert or update of "email" on "${table}" for each row execute function refuse_reachable();`);
    }
  }

  #beginning(): void {
    this.addSql(`
      create function reachable_addresses() returns bigint language plpgsql security definer set search_path = public, pg_temp as $body$
      declare guarded regclass; found bigint; total bigint := 0; begin
        for guarded in select tgrelid::regclass from pg_trigger where tgfoid = 'refuse_reachable'::regproc loop
          execute format('select count(*) from %s where not is_unreachable(email)', guarded) into found;
          total := total + found;
        end loop;
        return total;
      end $body$;`);
    this.addSql(`
      create function begin_demonstration() returns trigger language plpgsql set search_path = public, pg_temp as $body$ begin
        perform pg_advisory_xact_lock(${LOCK});
        if reachable_addresses() > 0 then raise exception 'there are people here whom a mail can reach' using errcode = 'PD002'; end if;
        return new;
      end $body$;`);
    this.addSql(`create trigger "demonstration_begins" before insert on "demonstration" for each row execute function begin_demonstration();`);
    this.addSql(`
      create function refuse_invented() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
        if new.is_demonstration and not exists (select from demonstration) then
          raise exception 'an invented person, where there is no demonstration' using errcode = 'PD002';
        end if;
        return new;
      end $body$;`);
    this.addSql(`create trigger "person_invented" before insert or update of "is_demonstration" on "person" for each row execute function refuse_invented();`);
  }

  #mailbox(): void {
    this.addSql(`drop view "unreachable_mail";`);
    this.addSql(`create view "unreachable_mail" as select uuid, recipient, locale, subject, case when erase_at is null or erase_at > now() then text else null end as text, created_at
    from mail where is_unreachable(recipient);`);
    for (const event of ['insert', 'update', 'delete']) this.addSql(`create rule "unreachable_mail_${event}" as on ${event} to "unreachable_mail" do instead nothing;`);
  }
}
