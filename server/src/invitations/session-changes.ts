/** What a change of a session asks for: who is invited and could still answer is told, since nobody is registered of whom others would know. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Locale } from '@passerelle/shared/locales.ts';
import { queueMails } from '../mail/index.ts';
import { wordsOf } from '../registrations/index.ts';
import { type SessionChange, whenSessionChanges } from '../trainings/index.ts';
import { type InvitedTo, writeChange } from './invitation-mail.ts';

/** What those who are invited are told of it; undefined where it is nothing to them, or they could not answer any longer. */
function toldOf({ kinds, before }: Pick<SessionChange, 'kinds' | 'before'>): InvitedTo | undefined {
  if (before.stage !== 'OPEN' || before.startsAt.getTime() <= Date.now() || (before.registrationUntil !== null && before.registrationUntil.getTime() <= Date.now())) return undefined;
  if (kinds.includes('CANCELLED')) return 'CANCELLED';
  return (['TIME', 'PLACE', 'DAYS'] as const).some((kind) => kinds.includes(kind)) ? 'CHANGED' : undefined;
}

// Whoever registered in another way meanwhile is told as all who are registered.
const INVITED = `
  select i.email, i.name, i.locale from session_invitation i where i.session_uuid = ? and i.accepted_at is null and i.declined_at is null and i.revoked_at is null
    and not exists (select from registered_under(i.session_uuid, i.email) r where r.state <> 'WITHDRAWN') order by i.email`;

/** In the transaction of the change: both are done, or neither is. */
async function tellInvited(em: EntityManager, session: string, change: SessionChange): Promise<void> {
  const told = toldOf(change);
  if (!told) return;
  const invited = await em.execute<{ email: string; name: string; locale: Locale }[]>(INVITED, [session]);
  if (invited.length === 0) return;
  const about = (await wordsOf(em, [session], [])).sessions.get(session)!;
  await queueMails(em, invited.map((one) => writeChange(one, told, about, change.origin)));
}

whenSessionChanges(tellInvited);
