import { Migration } from '@mikro-orm/migrations';

/**
 * Whoever is suspended holds nothing that comes back to life when that is lifted: whoever has their machine or their mailbox may be why.
 * Lifting it ends once more what was under way while they were suspended. Another day that a role ends on changes nothing of it.
 */
export class Migration20261127100100 extends Migration {
  override up(): void {
    this.addSql(`
      create function end_sessions() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$
      declare
        who constant uuid := (to_jsonb(new) ->> tg_argv[0])::uuid;
      begin
        delete from sign_in_session where person_id = who;
        delete from link_request where person_id = who;
        delete from sign_in_verification where position(to_json((select email from person where id = who))::text in value) > 0;
        delete from address_change where person_id = who;
        delete from calendar_link where person_id = who;
        return null;
      end $body$;`);
    this.addSql(`create trigger "person_signed_out" after update of "suspended_at" on "person" for each row when (old.suspended_at is distinct from new.suspended_at) execute function end_sessions('id');`);
    this.addSql(`create trigger "member_signed_out" after update of "suspended_at" on "member" for each row when (old.suspended_at is null and new.suspended_at is not null) execute function end_sessions('person_id');`);
  }
}
