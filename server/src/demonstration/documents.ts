/** Invented documents of sessions: one for everybody, one for those with a place; some are called in other languages, too, and one waits to be looked at for viruses. */
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
  for (const [n, session] of sessions.entries()) {
    for (const visibility of ['EVERYBODY', 'REGISTERED'] as const) await add(em, luck.uuid(today), { session, visibility, others: OTHERS[n % OTHERS.length]!, today });
  }
  await addHeld(em, luck, sessions.at(-1), today);
}

/** One that waits, of whoever has a place in the last of them. Where there is a scanner it is looked at like any other; elsewhere it shows for good what is seen of such a file. */
async function addHeld(em: EntityManager, luck: Chance, session: Session | undefined, today: Date): Promise<void> {
  if (!session) return;
  const [key, check] = [luck.uuid(today), luck.uuid(today)];
  await add(em, key, { session, visibility: 'REGISTERED', others: 0, today });
  await em.execute('insert into file_check (uuid, document_uuid, brought_at) values (?, ?, ?)', [check, key, today]);
}

/** A document of a session, with its title in the first language of the session and in so many `others`. */
interface Document {
  readonly session: Session;
  readonly visibility: 'EVERYBODY' | 'REGISTERED';
  readonly others: number;
  readonly today: Date;
}

async function add(em: EntityManager, key: string, { session, visibility, others, today }: Document): Promise<void> {
  const file = onePage('Passerelle');
  await em.execute(`insert into session_document (uuid, session_uuid, source_locale, kind, visibility, size, added_at, added_by_id) values (?, ?, ?, 'PDF', ?, ?, ?, ?)`, [key, session.uuid, session.locale, visibility, file.length, today, session.by]);
  for (const [locale, title] of titlesOf(session, others)) await em.execute('insert into session_document_translation (document_uuid, locale, title) values (?, ?, ?)', [key, locale, title]);
  await em.execute('insert into session_document_file (document_uuid, bytes) values (?, ?)', [key, file]);
}

/** The title in the first language of a session, and in so many of the others. */
function titlesOf({ locale, titles }: Session, others: number): [locale: string, title: string][] {
  const all = Object.entries(titles);
  return [...all.filter(([one]) => one === locale), ...all.filter(([one]) => one !== locale).slice(0, others)];
}
