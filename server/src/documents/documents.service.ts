/** Adding documents to a session, taking them away, and giving their files to those whom they are for. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { isLocale, type Locale } from '@passerelle/shared/locales.ts';
import { UserError } from '../core/errors.ts';
import { type CheckedFile, type FileOutcome, type GivenFile, isDrawnKey, isName, tidyName, whereRoom } from '../core/files/index.ts';
import { refuseVictimsData } from '../core/guard/index.ts';
import { forgetWrongLanguage, keepTranslations } from '../core/translation/index.ts';
import { standingsOf } from '../members/index.ts';
import { holdSession, mayPrepare } from '../trainings/index.ts';
import { sayTitle } from './document-titles.service.ts';
import { SessionDocumentVisibility } from './document-visibility.ts';
import type { WhichDocument } from './which-document.ts';

const TEXTS = { table: 'session_document_translation', owner: 'document_uuid', columns: ['title'] };

/** The most bytes of a file, documents of a session, bytes of all of them, and bytes of those of all sessions. */
export const MOST = { file: 10_000_000, documents: 30, session: 100_000_000, all: 2_000_000_000 } as const;

/** What came of it; CONFLICT when somebody else has changed it since it was read. */
export type DocumentOutcome = FileOutcome | 'CONFLICT';

/** What is said of a document that is brought. */
export interface SentDocument {
  /** Drawn by who brings it: sent again, it is the same document. */
  readonly key: string;
  readonly title: string;
  readonly locale: Locale;
  readonly visibility: SessionDocumentVisibility;
}

/** Reads what is said of a document; undefined for what no page of ours sends. */
export function readDocument(sent: unknown): SentDocument | undefined {
  const { key, title, locale, visibility } = (sent ?? {}) as Readonly<Record<string, unknown>>;
  if (!isDrawnKey(key) || typeof title !== 'string' || typeof locale !== 'string' || !isLocale(locale)) return undefined;
  if (typeof visibility !== 'string' || !Object.hasOwn(SessionDocumentVisibility, visibility)) return undefined;
  return { key, title: tidyName(title), locale, visibility: visibility as SessionDocumentVisibility };
}

/**
 * What keeps somebody from adding a document of `size` bytes to a session now; undefined for nothing. Asked before its file has come, of one byte,
 * and once more of what is to be stored. Throws VICTIM_DATA for a title that tells who a person is.
 */
export async function obstacleTo(em: EntityManager, person: string, session: string, { sent: { key, title }, size }: { readonly sent: SentDocument; readonly size: number }): Promise<FileOutcome | undefined> {
  if (!isName(title)) return 'TITLE';
  refuseVictimsData('title', title);
  if (size > MOST.file) return 'TOO_LARGE';
  const held = await holdSession(em, session);
  if (typeof held === 'string') return held;
  if (!mayPrepare(await standingsOf(em, person), held.country)) return 'NOT_ALLOWED';
  if (held.stage === 'CANCELLED' || held.stage === 'ARCHIVED') return 'TOO_LATE';
  return noRoomFor(em, session, { key, size });
}

async function noRoomFor(em: EntityManager, session: string, { key, size }: { readonly key: string; readonly size: number }): Promise<FileOutcome | undefined> {
  const [row] = await em.execute<[{ count: number; bytes: number; all: number; isThere: boolean }]>(
    `select count(*)::int as count, coalesce(sum(size), 0)::float8 as bytes, bytes_of_documents()::float8 as all, exists (select from session_document where uuid = ?) as "isThere" from session_document where session_uuid = ? and uuid <> ?`, [key, session, key]);
  if (row.count >= MOST.documents || row.bytes + size > MOST.session) return 'TOO_MANY';
  return !row.isThere && row.all + size > MOST.all ? 'FULL' : undefined;
}

/** Stores a document whose file was checked, while the session is held. Throws VICTIM_DATA, FullDisk, BAD_REQUEST for a key that another document has. */
export async function addDocument(em: EntityManager, person: string, session: string, { sent, file }: { readonly sent: SentDocument; readonly file: CheckedFile }): Promise<FileOutcome> {
  const obstacle = await obstacleTo(em, person, session, { sent, size: file.bytes.length });
  if (obstacle) return obstacle;
  const { key, title, locale, visibility } = sent;
  return whereRoom(async () => {
    const added = await em.execute<unknown[]>(
      `insert into session_document (uuid, session_uuid, source_locale, kind, visibility, size, added_by_id) values (?, ?, ?, ?, ?, ?, ?) on conflict (uuid) do nothing returning 1`,
      [key, session, locale, file.kind, visibility, file.bytes.length, person]);
    if (added.length === 0) return sameAgain(em, session, sent, file);
    await sayTitle(em, key, { locale, title }, 1);
    await em.execute('insert into session_document_file (document_uuid, bytes) values (?, ?)', [key, file.bytes]);
    return 'DONE';
  });
}

/** What comes of a key that is there already: nothing is done for the same document, and nothing is said to be done for another. Throws BAD_REQUEST. */
async function sameAgain(em: EntityManager, session: string, { key, title, locale, visibility }: SentDocument, { bytes }: CheckedFile): Promise<FileOutcome> {
  const [there] = await em.execute<{ isSame: boolean }[]>(
    `select (x.title, d.source_locale, d.visibility) = (?, ?, ?) and document_has(d.uuid, ?) as "isSame" from session_document d
     join session_document_translation x on x.document_uuid = d.uuid and x.locale = d.source_locale where d.uuid = ? and d.session_uuid = ?`,
    [title, locale, visibility, bytes, key, session]);
  if (there && !there.isSame) throw new UserError('BAD_REQUEST', 'Another document was sent with this key');
  return there ? 'DONE' : 'GONE';
}

/** Holds the session of a document for who prepares it; what keeps them from it, where something does. */
async function obstacleOf(em: EntityManager, { person, session }: WhichDocument): Promise<'NOT_ALLOWED' | 'GONE' | undefined> {
  const held = await holdSession(em, session);
  if (typeof held === 'string') return held;
  return mayPrepare(await standingsOf(em, person), held.country) ? undefined : 'NOT_ALLOWED';
}

/**
 * Changes what is said of a document; its file stays. `version` is the one that was read: once somebody else has changed it nothing is
 * written, unless it is so already. Throws VICTIM_DATA for a title that tells who a person is.
 */
export async function changeDocument(em: EntityManager, which: WhichDocument, { version, said: { title: typed, locale, visibility } }: { readonly version: number; readonly said: Omit<SentDocument, 'key'> }): Promise<DocumentOutcome> {
  const title = tidyName(typed);
  if (!isName(title)) return 'TITLE';
  refuseVictimsData('input.title', title);
  const obstacle = await obstacleOf(em, which);
  if (obstacle) return obstacle;
  const [stored] = await em.execute<Stored[]>(
    `select d.version, d.source_version as "sourceVersion", d.source_locale as locale, d.visibility, x.title
     from session_document d join session_document_translation x on x.document_uuid = d.uuid and x.locale = d.source_locale where d.uuid = ? and d.session_uuid = ?`, [which.key, which.session]);
  if (!stored) return 'GONE';
  const isSaid = stored.title === title && stored.locale === locale;
  if (isSaid && stored.visibility === visibility) return 'DONE';
  if (stored.version !== version) return 'CONFLICT';
  await writeChange(em, which.key, stored, { title, locale, visibility, isSaid });
  return 'DONE';
}

/** Writes what is said of a document; `isSaid`: its title stays, in its language. */
async function writeChange(em: EntityManager, key: string, stored: Stored, { title, locale, visibility, isSaid }: Omit<SentDocument, 'key'> & { readonly isSaid: boolean }): Promise<void> {
  await keepTranslations(em, TEXTS, { was: stored.locale, is: locale }, [{ key, texts: { title } }]);
  const sourceVersion = stored.sourceVersion + (isSaid ? 0 : 1);
  await em.execute('update session_document set source_locale = ?, source_version = ?, visibility = ?, version = version + 1 where uuid = ?', [locale, sourceVersion, visibility, key]);
  if (isSaid) return;
  await sayTitle(em, key, { locale, title }, sourceVersion);
  await forgetWrongLanguage(em, { ...TEXTS, key }, { was: stored.locale, is: locale, isSame: stored.title === title });
}

/** What is stored of a document, with its title in its own language. */
interface Stored {
  readonly version: number;
  readonly sourceVersion: number;
  readonly locale: Locale;
  readonly visibility: SessionDocumentVisibility;
  readonly title: string;
}

/** Takes a document away. One that is not there any more stays so. */
export async function removeDocument(em: EntityManager, which: WhichDocument): Promise<DocumentOutcome> {
  const obstacle = await obstacleOf(em, which);
  if (obstacle) return obstacle;
  await em.execute('delete from session_document where uuid = ? and session_uuid = ?', [which.key, which.session]);
  return 'DONE';
}

/** What the file of a document is, called as it is in its own language; undefined for one that is not there, or not for who asks: the rules of the tables say which. */
export async function fileOf(em: EntityManager, key: string): Promise<GivenFile | undefined> {
  const [found] = await em.execute<GivenFile[]>(
    'select x.title, d.kind, d.size, document_is_held(d.uuid) as "isHeld" from session_document d join session_document_translation x on x.document_uuid = d.uuid and x.locale = d.source_locale where d.uuid = ?', [key]);
  return found;
}

/** So many bytes of a file, after the first `from`; undefined as above. */
export async function sliceOf(em: EntityManager, key: string, from: number, length: number): Promise<Buffer | undefined> {
  const [found] = await em.execute<{ bytes: Buffer }[]>('select substring(bytes from ? for ?) as bytes from session_document_file where document_uuid = ?', [from + 1, length, key]);
  return found?.bytes;
}
