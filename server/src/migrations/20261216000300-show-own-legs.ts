import { Migration } from '@mikro-orm/migrations';

const OWN = `m.substitute_for_uuid is null and l.stage in ('AGREED', 'REPORTED', 'CLOSED') and is_own_sheet(m.expert_uuid) and (l.is_demonstration or not (select acts_invented() as acts_invented))`;
const STAYS = 'mission_stay s join mission_member m on m.uuid = s.member_uuid join mission_leg l on l.uuid = s.leg_uuid';

/** An expert with an account reads the legs on which they come, once they are agreed: by views that give what is their own, so that no rule of the tables of missions is opened for it. */
export class Migration20261216000300 extends Migration {
  override up(): void {
    const view = (name: string, is: string): void => this.addSql(`create view "${name}" with (security_barrier = true) as ${is};`);
    view('own_leg', `select l.uuid, m.expert_uuid, l.source_locale, l.source_version, l.country_code, l.city_code, l.starts_on, l.ends_on, l.lodging_name, l.lodging_address, l.transport, l.stage, l.is_demonstration,
    s.arrives_at, s.leaves_at, s.is_lodging_provided, s.lunches_provided, s.dinners_provided from ${STAYS} where ${OWN}`);
    view('own_leg_text', `select x.leg_uuid, x.locale, x.source_version, x.purpose from mission_leg_translation x where exists (select from ${STAYS} where l.uuid = x.leg_uuid and ${OWN})`);
    view('own_leg_contact', `select c.uuid, c.leg_uuid, c.name, c.function, c.organisation, c.email, c.phone from leg_contact c where exists (select from ${STAYS} where l.uuid = c.leg_uuid and ${OWN})`);
    // What is one row of one table could be changed through its view.
    for (const name of ['own_leg', 'own_leg_text', 'own_leg_contact']) for (const act of ['insert', 'update', 'delete']) this.addSql(`create rule "${name}_${act}" as on ${act} to "${name}" do instead nothing;`);
  }
}
