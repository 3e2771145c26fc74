/** Asking for something about one's data, and answering it. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Locale } from '@passerelle/shared/locales.ts';
import { v7 } from 'uuid';
import { UserError } from '../core/errors.ts';
import { refuseVictimsData, visibleText } from '../core/guard/index.ts';
import { queueMail } from '../mail/index.ts';
import { DataRequestKind } from './data-request.entity.ts';
import { LONGEST_TEXT } from './my-data.policy.ts';

/** The kind of that name. Throws BAD_USER_INPUT for any other. */
export function kindOf(kind: string): DataRequestKind {
  if (!Object.hasOwn(DataRequestKind, kind)) throw new UserError('BAD_USER_INPUT', 'Not a kind of request', { argument: 'kind' });
  return kind as DataRequestKind;
}

/** A text that may be stored, without blanks around it and what cannot be seen. Throws VICTIM_DATA, and BAD_USER_INPUT for one that is empty or too long. */
export function checked(field: string, text: string): string {
  const written = visibleText(text);
  if (written === '' || written.length > LONGEST_TEXT) throw new UserError('BAD_USER_INPUT', 'A text is empty or too long', { argument: field, maximum: LONGEST_TEXT });
  refuseVictimsData(field, written);
  return written;
}

/** Puts a request on the adviser's list, to be answered within a month. */
export async function makeRequest(em: EntityManager, { person, kind, text }: { readonly person: string; readonly kind: DataRequestKind; readonly text: string }): Promise<void> {
  await em.execute(
    `insert into data_request (uuid, person_id, kind, text, due_on) values (?, ?, ?, ?, (now() at time zone 'UTC' + interval '1 month')::date)`, [v7(), person, kind, text],
  );
}

/** The language of a mail to somebody who has never chosen one. */
const UNCHOSEN: Locale = 'fr';

/**
 * Answers a request, and writes to who asked that there is an answer, which stands on the page of their data alone: both or neither.
 * False when there is no such request, it has been answered, or it is not for who acts to answer.
 */
export async function answerRequest(em: EntityManager, request: string, answer: string, origin: string): Promise<boolean> {
  const [asker] = await em.execute<{ id: string; email: string; locale: Locale | null }[]>(
    `update data_request r set answer = ?, answered_at = now() from person p where p.id = r.person_id and r.uuid = ? and r.answered_at is null returning p.id, p.email, p.locale`, [answer, request],
  );
  if (!asker) return false;
  const locale = asker.locale ?? UNCHOSEN;
  await queueMail(em, { to: asker.email, locale, template: 'dataRequestAnswered', params: { link: `${origin}/${locale}/account/data` }, person: asker.id });
  return true;
}
