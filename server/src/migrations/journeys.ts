/** What the database holds the journeys of a mission to, and what makes them engage those who travel. Part of the migration that adds costs. */
import { amended } from './amending.ts';

const DEFINER = 'security definer set search_path = public, pg_temp';

/** Whoever is between two countries is in neither: this is not the code of a country. */
const BETWEEN = `'ZZ'`;

/** A journey ends after it has begun, by the clocks of both cities; who travels is of the team of its mission, and no substitute. */
const standing = [`
create function stand_travel() returns trigger language plpgsql ${DEFINER} as $body$ begin
  if (select new.departs_at at time zone time_zone from city where code = new.from_city_code) >= (select new.arrives_at at time zone time_zone from city where code = new.to_city_code) then
    raise exception 'a journey ends after it has begun' using errcode = 'check_violation', constraint = 'mission_travel_lasts';
  end if;
  if tg_op = 'UPDATE' and new.mission_uuid <> old.mission_uuid then raise exception 'a journey stays in its mission' using errcode = 'check_violation', constraint = 'mission_travel_stays'; end if;
  return new;
end $body$`, `
create function stand_traveller() returns trigger language plpgsql ${DEFINER} as $body$ begin
  select m.expert_uuid, m.person_id into new.expert_uuid, new.person_id from mission_member m join mission_travel t on t.mission_uuid = m.mission_uuid where m.uuid = new.member_uuid and t.uuid = new.travel_uuid and m.substitute_for_uuid is null;
  if not found then raise exception 'who travels is of the team' using errcode = 'check_violation', constraint = 'mission_traveller_of_team'; end if;
  return new;
end $body$`, `
create function stay_at_home() returns trigger language plpgsql ${DEFINER} as $body$ begin
  delete from mission_traveller where member_uuid = new.uuid;
  return null;
end $body$`];

/** Who travels is engaged, firmly once the mission is planned, until it is given up. */
const engaging = [`
create function engage_travel(the_travel uuid) returns void language sql volatile ${DEFINER} as $body$
  with due as (
    select distinct on (who) x.expert_uuid, x.person_id, human_of(x.expert_uuid, x.person_id) as who, case when f.country_iso = t.country_iso then f.country_iso else ${BETWEEN} end as place, m.stage <> 'IDEA' as is_firm,
      tstzmultirange(tstzrange(least(h.one, h.other), greatest(h.one, h.other))) as held
    from mission_travel j join mission m on m.uuid = j.mission_uuid join city f on f.code = j.from_city_code join city t on t.code = j.to_city_code join mission_traveller x on x.travel_uuid = j.uuid
      cross join lateral (select j.departs_at at time zone f.time_zone as one, j.arrives_at at time zone t.time_zone as other) h
    where j.uuid = the_travel and m.stage <> 'GIVEN_UP' and h.one <> h.other order by who, x.expert_uuid
  ), gone as (
    delete from expert_engagement e where e.source = the_travel and e.kind = 'TRAVEL' and not exists (select from due d where d.who = e.who)
  )
  insert into expert_engagement as e (source, who, expert_uuid, person_id, kind, place, held, is_firm) select the_travel, d.who, d.expert_uuid, d.person_id, 'TRAVEL', d.place, d.held, d.is_firm from due d
  on conflict (source, who) do update set place = excluded.place, held = excluded.held, is_firm = excluded.is_firm where (e.place, e.held, e.is_firm) is distinct from (excluded.place, excluded.held, excluded.is_firm)
$body$`, `
create function follow_travels() returns trigger language plpgsql ${DEFINER} as $body$ begin
  if tg_table_name = 'mission' then perform engage_travel(t.uuid) from mission_travel t where t.mission_uuid = new.uuid;
  else perform engage_travel(k.key) from (select (to_jsonb(old) ->> tg_argv[0])::uuid as key union select (to_jsonb(new) ->> tg_argv[0])::uuid) k where k.key is not null; end if;
  return null;
end $body$`];

/** Of a mission the journeys too, which are not among its legs: compared with each other, with where somebody stays, and with what they do meanwhile. */
const apart = [
  amended('team_fault(uuid)', `where l.mission_uuid = the_mission and e.is_firm) then return 'BUSY'; end if;`, `where l.mission_uuid = the_mission and e.is_firm) then return 'BUSY'; end if;
  if exists (select from mission_travel t join expert_engagement e on e.source = t.uuid join expert_engagement o on o.who = e.who and o.source <> e.source and o.is_firm and o.held && e.held
      and (o.kind = 'TRAVEL' or o.meets_stays and (o.kind <> 'STAY' or o.place <> e.place)) where t.mission_uuid = the_mission and e.is_firm) then return 'BUSY'; end if;`),
];

export const journeyFunctions: readonly string[] = [
  ...standing, ...engaging, ...apart,
  'revoke execute on function engage_travel(uuid) from public',
  'create trigger "mission_travel_stands" before insert or update on "mission_travel" for each row execute function stand_travel()',
  'create trigger "mission_traveller_stands" before insert or update on "mission_traveller" for each row execute function stand_traveller()',
  'create trigger "mission_member_stays_at_home" after update of "substitute_for_uuid" on "mission_member" for each row when (new.substitute_for_uuid is not null) execute function stay_at_home()',
  `create trigger "mission_traveller_engages" after insert or delete or update on "mission_traveller" for each row execute function follow_travels('travel_uuid')`,
  `create trigger "mission_travel_engages" after update of "from_city_code", "to_city_code", "departs_at", "arrives_at" on "mission_travel" for each row execute function follow_travels('uuid')`,
  `create trigger "mission_travels_engage" after update of "stage" on "mission" for each row when (old.stage <> new.stage) execute function follow_travels('uuid')`,
];
