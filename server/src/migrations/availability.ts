/** What stands behind calls for availability: how they are answered, until when, and what voids a link. Part of the migration that adds them. */

/** Whether a call takes answers: until its last day is over in France, where those who are asked work. */
const open = `
create function is_call_open(the_deadline date, the_end timestamptz) returns boolean language sql stable parallel safe
  return the_end is null and now() < ((the_deadline + 1)::timestamp at time zone 'Europe/Paris')`;

/** Whether a sheet belongs to the account of who acts, unless that is suspended; and whether they are asked by a call. */
const asked = [`
create function is_own_sheet(the_expert uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
  return exists (select from expert e join person p on p.id = e.person_id where e.uuid = the_expert and e.person_id = acting_person() and p.suspended_at is null)`, `
create function is_asked_by(the_call uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
  return exists (select from availability_request r where r.call_uuid = the_call and is_own_sheet(r.expert_uuid))`];

/** What is said of a call, by language. Serbian in Cyrillic is there in Latin letters too, apart from what was written in them: each text is looked for by itself. */
const words = `
create function availability_words(the_call uuid) returns jsonb language sql stable
  return (select jsonb_object_agg(t.locale, jsonb_build_object('title', t.title, 'note', t.note, 'version', t.source_version)) from (
    select x.locale, x.title, x.note, x.source_version from availability_call_translation x where x.call_uuid = the_call
    union all select 'sr-Cyrl in sr-Latn', serbian_latin(x.title), serbian_latin(x.note), x.source_version from availability_call_translation x where x.call_uuid = the_call and x.locale = 'sr-Cyrl') t)`;

/** What the secret of a link leads to: nothing for who was suspended. */
const link = `
create function availability_asked(the_hash text) returns table (id uuid, version int, from_on text, until_on text, answers_until text, is_open boolean, source_locale text, source_version int, texts jsonb, answered_at timestamptz, answers jsonb, remark text, remark_locale text)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select r.uuid, r.version, c.from_on::text, c.until_on::text, c.answers_until::text, is_call_open(c.answers_until, c.closed_at), c.source_locale, c.source_version,
      availability_words(c.uuid), r.answered_at, to_jsonb(r.answers), r.remark, r.remark_locale
    from availability_request r join availability_call c on c.uuid = r.call_uuid join expert e on e.uuid = r.expert_uuid
    where r.secret_hash = the_hash and not exists (select from person p where p.id = e.person_id and p.suspended_at is not null);
end`;

/**
 * Answers, by the secret of a link (a hash) or, without one, as the expert who acts. The call is held first, then what it asked: nobody closes it meanwhile, and of two answers at once the
 * second finds another version. Once both are held it is asked again whose it is: a link can have been voided meanwhile. What is so already is DONE; whenever it is sent in an account, but once the
 * call is over no link tells what was answered. Else TOO_LATE then, CONFLICT for a version that is no longer so, INVALID unless it has one answer for each day.
 */
const answer = `
create function answer_availability(the_hash text, the_request uuid, the_version int, the_answers text[], the_remark text, the_locale text) returns text language plpgsql volatile security definer set search_path = public, pg_temp as $body$
declare
  which uuid;
  r availability_request;
  c availability_call;
begin
  if the_hash is null then
    select x.uuid into which from availability_request x where x.uuid = the_request and is_own_sheet(x.expert_uuid);
  else
    select a.id into which from availability_asked(the_hash) a;
  end if;
  select * into c from availability_call x where x.uuid = (select y.call_uuid from availability_request y where y.uuid = which) for share;
  select * into r from availability_request x where x.uuid = which for update;
  if r.uuid is null or (the_hash is null and not is_own_sheet(r.expert_uuid)) or r.secret_hash is distinct from coalesce(the_hash, r.secret_hash) then return 'GONE'; end if;
  if the_hash is not null and not is_call_open(c.answers_until, c.closed_at) then return 'TOO_LATE'; end if;
  if r.answered_at is not null and r.answers = the_answers and r.remark is not distinct from the_remark then return 'DONE'; end if;
  if not is_call_open(c.answers_until, c.closed_at) then return 'TOO_LATE'; end if;
  if r.version <> the_version then return 'CONFLICT'; end if;
  if cardinality(the_answers) <> c.until_on - c.from_on + 1 then return 'INVALID'; end if;
  update availability_request x set answered_at = now(), answers = the_answers, remark = the_remark, remark_locale = case when the_remark is not null then the_locale end, version = x.version + 1 where x.uuid = r.uuid;
  return 'DONE';
end $body$`;

/** The days that somebody was asked for stay those that they answer for. */
const settled = [`
create function keep_asked_days() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
  if exists (select from availability_request where call_uuid = new.uuid) then raise exception 'the days are settled once somebody is asked' using errcode = 'check_violation'; end if;
  return new;
end $body$`,
`create trigger "availability_call_settled" before update of "from_on", "until_on" on "availability_call" for each row when ((old.from_on, old.until_on) is distinct from (new.from_on, new.until_on)) execute function keep_asked_days()`];

/** Holds where experts are written to until the transaction ends: an address that is being changed is read once it is changed, and who changes it later finds the link that it voids. Held in the order in which a change holds them. */
const addresses = `
create function hold_addresses(the_experts uuid[]) returns void language plpgsql volatile security definer set search_path = public, pg_temp as $body$ begin
  perform from expert where uuid = any(the_experts) order by uuid for share;
  perform from person where id in (select person_id from expert where uuid = any(the_experts)) order by id for share;
  perform from expert_contact where expert_uuid = any(the_experts) order by expert_uuid for share;
end $body$`;

/** A link went to an address: once that is another, the account is suspended, or the sheet is another's, it leads nowhere. What somebody answered as whom a sheet belonged to is not the next one's. */
const voided = [`
create function void_availability_links() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
  if tg_table_name = 'person' then update availability_request r set secret_hash = null from expert e where e.uuid = r.expert_uuid and e.person_id = old.id;
  elsif tg_table_name = 'expert' then
    update availability_request set secret_hash = null where expert_uuid = old.uuid;
    if old.person_id is not null then
      update availability_request set answered_at = null, answers = '{}', remark = null, remark_locale = null, version = version + 1 where expert_uuid = old.uuid and answered_at is not null;
    end if;
  else update availability_request set secret_hash = null where expert_uuid = old.expert_uuid;
  end if;
  return null;
end $body$`,
`create trigger "person_leaves_availability" after update of "email", "suspended_at" on "person" for each row when (old.email is distinct from new.email or (old.suspended_at is null and new.suspended_at is not null)) execute function void_availability_links()`,
`create trigger "expert_leaves_availability" after update of "person_id" on "expert" for each row when (old.person_id is distinct from new.person_id) execute function void_availability_links()`,
`create trigger "expert_contact_moves_availability" after update of "email" on "expert_contact" for each row when (old.email is distinct from new.email) execute function void_availability_links()`,
`create trigger "expert_contact_leaves_availability" after delete on "expert_contact" for each row execute function void_availability_links()`];

/** What is told of a call: its days with before and after, of its texts that they were changed, or said in another language; of what it asked, that somebody was asked, each time, and that it was answered. Nothing of what anybody answered. */
const trail = [`
create function record_call_texts() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
  -- The texts with which it was made are told with it.
  if tg_op = 'INSERT' and exists (select from availability_call where uuid = new.call_uuid and version = 1) then return null; end if;
  insert into audit_entry (by_id, action, subject, object, part)
    select (select id from person where id = acting_person()), 'CHANGED', 'AVAILABILITY_CALL', new.call_uuid, t.part
    from (values ('title', old.title, new.title), ('note', old.note, new.note)) t(part, before, after) where t.before is distinct from t.after;
  return null;
end $body$`, `
create function record_availability_request() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$
declare
  acting constant uuid := (select id from person where id = acting_person());
begin
  if tg_op = 'INSERT' or old.submission <> new.submission then
    insert into audit_entry (by_id, action, subject, about_id, object) select acting, 'ADDED', 'AVAILABILITY_REQUEST', e.person_id, e.uuid from expert e where e.uuid = new.expert_uuid;
  else
    insert into audit_entry (by_id, action, subject, about_id, object, part, before, after)
      select acting, 'CHANGED', 'AVAILABILITY_REQUEST', e.person_id, e.uuid, 'answered_at', old.answered_at::text, new.answered_at::text from expert e where e.uuid = new.expert_uuid;
  end if;
  return null;
end $body$`];

export const availabilityFunctions: readonly string[] = [open, ...asked, words, link, answer, addresses, ...settled, ...voided, ...trail];
