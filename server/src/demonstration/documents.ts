/** Invented documents of sessions: one for everybody, one for those with a place; some are called in other languages, too. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { onePage } from './one-page.ts';
import type { Chance } from './random.ts';

const SESSIONS = 6;

/** Of a session, with its titles by their languages. */
interface Session {
  readonly uuid: string;
  readonly locale: string;
  readonly by: string | null;
  readonly titles: Readonly<Record<string, string>>;
}

/** In how many languages beside their own the documents of a session are called, by its place in the list. */
const OTHERS = [2, 1, 0] as const;

/** Writes them for the sessions whose beginning is nearest to `today`, called as their session is, in its first language and some of the others. `em` is the owner's. */
export async function fillDocuments(em: EntityManager, luck: Chance, today: Date): Promise<void> {
  const sessions = await em.execute<Session[]>(`
    select s.uuid, s.source_locale as locale, s.prepared_by_id as by, (select json_object_agg(x.locale, x.title order by x.locale) from training_session_translation x where x.session_uuid = s.uuid and x.title is not null) as titles
    from training_session s where s.is_demonstration and s.stage in ('OPEN', 'CLOSED') order by abs(extract(epoch from s.starts_at - ?::timestamptz)), s.uuid limit ?`, [today, SESSIONS]);
  const file = onePage('Passerelle');
  for (const [n, session] of sessions.entries()) {
    for (const visibility of ['EVERYBODY', 'REGISTERED']) {
      const document = luck.uuid(today);
      await em.execute(`insert into session_document (uuid, session_uuid, source_locale, kind, visibility, size, added_at, added_by_id) values (?, ?, ?, 'PDF', ?, ?, ?, ?)`, [document, session.uuid, session.locale, visibility, file.length, today, session.by]);
      for (const [locale, title] of titlesOf(session, OTHERS[n % OTHERS.length]!)) await em.execute('insert into session_document_translation (document_uuid, locale, title) values (?, ?, ?)', [document, locale, title]);
      await em.execute('insert into session_document_file (document_uuid, bytes) values (?, ?)', [document, file]);
    }
  }
}

/** The title in the first language of a session, and in so many of the others. */
function titlesOf({ locale, titles }: Session, others: number): [locale: string, title: string][] {
  const all = Object.entries(titles);
  return [...all.filter(([one]) => one === locale), ...all.filter(([one]) => one !== locale).slice(0, others)];
}
