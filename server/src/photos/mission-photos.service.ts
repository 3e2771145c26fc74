/** What is said of photos of missions: their captions, in several languages, who took them, their order; and removing them. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Locale } from '@passerelle/shared/locales.ts';
import { refuseVictimsData } from '../core/guard/index.ts';
import { forgetWrongLanguage, isSaid, keepTranslations, saidIn, say, type TextTable, tidy } from '../core/translation/index.ts';
import { fault, invalid, type MissionResult, neededFaults, result, textFaults, whereAllowed, type Which as WhichMission } from '../missions/index.ts';

/** Which photo of which mission, by their keys, and who does it. */
export interface WhichPhoto extends WhichMission {
  readonly key: string;
}

export interface SentPhotoText {
  readonly sourceLocale: Locale;
  readonly caption: string;
  readonly credit: string;
  /** From 1, in the order of the photos of the mission. */
  readonly place: number;
}

/** A photo as it is stored. */
export interface StoredPhoto {
  readonly key: string;
  readonly version: number;
  readonly sourceLocale: Locale;
  readonly sourceVersion: number;
  readonly credit: string | null;
  readonly caption: string;
}

const TEXTS: TextTable = { table: 'mission_photo_translation', owner: 'photo_uuid', columns: ['caption'] };

const STORED = `select f.uuid as key, f.version, f.source_locale as "sourceLocale", f.source_version as "sourceVersion", f.credit, t.caption
  from mission_photo f join mission_photo_translation t on t.photo_uuid = f.uuid and t.locale = f.source_locale where f.mission_uuid = ? order by f.position, f.uuid`;

/** The photos of a mission that is held already, in their order. */
export const storedPhotos = (em: EntityManager, mission: string): Promise<StoredPhoto[]> => em.execute<StoredPhoto[]>(STORED, [mission]);

/**
 * Changes what is said of a photo that was read at `version`. Once somebody else has changed it nothing is written, unless it is so already. What is public of it stays as it was until that is decided
 * anew. Throws VICTIM_DATA for texts that tell who a person is.
 */
export async function saveMissionPhoto(em: EntityManager, which: WhichPhoto, { version, sent }: { readonly version: number; readonly sent: SentPhotoText }): Promise<MissionResult> {
  const [caption, credit] = [tidy(sent.caption), tidy(sent.credit)];
  const faults = [...neededFaults('CAPTION', caption), ...textFaults('CREDIT', credit)];
  if (faults.length > 0) return invalid(...faults);
  refuseVictimsData('input.caption', caption ?? '');
  refuseVictimsData('input.credit', credit ?? '');
  let all: readonly StoredPhoto[] = [];
  const now = (): StoredPhoto | undefined => all.find(({ key }) => key === which.key);
  const isSo = async (): Promise<boolean> => {
    all = await storedPhotos(em, which.mission);
    const before = now();
    return before !== undefined && before.caption === caption && before.credit === credit && before.sourceLocale === sent.sourceLocale && all[sent.place - 1] === before;
  };
  return whereAllowed(em, which, { need: 'writeReport', isSo }, async () => {
    const before = now();
    if (!before) return result('GONE');
    if (before.version !== version) return result('CONFLICT');
    if (sent.place < 1 || sent.place > all.length) return invalid(fault('PLACE', 'OUT_OF_RANGE', all.length));
    await write(em, before, { sourceLocale: sent.sourceLocale, caption: caption!, credit });
    await place(em, all, before, sent.place);
    return result('DONE');
  });
}

async function write(em: EntityManager, before: StoredPhoto, { sourceLocale, caption, credit }: Pick<StoredPhoto, 'sourceLocale' | 'caption' | 'credit'>): Promise<void> {
  await keepTranslations(em, TEXTS, { was: before.sourceLocale, is: sourceLocale }, [{ key: before.key, texts: { caption } }]);
  const hasText = before.caption !== caption || before.sourceLocale !== sourceLocale;
  const sourceVersion = before.sourceVersion + (hasText ? 1 : 0);
  await em.execute('update mission_photo set source_locale = ?, source_version = ?, credit = ?, version = version + 1 where uuid = ?', [sourceLocale, sourceVersion, credit, before.key]);
  if (!hasText) return;
  await say(em, TEXTS, before.key, { locale: sourceLocale, sourceVersion, texts: { caption } });
  await forgetWrongLanguage(em, { ...TEXTS, key: before.key }, { was: before.sourceLocale, is: sourceLocale, isSame: before.caption === caption });
}

/** Puts one of them at a place, counted from 1; the others keep their order. */
async function place(em: EntityManager, all: readonly StoredPhoto[], one: StoredPhoto, at: number): Promise<void> {
  const order = all.filter((other) => other !== one).toSpliced(at - 1, 0, one).map(({ key }) => key);
  await em.execute('update mission_photo f set position = o.n from jsonb_array_elements_text(?::jsonb) with ordinality o(key, n) where f.uuid = o.key::uuid and f.position <> o.n', [JSON.stringify(order)]);
}

/** Says what can be seen on a photo in another language; an empty caption takes that language away. Throws VICTIM_DATA. */
export async function translateMissionPhoto(em: EntityManager, which: WhichPhoto, { version, texts: { locale, caption: typed } }: { readonly version: number; readonly texts: { readonly locale: Locale; readonly caption: string } }): Promise<MissionResult> {
  const caption = tidy(typed);
  const faults = textFaults('CAPTION', caption);
  if (faults.length > 0) return invalid(...faults);
  refuseVictimsData('texts.caption', caption ?? '');
  return whereAllowed(em, which, { need: 'translateReport' }, async () => {
    const before = (await storedPhotos(em, which.mission)).find(({ key }) => key === which.key);
    if (!before) return result('GONE');
    if (locale === before.sourceLocale) return invalid(fault('LOCALE', 'NOT_HERE'));
    const texts = { caption };
    if (isSaid(await saidIn(em, TEXTS, which.key, locale), texts, before.sourceVersion)) return result('DONE');
    if (before.version !== version) return result('CONFLICT');
    await say(em, TEXTS, which.key, { locale, sourceVersion: before.sourceVersion, texts });
    await em.execute('update mission_photo set version = version + 1 where uuid = ?', [which.key]);
    return result('DONE');
  });
}

/** Removes a photo that was read at `version`, with what is public of it: also from a mission that is closed, since who can be recognised on it may be found out later. One that is not there any more stays so. */
export function removeMissionPhoto(em: EntityManager, which: WhichPhoto, version: number): Promise<MissionResult> {
  let before: StoredPhoto | undefined;
  const isSo = async (): Promise<boolean> => {
    before = (await storedPhotos(em, which.mission)).find(({ key }) => key === which.key);
    return before === undefined;
  };
  return whereAllowed(em, which, { need: 'translateReport', isSo }, async () => {
    if (before!.version !== version) return result('CONFLICT');
    await em.execute('delete from mission_photo where uuid = ?', [which.key]);
    return result('DONE');
  });
}
