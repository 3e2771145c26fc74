import { Migration } from '@mikro-orm/migrations';

const isHeld = (row: string): string => `${row}.state in ('CONFIRMED', 'OFFERED')`;

/**
 * How many wait is counted as how many have a place is, so that whoever comes to a long list is told their place without going
 * through it; and those who are registered are kept by a function, whose statements are planned once for each connection.
 */
export class Migration20261128120000 extends Migration {
  override up(): void {
    this.#count();
    this.#keepParticipants();
    this.#register();
  }

  /** Whoever comes to hold a place or to wait for one raises a counter of the session, whoever no longer does lowers it. Places of a session that is over stay taken. */
  #count(): void {
    this.addSql(`alter table "training_session" add column "places_waiting" int not null default 0;`);
    this.addSql(`alter table "training_session" add constraint "training_session_waiting" check (places_waiting >= 0);`);
    this.addSql(`update training_session s set places_waiting = n from (select session_uuid, count(*) as n from registration where state = 'WAITING' group by 1) w where s.uuid = w.session_uuid;`);
    this.addSql(`
      create or replace function hold_place() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$
      declare
        held_before constant boolean := tg_op <> 'INSERT' and ${isHeld('old')};
        held_now constant boolean := tg_op <> 'DELETE' and ${isHeld('new')};
        more_wait constant int := (tg_op <> 'DELETE' and new.state = 'WAITING')::int - (tg_op <> 'INSERT' and old.state = 'WAITING')::int;
        quota record;
      begin
        if held_now and not held_before then
          update training_session set places_taken = places_taken + 1, places_waiting = places_waiting + more_wait where uuid = new.session_uuid and places_taken < places;
          if not found then raise exception 'no place is left' using errcode = 'PL001'; end if;
          for quota in select uuid, places, quota_value(kind, new) as value from session_quota
            where session_uuid = new.session_uuid and key in ('', quota_value(kind, new)) and quota_value(kind, new) is not null order by uuid loop
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
          update training_session set places_waiting = places_waiting + more_wait where uuid = coalesce(new.session_uuid, old.session_uuid);
        end if;
        return null;
      end $body$;`);
  }

  /**
   * Adds the people that are not known yet and corrects the others, where the session takes registrations; elsewhere only finds those
   * who are known. Gives them with their keys, \`participant\`, which is null for who is not kept. In one order for all, so that two who
   * add the same wait for each other and not both.
   */
  #keepParticipants(): void {
    this.addSql(`
      create function keep_participants(the_session uuid, the_organisation text, the_country text, the_sector text, people jsonb) returns jsonb language plpgsql volatile set search_path = public, pg_temp as $body$
      begin
        if exists (select from training_session s where s.uuid = the_session and s.stage = 'OPEN' and s.starts_at > now() and coalesce(s.registration_until > now(), true)) then
          insert into participant (uuid, organisation_slug, country_code, sector, name, email, locale, profession_code)
            select x.participant, the_organisation, the_country, the_sector, x.name, x.email, x.locale, x.profession
            from jsonb_to_recordset(people) as x (participant uuid, name text, email text, locale text, profession text) order by x.email collate "C"
          on conflict (organisation_slug, country_code, email) do update set name = excluded.name, locale = excluded.locale, profession_code = excluded.profession_code;
        end if;
        return (select jsonb_agg(one || jsonb_build_object('participant', p.uuid, 'organisation', the_organisation, 'country', the_country, 'sector', the_sector))
          from jsonb_array_elements(people) one left join participant p
            on p.email = one ->> 'email' and p.organisation_slug is not distinct from the_organisation and p.country_code = the_country);
      end $body$;`);
  }

  /** As before; a new one that waits is the last, by whatever clock, and somebody who is not kept finds the session closed. */
  #register(): void {
    this.addSql(`
      create function next_turn(the_session uuid) returns timestamptz language sql stable security definer set search_path = public, pg_temp
        return greatest(clock_timestamp(), (select max(waits_since) + interval '1 microsecond' from registration where session_uuid = the_session and state = 'WAITING'));`);
    this.addSql(`
      create or replace function register_people(the_session uuid, the_submission uuid, people jsonb)
      returns table (n int, registration uuid, is_new boolean, outcome text, reason text, place int) language plpgsql volatile set search_path = public, pg_temp as $body$
      declare
        held record;
        one record;
        known registration;
      begin
        select * into held from hold_session(the_session);
        for one in select * from jsonb_to_recordset(people) as x (n int, id uuid, participant uuid, email text, organisation text, country text, sector text, profession text, mode text) order by x.n loop
          select * into known from registration r where r.session_uuid = the_session and r.participant_uuid = one.participant
            and (r.submission = the_submission or r.state <> 'WITHDRAWN') order by r.submission = the_submission desc limit 1;
          n := one.n; registration := known.uuid; is_new := known.uuid is null; reason := null; place := null;
          if not is_new then
            outcome := case when known.submission = the_submission then known.state when known.state = 'REFUSED' then 'REFUSED_BEFORE' else 'ALREADY_REGISTERED' end;
            if outcome = 'WAITING' then place := waiting_position(registration); end if;
          elsif one.participant is null or not coalesce(held.is_open, false) then
            outcome := 'CLOSED';
          else
            insert into registration (uuid, session_uuid, participant_uuid, email, organisation_slug, country_code, sector, profession_code, mode, state, registered_by_id, submission, consented_at, waits_since)
              values (one.id, the_session, one.participant, one.email, one.organisation, one.country, one.sector, one.profession, one.mode,
                case when held.needs_validation then 'AWAITING_VALIDATION' else 'WAITING' end, acting_person(), the_submission, now(), case when not held.needs_validation then next_turn(the_session) end);
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
