import { Migration } from '@mikro-orm/migrations';
import { SETTLE } from './amending.ts';
import { teamMends } from './team-mends.ts';

const INVENTED = '(l.is_demonstration or not (select acts_invented() as acts_invented))';
const PEOPLE = `select s.leg_uuid, s.member_uuid, m.expert_uuid, coalesce(e.name, p.name) as name, m.role, e.profession_code, s.arrives_at, s.leaves_at, s.is_told
    from mission_stay s join mission_member m on m.uuid = s.member_uuid join mission_leg l on l.uuid = s.leg_uuid left join expert e on e.uuid = m.expert_uuid left join person p on p.id = m.person_id
    where m.substitute_for_uuid is null and l.stage <> 'GIVEN_UP' and (((select is_adviser() as is_adviser) and ${INVENTED})
      or (l.is_shown and s.is_told and ${INVENTED} and is_post_of(acting_person(), l.country_code)))`;

/** Somebody is in a team once, whichever of their keys is named; a post reads who was told to it; who was on a mission is forgotten three years after it. */
export class Migration20261212000300 extends Migration {
  override up(): void {
    this.addSql(SETTLE);
    this.addSql(`alter table "expert_engagement" drop constraint "expert_engagement_is_of_one";`);
    this.addSql(`alter table "expert_engagement" add constraint "expert_engagement_is_of_one" check (num_nonnulls(expert_uuid, person_id) = 1 and (person_id is not null or who = expert_uuid));`);
    this.addSql(`alter table "mission_stay" add column "is_told" boolean not null default false;`);
    this.addSql(`update "mission_stay" s set is_told = true from "mission_leg" l where l.uuid = s.leg_uuid and l.is_shown;`);
    for (const statement of teamMends) this.addSql(`${statement};`);
    this.addSql(`create or replace view "leg_person" with (security_barrier = true) as ${PEOPLE};`);
    this.addSql('select key_engagements(null);');
    // The clock of retention takes who was on a mission from its team.
    this.addSql(`create policy "mission_retention" on "mission" for select using (acts_for('retention'));`);
    for (const act of ['select', 'delete']) this.addSql(`create policy "mission_member_retention_${act}" on "mission_member" for ${act} using (acts_for('retention'));`);
  }
}
