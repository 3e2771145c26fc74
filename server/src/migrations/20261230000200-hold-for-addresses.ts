import { Migration } from '@mikro-orm/migrations';

/**
 * Whoever exchanges their address holds what follows it in the order of all who register, merge and erase: first the sessions, by their keys, then who takes part, by their addresses,
 * then the person, whom a new address locks against all who refer to them.
 */
export class Migration20261230000200 extends Migration {
  override up(): void {
    this.addSql(`
      create function hold_for_address(new_email text) returns void language plpgsql volatile security definer set search_path = public, pg_temp as $body$
      declare
        old_email text;
      begin
        select a.email into old_email from person a where a.id = acting_person();
        perform from training_session s where s.uuid in (
          select r.session_uuid from registration r join participant p on p.uuid = r.participant_uuid where r.email = old_email or p.email = old_email
          union select r.session_uuid from registration r join participant g on g.merged_into_uuid = r.participant_uuid where g.email = old_email
          union select i.session_uuid from session_invitation i where i.email = old_email) order by s.uuid for no key update;
        perform from participant p where p.email in (old_email, new_email) order by p.email collate "C", p.uuid for update;
      end $body$;`);
  }
}
