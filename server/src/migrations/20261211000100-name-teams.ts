import { Migration } from '@mikro-orm/migrations';
import { amended, SETTLE } from './amending.ts';
import { teamFunctions } from './team.ts';

const ROLES = `'MAGISTRATE', 'POLICE', 'NGO', 'SOCIAL', 'LABOUR', 'ADVISER', 'OTHER'`;
const PEOPLE = `select s.leg_uuid, s.member_uuid, m.expert_uuid, coalesce(e.name, p.name) as name, m.role, e.profession_code, s.arrives_at, s.leaves_at
    from mission_stay s join mission_member m on m.uuid = s.member_uuid join mission_leg l on l.uuid = s.leg_uuid left join expert e on e.uuid = m.expert_uuid left join person p on p.id = m.person_id
    where m.substitute_for_uuid is null and l.stage <> 'GIVEN_UP' and (((select is_adviser() as is_adviser) and (l.is_demonstration or not (select acts_invented() as acts_invented)))
      or (l.is_shown and (l.is_demonstration or not (select acts_invented() as acts_invented)) and is_post_of(acting_person(), l.country_code)))`;

/** Who is in the team of a mission, when each is in which leg, and who comes on a leg, as the post there is told. Who stays somewhere is engaged by it. */
export class Migration20261211000100 extends Migration {
  override up(): void {
    this.addSql(SETTLE);
    this.#addMembers();
    this.addSql(`alter table "mission_team_rule" add column "excused" int not null default 0;`);
    this.addSql(`alter table "mission_team_rule" add constraint "mission_team_rule_excused" check (excused >= 0);`);
    this.addSql(`alter table "expert_engagement" add column "meets_stays" boolean not null default true;`);
    this.addSql(`alter table "expert_engagement" drop constraint "expert_in_one_country";`);
    this.addSql(`alter table "expert_engagement" add constraint "expert_in_one_country" exclude using gist ("who" with =, "place" with <>, "held" with &&) where (is_firm and meets_stays and place is not null) deferrable initially deferred;`);
    this.#addStays();
    for (const statement of teamFunctions) this.addSql(`${statement};`);
    this.#addRules();
    this.addSql(`create view "leg_person" with (security_barrier = true) as ${PEOPLE};`);
  }

  #addMembers(): void {
    this.addSql(`create table "mission_member" ("uuid" uuid not null, "mission_uuid" uuid not null, "expert_uuid" uuid null, "person_id" uuid null, "role" text not null, "is_lead" boolean not null default false, "substitute_for_uuid" uuid null, "version" int not null default 1, primary key ("uuid"));`);
    for (const column of ['substitute_for_uuid', 'person_id', 'expert_uuid']) this.addSql(`create index "mission_member_${column}_index" on "mission_member" ("${column}");`);
    this.addSql(`create unique index "mission_member_one_leads" on "mission_member" ("mission_uuid") where is_lead;`);
    this.addSql(`alter table "mission_member" add constraint "mission_member_person" unique ("mission_uuid", "person_id");`);
    this.addSql(`alter table "mission_member" add constraint "mission_member_expert" unique ("mission_uuid", "expert_uuid");`);
    this.addSql(`alter table "mission_member" add constraint "mission_member_mission_uuid_foreign" foreign key ("mission_uuid") references "mission" ("uuid") on delete cascade;`);
    this.addSql(`alter table "mission_member" add constraint "mission_member_expert_uuid_foreign" foreign key ("expert_uuid") references "expert" ("uuid") on delete cascade;`);
    this.addSql(`alter table "mission_member" add constraint "mission_member_person_id_foreign" foreign key ("person_id") references "person" ("id") on delete cascade;`);
    this.addSql(`alter table "mission_member" add constraint "mission_member_substitute_for_uuid_foreign" foreign key ("substitute_for_uuid") references "mission_member" ("uuid") on delete cascade;`);
    this.addSql(`alter table "mission_member" add constraint "mission_member_leads" check (not (is_lead and substitute_for_uuid is not null));`);
    this.addSql(`alter table "mission_member" add constraint "mission_member_is_one" check (num_nonnulls(expert_uuid, person_id) = 1);`);
    this.addSql(`alter table "mission_member" add constraint "mission_member_role_check" check ("role" in (${ROLES}));`);
  }

  #addStays(): void {
    this.addSql(`create table "mission_stay" ("member_uuid" uuid not null, "leg_uuid" uuid not null, "expert_uuid" uuid null, "person_id" uuid null, "arrives_at" timestamp(0) not null, "leaves_at" timestamp(0) not null, "is_lodging_provided" boolean not null default false, "lunches_provided" int not null default 0, "dinners_provided" int not null default 0, primary key ("member_uuid", "leg_uuid"));`);
    for (const column of ['leg_uuid', 'expert_uuid', 'person_id']) this.addSql(`create index "mission_stay_${column}_index" on "mission_stay" ("${column}");`);
    this.addSql(`alter table "mission_stay" add constraint "mission_stay_expert_uuid_foreign" foreign key ("expert_uuid") references "expert" ("uuid") on delete cascade;`);
    this.addSql(`alter table "mission_stay" add constraint "mission_stay_person_id_foreign" foreign key ("person_id") references "person" ("id") on delete cascade;`);
    this.addSql(`alter table "mission_stay" add constraint "mission_stay_member_uuid_foreign" foreign key ("member_uuid") references "mission_member" ("uuid") on update cascade on delete cascade;`);
    this.addSql(`alter table "mission_stay" add constraint "mission_stay_leg_uuid_foreign" foreign key ("leg_uuid") references "mission_leg" ("uuid") on update cascade on delete cascade;`);
    this.addSql(`alter table "mission_stay" add constraint "mission_stay_meals" check (lunches_provided >= 0 and lunches_provided <= 366 and dinners_provided >= 0 and dinners_provided <= 366);`);
    this.addSql(`alter table "mission_stay" add constraint "mission_stay_hours" check (leaves_at > arrives_at);`);
  }

  #addRules(): void {
    const adviser = '(select is_adviser())';
    for (const [table, owner, key] of [['mission_member', 'mission', 'mission_uuid'], ['mission_stay', 'mission_member', 'member_uuid']] as const) {
      const rule = `${adviser} and exists (select from ${owner} m where m.uuid = ${key})`;
      this.addSql(`alter table "${table}" enable row level security;`);
      this.addSql(`create policy "${table}_adviser" on "${table}" using (${rule}) with check (${rule});`);
    }
    // Whoever is erased goes from the teams of missions, which are held before anything of it goes, in the order of their keys: whoever plans holds them first, too.
    this.addSql(`${amended('erase_person(uuid, text)', '  insert into erased_person', '  perform from mission m where m.uuid in (select t.mission_uuid from mission_member t left join expert e on e.uuid = t.expert_uuid where who in (t.person_id, e.person_id)) order by m.uuid for no key update;\n  insert into erased_person')};`);
    // An idea is nobody's plan yet: it is given to nobody with their data.
    this.addSql(`create function is_more_than_idea(the_mission uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $body$
      select acts_for('my-data') and exists (select from mission where uuid = the_mission and stage <> 'IDEA') $body$;`);
    this.addSql(`create policy "mission_member_my_data" on "mission_member" for select using (acts_for('my-data') and is_more_than_idea(mission_uuid) and (
      person_id = acting_person() or exists (select from expert e where e.uuid = expert_uuid and e.person_id = acting_person())));`);
    this.addSql(`create policy "mission_stay_my_data" on "mission_stay" for select using (acts_for('my-data') and exists (select from mission_member m where m.uuid = member_uuid));`);
  }
}
