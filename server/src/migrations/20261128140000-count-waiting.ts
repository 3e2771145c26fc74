import { Migration } from '@mikro-orm/migrations';

const isHeld = (row: string): string => `${row}.state in ('CONFIRMED', 'OFFERED')`;

/**
 * How many wait is counted as how many have a place is, so that whoever comes to a long list is told their place without going
 * through it; and what registering asks of the database is asked by functions, whose statements are planned once for each connection.
 */
export class Migration20261128140000 extends Migration {
  override up(): void {
    this.#count();
    this.#guard();
    this.#read();
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
          update training_session set places_taken = places_taken + 1, places_waiting = greatest(places_waiting + more_wait, 0) where uuid = new.session_uuid and places_taken < places;
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
          update training_session set places_waiting = greatest(places_waiting + more_wait, 0) where uuid = coalesce(new.session_uuid, old.session_uuid);
        end if;
        return null;
      end $body$;`);
  }

  /** The title in the source language is looked for when that can have gone, not when a place is taken. */
  #guard(): void {
    this.addSql(`drop trigger "training_session_has_title" on "training_session";`);
    this.addSql(`create constraint trigger "training_session_has_title" after insert or update of "uuid", "source_locale" on "training_session" deferrable initially deferred
      for each row execute function require_source_text('training_session_translation', 'training_session', 'session_uuid', 'uuid', 'title', 't.source_locale');`);
  }

  /**
   * What is read before people are registered: of the session, of the organisation, and of who asks. Whether anything is asked stays as
   * it is read here until the transaction ends.
   */
  #read(): void {
    this.addSql(`
      create function before_registering(the_session uuid, the_organisation text, form_lock int)
      returns table (format text, is_open boolean, is_asking boolean, organisation_kind text, organisation_country text, email text, locale text) language plpgsql volatile set search_path = public, pg_temp as $body$
      begin
        perform pg_advisory_xact_lock_shared(form_lock, hashtext(the_session::text));
        return query select s.format, s.stage = 'OPEN' and s.starts_at > now() and coalesce(s.registration_until > now(), true), exists (select from form_question q where q.session_uuid = s.uuid),
            o.kind, o.country_code, p.email, coalesce(p.locale, 'fr')
          from person p left join training_session s on s.uuid = the_session left join organisation o on o.slug = the_organisation where p.id = acting_person();
      end $body$;`);
  }

  /**
   * Adds the people that are not known yet and corrects the others, where the session, which is held from here on, takes registrations; elsewhere only finds those
   * who are known. Gives them with their keys, \`participant\`, which is null for who is not kept. In one order for all, so that two who
   * add the same wait for each other and not both.
   */
  #keepParticipants(): void {
    const told = `one || jsonb_build_object('participant', p.uuid, 'organisation', the_organisation, 'country', the_country, 'sector', the_sector)`;
    this.addSql(`
      create function keep_participants(the_session uuid, the_organisation text, the_country text, the_sector text, people jsonb) returns jsonb language plpgsql volatile set search_path = public, pg_temp as $body$
      declare
        kept jsonb;
      begin
        if (select h.is_open from hold_session(the_session) h) then
          with p as (
            insert into participant (uuid, organisation_slug, country_code, sector, name, email, locale, profession_code)
              select x.participant, the_organisation, the_country, the_sector, x.name, x.email, x.locale, x.profession
              from jsonb_to_recordset(people) as x (participant uuid, name text, email text, locale text, profession text) order by x.email collate "C"
            on conflict (organisation_slug, country_code, email) do update set name = excluded.name, locale = excluded.locale, profession_code = excluded.profession_code returning email, uuid)
          select jsonb_agg(${told}) into kept from jsonb_array_elements(people) one left join p on p.email = one ->> 'email';
        else
          select jsonb_agg(${told}) into kept from jsonb_array_elements(people) one
            left join participant p on p.email = one ->> 'email' and p.organisation_slug is not distinct from the_organisation and p.country_code = the_country;
        end if;
        return kept;
      end $body$;`);
  }

  /** Whoever comes to wait is the last, by whatever clock, whoever is not kept finds the session closed, and the link to withdraw by is kept with the row. */
  #register(): void {
    this.addSql(`
      create function next_turn(the_session uuid) returns timestamptz language sql stable security definer set search_path = public, pg_temp
        return greatest(clock_timestamp(), (select max(waits_since) + interval '1 microsecond' from registration where session_uuid = the_session and state = 'WAITING'));`);
    this.addSql(`
      create or replace function release_awaiting(the_session uuid) returns table (registration uuid, reason text, place int) language plpgsql volatile security definer set search_path = public, pg_temp as $body$
      declare
        r record;
      begin
        if not acts_for('places') then raise insufficient_privilege; end if;
        for r in select uuid from registration where session_uuid = the_session and state = 'AWAITING_VALIDATION' order by registered_at, uuid loop
          update registration set state = 'WAITING', waits_since = next_turn(the_session) where uuid = r.uuid;
          registration := r.uuid;
          reason := take_place(r.uuid);
          place := waiting_position(r.uuid);
          return next;
        end loop;
      end $body$;`);
    this.addSql(`
      create or replace function register_people(the_session uuid, the_submission uuid, people jsonb)
      returns table (n int, registration uuid, is_new boolean, outcome text, reason text, place int) language plpgsql volatile set search_path = public, pg_temp as $body$
      declare
        held record;
        one record;
        known registration;
      begin
        select * into held from hold_session(the_session);
        for one in select * from jsonb_to_recordset(people) as x (n int, id uuid, participant uuid, email text, organisation text, country text, sector text, profession text, mode text, leave_hash text) order by x.n loop
          select * into known from registration r where r.session_uuid = the_session and r.participant_uuid = one.participant
            and (r.submission = the_submission or r.state <> 'WITHDRAWN') order by r.submission = the_submission desc limit 1;
          n := one.n; registration := known.uuid; is_new := known.uuid is null; reason := null; place := null;
          if not is_new then
            outcome := case when known.submission = the_submission then known.state when known.state = 'REFUSED' then 'REFUSED_BEFORE' else 'ALREADY_REGISTERED' end;
            if outcome = 'WAITING' then place := waiting_position(registration); end if;
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
