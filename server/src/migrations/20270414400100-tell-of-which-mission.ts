import { Migration } from '@mikro-orm/migrations';

/** A file about a mission that somebody took with them says in the trail of which: whoever is invented reads nothing of real ones there, but what they did themselves. */
export class Migration20270414400100 extends Migration {
  override up(): void {
    this.addSql(`drop policy "audit_entry_of_missions" on "audit_entry";`);
    this.addSql(`create policy "audit_entry_of_missions" on "audit_entry" as restrictive for select using ((subject not in ('MISSION', 'MISSION_LEG', 'CONSULTATION', 'OPINION') and not (subject = 'EXPORT' and (part like 'plan.%' or part like 'mission.%')))
      or not (select acts_invented()) or (select acting_person()) in (by_id, about_id) or exists (select from mission m where m.uuid = object));`);
  }
}
