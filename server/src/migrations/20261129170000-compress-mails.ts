import { Migration } from '@mikro-orm/migrations';

/** Many mails are written at once: who receives one is looked for by statements that are planned once, and its texts are compressed in the way that costs the least, where the server has it. */
export class Migration20261129170000 extends Migration {
  override up(): void {
    this.#find();
    this.#compress();
  }

  /** Whoever is written to is there until the mail is, and nothing is written to somebody who is gone. */
  #find(): void {
    this.addSql(`
      create or replace function find_recipient() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$
      declare
        found_person uuid;
      begin
        if new.person_id is null then
          select id into found_person from person where email = lower(new.recipient) for key share;
        else
          select id into found_person from person where id = new.person_id for key share;
          if found_person is null then return null; end if;
        end if;
        new.person_id := found_person;
        return new;
      end $body$;`);
  }

  #compress(): void {
    this.addSql(`
      do $body$ begin
        alter table "mail" alter column "html" set compression lz4, alter column "text" set compression lz4;
      exception when feature_not_supported then null;
      end $body$;`);
  }
}
