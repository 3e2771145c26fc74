import { Migration } from '@mikro-orm/migrations';

/**
 * Who teaches in a session is told when it is changed or called off: their addresses are given to what tells those whom a
 * change concerns, and to nobody who only prepares the session.
 */
export class Migration20261128130100 extends Migration {
  override up(): void {
    this.addSql(`
      create function trainers_to_tell(the_session uuid) returns table (email text, locale text, name text)
      language sql stable security definer set search_path = public, pg_temp as $body$
        select p.email, coalesce(p.locale, 'fr'), e.name from session_trainer t join expert e on e.uuid = t.expert_uuid join person p on p.id = e.person_id
        where t.session_uuid = the_session and acts_for('places') and p.suspended_at is null
          and exists (select from member m where m.person_id = p.id and m.role = 'EXPERT' and m.suspended_at is null and current_date between m.since and coalesce(m.until, 'infinity'))
        order by t.position
      $body$;`);
  }
}
