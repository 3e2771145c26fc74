/** What documents of sessions are called: in the language that each is in, and in others. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Locale } from '@passerelle/shared/locales.ts';
import { isName, tidyName } from '../core/files/index.ts';
import { refuseVictimsData } from '../core/guard/index.ts';
import { standingsOf } from '../members/index.ts';
import { abilitiesOf, holdToTranslate, mayPrepare } from '../trainings/index.ts';
import type { WhichDocument } from './which-document.ts';

/** What a document is called in one language. */
export interface DocumentTexts {
  readonly locale: Locale;
  readonly title: string;
}

/**
 * What came of it: TITLE for one that cannot be stored; LOCALE for the language that the document is in; CONFLICT when somebody else has changed it
 * since it was read; TOO_LATE when the session is over or put away and who asks does not prepare it; GONE is also said of what is not for who asks.
 */
export type TranslateDocumentOutcome = 'DONE' | 'TITLE' | 'LOCALE' | 'CONFLICT' | 'NOT_ALLOWED' | 'TOO_LATE' | 'GONE';

/** Writes what a document is called in a language, as one of its source at a version. */
export async function sayTitle(em: EntityManager, key: string, { locale, title }: DocumentTexts, sourceVersion: number): Promise<void> {
  await em.execute(
    `insert into session_document_translation (document_uuid, locale, title, source_version) values (?, ?, ?, ?)
     on conflict (document_uuid, locale) do update set title = excluded.title, source_version = excluded.source_version`, [key, locale, title, sourceVersion]);
}

/** What is stored of a document, with what is said of it in one language: empty, and as one of the source as it is, where nothing is. */
interface Said {
  readonly version: number;
  readonly sourceVersion: number;
  readonly sourceLocale: Locale;
  readonly title: string;
  readonly saidVersion: number;
}

/**
 * Says what a document is called in another language than its own; from then on that counts as a translation of the title as it is. An empty title
 * takes it away. Throws VICTIM_DATA.
 */
export async function translateDocument(em: EntityManager, which: WhichDocument, { version, texts: { locale, title: typed } }: { readonly version: number; readonly texts: DocumentTexts }): Promise<TranslateDocumentOutcome> {
  const title = tidyName(typed);
  if (title !== '' && !isName(title)) return 'TITLE';
  refuseVictimsData('texts.title', title);
  const obstacle = await obstacleOf(em, which);
  if (obstacle) return obstacle;
  const [stored] = await em.execute<Said[]>(
    `select d.version, d.source_version as "sourceVersion", d.source_locale as "sourceLocale", coalesce(x.title, '') as title, coalesce(x.source_version, d.source_version) as "saidVersion"
     from session_document d left join session_document_translation x on x.document_uuid = d.uuid and x.locale = ? where d.uuid = ? and d.session_uuid = ?`, [locale, which.key, which.session]);
  if (!stored) return 'GONE';
  if (stored.sourceLocale === locale) return 'LOCALE';
  if (stored.title === title && stored.saidVersion === stored.sourceVersion) return 'DONE';
  if (stored.version !== version) return 'CONFLICT';
  await em.execute('select note_document_translation(?, ?)', [which.session, which.key]);
  if (title === '') await em.execute('delete from session_document_translation where document_uuid = ? and locale = ?', [which.key, locale]);
  else await sayTitle(em, which.key, { locale, title }, stored.sourceVersion);
  return 'DONE';
}

/** Holds the session of a document for who translates it; what keeps them from it, where something does. Those who prepare it say its documents anew at any time. */
async function obstacleOf(em: EntityManager, { person, session }: WhichDocument): Promise<'NOT_ALLOWED' | 'TOO_LATE' | 'GONE' | undefined> {
  const held = await holdToTranslate(em, session);
  if (typeof held === 'string') return held;
  const standings = await standingsOf(em, person);
  return mayPrepare(standings, held.country) || abilitiesOf(held, standings).translate ? undefined : 'TOO_LATE';
}
