import { Migration } from '@mikro-orm/migrations';
import { amended, SETTLE } from './amending.ts';

/** Whoever teaches in a session that is held both in a place and online is expected in that place. What is not firm is nobody's engagement yet: it is given to nobody with their data. */
export class Migration20261208000300 extends Migration {
  override up(): void {
    this.addSql(SETTLE);
    this.addSql(`${amended('engage_trainers(uuid)', `case when s.format = 'ON_SITE' then s.country_code end`, `case when s.format <> 'ONLINE' then s.country_code end`)};`);
    // Sessions were compared with sessions already: a place alone makes none of them overlap another.
    this.addSql(`update expert_engagement e set place = s.country_code from training_session s where s.uuid = e.source and e.kind = 'TRAINING' and s.format = 'HYBRID' and e.place is null and not exists (
      select from expert_engagement o where o.who = e.who and o.source <> e.source and e.is_firm and o.is_firm and o.place <> s.country_code and o.held && e.held);`);
    this.addSql(SETTLE);
    this.addSql(`alter policy "expert_engagement_my_data" on "expert_engagement" using (acts_for('my-data') and is_firm and (
      person_id = acting_person() or exists (select from expert e where e.uuid = expert_uuid and e.person_id = acting_person())));`);
  }
}
