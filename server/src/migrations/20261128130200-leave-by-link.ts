import { Migration } from '@mikro-orm/migrations';

/**
 * Whoever takes part withdraws by a link of their own, without an account. What the links hold is drawn by chance, and only hashes are kept,
 * beside the registration that they lead to: each mail has a link, so that there are several, of which the latest ten count.
 */
export class Migration20261128130200 extends Migration {
  override up(): void {
    this.addSql(`alter table "registration" add column "leave_hashes" text[] not null default '{}';`);
    // Who registers somebody may do nothing else with the row than withdraw it: links are kept by this alone, for those that they have just registered.
    this.addSql(`
      create function keep_leave_links(links jsonb) returns void language sql volatile security definer set search_path = public, pg_temp as $body$
        update registration r set leave_hashes = (array_append(r.leave_hashes, x.hash))[greatest(1, cardinality(r.leave_hashes) - 8):]
        from jsonb_to_recordset(links) x(id uuid, hash text)
        where r.uuid = x.id and (acts_for('places') or (r.registered_by_id = acting_person() and r.registered_at = now()))
      $body$;`);
  }
}
