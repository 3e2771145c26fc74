/** Invented documents of sessions: one for everybody, one for those with a place. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { onePage } from './one-page.ts';
import type { Chance } from './random.ts';

const SESSIONS = 6;

/** Writes them for the sessions whose beginning is nearest to `today`, called as their session is in its first language. `em` is the owner's. */
export async function fillDocuments(em: EntityManager, luck: Chance, today: Date): Promise<void> {
  const sessions = await em.execute<{ uuid: string; title: string; locale: string; by: string | null }[]>(`
    select s.uuid, x.title, x.locale, s.prepared_by_id as by from training_session s join training_session_translation x on x.session_uuid = s.uuid and x.locale = s.source_locale
    where s.is_demonstration and s.stage in ('OPEN', 'CLOSED') order by abs(extract(epoch from s.starts_at - ?::timestamptz)), s.uuid limit ?`, [today, SESSIONS]);
  const file = onePage('Passerelle');
  for (const { uuid, title, locale, by } of sessions) {
    for (const visibility of ['EVERYBODY', 'REGISTERED']) {
      const document = luck.uuid(today);
      await em.execute(`insert into session_document (uuid, session_uuid, title, locale, kind, visibility, size, added_at, added_by_id) values (?, ?, ?, ?, 'PDF', ?, ?, ?, ?)`, [document, uuid, title, locale, visibility, file.length, today, by]);
      await em.execute('insert into session_document_file (document_uuid, bytes) values (?, ?)', [document, file]);
    }
  }
}
