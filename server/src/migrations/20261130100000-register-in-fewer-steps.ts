import { Migration } from '@mikro-orm/migrations';

/** The number that stands for the lines before sessions among the locks of the database. */
const LINES = 7_266_040;

const keep = (people: string, found: string): string => `select jsonb_agg(one || jsonb_build_object('participant', ${found}, 'organisation', the_organisation, 'country', the_country, 'sector', the_sector,
        'is_open', held.is_open, 'needs_validation', held.needs_validation)) into kept from jsonb_array_elements(people) one left join ${people}`;

/**
 * Registering asks the database for less: the session is held once, in a session that is full nobody is looked for a place for, and
 * triggers look once where they looked twice. What comes of it is as before. Those who come at once stand in one line.
 */
export class Migration20261130100000 extends Migration {
  override up(): void {
    this.#lineUp();
    this.#keepParticipants();
    this.#register();
    this.#notePeriod();
    this.#record();
  }

  /**
   * Who waits for a row that others change one after the other finds another version of it each time, looks at all between, and may be
   * passed by. So those who register wait before it, each for the one before them. It guards nothing: the row does.
   */
  #lineUp(): void {
    this.addSql(`create function line_up(the_session uuid) returns void language sql volatile return pg_advisory_xact_lock(${LINES}, hashtext(the_session::text));`);
  }

  /** With each of them goes what holding the session has told: whether it takes registrations, and whether an embassy is asked. */
  #keepParticipants(): void {
    this.addSql(`
      create or replace function keep_participants(the_session uuid, the_organisation text, the_country text, the_sector text, people jsonb) returns jsonb language plpgsql volatile set search_path = public, pg_temp as $body$
      declare
        held record;
        kept jsonb;
      begin
        perform line_up(the_session);
        select * into held from hold_session(the_session);
        if held.is_open then
          with p as (
            insert into participant (uuid, organisation_slug, country_code, sector, name, email, locale, profession_code)
              select x.participant, the_organisation, the_country, the_sector, x.name, x.email, x.locale, x.profession
              from jsonb_to_recordset(people) as x (participant uuid, name text, email text, locale text, profession text) order by x.email collate "C"
            on conflict (organisation_slug, country_code, email) do update set name = excluded.name, locale = excluded.locale, profession_code = excluded.profession_code returning email, coalesce(merged_into_uuid, uuid) as uuid)
          ${keep(`p on p.email = one ->> 'email'`, 'p.uuid')};
        else
          ${keep(`participant p on p.email = one ->> 'email' and p.organisation_slug is not distinct from the_organisation and p.country_code = the_country`, 'coalesce(p.merged_into_uuid, p.uuid)')};
        end if;
        return kept;
      end $body$;`);
  }

  /** Given what \`keep_participants\` gives, in the same transaction, which holds the session by that. */
  #register(): void {
    this.addSql(`
      create or replace function register_people(the_session uuid, the_submission uuid, people jsonb)
      returns table (n int, registration uuid, is_new boolean, outcome text, reason text, place int) language plpgsql volatile set search_path = public, pg_temp as $body$
      declare
        one record;
        known record;
      begin
        for one in select * from jsonb_to_recordset(people) as x (n int, id uuid, participant uuid, email text, organisation text, country text, sector text, profession text, mode text, leave_hash text,
          is_open boolean, needs_validation boolean) order by x.n loop
          select * into known from known_registration(the_session, one.participant, the_submission);
          n := one.n; registration := known.uuid; is_new := known.uuid is null; reason := null; place := null;
          if not is_new then
            outcome := case when known.submission = the_submission then known.state when known.state = 'REFUSED' then 'REFUSED_BEFORE' else 'ALREADY_REGISTERED' end;
            if outcome = 'WAITING' then place := waiting_position(registration); end if;
          elsif one.participant is null or not coalesce(one.is_open, false) then
            outcome := 'CLOSED';
          else
            insert into registration (uuid, session_uuid, participant_uuid, email, organisation_slug, country_code, sector, profession_code, mode, state, registered_by_id, submission, consented_at, waits_since, leave_hashes)
              values (one.id, the_session, one.participant, one.email, one.organisation, one.country, one.sector, one.profession, one.mode,
                case when one.needs_validation then 'AWAITING_VALIDATION' else 'WAITING' end, acting_person(), the_submission, now(), case when not one.needs_validation then next_turn(the_session) end,
                case when one.needs_validation then '{}' else array_remove(array[one.leave_hash], null) end);
            registration := one.id;
            outcome := case when one.needs_validation then 'AWAITING_VALIDATION' else 'WAITING' end;
            if outcome = 'WAITING' then
              -- The last of those who wait: their number.
              select s.places_waiting, case when s.places_taken >= s.places then 'FULL' end into place, reason from training_session s where s.uuid = the_session;
            end if;
            if outcome = 'WAITING' and reason is null then
              -- It is places from here to the end of this one.
              perform set_config('passerelle.purpose', 'places', true);
              reason := take_place(one.id);
              perform set_config('passerelle.purpose', '', true);
              if reason is null then
                outcome := 'CONFIRMED';
                place := null;
              end if;
            end if;
          end if;
          return next;
        end loop;
      end $body$;`);
  }

  #notePeriod(): void {
    this.addSql(`
      create or replace function note_period() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
        select tstzrange(s.starts_at, s.ends_at), coalesce((select k.email from participant k where k.uuid = new.participant_uuid and exists (select from participant g where g.merged_into_uuid = k.uuid)), new.email)
          into new.period, new.email from training_session s where s.uuid = new.session_uuid;
        return new;
      end $body$;`);
  }

  /** The rows are read once, however many parts of them are told. */
  #record(): void {
    this.addSql(`
      create or replace function record_change() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$
      declare
        was constant jsonb := to_jsonb(old);
        became constant jsonb := to_jsonb(new);
        told constant jsonb := coalesce(became, was);
        concerned constant uuid := (select id from person where id = (told ->> tg_argv[1])::uuid);
        acting constant uuid := coalesce(
          (select id from person where id = acting_person()), case when tg_argv[0] = 'SESSION' and tg_op = 'INSERT' then concerned end);
        thing constant uuid := case when tg_nargs > 3 then (told ->> tg_argv[3])::uuid end;
        changed text;
      begin
        if tg_op = 'UPDATE' then
          foreach changed in array string_to_array(tg_argv[2], ' ') loop
            if was -> changed is distinct from became -> changed then
              insert into audit_entry (by_id, action, subject, about_id, object, part, before, after)
                values (acting, 'CHANGED', tg_argv[0], concerned, thing, changed, was ->> changed, became ->> changed);
            end if;
          end loop;
        else
          insert into audit_entry (by_id, action, subject, about_id, object)
            values (acting, case tg_op when 'INSERT' then 'ADDED' else 'REMOVED' end, tg_argv[0], concerned, thing);
        end if;
        return null;
      end $body$;`);
  }
}
