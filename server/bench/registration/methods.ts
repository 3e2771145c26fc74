/** Ways to decide who gets a place, each as the function of the database that the product calls to register people. */

/** The session is read as it is otherwise, and held by nobody. */
const UNHELD = `
  create or replace function hold_session(the_session uuid, out is_open boolean, out is_served boolean, out needs_validation boolean) language sql volatile security definer set search_path = public, pg_temp as $body$
    select s.stage = 'OPEN' and s.starts_at > now() and (s.registration_until is null or s.registration_until > now()), s.stage in ('OPEN', 'CLOSED') and s.starts_at > now(), s.needs_validation
    from training_session s where s.uuid = the_session
  $body$`;

/**
 * As the migrations have it; the naive transaction, which counts and then adds, and which the database makes right as it is (SERIALIZABLE: who loses tries again); the
 * same with the session locked first; and the control, in which nothing guards it.
 */
export const METHODS = {
  counters: { label: 'counters raised on a condition (the product)', isSerializable: false, statements: [] },
  naive: { label: 'naive: count, then add, SERIALIZABLE', isSerializable: true, statements: [...counting(''), 'alter role passerelle_app set default_transaction_isolation = serializable'] },
  locked: { label: 'count, then add, with the session locked', isSerializable: false, statements: counting('perform from hold_session(the_session);') },
  unguarded: { label: 'count, then add: nothing guards (the control)', isSerializable: false, statements: counting('') },
} as const satisfies Readonly<Record<string, { readonly label: string; readonly isSerializable: boolean; readonly statements: readonly string[] }>>;

export type Method = keyof typeof METHODS;

function counting(first: string): string[] {
  return [...(first === '' ? [UNHELD] : []), 'alter table registration disable trigger registration_holds_place', `
    create or replace function register_people(the_session uuid, the_submission uuid, people jsonb)
    returns table (n int, registration uuid, is_new boolean, outcome text, reason text, place int) language plpgsql volatile set search_path = public, pg_temp as $body$
    declare
      one record;
      counted int;
      most int;
    begin
      ${first}
      perform set_config('passerelle.purpose', 'places', true);
      for one in select * from jsonb_to_recordset(people) as x (n int, id uuid, participant uuid, email text, organisation text, country text, sector text, profession text, mode text, leave_hash text) order by x.n loop
        select count(*) into counted from registration r where r.session_uuid = the_session and r.state in ('CONFIRMED', 'OFFERED');
        select places into most from training_session where uuid = the_session;
        n := one.n; registration := one.id; is_new := true; reason := null; place := null;
        outcome := case when counted < most then 'CONFIRMED' else 'WAITING' end;
        insert into registration (uuid, session_uuid, participant_uuid, email, organisation_slug, country_code, sector, profession_code, mode, state, registered_by_id, submission, consented_at, waits_since, leave_hashes)
          values (one.id, the_session, one.participant, one.email, one.organisation, one.country, one.sector, one.profession, one.mode, outcome, acting_person(), the_submission, now(), clock_timestamp(), array[one.leave_hash]);
        if outcome = 'WAITING' then place := waiting_position(one.id); end if;
        return next;
      end loop;
      perform set_config('passerelle.purpose', '', true);
    end $body$`];
}
