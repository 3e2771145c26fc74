import { Migration } from '@mikro-orm/migrations';

/**
 * Whoever takes part withdraws by a link of their own, without an account. What the links hold is drawn by chance, and only hashes are kept,
 * beside the registration that they lead to: each mail has a link, so that there are several, of which the latest ten count.
 */
export class Migration20261128130200 extends Migration {
  override up(): void {
    // In steps: PostgreSQL 15 adds no column with a value to a table whose rows are a type of functions. What is there already has none of it in the trail.
    this.addSql(`alter table "registration" add column "leave_hashes" text[] null;`);
    this.addSql(`alter table "registration" disable trigger user;`);
    this.addSql(`update "registration" set "leave_hashes" = '{}';`);
    this.addSql(`alter table "registration" enable trigger user;`);
    this.addSql(`alter table "registration" alter column "leave_hashes" set default '{}', alter column "leave_hashes" set not null;`);
    // Who registers somebody may do nothing else with the row than withdraw it: links are kept by this alone, for those that they have just registered.
    this.addSql(`
      create function keep_leave_links(links jsonb) returns void language sql volatile security definer set search_path = public, pg_temp as $body$
        update registration r set leave_hashes = (array_append(r.leave_hashes, x.hash))[greatest(1, cardinality(r.leave_hashes) - 8):]
        from jsonb_to_recordset(links) x(id uuid, hash text)
        where r.uuid = x.id and (acts_for('places') or (r.registered_by_id = acting_person() and r.registered_at = now()))
      $body$;`);
    this.#followAddresses();
  }

  /**
   * An address that is corrected is corrected here, and the links in the old mailbox lead nowhere any more. Somebody who is erased is erased
   * as whoever was registered with their address, also where that was another one once.
   */
  #followAddresses(): void {
    this.addSql(`
      create or replace function follow_participant() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
        update participant p set email = new.email where email = old.email and not exists (
          select from participant o where o.organisation_slug is not distinct from p.organisation_slug and o.country_code = p.country_code and o.email = new.email);
        update registration set email = new.email, leave_hashes = '{}' where email = old.email;
        return null;
      end $body$;`);
    this.addSql(`
      create or replace function empty_participants() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
        delete from participant p using registration r where r.participant_uuid = p.uuid and r.email = old.email;
        delete from participant where email = old.email;
        return old;
      end $body$;`);
  }
}
