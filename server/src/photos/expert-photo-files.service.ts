/** The photo of an expert as it comes in and goes out: brought by the adviser it stands on the sheet, by the expert it is proposed. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { UserError } from '../core/errors.ts';
import { type CheckedFile, type FileOutcome, type GivenFile, isDrawnKey, whereRoom } from '../core/files/index.ts';
import { MOST } from './photo.policy.ts';

/** What is said of a photo that is brought: a key drawn by who brings it, and that of the one in whose place it comes, which they have seen; null for none. */
export interface SentPortrait {
  readonly key: string;
  readonly replaces: string | null;
}

/** Whether a key is one that was drawn by chance (UUID version 4). */
export const isByChance = (key: unknown): key is string => isDrawnKey(key) && key[14] === '4';

/** Reads it; undefined for what no page of ours sends. */
export function readPortrait(sent: unknown): SentPortrait | undefined {
  const { key, replaces } = (sent ?? {}) as Readonly<Record<string, unknown>>;
  return isByChance(key) && (replaces === null || isDrawnKey(replaces)) ? { key, replaces } : undefined;
}

/** Whether what who acts brings stands on the sheet, or is proposed; undefined where there is no sheet for them. */
async function isConfirmedFor(em: EntityManager, expert: string): Promise<boolean | undefined> {
  const [sheet] = await em.execute<{ isKept: boolean }[]>('select is_adviser() as "isKept" from expert e where e.uuid = ? and (is_adviser() or e.person_id = acting_person())', [expert]);
  return sheet?.isKept;
}

/** What keeps a photo of so many bytes from being brought to the sheet of an expert now; undefined for nothing. */
export async function obstacleToPortrait(em: EntityManager, expert: string, size: number): Promise<FileOutcome | undefined> {
  if (size > MOST.bytes) return 'TOO_LARGE';
  return (await isConfirmedFor(em, expert)) === undefined ? 'GONE' : undefined;
}

/**
 * Stores a photo that was checked in the place of the one that who brings it has seen. Once another stands there nothing is stored (CONFLICT); sent again it is there once. Nobody has agreed to it yet:
 * it is closed. Throws FullDisk, BAD_REQUEST for a key that another photo has.
 */
export async function addPortrait(em: EntityManager, expert: string, { key, replaces }: SentPortrait, { bytes, sides }: CheckedFile): Promise<FileOutcome> {
  const isConfirmed = await isConfirmedFor(em, expert);
  if (isConfirmed === undefined) return 'GONE';
  // One at a time for a sheet: who waited reads what the other has brought.
  await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 7266031))', [expert]);
  const [there] = await em.execute<{ key: string; isSame: boolean }[]>('select p.uuid as key, coalesce(f.bytes = ?, false) as "isSame" from expert_photo p left join expert_photo_file f on f.photo_uuid = p.uuid where p.expert_uuid = ? and p.is_confirmed = ?', [bytes, expert, isConfirmed]);
  if (there?.key === key && there.isSame) return 'DONE';
  if ((there?.key ?? null) !== replaces || there?.key === key) return 'CONFLICT';
  return whereRoom<FileOutcome>(async () => {
    if (there) await em.execute('delete from expert_photo where uuid = ?', [there.key]);
    const added = await em.execute<unknown[]>('insert into expert_photo (uuid, expert_uuid, is_confirmed, width, height, size) values (?, ?, ?, ?, ?, ?) on conflict (uuid) do nothing returning 1', [key, expert, isConfirmed, sides!.width, sides!.height, bytes.length]);
    if (added.length === 0) throw new UserError('BAD_REQUEST', 'Another photo was sent with this key');
    await em.execute('insert into expert_photo_file (photo_uuid, bytes) values (?, ?)', [key, bytes]);
    return 'DONE';
  });
}

/** What it is; undefined for one that is not there, or not for who asks: the rules of the tables say which. What it is saved as does not say whose it is. */
export async function portraitOf(em: EntityManager, key: string): Promise<GivenFile | undefined> {
  const [found] = await em.execute<{ size: number }[]>('select size from expert_photo where uuid = ? and declined_at is null', [key]);
  return found && { title: 'photo', kind: 'WEBP', size: found.size };
}

/** So many bytes of it, after the first `from`; undefined as above. */
export async function portraitSlice(em: EntityManager, key: string, from: number, length: number): Promise<Buffer | undefined> {
  const [found] = await em.execute<{ bytes: Buffer }[]>('select substring(bytes from ? for ?) as bytes from expert_photo_file where photo_uuid = ?', [from + 1, length, key]);
  return found?.bytes;
}
