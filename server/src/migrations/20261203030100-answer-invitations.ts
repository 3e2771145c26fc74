import { Migration } from '@mikro-orm/migrations';
import { amended } from './amending.ts';
import { invitationFunctions } from './invitations.ts';

/** Whoever has the secret of an invitation is registered by it, or declines it, whoever is or is not signed in. */
export class Migration20261203030100 extends Migration {
  override up(): void {
    for (const statement of invitationFunctions) this.addSql(`${statement};`);
    // Whoever is invited reads what they are asked; a form names nobody.
    this.addSql(`alter policy "form_question_seen" on "form_question" using (acts_for('retention') or exists (select from training_session s where s.uuid = session_uuid));`);
    this.addSql(`create policy "registration_answer_given_by_link" on "registration_answer" for insert with check (
      acts_for('places') and acting_person() is null and exists (select from registration r join form_question q on q.session_uuid = r.session_uuid and q.uuid = question_uuid where r.uuid = registration_uuid and r.registered_at = now()));`);
    // Erasing holds first the sessions to which somebody is invited, too: whoever is being registered by an invitation holds them in the same order.
    this.addSql(`${amended('erase_person(uuid, text)', ') order by s.uuid for no key update', ' union select i.session_uuid from session_invitation i join person a on a.id = who and (i.email = a.email or i.invited_by_id = who)) order by s.uuid for no key update')};`);
  }
}
