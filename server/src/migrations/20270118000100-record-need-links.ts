import { Migration } from '@mikro-orm/migrations';
import { amended } from './amending.ts';

const IS_MADE = `exists (select from audit_entry made where made.at = now() and made.subject = 'TRAINING_SESSION' and made.object = s.uuid and made.action = 'ADDED')`;

/**
 * That a session works on a need, or does no more, is told also where the session is at its first version: links to needs that not all of its readers see leave that as it is. What it is made with is told by its making still.
 */
export class Migration20270118000100 extends Migration {
  override up(): void {
    this.addSql(`${amended('record_session_links()', 's.version > 1', `(s.version > 1 or (tg_argv[0] = 'need' and not ${IS_MADE}))`)};`);
  }
}
