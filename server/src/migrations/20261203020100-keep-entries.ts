import { Migration } from '@mikro-orm/migrations';

/** Who gives up a place in a session may still teach in it, or have a place by another registration under the same address: their calendar keeps the session. */
export class Migration20261203020100 extends Migration {
  override up(): void {
    this.addSql(`
      create function keeps_entry(the_registration uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $body$
        select exists (select from registration r where r.uuid = the_registration and acts_for('places') and (
          exists (select from session_trainer t join expert e on e.uuid = t.expert_uuid join person p on p.id = e.person_id where t.session_uuid = r.session_uuid and p.email = r.email and p.suspended_at is null)
          or exists (select from registration o where o.session_uuid = r.session_uuid and o.email = r.email and o.uuid <> r.uuid and o.state = 'CONFIRMED')))
      $body$;`);
  }
}
