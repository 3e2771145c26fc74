import { Migration } from '@mikro-orm/migrations';

/**
 * Nobody teaches in two sessions at the same time. Who teaches is busy while the session is held; where it has parts, from the first to the last
 * of each day. One that was called off or put away keeps nobody. The constraint is asked at the end of a transaction, so that a session can be
 * moved and given to somebody else in one.
 */
export class Migration20261128130300 extends Migration {
  override up(): void {
    this.addSql(`alter table "session_trainer" add column "busy" tstzmultirange null;`);
    this.addSql(`
      create function busy_in(the_session uuid) returns tstzmultirange language sql stable security definer set search_path = public, pg_temp as $body$
        select case when s.stage in ('CANCELLED', 'ARCHIVED') then null else coalesce(
          (select range_agg(tstzrange(least(d.begins, d.ends), greatest(d.begins, d.ends))) from (
            select min(part_instant(s.starts_at, s.time_zone, p.day, p.starts)) as begins, max(part_instant(s.starts_at, s.time_zone, p.day, p.ends)) as ends
            from session_part p where p.session_uuid = s.uuid group by p.day) d),
          tstzmultirange(tstzrange(s.starts_at, s.ends_at))) end
        from training_session s where s.uuid = the_session
      $body$;`);
    this.addSql(`
      create function set_busy() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
        new.busy := busy_in(new.session_uuid);
        return new;
      end $body$;`);
    this.addSql(`create trigger "session_trainer_busy" before insert or update of "session_uuid" on "session_trainer" for each row execute function set_busy();`);
    this.addSql(`
      create function follow_busy() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$
      declare the_session uuid := case when tg_op = 'DELETE' then (to_jsonb(old) ->> tg_argv[0])::uuid else (to_jsonb(new) ->> tg_argv[0])::uuid end;
      begin
        update session_trainer set busy = busy_in(the_session) where session_uuid = the_session and busy is distinct from busy_in(the_session);
        return null;
      end $body$;`);
    this.addSql(`create trigger "training_session_busy" after update of "starts_at", "ends_at", "time_zone", "stage" on "training_session" for each row
      when (old.starts_at <> new.starts_at or old.ends_at <> new.ends_at or old.time_zone <> new.time_zone or (old.stage in ('CANCELLED', 'ARCHIVED')) <> (new.stage in ('CANCELLED', 'ARCHIVED'))) execute function follow_busy('uuid');`);
    this.addSql(`create trigger "session_part_busy" after insert or delete or update of "day", "starts", "ends" on "session_part" for each row execute function follow_busy('session_uuid');`);
    // Of what overlaps already, the session that begins first keeps them; the other is as it was, and is not compared.
    this.addSql(`
      do $body$ declare one record; begin
        for one in select t.session_uuid, t.expert_uuid, busy_in(t.session_uuid) as hours from session_trainer t join training_session s on s.uuid = t.session_uuid order by s.starts_at, s.uuid, t.position loop
          update session_trainer t set busy = one.hours where t.session_uuid = one.session_uuid and t.expert_uuid = one.expert_uuid
            and not exists (select from session_trainer o where o.expert_uuid = t.expert_uuid and o.session_uuid <> t.session_uuid and o.busy && one.hours);
        end loop;
      end $body$;`);
    this.addSql(`alter table "session_trainer" add constraint "session_trainer_apart" exclude using gist ("expert_uuid" with =, "busy" with &&) deferrable initially deferred;`);
  }
}
