import { Migration } from '@mikro-orm/migrations';

/** Whoever sees a session that is held in a place and online sees how many places are left in each. */
export class Migration20261129150100 extends Migration {
  override up(): void {
    this.addSql(`create view "mode_places" as select s.uuid as session_uuid, q.key as mode, q.places, greatest(least(q.places - coalesce(c.taken, 0), s.places - s.places_taken), 0) as places_left
      from training_session s join session_quota q on q.session_uuid = s.uuid and q.kind = 'MODE' and q.key <> '' left join quota_count c on c.quota_uuid = q.uuid and c.value = q.key
      where s.format = 'HYBRID' and (s.stage <> 'DRAFT' or may_prepare(acting_person(), s.country_code));`);
    // It is its owner's, whom no rule of rows binds: nothing is changed through it.
    for (const event of ['insert', 'update', 'delete']) this.addSql(`create rule "mode_places_${event}" as on ${event} to "mode_places" do instead nothing;`);
  }
}
