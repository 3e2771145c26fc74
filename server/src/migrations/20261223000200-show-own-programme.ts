import { Migration } from '@mikro-orm/migrations';

const IS = (of: string): string => `${of}.stage in ('AGREED', 'REPORTED', 'CLOSED')`;
const MINE = (of: string): string => `is_own_sheet(m.expert_uuid) and (${of}.is_demonstration or not (select acts_invented() as acts_invented))`;
const OWN = `m.substitute_for_uuid is null and ${IS('l')} and t.status <> 'REFUSED' and ${MINE('l')}`;
const GOES = 'meeting_member g join meeting t on t.uuid = g.meeting_uuid join mission_leg l on l.uuid = t.leg_uuid join mission_member m on m.uuid = g.member_uuid';

/** An expert with an account reads the meetings to which they go and the journeys that they make, once the mission is agreed: by views that give what is their own, so that no rule of the tables is opened for it. */
export class Migration20261223000200 extends Migration {
  override up(): void {
    const view = (name: string, is: string): void => this.addSql(`create view "${name}" with (security_barrier = true) as ${is};`);
    view('own_meeting', `select t.uuid, t.leg_uuid, m.expert_uuid, t.source_locale, t.source_version, t.organisation_slug, t.host_name, t.status, t.day, t.starts, t.minutes, t.place_name, t.place_address, g.is_substitute
    from ${GOES} where ${OWN}`);
    view('own_meeting_text', `select x.meeting_uuid, x.locale, x.source_version, x.subject from meeting_translation x where exists (select from ${GOES} where t.uuid = x.meeting_uuid and ${OWN})`);
    view('own_journey', `select t.uuid, m.expert_uuid, t.mode, t.from_city_code, t.to_city_code, t.departs_at, t.arrives_at, t.carrier, i.is_demonstration
    from mission_traveller r join mission_travel t on t.uuid = r.travel_uuid join mission_member m on m.uuid = r.member_uuid join mission i on i.uuid = t.mission_uuid
    where m.substitute_for_uuid is null and ${IS('i')} and ${MINE('i')}`);
    // What is one row of one table could be changed through its view.
    for (const name of ['own_meeting', 'own_meeting_text', 'own_journey']) for (const act of ['insert', 'update', 'delete']) this.addSql(`create rule "${name}_${act}" as on ${act} to "${name}" do instead nothing;`);
  }
}
