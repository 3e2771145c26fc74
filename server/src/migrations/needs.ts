/** What the database holds needs to. Part of the migration that adds them. */

const DEFINER = 'security definer set search_path = public, pg_temp';

/** How urgent criteria make a need: as the most pressing of them. */
const urgency = `
create function urgency_of(criteria text[]) returns text language sql immutable parallel safe
  return case when criteria && array['LIVES'] then 'CRITICAL' when criteria && array['CHILDREN', 'NO_ANSWER', 'RISING'] then 'HIGH' when criteria && array['DEADLINE', 'RECOMMENDED', 'REGIONAL'] then 'MEDIUM' else 'LOW' end`;

/** A need goes from one place to the next: withdrawn by its post, the rest by the adviser. What was written is changed as long as nobody looks into it, and its country, when it was entered, by whom and as what never. */
const moving = `
create function move_need() returns trigger language plpgsql ${DEFINER} as $body$ begin
  if (new.country_code, new.entered_at, new.entered_as, new.is_demonstration) is distinct from (old.country_code, old.entered_at, old.entered_as, old.is_demonstration) or new.entered_by_id is not null and new.entered_by_id is distinct from old.entered_by_id then
    raise exception 'where a need is, and who entered it, stays' using errcode = 'check_violation', constraint = 'need_stays';
  end if;
  if (new.source_locale, new.source_version, new.theme_code, new.pillar, new.criteria) is distinct from (old.source_locale, old.source_version, old.theme_code, old.pillar, old.criteria) then
    if old.status <> 'SUBMITTED' then
      raise exception 'a need that somebody looks into stays as it was written' using errcode = 'check_violation', constraint = 'need_settled';
    end if;
    if acting_person() is not null and not (old.entered_as in ('ADVISER', 'ASSISTANT') or is_post_of(acting_person(), old.country_code)) then
      raise exception 'what a post has written nobody else writes anew' using errcode = 'insufficient_privilege';
    end if;
  end if;
  if new.status <> old.status then
    if not (old.status, new.status) in (('SUBMITTED', 'UNDER_REVIEW'), ('UNDER_REVIEW', 'TAKEN_UP'), ('UNDER_REVIEW', 'ADDRESSED'), ('UNDER_REVIEW', 'DECLINED'), ('TAKEN_UP', 'ADDRESSED'), ('TAKEN_UP', 'DECLINED'), ('TAKEN_UP', 'UNDER_REVIEW'),
        ('ADDRESSED', 'UNDER_REVIEW'), ('DECLINED', 'UNDER_REVIEW'), ('SUBMITTED', 'WITHDRAWN')) then
      raise exception 'a need does not go from % to %', old.status, new.status using errcode = 'check_violation', constraint = 'need_status_moves';
    end if;
    if acting_person() is not null and not (case when new.status = 'WITHDRAWN' then is_post_of(acting_person(), new.country_code) else is_adviser() end) then
      raise exception 'a need is withdrawn by its post and moved by the adviser' using errcode = 'insufficient_privilege';
    end if;
  end if;
  return new;
end $body$`;

/** Each move of a need is told by the last of its steps: asked at the end of the transaction. */
const told = `
create function tell_need() returns trigger language plpgsql ${DEFINER} as $body$ begin
  if exists (select from need n where n.uuid = new.uuid and n.status is distinct from (select s.to_status from need_step s where s.need_uuid = n.uuid order by s.position desc limit 1)) then
    raise exception 'a move of a need is told' using errcode = 'check_violation', constraint = 'need_told';
  end if;
  return null;
end $body$`;

/** What is written anew of a need, by its language. */
const trail = `
create function record_need_texts() returns trigger language plpgsql ${DEFINER} as $body$ begin
  insert into audit_entry (by_id, action, subject, object, part, before, after)
    select (select id from person where id = acting_person()), 'CHANGED', 'NEED', new.need_uuid, t.part || '.' || new.locale, t.before, t.after
    from (values ('title', old.title, new.title), ('text', old.text, new.text)) t(part, before, after) where t.before is distinct from t.after;
  return null;
end $body$`;

export const needFunctions: { readonly before: readonly string[]; readonly after: readonly string[] } = {
  before: [urgency],
  after: [
    moving, told, trail,
    'create trigger "need_moves" before update on "need" for each row execute function move_need()',
    'create constraint trigger "need_told" after insert or update of "status" on "need" deferrable initially deferred for each row execute function tell_need()',
  ],
};
