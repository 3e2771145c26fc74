import { Migration } from '@mikro-orm/migrations';

/**
 * The institution of an expert is the adviser's to see until its expert has chosen, as the name and the address are: on sheets that come, on
 * those that nobody has chosen for, and once more on those that are taken from an account. What invented experts show, they have chosen.
 */
export class Migration20261201200000 extends Migration {
  override up(): void {
    this.addSql(`alter table "expert" alter column "institution_visibility" set default 'ADVISER';`);
    this.addSql(`update "expert" set "chosen_at" = now() where "is_demonstration" and "chosen_at" is null;`);
    this.addSql(`update "expert" set "institution_visibility" = 'ADVISER' where "chosen_at" is null and "institution_visibility" <> 'ADVISER';`);
    // Of a sheet without an account it is nobody's choice that changed.
    this.addSql(`delete from "audit_entry" where "at" = now() and "subject" = 'EXPERT' and "part" = 'institution_visibility' and "about_id" is null;`);
    this.#unbind(`, institution_visibility = 'ADVISER'`);
  }

  /** What was closed stays closed: whom it was open to is not known any more. */
  override down(): void {
    this.addSql(`alter table "expert" alter column "institution_visibility" set default 'PUBLIC';`);
    this.#unbind('');
  }

  #unbind(andCloses: string): void {
    // What the person had chosen is theirs: without them it is closed.
    this.addSql(`
      create or replace function unbind_expert(the_expert uuid) returns text language plpgsql volatile security definer set search_path = public, pg_temp as $body$ begin
        perform pg_advisory_xact_lock(7266019);
        if not is_adviser() or not exists (select from expert where uuid = the_expert and (is_demonstration or not acts_invented())) then return 'GONE'; end if;
        update expert set person_id = null, name_visibility = 'ADVISER'${andCloses}, email_visibility = 'ADVISER', chosen_at = null where uuid = the_expert and person_id is not null;
        return 'DONE';
      end $body$;`);
  }
}
