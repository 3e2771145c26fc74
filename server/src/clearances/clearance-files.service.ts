/** The document of a clearance: brought by the adviser, given to those who see the clearance. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { type CheckedFile, type FileKind, type FileOutcome, type GivenFile, whereRoom } from '../core/files/index.ts';

/** The most bytes of a document. */
export const MOST_BYTES = 5_000_000;

/** What a document can be: a PDF, or a picture of a page. */
const KINDS: readonly FileKind[] = ['PDF', 'PNG', 'JPEG', 'WEBP'];

/** Nothing is said of a document but what it is brought to: undefined for what no page of ours sends. */
export const readSent = (sent: unknown): object | undefined => (typeof sent === 'object' && sent !== null && Object.keys(sent).length === 0 ? sent : undefined);

/**
 * What keeps a document of `size` bytes from being brought to a clearance now; undefined for nothing. GONE is said of what is not for who asks.
 */
export async function obstacleTo(em: EntityManager, clearance: string, size: number): Promise<FileOutcome | undefined> {
  if (size > MOST_BYTES) return 'TOO_LARGE';
  const found = await em.execute<unknown[]>('select from clearance where uuid = ? and is_adviser()', [clearance]);
  return found.length === 0 ? 'GONE' : undefined;
}

/**
 * Stores a document that was checked. The same sent again is there once. TOO_MANY: there is another one already, which is to be removed first, so that of two who bring one at once
 * neither loses theirs unseen. The clearance is changed by it. Throws FullDisk.
 */
export async function addClearanceFile(em: EntityManager, clearance: string, { kind, bytes }: CheckedFile): Promise<FileOutcome> {
  if (!KINDS.includes(kind)) return 'UNSUPPORTED';
  const obstacle = await obstacleTo(em, clearance, bytes.length);
  if (obstacle) return obstacle;
  // Held first, as who removes it holds it.
  const held = await em.execute<unknown[]>('select from clearance where uuid = ? for update', [clearance]);
  if (held.length === 0) return 'GONE';
  return whereRoom(async () => {
    const added = await em.execute<unknown[]>('insert into clearance_file (clearance_uuid, kind, size) values (?, ?, ?) on conflict (clearance_uuid) do nothing returning 1', [clearance, kind, bytes.length]);
    if (added.length > 0) {
      await em.execute('insert into clearance_file_content (clearance_uuid, bytes) values (?, ?)', [clearance, bytes]);
      await em.execute('update clearance set version = version + 1 where uuid = ?', [clearance]);
      return 'DONE';
    }
    const [there] = await em.execute<{ isSame: boolean }[]>('select clearance_has(clearance_uuid, ?) as "isSame" from clearance_file where clearance_uuid = ?', [bytes, clearance]);
    return there?.isSame ? 'DONE' : 'TOO_MANY';
  });
}

/** What the document of a clearance is, called by who gave it and its first day; undefined for one that is not there, or not for who asks: the rules of the tables say which. */
export async function clearanceFileOf(em: EntityManager, key: string): Promise<GivenFile | undefined> {
  const [found] = await em.execute<GivenFile[]>(`select c.given_by || ' ' || c.from_on as title, f.kind, f.size, clearance_is_held(c.uuid) as "isHeld" from clearance_file f join clearance c on c.uuid = f.clearance_uuid where c.uuid = ?`, [key]);
  return found;
}

/** So many bytes of it, after the first `from`; undefined as above. */
export async function clearanceFileSlice(em: EntityManager, key: string, from: number, length: number): Promise<Buffer | undefined> {
  const [found] = await em.execute<{ bytes: Buffer }[]>('select substring(bytes from ? for ?) as bytes from clearance_file_content where clearance_uuid = ?', [from + 1, length, key]);
  return found?.bytes;
}
