import { Migration } from '@mikro-orm/migrations';
import { amended } from './amending.ts';

/** Who brought the document of a clearance in which something was found is led to the clearances of that expert. */
export class Migration20270416300100 extends Migration {
  override up(): void {
    this.addSql(amended('remove_infected(uuid, text)', `'session', the_session)`, `'session', the_session, 'expert', (select c.expert_uuid from clearance c where c.uuid = its.clearance_uuid))`));
  }
}
