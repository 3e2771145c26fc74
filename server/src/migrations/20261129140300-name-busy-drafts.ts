import { Migration } from '@mikro-orm/migrations';

/**
 * A session in preparation keeps its trainers, and who may not see it is told whom to ask: where it would be held and when, for whoever prepares
 * the other session, and nothing else of it.
 */
export class Migration20261129140300 extends Migration {
  override up(): void {
    this.addSql(`
      create function busy_unseen(the_session uuid) returns table (country_code text, starts_at timestamptz, ends_at timestamptz, time_zone text)
      language sql stable security definer set search_path = public, pg_temp as $body$
        select distinct s.country_code, s.starts_at, s.ends_at, s.time_zone
        from session_trainer t join session_trainer o on o.expert_uuid = t.expert_uuid and o.session_uuid <> t.session_uuid and o.busy && t.busy join training_session s on s.uuid = o.session_uuid
        where t.session_uuid = the_session and s.stage = 'DRAFT' and may_prepare_session(acting_person(), the_session) and not may_prepare(acting_person(), s.country_code)
      $body$;`);
  }
}
