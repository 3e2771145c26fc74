import { Migration } from '@mikro-orm/migrations';

/**
 * Whoever prepares a session learns which of its trainers no mail reaches, since they have no account in which they teach, and so have to be told
 * otherwise; when somebody was not told of a change, the trail says so.
 */
export class Migration20261202060000 extends Migration {
  override up(): void {
    // Whom mails reach is said once. Called by those who ask, it sees what they see; the two below ask as the owner.
    this.addSql(`
      create function account_that_teaches(the_expert uuid) returns uuid language sql stable set search_path = public, pg_temp as $body$
        select p.id from expert e join person p on p.id = e.person_id where e.uuid = the_expert and p.suspended_at is null
          and exists (select from member m where m.person_id = p.id and m.role = 'EXPERT' and m.suspended_at is null and current_date between m.since and coalesce(m.until, 'infinity'))
      $body$;`);
    this.addSql(`
      create or replace function experts_to_tell(the_experts uuid[]) returns table (expert uuid, email text, locale text, name text)
      language sql stable security definer set search_path = public, pg_temp as $body$
        select e.uuid, p.email, coalesce(p.locale, 'fr'), e.name from unnest(the_experts) with ordinality x(expert, n) join expert e on e.uuid = x.expert join person p on p.id = account_that_teaches(x.expert)
        where acts_for('places') order by x.n
      $body$;`);
    this.addSql(`
      create function untold_trainers(the_session uuid) returns setof uuid language sql stable security definer set search_path = public, pg_temp as $body$
        select t.expert_uuid from session_trainer t where t.session_uuid = the_session and may_prepare_session(acting_person(), the_session) and account_that_teaches(t.expert_uuid) is null
      $body$;`);
    this.addSql(`
      create function record_untold_trainers(the_session uuid, the_experts uuid[]) returns void language sql volatile security definer set search_path = public, pg_temp as $body$
        insert into audit_entry (by_id, action, subject, object, part, after) select p.id, 'CHANGED', 'TRAINING_SESSION', the_session, 'untold_trainer', e.uuid::text
          from person p, expert e where p.id = acting_person() and may_prepare_session(p.id, the_session) and e.uuid = any(the_experts) and account_that_teaches(e.uuid) is null order by e.uuid
      $body$;`);
  }
}
