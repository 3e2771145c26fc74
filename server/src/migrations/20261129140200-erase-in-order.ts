import { Migration } from '@mikro-orm/migrations';

/**
 * Whoever is erased frees places: the sessions are held first, in the order of their keys, then the person and who takes part, as whoever registers
 * people holds the session first. The other way round two who meet would wait for each other.
 */
export class Migration20261129140200 extends Migration {
  override up(): void {
    this.addSql(`
      create or replace function erase_person(who uuid, mark text) returns void language plpgsql volatile security definer set search_path = public, pg_temp as $body$ begin
        perform from training_session s where s.uuid in (
          select r.session_uuid from registration r join participant p on p.uuid = r.participant_uuid join person a on a.id = who where r.registered_by_id = who or a.email in (r.email, p.email)) order by s.uuid for no key update;
        insert into erased_person (mark) values (erase_person.mark) on conflict do nothing;
        delete from person where id = who;
      end $body$;`);
  }
}
