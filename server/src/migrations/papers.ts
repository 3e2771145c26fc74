/** What the database gives, keeps and forgets of the papers of missions. Part of the migration that adds them. */

const DEFINER = 'security definer set search_path = public, pg_temp';
/** Of an idea, or of a mission that an invented adviser does not see, nothing is told; to its post, of a leg that is shown. */
const ADVISER = (row: string): string => `(is_adviser() and (${row}.is_demonstration or not acts_invented()))`;
const OF_LEG = `'PROGRAMME_POST', 'INVITATION', 'CONTACTS', 'INTERPRETER'`;
/** As long as a mission is being prepared. */
const OPEN = `'IDEA', 'PLANNED', 'CONSULTED', 'AGREED'`;
const SAID = `'YYYY-MM-DD"T"HH24:MI'`;

/** The texts of a row by language, those that are there; at `sr-Cyrl in sr-Latn` what is said in Serbian, in Latin letters. */
const texts = (table: string, key: string, column: string, of: string): string => `(select coalesce(jsonb_object_agg(t.tag, t.said), '{}') from ${table} x
    cross join lateral (values (x.locale, x.${column}), (case x.locale when 'sr-Cyrl' then 'sr-Cyrl in sr-Latn' end, serbian_latin(x.${column}))) t(tag, said) where x.${key} = ${of} and t.tag is not null and t.said is not null)`;

/** A meeting as papers say it, without who goes and where it is; and where it is, with what tells whether that may be said. */
const meetings = [`
create function meeting_on_paper(the_meeting uuid) returns jsonb language sql stable ${DEFINER} as $body$
  select jsonb_build_object('key', m.uuid, 'leg', m.leg_uuid, 'sourceLocale', m.source_locale, 'subject', ${texts('meeting_translation', 'meeting_uuid', 'subject', 'm.uuid')}, 'note', ${texts('meeting_translation', 'meeting_uuid', 'note', 'm.uuid')},
    'organisation', m.organisation_slug, 'host', m.host_name, 'status', m.status, 'minutes', m.minutes, 'day', m.day, 'starts', to_char(m.starts, 'HH24:MI'),
    'languages', (select coalesce(jsonb_agg(jsonb_build_object('language', x.language_code, 'atLeast', x.at_least) order by x.language_code), '[]') from meeting_language x where x.meeting_uuid = m.uuid))
  from meeting m where m.uuid = the_meeting
$body$`, `
create function meeting_place_on_paper(the_meeting uuid) returns jsonb language sql stable ${DEFINER} as $body$
  select jsonb_build_object('name', m.place_name, 'address', m.place_address, 'organisation', m.organisation_slug, 'host', m.host_name, 'country', l.country_code)
  from meeting m join mission_leg l on l.uuid = m.leg_uuid where m.uuid = the_meeting and num_nonnulls(m.place_name, m.place_address) > 0 and not hides_place(m.organisation_slug, m.host_name, m.place_name, l.country_code)
$body$`, `
create function contact_on_paper(the_contact uuid) returns jsonb language sql stable ${DEFINER} as $body$
  select jsonb_strip_nulls(jsonb_build_object('name', c.name, 'function', c.function, 'organisation', c.organisation, 'email', c.email, 'phone', c.phone)) from leg_contact c where c.uuid = the_contact
$body$`];

/**
 * All that the papers of a leg can say, to whoever sees the leg: of those who come who was told to its post, whoever asks, so that the adviser and the post compare with the same. Nothing of it is of another leg. Null of one
 * that was given up, and for whoever does not see it. With `the_meeting` no more than an invitation to it says.
 */
const leg = `
create function leg_on_paper(the_leg uuid, the_meeting uuid) returns jsonb language sql stable ${DEFINER} as $body$
  with l as (
    select l.* from mission_leg l where l.uuid = the_leg and l.stage <> 'GIVEN_UP' and (${ADVISER('l')} or (l.is_shown and (l.is_demonstration or not acts_invented()) and is_post_of(acting_person(), l.country_code)))
  ), comes as (
    select m.uuid as key, m.role, e.profession_code, e.uuid as expert, coalesce(e.name, p.name) as name, s.arrives_at, s.leaves_at
    from l join mission_stay s on s.leg_uuid = l.uuid and s.is_told join mission_member m on m.uuid = s.member_uuid and m.substitute_for_uuid is null left join expert e on e.uuid = m.expert_uuid left join person p on p.id = m.person_id
  ), held as (
    select m.uuid, m.day, m.starts from l join meeting m on m.leg_uuid = l.uuid where m.status <> 'REFUSED' and (the_meeting is null or m.uuid = the_meeting)
  ), known as (
    select c.uuid, c.name from l join leg_contact c on c.leg_uuid = l.uuid where the_meeting is null
  ), spots as materialized (
    select h.uuid, meeting_place_on_paper(h.uuid) as place from held h
  )
  select jsonb_build_object(
    'isDemonstration', l.is_demonstration, 'leg', jsonb_build_object('key', l.uuid, 'country', l.country_code, 'city', l.city_code, 'startsOn', l.starts_on, 'endsOn', l.ends_on, 'lodgingName', l.lodging_name, 'lodgingAddress', l.lodging_address, 'transport', l.transport,
      'sourceLocale', l.source_locale, 'purpose', ${texts('mission_leg_translation', 'leg_uuid', 'purpose', 'l.uuid')}),
    'people', (select coalesce(jsonb_agg(jsonb_build_object('key', c.key, 'role', c.role, 'profession', c.profession_code, 'arrivesAt', to_char(c.arrives_at, ${SAID}), 'leavesAt', to_char(c.leaves_at, ${SAID}),
      'languages', (select coalesce(jsonb_agg(jsonb_build_object('language', x.language_code, 'level', x.level) order by array_position(array['A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'NATIVE'], x.level) desc, x.language_code), '[]')
        from expert_language x where x.expert_uuid = c.expert)) order by c.arrives_at, c.key), '[]') from comes c),
    'meetings', (select coalesce(jsonb_agg(meeting_on_paper(h.uuid) || jsonb_build_object('people', (select coalesce(jsonb_agg(jsonb_build_object('key', g.member_uuid, 'role', g.role, 'isSubstitute', g.is_substitute)
      order by g.is_substitute, g.role, g.member_uuid), '[]') from meeting_member g join comes c on c.key = g.member_uuid where g.meeting_uuid = h.uuid)) order by h.day nulls last, h.starts nulls last, h.uuid), '[]') from held h),
    'contacts', (select coalesce(jsonb_agg(c.uuid order by fold(c.name), c.uuid), '[]') from known c),
    'places', (select coalesce(jsonb_object_agg(s.uuid, s.place) filter (where s.place is not null), '{}') from spots s),
    'names', (select coalesce(jsonb_object_agg(c.key, jsonb_build_object('name', c.name)), '{}') from comes c) || (select coalesce(jsonb_object_agg(c.uuid, contact_on_paper(c.uuid)), '{}') from known c))
  from l
$body$`;

/** All that the papers of somebody in a team can say: to the adviser; to an expert what is their own, once the mission is agreed, without the notes, which are written for posts. Null for others, for whoever stays nowhere, and of a mission that was given up. */
const member = [`
create function is_own_on_mission(the_member uuid) returns boolean language sql stable ${DEFINER} as $body$
  select exists (select from mission_member m join mission t on t.uuid = m.mission_uuid where m.uuid = the_member and m.substitute_for_uuid is null and t.stage in ('AGREED', 'REPORTED', 'CLOSED')
    and is_own_sheet(m.expert_uuid) and (t.is_demonstration or not acts_invented()) and exists (select from mission_stay s where s.member_uuid = m.uuid))
$body$`, `
create function is_own_paper(the_mission uuid, the_member uuid, the_expert uuid, is_given boolean) returns boolean language sql stable ${DEFINER} as $body$
  select case when the_member is not null then is_own_on_mission(the_member)
    else is_given and is_own_sheet(the_expert) and exists (select from mission t where t.uuid = the_mission and t.stage in ('AGREED', 'REPORTED', 'CLOSED') and (t.is_demonstration or not acts_invented())) end
$body$`, `
create function member_on_paper(the_member uuid) returns jsonb language sql stable ${DEFINER} as $body$
  with m as (
    select m.*, t.source_locale, t.is_demonstration, e.profession_code, coalesce(e.name, p.name) as name from mission_member m join mission t on t.uuid = m.mission_uuid left join expert e on e.uuid = m.expert_uuid left join person p on p.id = m.person_id
    where m.uuid = the_member and m.substitute_for_uuid is null and t.stage <> 'GIVEN_UP' and (${ADVISER('t')} or is_own_on_mission(m.uuid))
  ), stays as (
    select s.*, l.country_code, l.city_code, l.starts_on, l.ends_on, l.lodging_name, l.lodging_address, l.transport, l.source_locale from m join mission_stay s on s.member_uuid = m.uuid join mission_leg l on l.uuid = s.leg_uuid
  ), held as (
    select g.meeting_uuid, g.role, g.is_substitute, x.day, x.starts from m join meeting_member g on g.member_uuid = m.uuid join meeting x on x.uuid = g.meeting_uuid and x.status <> 'REFUSED'
  ), known as (
    select c.uuid, c.leg_uuid, c.name from stays s join leg_contact c on c.leg_uuid = s.leg_uuid
  ), spots as materialized (
    select h.meeting_uuid, meeting_place_on_paper(h.meeting_uuid) as place from held h
  )
  select jsonb_build_object(
    'isDemonstration', m.is_demonstration, 'member', jsonb_build_object('key', m.uuid, 'role', m.role, 'isLead', m.is_lead, 'profession', m.profession_code),
    'mission', jsonb_build_object('sourceLocale', m.source_locale, 'title', ${texts('mission_translation', 'mission_uuid', 'title', 'm.mission_uuid')}),
    'stays', (select coalesce(jsonb_agg(jsonb_build_object('leg', s.leg_uuid, 'country', s.country_code, 'city', s.city_code, 'arrivesAt', to_char(s.arrives_at, ${SAID}), 'leavesAt', to_char(s.leaves_at, ${SAID}), 'lodgingName', s.lodging_name, 'lodgingAddress', s.lodging_address,
      'transport', s.transport, 'isLodgingProvided', s.is_lodging_provided, 'sourceLocale', s.source_locale, 'purpose', ${texts('mission_leg_translation', 'leg_uuid', 'purpose', 's.leg_uuid')}) order by s.arrives_at, s.leg_uuid), '[]') from stays s),
    'journeys', (select coalesce(jsonb_agg(jsonb_build_object('key', j.uuid, 'mode', j.mode, 'from', j.from_city_code, 'to', j.to_city_code, 'departsAt', to_char(j.departs_at, ${SAID}), 'arrivesAt', to_char(j.arrives_at, ${SAID}), 'carrier', j.carrier)
      order by j.departs_at, j.uuid), '[]') from mission_traveller r join mission_travel j on j.uuid = r.travel_uuid where r.member_uuid = m.uuid),
    'meetings', (select coalesce(jsonb_agg(meeting_on_paper(h.meeting_uuid) || jsonb_build_object('note', jsonb_build_object(), 'people', jsonb_build_array(jsonb_build_object('key', m.uuid, 'role', h.role, 'isSubstitute', h.is_substitute)))
      order by h.day nulls last, h.starts nulls last, h.meeting_uuid), '[]') from held h),
    'contacts', (select coalesce(jsonb_agg(jsonb_build_object('key', k.uuid, 'leg', k.leg_uuid) order by fold(k.name), k.uuid), '[]') from known k),
    'places', (select coalesce(jsonb_object_agg(s.meeting_uuid, s.place) filter (where s.place is not null), '{}') from spots s),
    'names', jsonb_build_object(m.uuid, jsonb_build_object('name', m.name)) || (select coalesce(jsonb_object_agg(k.uuid, contact_on_paper(k.uuid)), '{}') from known k))
  from m where exists (select from stays)
$body$`, `
create function on_paper(the_kind text, the_subject uuid) returns jsonb language sql stable ${DEFINER} as $body$
  select case when the_kind in ('PROGRAMME_PERSON', 'ORDER') then member_on_paper(the_subject) when the_kind = 'INVITATION' then leg_on_paper((select m.leg_uuid from meeting m where m.uuid = the_subject), the_subject) else leg_on_paper(the_subject, null) end
$body$`];

/** What a paper says, as it was made: what of it was to be forgotten is not in it any more, nor where a meeting is whose host keeps its place secret, by the host that it had then or has now. */
const kept = [`
create function places_hidden(the_paper uuid) returns text[] language sql stable ${DEFINER} as $body$
  select coalesce(array_agg(x.key), '{}') from mission_paper p cross join jsonb_each(p.facts -> 'places') x left join meeting m on m.uuid = case when x.key ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then x.key::uuid end
  where p.uuid = the_paper and (hides_place(x.value ->> 'organisation', x.value ->> 'host', x.value ->> 'name', x.value ->> 'country') or hides_place(m.organisation_slug, m.host_name, null, x.value ->> 'country'))
$body$`, `
create function paper_kept(the_paper uuid) returns jsonb language sql stable as $body$
  select p.facts || jsonb_build_object('places', (p.facts -> 'places') - places_hidden(p.uuid), 'names', (select coalesce(jsonb_object_agg(x.key, jsonb_strip_nulls(jsonb_build_object('name', x.name, 'function', x.function, 'organisation', x.organisation, 'email', x.email, 'phone', x.phone))), '{}')
    from mission_paper_person x where x.paper_uuid = p.uuid)) from mission_paper p where p.uuid = the_paper
$body$`];

/**
 * Keeps a paper under its next number, and whom it names apart: a name goes with whoever it is the name of. The adviser makes all of them, whoever prepares a leg those of the leg. Whoever calls it holds the mission, so that two
 * who make one at once do not give one number twice.
 */
const making = `
create function make_paper(the_key uuid, the_kind text, the_subject uuid, the_facts jsonb) returns int language plpgsql volatile ${DEFINER} as $body$
declare
  the_leg constant uuid := case when the_kind = 'INVITATION' then (select m.leg_uuid from meeting m where m.uuid = the_subject) when the_kind in (${OF_LEG}) then the_subject end;
  m mission_member;
  t mission;
  the_number int;
begin
  if the_leg is null then select * into m from mission_member where uuid = the_subject; end if;
  select * into t from mission where uuid = coalesce((select l.mission_uuid from mission_leg l where l.uuid = the_leg), m.mission_uuid);
  if t.uuid is null or not (${ADVISER('t')} or (the_leg is not null and prepares_leg(the_leg))) then
    raise exception 'a paper is made by the adviser, or by who prepares the leg' using errcode = 'insufficient_privilege', constraint = 'mission_paper_made';
  end if;
  if t.stage not in (${OPEN}) then raise exception 'a paper is made until the mission is reported on' using errcode = 'check_violation', constraint = 'mission_paper_in_time'; end if;
  select 1 + coalesce(max(p.number), 0) into the_number from mission_paper p where p.kind = the_kind and p.subject_uuid = the_subject;
  insert into mission_paper (uuid, mission_uuid, leg_uuid, meeting_uuid, member_uuid, expert_uuid, person_id, kind, subject_uuid, number, is_given, facts)
    values (the_key, t.uuid, the_leg, case when the_kind = 'INVITATION' then the_subject end, m.uuid, m.expert_uuid, m.person_id, the_kind, the_subject, the_number, t.stage = 'AGREED', the_facts - 'names');
  -- Whoever has an account and moves or goes takes an address away without holding the mission.
  perform from leg_contact c where c.uuid in (select n.key::uuid from jsonb_object_keys(the_facts -> 'names') n(key)) order by c.uuid for share;
  insert into mission_paper_person (paper_uuid, key, expert_uuid, person_id, contact_uuid, name, function, organisation, email, phone)
    select the_key, n.key::uuid, o.expert_uuid, o.person_id, c.uuid, n.value ->> 'name', n.value ->> 'function', n.value ->> 'organisation', case when n.value ? 'email' then c.email end, n.value ->> 'phone'
    from jsonb_each(the_facts -> 'names') n left join mission_member o on o.uuid = n.key::uuid and o.mission_uuid = t.uuid left join leg_contact c on c.uuid = n.key::uuid
        and (c.leg_uuid = the_leg or the_leg is null and exists (select from mission_stay s where s.member_uuid = m.uuid and s.leg_uuid = c.leg_uuid)) where num_nonnulls(o.uuid, c.uuid) = 1;
  if the_number > 1 then update mission_paper set told = jsonb_array_length(paper_readers(the_key) -> 'readers') where uuid = the_key; end if;
  return the_number;
end $body$`;

/**
 * To whom a new version is told, and whether they act for the adviser: whoever it is about, once the mission is agreed, an expert as such, somebody of the adviser's own as long as they are; those of the post who have an account, once
 * the leg is shown. Not whoever has made it, and nobody invented of what is real.
 */
const readers = `
create function paper_readers(the_paper uuid) returns jsonb language sql stable ${DEFINER} as $body$
  select jsonb_build_object('kind', p.kind, 'mission', p.mission_uuid, 'leg', l.uuid, 'city', ${texts('city_translation', 'city_code', 'name', 'l.city_code')},
    'readers', (select coalesce(jsonb_agg(jsonb_build_object('email', r.email, 'locale', coalesce(r.locale, 'fr'), 'isOfAdviser', l.uuid is null and p.person_id is not null) order by r.email collate "C"), '[]') from person r
      where r.suspended_at is null and r.id is distinct from acting_person() and is_invented(r.id) = t.is_demonstration and (
        l.is_shown and exists (select from member o where o.person_id = r.id and o.role in ('SCAC', 'SSI') and o.country_code = l.country_code and is_serving(r.id, l.country_code, o.role))
        or l.uuid is null and t.stage in ('AGREED', 'REPORTED', 'CLOSED') and (r.id = (select e.person_id from expert e where e.uuid = p.expert_uuid)
          or r.id = p.person_id and exists (select from member o where o.person_id = r.id and o.role in ('ADVISER', 'ASSISTANT') and o.suspended_at is null and current_date between o.since and coalesce(o.until, 'infinity'))))))
  from mission_paper p join mission t on t.uuid = p.mission_uuid left join mission_leg l on l.uuid = p.leg_uuid
  where p.uuid = the_paper and (${ADVISER('t')} or (l.uuid is not null and prepares_leg(l.uuid)))
$body$`;

/**
 * Once an organisation keeps its place secret, or a meeting is with one that does, no paper has the place any more; of what was said of such a meeting no text with an address stays. An address that a contact has no more stands
 * in none. Papers are looked for after the meetings: whoever waits for a mission has none in hand.
 */
const forgetting = [`
create function hide_paper_places() returns trigger language plpgsql ${DEFINER} as $body$ begin
  if exists (select from organisation o where o.slug = coalesce(to_jsonb(new) ->> 'slug', to_jsonb(new) ->> 'organisation_slug') and o.is_protected) then
    update mission_paper p set facts = jsonb_set(p.facts, '{places}', (p.facts -> 'places') - places_hidden(p.uuid)) where p.facts -> 'places' <> '{}' and places_hidden(p.uuid) <> '{}';
  end if;
  return null;
end $body$`, `
create function without_addresses(the_texts jsonb) returns jsonb language plpgsql stable ${DEFINER} as $body$ begin
  return (select coalesce(jsonb_object_agg(x.key, x.value), '{}') from jsonb_each(the_texts) x where not gives_address(x.value #>> '{}'));
end $body$`, `
create function hide_meeting_in_papers() returns trigger language plpgsql ${DEFINER} as $body$ begin
  if hides_place(new.organisation_slug, new.host_name, null, (select l.country_code from mission_leg l where l.uuid = new.leg_uuid)) then
    update mission_paper p set facts = p.facts || jsonb_build_object('places', (p.facts -> 'places') - new.uuid::text, 'meetings', (select jsonb_agg(case when x.value ->> 'key' = new.uuid::text
        then x.value || jsonb_build_object('subject', without_addresses(x.value -> 'subject'), 'note', without_addresses(x.value -> 'note')) else x.value end order by x.ordinality) from jsonb_array_elements(p.facts -> 'meetings') with ordinality x))
      where p.mission_uuid = (select l.mission_uuid from mission_leg l where l.uuid = new.leg_uuid) and p.facts -> 'meetings' @> jsonb_build_array(jsonb_build_object('key', new.uuid));
  end if;
  return null;
end $body$`, `
create function forget_paper_address() returns trigger language plpgsql ${DEFINER} as $body$ begin
  update mission_paper_person set email = null where contact_uuid = new.uuid and email = old.email;
  return null;
end $body$`];

/** Once a mission is agreed whoever is in its team reads what is about them: that was given to them, also when they are not in it any more. */
const giving = `
create function give_papers() returns trigger language plpgsql ${DEFINER} as $body$ begin
  update mission_paper set is_given = true where mission_uuid = new.uuid and member_uuid is not null and not is_given;
  return null;
end $body$`;

/** That a paper was made, which and its number; nobody whom it names. */
const trail = `
create function record_paper() returns trigger language plpgsql ${DEFINER} as $body$ begin
  insert into audit_entry (by_id, action, subject, object, part, after)
    select p.id, 'CHANGED', case when new.leg_uuid is null then 'MISSION' else 'MISSION_LEG' end, new.mission_uuid, 'paper_made', new.kind || ' ' || new.number from person p where p.id = acting_person();
  return null;
end $body$`;

export const paperFunctions: readonly string[] = [
  ...meetings, leg, ...member, ...kept, making, readers, ...forgetting, giving, trail,
  'revoke execute on function meeting_on_paper(uuid), meeting_place_on_paper(uuid), contact_on_paper(uuid), without_addresses(jsonb) from public',
  'create trigger "organisation_hides_places_of_papers" after insert or update of "is_protected", "kind", "acronym", "country_code" on "organisation" for each row when (new.is_protected) execute function hide_paper_places()',
  'create trigger "organisation_translation_hides_places_of_papers" after insert or update of "name" on "organisation_translation" for each row execute function hide_paper_places()',
  'create trigger "meeting_hides_places_of_papers" after insert or update of "organisation_slug", "host_name" on "meeting" for each row execute function hide_meeting_in_papers()',
  'create trigger "leg_contact_leaves_papers" after update of "email" on "leg_contact" for each row when (old.email is distinct from new.email) execute function forget_paper_address()',
  `create trigger "mission_gives_papers" after update of "stage" on "mission" for each row when (new.stage = 'AGREED' and old.stage <> 'AGREED') execute function give_papers()`,
  'create trigger "mission_paper_recorded" after insert on "mission_paper" for each row when (acting_person() is not null) execute function record_paper()',
];
