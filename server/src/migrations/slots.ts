/** What stands behind the slots that hosts are offered: which of them can still be, how a link reads and answers them, and what ends them. Part of the migration that adds them. */

const DEFINER = 'security definer set search_path = public, pg_temp';
const MINE = 'prepares_leg(the_leg) or (is_adviser() and exists (select from mission_leg where uuid = the_leg and (is_demonstration or not acts_invented())))';

/** Until the last day for answers is over in the city of the leg. */
const open = `
create function slots_due(the_day date, the_leg uuid) returns timestamptz language sql stable
  return (select (the_day + 1)::timestamp at time zone c.time_zone from mission_leg l join city c on c.code = l.city_code where l.uuid = the_leg)`;

/** Where an offer stands: of what does not take place nothing else is said, of what was taken back not why. */
const state = `
create function slots_state(the_meeting uuid) returns text language sql stable
  return (select case when l.stage = 'GIVEN_UP' or m.status = 'REFUSED' then 'CANCELLED' when o.ended is not null then o.ended when now() >= slots_due(o.answers_until, l.uuid) or l.stage not in ('PLANNED', 'CONSULTED', 'AGREED') then 'OVER' else 'OPEN' end
    from slot_offer o join meeting m on m.uuid = o.meeting_uuid join mission_leg l on l.uuid = o.leg_uuid where o.meeting_uuid = the_meeting)`;

/**
 * Why a meeting cannot be at a time, null where it can: the same rules as \`meeting_fault\`, of a time that is not written. \`knows_all\`: whatever engages those who go, as the adviser is told; else what its post is told,
 * the stays and the meetings of this leg of those of whom it knows.
 */
const fault = `
create function slot_fault(the_meeting uuid, the_day date, the_starts time, has_reason boolean, knows_all boolean) returns text language sql stable ${DEFINER}
  return (with m as (
    select m.*, l.country_code, l.starts_on, l.ends_on, c.time_zone, the_day + the_starts as begins, the_day + the_starts + m.minutes * interval '1 minute' as ends
    from meeting m join mission_leg l on l.uuid = m.leg_uuid join city c on c.code = l.city_code where m.uuid = the_meeting
  ), goes as (
    select s.arrives_at, s.leaves_at, g.member_uuid, human_of(s.expert_uuid, s.person_id) as who from m join meeting_member g on g.meeting_uuid = m.uuid and not g.is_substitute join mission_stay s on s.leg_uuid = m.leg_uuid and s.member_uuid = g.member_uuid where s.is_told or knows_all
  )
  select case
    when the_day < m.starts_on or the_day > m.ends_on then 'OUTSIDE'
    when m.begins at time zone m.time_zone <= now() then 'PAST'
    when m.ends > the_day + interval '1 day' then 'NOT_AFTER'
    when exists (select from meeting_window w where w.meeting_uuid = m.uuid) and not exists (select from meeting_window w where w.meeting_uuid = m.uuid and w.day = the_day and w.from_time <= the_starts and the_day + w.until_time >= m.ends) then 'OUTSIDE_WINDOWS'
    when not has_reason and is_day_off(m.country_code, the_day) then 'DAY_OFF'
    when exists (select from goes g where not (g.arrives_at <= m.begins and g.leaves_at >= m.ends)) then 'AWAY'
    when exists (select from goes g join meeting_member h on h.member_uuid = g.member_uuid and h.meeting_uuid <> m.uuid and not h.is_substitute join meeting o on o.uuid = h.meeting_uuid and o.leg_uuid = m.leg_uuid and o.status <> 'REFUSED'
      where o.day + o.starts < m.ends and m.begins < o.day + o.starts + o.minutes * interval '1 minute') then 'BUSY'
    when knows_all and exists (select from goes g join expert_engagement e on e.who = g.who and e.is_firm and e.kind <> 'STAY' and e.source <> m.uuid and e.held && tstzmultirange(tstzrange(m.begins at time zone m.time_zone, m.ends at time zone m.time_zone))) then 'BUSY'
    when exists (select from meeting_precedence p join meeting o on o.uuid = p.after_uuid where p.before_uuid = m.uuid and o.day is not null and o.status <> 'REFUSED' and o.day + o.starts < m.ends + p.gap_minutes * interval '1 minute') then 'ORDER'
    when exists (select from meeting_precedence p join meeting o on o.uuid = p.before_uuid where p.after_uuid = m.uuid and o.day is not null and o.status <> 'REFUSED' and m.begins < o.day + o.starts + (o.minutes + p.gap_minutes) * interval '1 minute') then 'ORDER'
  end from m)`;

/** The same for whoever prepares the leg, and whether a slot that was offered can still be, for whoever sees it. Each is told what is theirs to know. */
const asking = [`
create function fault_of_slot(the_leg uuid, the_meeting uuid, the_day date, the_starts time, has_reason boolean) returns text language sql stable ${DEFINER}
  return case when (${MINE}) and exists (select from meeting m where m.uuid = the_meeting and m.leg_uuid = the_leg) then slot_fault(the_meeting, the_day, the_starts, has_reason, is_adviser()) end`, `
create function is_slot_free(the_meeting uuid, the_day date, the_starts time) returns boolean language sql stable ${DEFINER}
  return exists (select from slot_offer o join mission_leg l on l.uuid = o.leg_uuid where o.meeting_uuid = the_meeting
    and (l.is_demonstration or not acts_invented()) and (is_adviser() or l.is_shown and is_post_of(acting_person(), l.country_code)) and slot_fault(the_meeting, the_day, the_starts, o.override_reason is not null, is_adviser()) is null)`];

/** What is said of a meeting in each language, and what places and languages are called: nothing of the leg but where it is. */
const words = [`
create function slot_words(the_meeting uuid) returns jsonb language sql stable
  return (select jsonb_object_agg(t.locale, jsonb_build_object('subject', t.subject, 'version', t.source_version)) from (
    select x.locale, x.subject, x.source_version from meeting_translation x where x.meeting_uuid = the_meeting
    union all select 'sr-Cyrl in sr-Latn', serbian_latin(x.subject), x.source_version from meeting_translation x where x.meeting_uuid = the_meeting and x.locale = 'sr-Cyrl') t)`, `
create function slot_letter(the_meeting uuid) returns jsonb language sql stable
  return (select jsonb_build_object('email', o.email, 'locale', o.locale, 'byAdviser', o.by_adviser, 'answersUntil', o.answers_until, 'minutes', m.minutes, 'sourceLocale', m.source_locale, 'sourceVersion', m.source_version, 'texts', slot_words(m.uuid),
      'country', (select jsonb_object_agg(t.locale, t.name) from country_translation t where t.country_code = l.country_code), 'city', (select jsonb_object_agg(t.locale, t.name) from city_translation t where t.city_code = l.city_code))
    from slot_offer o join meeting m on m.uuid = o.meeting_uuid join mission_leg l on l.uuid = o.leg_uuid where o.meeting_uuid = the_meeting)`];

/**
 * What the secret of a link leads to: nothing once the leg is over. What does not take place, is over, or was taken back says that and no more. Who comes is told by role and number, as far as whoever offers knows of them;
 * where nobody is named yet, whom the meeting needs. What is no longer free does not say why.
 */
const link = `
create function slots_asked(the_hash text) returns jsonb language sql stable ${DEFINER}
begin atomic
  select case when slots_state(o.meeting_uuid) <> 'OPEN' then jsonb_build_object('state', case slots_state(o.meeting_uuid) when 'MOVED' then 'WITHDRAWN' else slots_state(o.meeting_uuid) end)
    else slot_letter(o.meeting_uuid) - 'email' - 'locale' || jsonb_build_object('state', 'OPEN', 'version', o.version, 'timeZone', c.time_zone, 'answer', o.answer, 'answeredAt', o.answered_at, 'remark', o.remark, 'remarkLocale', o.remark_locale,
      'takenDay', o.taken_day, 'takenStarts', to_char(o.taken_starts, 'HH24:MI'),
      'languages', (select coalesce(jsonb_agg((select jsonb_object_agg(t.locale, t.name) from language_translation t where t.language_code = h.language_code) order by h.language_code), '[]') from meeting_language h where h.meeting_uuid = o.meeting_uuid),
      'people', coalesce((select jsonb_agg(jsonb_build_object('kind', p.role, 'count', p.count) order by p.role) from (
        select g.role, count(*) as count from meeting_member g join mission_stay s on s.leg_uuid = o.leg_uuid and s.member_uuid = g.member_uuid where g.meeting_uuid = o.meeting_uuid and not g.is_substitute and (s.is_told or o.by_adviser) group by g.role) p),
        (select jsonb_agg(jsonb_build_object('kind', n.role, 'count', n.at_least) order by n.role) from meeting_need n where n.meeting_uuid = o.meeting_uuid), '[]'),
      'slots', (select coalesce(jsonb_agg(jsonb_build_object('day', x.day, 'starts', to_char(x.starts, 'HH24:MI'), 'isFree', slot_fault(o.meeting_uuid, x.day, x.starts, o.override_reason is not null, o.by_adviser) is null) order by x.day, x.starts), '[]')
        from offered_slot x where x.meeting_uuid = o.meeting_uuid and not x.is_by_host),
      'proposals', (select coalesce(jsonb_agg(jsonb_build_object('day', x.day, 'starts', to_char(x.starts, 'HH24:MI')) order by x.day, x.starts), '[]') from offered_slot x where x.meeting_uuid = o.meeting_uuid and x.is_by_host)) end
    from slot_offer o join mission_leg l on l.uuid = o.leg_uuid join city c on c.code = l.city_code where o.secret_hash = the_hash and (now() at time zone c.time_zone)::date <= l.ends_on
  union all select jsonb_build_object('state', 'CANCELLED') from ended_slot_link e where e.secret_hash = the_hash and now() < e.told_until;
end`;

/**
 * Answers by the secret of a link (a hash): a slot is taken, or none (\`the_day\` is null). The mission is held first, as by whoever changes a meeting, then the offer; once both are, it is asked again whose link it is. A slot is
 * taken whole: the meeting has its day, its hour and CONFIRMED, or nothing is written. It is held to what whoever offered it is held to: what a post moves onto something of which it is not told stands, and the adviser sees it
 * (\`meets_stays\`). NOT_FREE tells of nothing else, and is asked of a slot that is not theirs yet; PLACE is a remark that gives away where an
 * organisation is whose place nobody may learn. What is so already is DONE, CONFLICT an answer to what is no longer so.
 */
const answer = `
create function answer_slots(the_hash text, the_version int, the_day date, the_starts time, the_remark text, the_locale text, the_proposals jsonb) returns text language plpgsql volatile ${DEFINER} as $body$
declare
  o slot_offer;
  was jsonb;
  next constant text := case when the_day is null then 'NONE' else 'TAKEN' end;
begin
  perform from mission x where x.uuid = (select l.mission_uuid from slot_offer y join mission_leg l on l.uuid = y.leg_uuid where y.secret_hash = the_hash) for update;
  select * into o from slot_offer x where x.secret_hash = the_hash for update;
  if o.meeting_uuid is null then return case when exists (select from ended_slot_link e where e.secret_hash = the_hash and now() < e.told_until) then 'TOO_LATE' else 'GONE' end; end if;
  if slots_asked(the_hash) is null then return 'GONE'; end if;
  was := (select coalesce(jsonb_agg(jsonb_build_object('day', x.day, 'starts', to_char(x.starts, 'HH24:MI')) order by x.day, x.starts), '[]') from offered_slot x where x.meeting_uuid = o.meeting_uuid and x.is_by_host);
  if slots_state(o.meeting_uuid) <> 'OPEN' then return 'TOO_LATE'; end if;
  if (o.answer, o.taken_day, o.taken_starts, o.remark, was) is not distinct from (next, the_day, the_starts, the_remark, the_proposals) then return 'DONE'; end if;
  if o.version <> the_version then return 'CONFLICT'; end if;
  if the_day is not null and not exists (select from offered_slot x where x.meeting_uuid = o.meeting_uuid and not x.is_by_host and (x.day, x.starts) = (the_day, the_starts)) then return 'INVALID'; end if;
  perform pg_advisory_xact_lock(7266026, hashtext(x.who::text)) from (select human_of(s.expert_uuid, s.person_id) as who from mission_stay s where s.leg_uuid = o.leg_uuid order by 1) x;
  if the_day is not null and (o.taken_day, o.taken_starts) is distinct from (the_day, the_starts) and slot_fault(o.meeting_uuid, the_day, the_starts, o.override_reason is not null, o.by_adviser) is not null then return 'NOT_FREE'; end if;
  begin
    begin
      update slot_offer x set remark = the_remark, remark_locale = case when the_remark is not null then the_locale end where x.meeting_uuid = o.meeting_uuid and x.remark is distinct from the_remark;
    exception when sqlstate 'PD003' then return 'PLACE';
    end;
    update slot_offer x set answer = next, answered_at = now(), taken_day = the_day, taken_starts = the_starts, version = x.version + 1 where x.meeting_uuid = o.meeting_uuid;
    delete from offered_slot x where x.meeting_uuid = o.meeting_uuid and x.is_by_host;
    insert into offered_slot (meeting_uuid, day, starts, is_by_host) select o.meeting_uuid, (p ->> 'day')::date, (p ->> 'starts')::time, true from jsonb_array_elements(the_proposals) p;
    if the_day is not null and (o.taken_day, o.taken_starts) is distinct from (the_day, the_starts) then
      update meeting x set day = the_day, starts = the_starts, status = 'CONFIRMED', override_reason = case when is_day_off(l.country_code, the_day) then o.override_reason end, version = x.version + 1 from mission_leg l where x.uuid = o.meeting_uuid and l.uuid = x.leg_uuid;
    elsif the_day is null and o.answer = 'TAKEN' then
      update meeting x set day = null, starts = null, override_reason = null, status = 'PROPOSED', version = x.version + 1 where x.uuid = o.meeting_uuid;
    end if;
    if not o.by_adviser then update expert_engagement e set meets_stays = false where e.source = o.meeting_uuid and e.kind = 'MEETING' and e.meets_stays and meeting_clashes(e.source, e.who, e.held); end if;
    set constraints all immediate;
  exception when exclusion_violation or check_violation or sqlstate 'PD003' then return 'NOT_FREE';
  end;
  return 'DONE';
end $body$`;

/** An offer is one of the leg of its meeting. It ends, and its link goes; nothing else of it is changed by who prepares the leg, and what the host answers by nobody else. */
const standing = [`
create function stand_offer() returns trigger language plpgsql ${DEFINER} as $body$ begin
  select m.leg_uuid into new.leg_uuid from meeting m where m.uuid = new.meeting_uuid;
  return new;
end $body$`, 'create trigger "slot_offer_stands" before insert or update of "meeting_uuid", "leg_uuid" on "slot_offer" for each row execute function stand_offer()', `
create function keep_offer() returns trigger language plpgsql set search_path = public, pg_temp as $body$
declare
  free constant text[] := array['ended', 'ended_at', 'version', case when new.secret_hash is null then 'secret_hash' end];
begin
  if row_security_active('slot_offer') and to_jsonb(old) - free is distinct from to_jsonb(new) - free then raise exception 'an offer stays as it was made, and what a host answers is the host''s' using errcode = 'insufficient_privilege', constraint = 'slot_offer_kept'; end if;
  return new;
end $body$`, 'create trigger "slot_offer_kept" before update on "slot_offer" for each row execute function keep_offer()'];

/**
 * No text of an offer or an answer gives away where an organisation is whose place nobody may learn, by its name or because the meeting is with it (\`refuse_place\`). A reason is to stand in the meeting one day: it is looked at with what
 * the meeting says. Where the host becomes such an organisation, a remark that gives an address goes.
 */
const places = [`
create function refuse_places_of_offer() returns trigger language plpgsql ${DEFINER} as $body$ begin
  if tg_op = 'UPDATE' and (old.name, old.override_reason, old.remark) is not distinct from (new.name, new.override_reason, new.remark) then return new; end if;
  perform refuse_place(concat_ws(E'\\n', new.name, new.override_reason, new.remark, case when new.override_reason is not null and (tg_op = 'INSERT' or old.override_reason is distinct from new.override_reason) then said_in_meeting(m.uuid) end),
    hides_place(m.organisation_slug, m.host_name, null, l.country_code) or gives_place_away(said_in_meeting(m.uuid))) from meeting m join mission_leg l on l.uuid = m.leg_uuid where m.uuid = new.meeting_uuid;
  return new;
end $body$`, 'create trigger "slot_offer_keeps_places" before insert or update of "name", "override_reason", "remark" on "slot_offer" for each row execute function refuse_places_of_offer()', `
create function empty_places_of_offer() returns trigger language plpgsql ${DEFINER} as $body$ begin
  update slot_offer o set remark = null, remark_locale = null, version = o.version + 1 from mission_leg l
    where o.meeting_uuid = new.uuid and l.uuid = new.leg_uuid and gives_address(o.remark) and hides_place(new.organisation_slug, new.host_name, null, l.country_code);
  return null;
end $body$`, `
create trigger "meeting_empties_places_of_offer" after update of "organisation_slug", "host_name" on "meeting" for each row when ((old.organisation_slug, old.host_name) is distinct from (new.organisation_slug, new.host_name)) execute function empty_places_of_offer()`];

/** Whoever fixes the meeting otherwise has taken the slots back. What the link itself has fixed, or freed, is no change of that kind. */
const moving = [`
create function end_offer() returns trigger language plpgsql ${DEFINER} as $body$ begin
  update slot_offer o set ended = 'MOVED', ended_at = now(), version = o.version + 1 where o.meeting_uuid = new.uuid and o.ended is null
    and not case when o.answer = 'TAKEN' then (new.day, new.starts, new.status, new.minutes) = (o.taken_day, o.taken_starts, 'CONFIRMED', old.minutes) else new.day is null and new.status = 'PROPOSED' and new.minutes = old.minutes end;
  return null;
end $body$`, `
create trigger "meeting_ends_offer" after update of "day", "starts", "minutes", "status" on "meeting" for each row when ((old.day, old.starts, old.minutes, old.status) is distinct from (new.day, new.starts, new.minutes, new.status)) execute function end_offer()`];

/** What a link led to is gone: until the leg would be over it says that the meeting does not take place. A leg that goes is asked for its last day before it does. */
const ending = [`
create function keep_ended_link(the_leg uuid, the_meeting uuid) returns void language sql volatile ${DEFINER}
  begin atomic insert into ended_slot_link (secret_hash, told_until)
    select o.secret_hash, (l.ends_on + 1)::timestamp at time zone c.time_zone from slot_offer o join mission_leg l on l.uuid = o.leg_uuid join city c on c.code = l.city_code
    where (l.uuid = the_leg or o.meeting_uuid = the_meeting) and o.secret_hash is not null and not acts_for('retention') on conflict do nothing; end`, `
create function keep_ended_links() returns trigger language plpgsql ${DEFINER} as $body$ begin
  perform keep_ended_link(case tg_table_name when 'mission_leg' then (to_jsonb(old) ->> 'uuid')::uuid end, (to_jsonb(old) ->> 'meeting_uuid')::uuid);
  return old;
end $body$`, ...['slot_offer', 'mission_leg'].map((table) => `create trigger "${table}_ends_links" before delete on "${table}" for each row execute function keep_ended_links()`)];

/** Whoever has an account and is erased is meant where the address stands; whoever exchanges it is meant no longer, and a link that went to it leads nowhere. */
const forgetting = [`
create function follow_slot_offer() returns trigger language plpgsql ${DEFINER} as $body$ begin
  update slot_offer set email = null, secret_hash = null, version = version + 1 where email = old.email;
  return null;
end $body$`, `
create function forget_slot_offer() returns trigger language plpgsql ${DEFINER} as $body$ begin
  update slot_offer set secret_hash = null where email = old.email;
  delete from slot_offer where email = old.email;
  return null;
end $body$`,
'create trigger "person_slot_offer_moved" after update of "email" on "person" for each row when (old.email <> new.email) execute function follow_slot_offer()',
'create trigger "person_slot_offer_forgotten" after delete on "person" for each row execute function forget_slot_offer()'];

/** An offer whose host is reminded: from the morning of the day before the last one on, on the clock of the city, once, and not on the day on which it was made; only where a slot can still be taken. The new link takes the place of the one before. */
const reminding = `
create function take_slot_reminder(the_passed uuid[], the_hash text) returns jsonb language plpgsql volatile ${DEFINER} as $body$
declare
  which uuid;
begin
  if not acts_for('slots') then return null; end if;
  select o.meeting_uuid into which from slot_offer o join mission_leg l on l.uuid = o.leg_uuid join city c on c.code = l.city_code
    where o.email is not null and o.secret_hash is not null and o.answered_at is null and o.reminded_at is null and o.meeting_uuid <> all(the_passed) and slots_state(o.meeting_uuid) = 'OPEN'
      and now() >= (o.answers_until - 1 + time '08:00') at time zone c.time_zone and o.asked_at <= now() - interval '20 hours'
      and exists (select from offered_slot x where x.meeting_uuid = o.meeting_uuid and not x.is_by_host and slot_fault(o.meeting_uuid, x.day, x.starts, o.override_reason is not null, o.by_adviser) is null)
    order by o.meeting_uuid limit 1 for update of o skip locked;
  if which is null then return null; end if;
  update slot_offer set reminded_at = now(), secret_hash = the_hash where meeting_uuid = which;
  return slot_letter(which) || jsonb_build_object('key', which);
end $body$`;

/** Whether a host waits for a meeting that is not at the time any more which they have taken, and has not been told. */
const losing = [`
create function slot_is_lost(the_meeting uuid) returns boolean language sql stable
  return exists (select from slot_offer o join meeting m on m.uuid = o.meeting_uuid join mission_leg l on l.uuid = o.leg_uuid join city c on c.code = l.city_code
    where o.meeting_uuid = the_meeting and o.answer = 'TAKEN' and o.email is not null and o.told_lost_at is null and (o.taken_day + o.taken_starts) at time zone c.time_zone > now()
      and (o.ended = 'MOVED' or l.stage = 'GIVEN_UP' or (m.day, m.starts, m.status) is distinct from (o.taken_day, o.taken_starts, 'CONFIRMED')))`, `
create function take_lost_slot(the_passed uuid[]) returns jsonb language plpgsql volatile ${DEFINER} as $body$
declare
  which uuid;
begin
  if not acts_for('slots') then return null; end if;
  select o.meeting_uuid into which from slot_offer o where o.answer = 'TAKEN' and o.told_lost_at is null and o.meeting_uuid <> all(the_passed) and slot_is_lost(o.meeting_uuid) order by o.meeting_uuid limit 1 for update of o skip locked;
  if which is null then return null; end if;
  update slot_offer set told_lost_at = now() where meeting_uuid = which;
  return slot_letter(which) || jsonb_build_object('key', which);
end $body$`];

/** That slots were offered, taken back, reminded of and answered; what was taken with before and after. Nothing of the host, who is named by no entry. */
const trail = [`
create function record_slots() returns trigger language plpgsql ${DEFINER} as $body$
declare
  before constant text := case when tg_op = 'UPDATE' then to_char(old.taken_day + old.taken_starts, 'YYYY-MM-DD HH24:MI') end;
  after constant text := to_char(new.taken_day + new.taken_starts, 'YYYY-MM-DD HH24:MI');
begin
  insert into audit_entry (by_id, action, subject, object, part, before, after)
    select (select p.id from person p where p.id = acting_person()), 'CHANGED', 'MISSION_LEG', l.mission_uuid, t.part, t.before, t.after from mission_leg l, (values
      ('slots_offered', tg_op = 'INSERT' and acting_person() is not null, null, null), ('slots_withdrawn', tg_op = 'UPDATE' and old.ended is null and new.ended = 'WITHDRAWN', null, null),
      ('slots_reminded', tg_op = 'UPDATE' and old.reminded_at is distinct from new.reminded_at, null, null),
      ('slots_taken', tg_op = 'UPDATE' and old.answered_at is distinct from new.answered_at and new.answer = 'TAKEN', before, after), ('slots_declined', tg_op = 'UPDATE' and old.answered_at is distinct from new.answered_at and new.answer = 'NONE', null, null)
    ) t(part, is_so, before, after) where l.uuid = new.leg_uuid and t.is_so;
  return null;
end $body$`, 'create trigger "slot_offer_recorded" after insert or update on "slot_offer" for each row execute function record_slots()'];

export const slotFunctions: readonly string[] = [
  open, state, fault, ...asking, ...words, link, answer, ...standing, ...places, ...moving, ...ending, ...forgetting, reminding, ...losing, ...trail,
  'revoke execute on function slot_fault(uuid, date, time, boolean, boolean) from public',
];
