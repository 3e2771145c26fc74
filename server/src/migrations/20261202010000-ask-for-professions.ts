import { Migration } from '@mikro-orm/migrations';

const isHeld = (row: string): string => `${row}.state in ('CONFIRMED', 'OFFERED')`;

/**
 * Where places are counted by profession, whoever is registered has one: an empty one would pass the quota by. Who was registered without, before there was
 * such a quota, keeps their turn and gets no place until it is said.
 */
export class Migration20261202010000 extends Migration {
  override up(): void {
    this.#ask();
    this.#refuse();
    this.#holdBack();
    this.#hold();
    this.#complete();
  }

  /** Whether a session asks for professions stands in its row, as whoever registers people may not see its quotas. */
  #ask(): void {
    this.addSql(`alter table "training_session" add column "asks_profession" boolean not null default false;`);
    this.addSql(`update training_session s set asks_profession = true where exists (select from session_quota q where q.session_uuid = s.uuid and q.kind = 'PROFESSION');`);
    this.addSql(`
      create function ask_for_profession() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$
      declare
        the_session constant uuid := case when tg_op = 'DELETE' then old.session_uuid else new.session_uuid end;
        is_asked constant boolean := exists (select from session_quota q where q.session_uuid = the_session and q.kind = 'PROFESSION');
      begin
        update training_session set asks_profession = is_asked where uuid = the_session and asks_profession <> is_asked;
        return null;
      end $body$;`);
    this.addSql(`create trigger "session_quota_asks" after insert or delete on "session_quota" for each row execute function ask_for_profession();`);
  }

  /** Nobody new is registered without, by whatever way. */
  #refuse(): void {
    this.addSql(`
      create function require_profession() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
        if exists (select from training_session s where s.uuid = new.session_uuid and s.asks_profession) then
          raise exception 'places are counted by profession, and none is said' using errcode = 'PL003', table = 'registration', column = 'profession_code';
        end if;
        return new;
      end $body$;`);
    this.addSql(`create trigger "registration_has_profession" before insert on "registration" for each row when (new.profession_code is null) execute function require_profession();`);
  }

  /** Of the kinds of quotas that are full, always the same one is told. */
  #holdBack(): void {
    this.addSql(`
      create or replace function obstacle_of(r registration) returns text language sql stable security definer set search_path = public, pg_temp
        return coalesce(
          (select 'NO_PROFESSION' where r.profession_code is null and exists (select from session_quota q where q.session_uuid = r.session_uuid and q.kind = 'PROFESSION')),
          (select q.kind from session_quota q left join quota_count c on c.quota_uuid = q.uuid and c.value = quota_value(q.kind, r)
            where q.session_uuid = r.session_uuid and quota_value(q.kind, r) is not null and q.key in ('', quota_value(q.kind, r)) and coalesce(c.taken, 0) >= q.places order by q.kind limit 1),
          (select 'OVERLAP' from registration o where o.participant_uuid = r.participant_uuid and o.uuid <> r.uuid and ${isHeld('o')} and o.period && r.period limit 1));`);
  }

  #hold(): void {
    this.addSql(`
      create or replace function hold_place() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$
      declare
        held_before constant boolean := tg_op <> 'INSERT' and ${isHeld('old')};
        held_now constant boolean := tg_op <> 'DELETE' and ${isHeld('new')};
        more_wait constant int := (tg_op <> 'DELETE' and new.state = 'WAITING')::int - (tg_op <> 'INSERT' and old.state = 'WAITING')::int;
        quota record;
      begin
        if held_now and not held_before then
          update training_session set places_taken = places_taken + 1, places_waiting = greatest(places_waiting + more_wait, 0) where uuid = new.session_uuid and places_taken < places;
          if not found then raise exception 'no place is left' using errcode = 'PL001'; end if;
          for quota in select uuid, places, quota_value(kind, new) as value from session_quota
            where session_uuid = new.session_uuid and (key in ('', quota_value(kind, new)) or quota_value(kind, new) is null) order by uuid loop
            if quota.value is null then raise exception 'places are counted by profession, and none is said' using errcode = 'PL003'; end if;
            insert into quota_count (quota_uuid, value) values (quota.uuid, quota.value) on conflict do nothing;
            update quota_count set taken = taken + 1 where quota_uuid = quota.uuid and value = quota.value and taken < quota.places;
            if not found then raise exception 'no place is left in a quota' using errcode = 'PL002'; end if;
          end loop;
          return null;
        end if;
        if held_before and not held_now then
          update training_session set places_taken = places_taken - 1 where uuid = old.session_uuid and places_taken > 0 and ends_at > now();
          if found then
            update quota_count c set taken = taken - 1 from session_quota q
              where q.session_uuid = old.session_uuid and c.quota_uuid = q.uuid and q.key in ('', c.value) and c.value = quota_value(q.kind, old) and c.taken > 0;
          end if;
        end if;
        if more_wait <> 0 then
          update training_session set places_waiting = greatest(places_waiting + more_wait, 0) where uuid = coalesce(new.session_uuid, old.session_uuid);
        end if;
        return null;
      end $body$;`);
  }

  /** A profession that was not said yet of somebody without a place is said by registering them again: nothing is counted of them. */
  #complete(): void {
    this.addSql(`
      create function say_profession(the_registration uuid, the_profession text) returns void language sql volatile security definer set search_path = public, pg_temp as $body$
        update registration set profession_code = the_profession where uuid = the_registration and profession_code is null and the_profession is not null
          and state in ('AWAITING_VALIDATION', 'WAITING') and may_register(acting_person(), organisation_slug, country_code)
      $body$;`);
    this.addSql(`
      create or replace function register_people(the_session uuid, the_submission uuid, people jsonb)
      returns table (n int, registration uuid, is_new boolean, outcome text, reason text, place int) language plpgsql volatile set search_path = public, pg_temp as $body$
      declare
        held record;
        one record;
        known record;
      begin
        select * into held from hold_session(the_session);
        for one in select * from jsonb_to_recordset(people) as x (n int, id uuid, participant uuid, email text, organisation text, country text, sector text, profession text, mode text, leave_hash text) order by x.n loop
          select * into known from known_registration(the_session, one.participant, the_submission);
          n := one.n; registration := known.uuid; is_new := known.uuid is null; reason := null; place := null;
          if not is_new then
            outcome := case when known.submission = the_submission then known.state when known.state = 'REFUSED' then 'REFUSED_BEFORE' else 'ALREADY_REGISTERED' end;
            if outcome = 'WAITING' then place := waiting_position(registration); end if;
            if known.submission <> the_submission then perform say_profession(registration, one.profession); end if;
          elsif one.participant is null or not coalesce(held.is_open, false) then
            outcome := 'CLOSED';
          else
            insert into registration (uuid, session_uuid, participant_uuid, email, organisation_slug, country_code, sector, profession_code, mode, state, registered_by_id, submission, consented_at, waits_since, leave_hashes)
              values (one.id, the_session, one.participant, one.email, one.organisation, one.country, one.sector, one.profession, one.mode,
                case when held.needs_validation then 'AWAITING_VALIDATION' else 'WAITING' end, acting_person(), the_submission, now(), case when not held.needs_validation then next_turn(the_session) end,
                case when held.needs_validation then '{}' else array_remove(array[one.leave_hash], null) end);
            registration := one.id;
            outcome := 'AWAITING_VALIDATION';
            if not held.needs_validation then
              -- It is places from here to the end of this one.
              perform set_config('passerelle.purpose', 'places', true);
              reason := take_place(one.id);
              perform set_config('passerelle.purpose', '', true);
              outcome := 'CONFIRMED';
              if reason is not null then
                outcome := 'WAITING';
                -- The last of those who wait: their number.
                select places_waiting into place from training_session where uuid = the_session;
              end if;
            end if;
          end if;
          return next;
        end loop;
      end $body$;`);
  }
}
