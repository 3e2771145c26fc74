import { Migration } from '@mikro-orm/migrations';

/** The sessions that somebody teaches in, takes part in by a registration that counts, or has registered people for. The rules of rows show nobody their own registration, so a function says which. */
export class Migration20261129140400 extends Migration {
  override up(): void {
    this.addSql(`
      create function my_sessions() returns setof uuid language sql stable security definer set search_path = public, pg_temp
      begin atomic
        select t.session_uuid from session_trainer t join expert e on e.uuid = t.expert_uuid where e.person_id = acting_person()
        union select r.session_uuid from registration r where r.state in ('AWAITING_VALIDATION', 'CONFIRMED', 'WAITING', 'OFFERED')
          and (r.registered_by_id = acting_person() or r.email = (select p.email from person p where p.id = acting_person()));
      end;`);
  }
}
