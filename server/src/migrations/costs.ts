/** What the database computes of the costs of a mission, and holds them to. Part of the migration that adds them. */

const DEFINER = 'security definer set search_path = public, pg_temp';

/** Whoever writes what a line is computed from holds this, shared where it is a stay or a line, alone where it is a rate: of two at once the second computes with what the first wrote. */
const LOCK = 7_266_140;

/** What a currency was worth on a day. */
const exchange = `
create function exchange_on(the_currency text, the_day date, invented boolean) returns exchange_rate language sql stable set search_path = public, pg_temp as $body$
  select e.* from exchange_rate e where e.currency = the_currency and e.valid_from <= the_day and e.is_demonstration = invented order by e.valid_from desc limit 1
$body$`;

/** Hundredths of a currency times per mille, in cents of euros: rounded once, a half upwards. What is more than ten million euros is a slip of the pen, and not known. */
const euros = `
create function euros_of(cents numeric, permille numeric, micros numeric) returns int language sql immutable set search_path = public, pg_temp as $body$
  select case when x.amount <= 1000000000 then x.amount::int end from (select round(cents * permille * micros * 0.000000001) as amount) x
$body$`;

const ON_DAY = (of: string): string => `(s.day + s.${of}_from::time) >= s.arrives_at and (s.day + s.${of}_until::time) <= s.leaves_at`;

/**
 * The allowances of a stay, of a leg or of all that are not closed, as the stays, the rule and the rates give them: a line for each stay or, where another rate or rule comes into force during one,
 * for each of these, known by the day from which it runs. What somebody has typed of what a line came to stays as long as it is for the same days, or for those of the whole end of a stay that is shorter or longer now;
 * otherwise it is cleared, and no day counts twice. Nothing is written where nothing is different.
 */
const allowances = `
create function write_allowances(the_member uuid, the_leg uuid) returns void language sql volatile ${DEFINER} as $body$
  with counted as (
    select s.member_uuid, s.leg_uuid, l.mission_uuid, l.country_code, m.is_demonstration, s.arrives_at, s.leaves_at, s.is_lodging_provided, s.lunches_provided, s.dinners_provided, d.day::date as day,
      u.code, u.valid_from as rule_from, u.source as rule_source, u.night_permille, u.night_from, u.night_until, u.is_night_whole, u.lunch_permille, u.lunch_from, u.lunch_until, u.dinner_permille, u.dinner_from, u.dinner_until,
      r.uuid as rate, r.valid_from as rate_from, r.source as rate_source, r.cents_per_day, r.currency
    from mission_stay s join mission_leg l on l.uuid = s.leg_uuid join mission m on m.uuid = l.mission_uuid
      cross join lateral generate_series(s.arrives_at::date, s.leaves_at::date, interval '1 day') d(day)
      left join lateral (select u.* from allowance_rule u where u.valid_from <= d.day and u.is_demonstration <= m.is_demonstration order by u.is_demonstration desc, u.valid_from desc limit 1) u on true
      left join lateral (select r.* from allowance_rate r where r.country_code = l.country_code and r.valid_from <= d.day and r.is_demonstration = m.is_demonstration order by r.valid_from desc limit 1) r on true
    where m.stage <> 'CLOSED' and (the_member is null or s.member_uuid = the_member) and (the_leg is null or s.leg_uuid = the_leg)
  ), met as (
    select s.*, not s.is_lodging_provided and coalesce(case when s.is_night_whole then ${ON_DAY('night')} else (s.day + s.night_until::time) > s.arrives_at and (s.day + s.night_from::time) < s.leaves_at end, false) as night,
      coalesce(${ON_DAY('lunch')}, false) as lunch, coalesce(${ON_DAY('dinner')}, false) as dinner
    from counted s
  ), given as (
    select s.*, s.lunch and count(*) filter (where s.lunch) over w > s.lunches_provided as has_lunch, s.dinner and count(*) filter (where s.dinner) over w > s.dinners_provided as has_dinner
    from met s window w as (partition by s.member_uuid, s.leg_uuid order by s.day)
  ), summed as (
    select s.member_uuid, s.leg_uuid, s.mission_uuid, s.rate, s.code, min(s.day) as since, max(s.day) as until, s.is_demonstration, s.currency, s.cents_per_day, s.night_permille, s.lunch_permille, s.dinner_permille,
      count(*) filter (where s.night)::int as nights, count(*) filter (where s.has_lunch)::int as lunches, count(*) filter (where s.has_dinner)::int as dinners,
      jsonb_build_object('arrivesAt', to_char(s.arrives_at, 'YYYY-MM-DD"T"HH24:MI'), 'leavesAt', to_char(s.leaves_at, 'YYYY-MM-DD"T"HH24:MI'), 'since', min(s.day), 'until', max(s.day), 'isLodgingProvided', s.is_lodging_provided,
        'lunchesProvided', s.lunches_provided, 'dinnersProvided', s.dinners_provided, 'rule', s.code, 'ruleFrom', s.rule_from, 'ruleSource', s.rule_source, 'nightPermille', s.night_permille, 'nightFrom', s.night_from, 'nightUntil', s.night_until,
        'isNightWhole', s.is_night_whole, 'lunchPermille', s.lunch_permille, 'lunchFrom', s.lunch_from, 'lunchUntil', s.lunch_until, 'dinnerPermille', s.dinner_permille, 'dinnerFrom', s.dinner_from, 'dinnerUntil', s.dinner_until,
        'rateFrom', s.rate_from, 'rateSource', s.rate_source) as basis
    from given s group by s.member_uuid, s.leg_uuid, s.mission_uuid, s.is_demonstration, s.arrives_at, s.leaves_at, s.is_lodging_provided, s.lunches_provided, s.dinners_provided, s.code, s.rule_from, s.rule_source, s.night_permille, s.night_from,
      s.night_until, s.is_night_whole, s.lunch_permille, s.lunch_from, s.lunch_until, s.dinner_permille, s.dinner_from, s.dinner_until, s.rate, s.rate_from, s.rate_source, s.cents_per_day, s.currency
  ), due as (
    select s.*,
      jsonb_strip_nulls(s.basis || jsonb_build_object('micros', e.micros, 'exchangeFrom', e.valid_from, 'exchangeSource', e.source)) as known,
      case when s.code is not null then euros_of(case when s.nights + s.lunches + s.dinners = 0 then 0 else s.cents_per_day end, s.nights * s.night_permille + s.lunches * s.lunch_permille + s.dinners * s.dinner_permille,
        case when s.currency = 'EUR' or s.nights + s.lunches + s.dinners = 0 then 1000000 else e.micros end) end as cents
    from summed s left join lateral exchange_on(s.currency, s.since, s.is_demonstration) e on true
  ), gone as (
    delete from mission_cost c using mission m where m.uuid = c.mission_uuid and m.stage <> 'CLOSED' and c.is_computed and num_nonnulls(c.member_uuid, c.leg_uuid) > 0 and (c.member_uuid is null or c.leg_uuid is null
      or ((the_member is null or c.member_uuid = the_member) and (the_leg is null or c.leg_uuid = the_leg) and not exists (select from due d where (d.member_uuid, d.leg_uuid, d.since) = (c.member_uuid, c.leg_uuid, c.since))))
  )
  insert into mission_cost as c (uuid, mission_uuid, kind, is_computed, leg_uuid, member_uuid, since, nights, lunches, dinners, unit_cents, currency, basis, planned_cents)
    select gen_random_uuid(), d.mission_uuid, 'ALLOWANCE', true, d.leg_uuid, d.member_uuid, d.since, d.nights, d.lunches, d.dinners, d.cents_per_day, d.currency, d.known, d.cents from due d
  on conflict (member_uuid, leg_uuid, since) where is_computed do update set nights = excluded.nights, lunches = excluded.lunches, dinners = excluded.dinners, unit_cents = excluded.unit_cents, currency = excluded.currency, basis = excluded.basis,
    planned_cents = excluded.planned_cents, version = c.version + 1, actual_cents = case when c.basis ->> 'until' = excluded.basis ->> 'until'
      or not exists (select from mission_cost o where o.is_computed and (o.member_uuid, o.leg_uuid) = (c.member_uuid, c.leg_uuid) and o.since > c.since) and not exists (select from due d where (d.member_uuid, d.leg_uuid) = (c.member_uuid, c.leg_uuid) and d.since > c.since)
      then c.actual_cents end
    where (c.nights, c.lunches, c.dinners, c.unit_cents, c.currency, c.basis, c.planned_cents) is distinct from (excluded.nights, excluded.lunches, excluded.dinners, excluded.unit_cents, excluded.currency, excluded.basis, excluded.planned_cents)
$body$`;

const following = [`
create function follow_stay_costs() returns trigger language plpgsql ${DEFINER} as $body$ begin
  perform pg_advisory_xact_lock_shared(${LOCK});
  if tg_op = 'UPDATE' then
    -- Whoever comes on another day is still there: their first line runs from that day on.
    update mission_cost c set since = new.arrives_at::date from mission_leg l join mission m on m.uuid = l.mission_uuid where l.uuid = new.leg_uuid and m.stage <> 'CLOSED' and c.is_computed and (c.member_uuid, c.leg_uuid) = (new.member_uuid, new.leg_uuid)
      and c.since = old.arrives_at::date and not exists (select from mission_cost o where o.is_computed and (o.member_uuid, o.leg_uuid) = (new.member_uuid, new.leg_uuid) and o.since <> c.since and o.since <= new.arrives_at::date);
  end if;
  perform write_allowances(k.member, k.leg) from (select old.member_uuid as member, old.leg_uuid as leg union select new.member_uuid, new.leg_uuid) k where k.leg is not null;
  return null;
end $body$`, `
create function follow_leg_costs() returns trigger language plpgsql ${DEFINER} as $body$ begin
  perform pg_advisory_xact_lock_shared(${LOCK});
  perform write_allowances(null, new.uuid);
  return null;
end $body$`, `
create function follow_rates() returns trigger language plpgsql ${DEFINER} as $body$ begin
  -- Missions first, in the order of their keys, as whoever plans one and whoever erases somebody of their teams does.
  perform from mission where stage <> 'CLOSED' order by uuid for no key update;
  perform pg_advisory_xact_lock(${LOCK});
  perform write_allowances(null, null);
  if tg_table_name = 'exchange_rate' then
    update mission_cost c set on_day = c.on_day from mission m where m.uuid = c.mission_uuid and m.stage <> 'CLOSED' and not c.is_computed and c.currency <> 'EUR';
  end if;
  return null;
end $body$`];

/** Whether whom a line is about is erased, or forgotten once what is kept of missions is: then words and hours go, and amounts stay. */
export const FORGOTTEN = `num_nonnulls(old.expert_uuid, old.person_id) > 0 and (acts_for('retention') or not exists (select from expert e where e.uuid = old.expert_uuid union all select from person p where p.id = old.person_id))`;

/** A line is about its mission; what is typed has the exchange of its day; what was closed stays as it was, though whom it is about may be erased. */
const line = `
create function price_cost() returns trigger language plpgsql ${DEFINER} as $body$
declare
  m mission;
  worth exchange_rate;
  keys constant text[] := array['member_uuid', 'expert_uuid', 'person_id'];
  is_left constant boolean := tg_op = 'UPDATE' and pg_trigger_depth() > 1 and old.member_uuid is not null and new.member_uuid is null;
  is_forgotten constant boolean := tg_op <> 'INSERT' and ${FORGOTTEN};
begin
  select * into m from mission where uuid = case when tg_op = 'DELETE' then old.mission_uuid else new.mission_uuid end;
  -- Nothing but whom a line is about goes from what is closed, and not by whatever statement: with them alone.
  if m.stage = 'CLOSED' and not (pg_trigger_depth() > 1 and (tg_op = 'INSERT' or is_forgotten and (tg_op = 'DELETE' or is_left and to_jsonb(new) - keys = to_jsonb(old) - keys))) then
    raise exception 'the costs of a mission that is closed stay as they are' using errcode = 'check_violation', constraint = 'mission_cost_closed';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  -- Who has left the team, is erased or forgotten: no word about them stays, which nothing would lead to any more.
  if is_left then
    new.label = null; new.label_locale = null;
    if is_forgotten then
      new.basis = new.basis - array['arrivesAt', 'leavesAt'];
      if new.is_computed and new.actual_cents is not null and m.stage <> 'CLOSED' then new.leg_uuid = null; end if;
    end if;
  end if;
  new.expert_uuid = null; new.person_id = null;
  select t.expert_uuid, t.person_id into new.expert_uuid, new.person_id from mission_member t where t.uuid = new.member_uuid;
  if m.stage = 'CLOSED' or new.is_computed then return new; end if;
  if not (new.leg_uuid is null or exists (select from mission_leg l where l.uuid = new.leg_uuid and l.mission_uuid = m.uuid)) or not (new.member_uuid is null or exists (select from mission_member t where t.uuid = new.member_uuid and t.mission_uuid = m.uuid))
      or not (new.travel_uuid is null or exists (select from mission_travel t where t.uuid = new.travel_uuid and t.mission_uuid = m.uuid)) then
    raise exception 'a line of costs is about its mission' using errcode = 'check_violation', constraint = 'mission_cost_within';
  end if;
  perform pg_advisory_xact_lock_shared(${LOCK});
  if new.currency <> 'EUR' then select * into worth from exchange_on(new.currency, new.on_day, m.is_demonstration); end if;
  new.basis = jsonb_strip_nulls(jsonb_build_object('micros', worth.micros, 'exchangeFrom', worth.valid_from, 'exchangeSource', worth.source));
  new.planned_cents = euros_of(new.unit_cents, 1000, case when new.currency = 'EUR' then 1000000 else worth.micros end);
  return new;
end $body$`;

/** Of whom is erased the amount stays, and nothing that leads to them; what is only planned for them by a stay goes with it, unless the mission is closed. */
const anonymous = `
create function keep_amount() returns trigger language plpgsql ${DEFINER} as $body$ begin
  insert into mission_cost (uuid, mission_uuid, kind, is_computed, since, nights, lunches, dinners, on_day, unit_cents, currency, basis, planned_cents, actual_cents)
    select gen_random_uuid(), m.uuid, old.kind, old.is_computed, old.since, old.nights, old.lunches, old.dinners, old.on_day, old.unit_cents, old.currency, old.basis - array['arrivesAt', 'leavesAt'], old.planned_cents, old.actual_cents
    from mission m where m.uuid = old.mission_uuid and (m.stage = 'CLOSED' or not old.is_computed or old.actual_cents is not null) and ${FORGOTTEN};
  return null;
end $body$`;

export const costFunctions: readonly string[] = [
  exchange, euros, allowances, ...following, line, anonymous,
  'create trigger "mission_cost_kept" after delete on "mission_cost" for each row execute function keep_amount()',
  'revoke execute on function write_allowances(uuid, uuid) from public',
  'create trigger "mission_stay_costs" after insert or update or delete on "mission_stay" for each row execute function follow_stay_costs()',
  'create trigger "mission_leg_costs" after update of "country_code" on "mission_leg" for each row when (old.country_code <> new.country_code) execute function follow_leg_costs()',
  ...['allowance_rate', 'allowance_rule', 'exchange_rate'].map((table) => `create trigger "${table}_costs" after insert or update or delete on "${table}" for each statement execute function follow_rates()`),
  'create trigger "mission_cost_priced" before insert or update or delete on "mission_cost" for each row execute function price_cost()',
];
