/** Photos of missions as they come in and go out. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { isLocale, type Locale } from '@passerelle/shared/locales.ts';
import { UserError } from '../core/errors.ts';
import { type Bringing, type CheckedFile, type FileOutcome, type GivenFile, isName, tidyName, whereRoom } from '../core/files/index.ts';
import { refuseVictimsData } from '../core/guard/index.ts';
import { result, whereAllowed } from '../missions/index.ts';
import { isByChance } from './expert-photo-files.service.ts';
import { MOST } from './photo.policy.ts';

/** What is said of a photo that is brought, under a key that who brings it has drawn: sent again it is the same photo. */
export interface SentPhoto {
  readonly key: string;
  readonly locale: Locale;
  readonly caption: string;
}

/** Reads it; undefined for what no page of ours sends. */
export function readPhoto(sent: unknown): SentPhoto | undefined {
  const { key, locale, caption } = (sent ?? {}) as Readonly<Record<string, unknown>>;
  return isByChance(key) && typeof locale === 'string' && isLocale(locale) && typeof caption === 'string' ? { key, locale, caption: tidyName(caption) } : undefined;
}

/** What keeps a photo from being brought to a mission now; undefined for nothing. Throws VICTIM_DATA for a caption that tells who a person is. */
export async function obstacleToPhoto(em: EntityManager, { person, to, sent: { key, caption } }: Bringing<SentPhoto>, size: number): Promise<FileOutcome | undefined> {
  if (!isName(caption)) return 'TITLE';
  refuseVictimsData('caption', caption);
  if (size > MOST.bytes) return 'TOO_LARGE';
  const { outcome } = await whereAllowed(em, { person, mission: to, origin: '' }, { need: 'writeReport' }, async () => result('DONE'));
  if (outcome !== 'DONE') return outcome === 'TOO_LATE' ? 'TOO_LATE' : 'GONE';
  const [others] = await em.execute<[{ count: number }]>('select count(*)::int as count from mission_photo where mission_uuid = ? and uuid <> ?', [to, key]);
  return others.count >= MOST.ofMission ? 'TOO_MANY' : undefined;
}

/** Stores a photo that was checked, as the last of its mission, which is held. Throws VICTIM_DATA, FullDisk, BAD_REQUEST for a key that another photo has. */
export async function addPhoto(em: EntityManager, bringing: Bringing<SentPhoto>, { bytes, sides }: CheckedFile): Promise<FileOutcome> {
  const { to, sent: { key, locale, caption } } = bringing;
  const obstacle = await obstacleToPhoto(em, bringing, bytes.length);
  if (obstacle) return obstacle;
  return whereRoom<FileOutcome>(async () => {
    const added = await em.execute<unknown[]>(
      `insert into mission_photo (uuid, mission_uuid, source_locale, position, width, height, size, bytes) select ?, ?::uuid, ?, coalesce(max(f.position), 0) + 1, ?, ?, ?, ? from mission_photo f where f.mission_uuid = ? on conflict (uuid) do nothing returning 1`,
      [key, to, locale, sides!.width, sides!.height, bytes.length, bytes, to]);
    if (added.length > 0) {
      await em.execute('insert into mission_photo_translation (photo_uuid, locale, caption) values (?, ?, ?)', [key, locale, caption]);
      return 'DONE';
    }
    const [there] = await em.execute<{ isSame: boolean }[]>('select bytes = ? as "isSame" from mission_photo where uuid = ? and mission_uuid = ?', [bytes, key, to]);
    if (!there?.isSame) throw new UserError('BAD_REQUEST', 'Another photo was sent with this key');
    return 'DONE';
  });
}

interface PhotoFiles {
  readonly find: (em: EntityManager, key: string) => Promise<GivenFile | undefined>;
  readonly slice: (em: EntityManager, key: string, from: number, length: number) => Promise<Buffer | undefined>;
}

/** How the pictures of a table are found and read: the rules of the tables say which are there for who asks. */
export const photosOf = (table: 'mission_photo' | 'published_photo'): PhotoFiles => ({
  find: async (em, key) => {
    const [found] = await em.execute<{ size: number }[]>(`select size from ${table} where uuid = ?`, [key]);
    return found && { title: 'photo', kind: 'WEBP', size: found.size };
  },
  slice: async (em, key, from, length) => {
    const [found] = await em.execute<{ bytes: Buffer }[]>(`select substring(bytes from ? for ?) as bytes from ${table} where uuid = ?`, [from + 1, length, key]);
    return found?.bytes;
  },
});
