/**
 * How evaluations are answered and closed, and who reads them. Part of the migration that adds them. What is answered goes into one row
 * for each session and question, which every answer writes anew: no row, no order and no moment leads from an answer to who gave it.
 */

/** Fewer answers are not shown, and not kept. As `FEWEST_ANSWERS` says it. */
const FEWEST = 11;

/** A role `a` of somebody `p` that gives rights today. */
const ACTING = `member a join person p on p.id = a.person_id and p.suspended_at is null and a.suspended_at is null
  and current_date >= a.since and current_date <= coalesce(a.until, 'infinity')`;

/** Each session has a row from the beginning on, which says that nothing was asked. */
const rows = [
`insert into session_evaluation (session_uuid, is_demonstration) select uuid, is_demonstration from training_session`, `
create function add_evaluation() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
  insert into session_evaluation (session_uuid, is_demonstration) values (new.uuid, new.is_demonstration) on conflict do nothing;
  return null;
end $body$`,
`create trigger "training_session_has_evaluation" after insert on "training_session" for each row execute function add_evaluation()`];

/** Those who prepare the session, and its trainers who have an account. */
const seen = `
create function may_see_evaluation(who uuid, session uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
  return may_prepare_session(who, session) or exists (select from session_trainer t join expert e on e.uuid = t.expert_uuid join ${ACTING} on a.person_id = e.person_id
    where t.session_uuid = session and e.person_id = who and a.role = 'EXPERT')`;

/** Who is asked: those with a place who were there on a day at least, each address once, by whoever was registered first. For those who prepare the session. */
const asked = `
create function asked_for_evaluation(session uuid) returns setof uuid language sql stable security definer set search_path = public, pg_temp
begin atomic
  select distinct on (r.email) r.uuid from registration r where r.session_uuid = session and r.state = 'CONFIRMED' and may_prepare_session(acting_person(), session)
    and exists (select from presence p where p.registration_uuid = r.uuid and p.state = 'PRESENT') order by r.email, r.registered_at, r.uuid;
end`;

/**
 * The address of who is asked, as it stands in their registration, and stays with it. An address that becomes that of somebody else who was asked
 * is theirs from then on: one invitation is left, and it was answered if either was.
 */
const addresses = [`
create function fill_evaluation_invitation() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
  select r.email, r.session_uuid into new.email, new.session_uuid from registration r where r.uuid = new.registration_uuid;
  return new;
end $body$`,
`create trigger "evaluation_invitation_filled" before insert on "evaluation_invitation" for each row execute function fill_evaluation_invitation()`, `
create function follow_evaluation_invitation() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
  update evaluation_invitation i set has_answered = i.has_answered or mine.has_answered from evaluation_invitation mine
    where mine.registration_uuid = new.uuid and i.session_uuid = mine.session_uuid and i.email = new.email and i.registration_uuid <> new.uuid;
  if found then delete from evaluation_invitation where registration_uuid = new.uuid;
  else update evaluation_invitation set email = new.email where registration_uuid = new.uuid; end if;
  return null;
end $body$`,
`create trigger "registration_followed_by_evaluation" after update of "email" on "registration" for each row when (old.email is distinct from new.email) execute function follow_evaluation_invitation()`];

/** What somebody who has the secret is asked. Nothing once it is closed: its invitations are gone. */
const read = `
create function read_evaluation(the_hash text) returns table (session uuid, asked text[], until timestamptz, state text) language sql stable security definer set search_path = public, pg_temp
begin atomic
  select e.session_uuid, e.questions, e.closes_at, case when e.closes_at <= now() then 'TOO_LATE' when i.has_answered then 'ALREADY' else 'OPEN' end
    from evaluation_invitation i join session_evaluation e on e.session_uuid = i.session_uuid where i.secret_hash = the_hash;
end`;

/** Counts the answers of who has the secret, once; comments stand in an order drawn anew each time. */
const answer = `
create function answer_evaluation(the_hash text, given jsonb) returns text language plpgsql volatile security definer set search_path = public, pg_temp as $body$
declare
  the_session uuid;
  the_questions text[];
begin
  select session_uuid into the_session from evaluation_invitation where secret_hash = the_hash;
  if not found then return 'GONE'; end if;
  select questions into the_questions from session_evaluation where session_uuid = the_session and closed_at is null and closes_at > clock_timestamp() for update;
  if not found then return 'TOO_LATE'; end if;
  update evaluation_invitation set has_answered = true where secret_hash = the_hash and not has_answered;
  if not found then return 'ALREADY'; end if;
  insert into evaluation_result as r (session_uuid, question, answered, counts, comments)
    select the_session, x.question, 1, case when x.choice is null then '{}'::jsonb else jsonb_build_object(x.choice, 1) end,
      case when x.text is null then '[]'::jsonb else jsonb_build_array(jsonb_build_object('text', x.text, 'locale', x.locale)) end
    from (select '*' as question, null as choice, null as text, null as locale
      union all select y.question, y.choice, y.text, y.locale from jsonb_to_recordset(given) as y (question text, choice text, text text, locale text) where y.question = any(the_questions)) x
  on conflict (session_uuid, question) do update set answered = r.answered + 1,
    counts = r.counts || coalesce((select jsonb_object_agg(c.key, coalesce((r.counts ->> c.key)::int, 0) + 1) from jsonb_each(excluded.counts) c), '{}'),
    comments = coalesce((select jsonb_agg(c.value order by gen_random_uuid()) from jsonb_array_elements(r.comments || excluded.comments) c), '[]');
  return 'DONE';
end $body$`;

/** Closes those whose time is over, for good: who was asked is forgotten; of too few answers nothing is left. How many. */
const close = `
create function close_evaluations() returns int language plpgsql volatile security definer set search_path = public, pg_temp as $body$
declare
  the_session uuid;
  total int;
  closed int := 0;
begin
  for the_session in select session_uuid from session_evaluation where closed_at is null and closes_at <= clock_timestamp() order by 1 for update loop
    select answered into total from evaluation_result where session_uuid = the_session and question = '*' and answered >= ${FEWEST};
    delete from evaluation_invitation where session_uuid = the_session;
    delete from evaluation_result where session_uuid = the_session and (total is null or question = '*' or (answered < ${FEWEST} and comments = '[]'));
    update session_evaluation set closed_at = now(), answered = total where session_uuid = the_session;
    closed := closed + 1;
  end loop;
  return closed;
end $body$`;

/** What follows the tables of evaluations. */
export const evaluationFunctions: readonly string[] = [...rows, seen, asked, ...addresses, read, answer, close];
