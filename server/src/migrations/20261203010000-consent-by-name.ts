import { Migration } from '@mikro-orm/migrations';

/** Who registers a colleague under their own address agrees for nobody: who takes part must have the name of the account, too. */
export class Migration20261203010000 extends Migration {
  override up(): void {
    this.addSql(`
      create or replace function show_own_name(the_registrations uuid[]) returns void language sql volatile security definer set search_path = public, pg_temp as $body$
        update registration r set name_shown_at = now()
        where r.uuid = any(the_registrations) and r.registered_by_id = acting_person() and r.registered_at = now()
          and exists (select from participant x join person p on p.id = acting_person() where x.uuid = r.participant_uuid and p.email = r.email and name_key(p.name) = name_key(x.name))
      $body$;`);
  }
}
