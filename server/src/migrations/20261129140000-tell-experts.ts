import { Migration } from '@mikro-orm/migrations';

/**
 * Who comes to teach in a session, or leaves it, is told like those who stay: the addresses of experts are given to what tells those whom a change
 * concerns, whether they still teach in it or not.
 */
export class Migration20261129140000 extends Migration {
  override up(): void {
    this.addSql('drop function trainers_to_tell(uuid);');
    this.addSql(`
      create function experts_to_tell(the_experts uuid[]) returns table (expert uuid, email text, locale text, name text)
      language sql stable security definer set search_path = public, pg_temp as $body$
        select e.uuid, p.email, coalesce(p.locale, 'fr'), e.name from unnest(the_experts) with ordinality x(expert, n) join expert e on e.uuid = x.expert join person p on p.id = e.person_id
        where acts_for('places') and p.suspended_at is null
          and exists (select from member m where m.person_id = p.id and m.role = 'EXPERT' and m.suspended_at is null and current_date between m.since and coalesce(m.until, 'infinity'))
        order by x.n
      $body$;`);
  }
}
