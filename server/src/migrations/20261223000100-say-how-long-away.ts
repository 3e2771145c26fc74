import { Migration } from '@mikro-orm/migrations';

/** From which city somebody of a team leaves, and on how many days they can be away: the adviser's alone, as all of a team is. And the missions that an expert has been on, once they are closed: theirs and the adviser's. */
export class Migration20261223000100 extends Migration {
  override up(): void {
    this.addSql(`alter table "mission_member" add column "home_city_code" text null, add column "most_days" int null;`);
    this.addSql(`alter table "mission_member" add constraint "mission_member_home_city_code_foreign" foreign key ("home_city_code") references "city" ("code") on delete set null;`);
    this.addSql(`create index "mission_member_home_city_code_index" on "mission_member" ("home_city_code");`);
    this.addSql(`alter table "mission_member" add constraint "mission_member_days" check (most_days >= 1 and most_days <= 366);`);
    // Wall times: a day is one of the place where somebody is.
    this.addSql(`
      create function days_away(the_member uuid) returns int language sql stable set search_path = public, pg_temp as $body$
        select max(x.until)::date - min(x.since)::date + 1 from (
          select s.arrives_at as since, s.leaves_at as until from mission_stay s where s.member_uuid = the_member
          union all select t.departs_at, t.arrives_at from mission_traveller r join mission_travel t on t.uuid = r.travel_uuid where r.member_uuid = the_member) x
      $body$;`);
    this.addSql(`create view "done_mission" with (security_barrier = true) as select m.mission_uuid, m.expert_uuid, extract(year from max(s.leaves_at))::int as year, array_agg(distinct l.country_code order by l.country_code) as country_codes
    from mission_stay s join mission_member m on m.uuid = s.member_uuid join mission_leg l on l.uuid = s.leg_uuid
    where l.stage = 'CLOSED' and m.substitute_for_uuid is null and m.expert_uuid is not null and ((select is_adviser() as is_adviser) or is_own_sheet(m.expert_uuid)) and (l.is_demonstration or not (select acts_invented() as acts_invented))
    group by m.mission_uuid, m.expert_uuid;`);
  }
}
