/** Making a photo of a mission public, by a decision of its own, and taking that back. What is public is a copy: it changes by another decision alone. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { v4 } from 'uuid';
import { fault, invalid, type MissionFault, type MissionResult, result, whereAllowed } from '../missions/index.ts';
import { wrongIn } from '../reports/index.ts';
import { type StoredPhoto, storedPhotos, type WhichPhoto } from './mission-photos.service.ts';

const DECIDED = 'select photo_version as "photoVersion" from photo_decision where photo_uuid = ?';

const decidedFor = async (em: EntityManager, photo: string): Promise<{ photoVersion: number } | undefined> => (await em.execute<{ photoVersion: number }[]>(DECIDED, [photo]))[0];

/** What is said of a photo, in whatever language, and whom or what each text names. */
const NAMED = `
  select t.field, t.text, n.what from (
    select 'CAPTION' as field, x.caption as text from mission_photo_translation x where x.photo_uuid = ?::uuid
    union all select 'CREDIT', f.credit from mission_photo f where f.uuid = ?::uuid
  ) t cross join lateral named_in_text(?::uuid, t.text) n(what) where t.text <> ''`;

/** What is wrong with the texts of a photo: once for each field and kind. */
async function textFaults(em: EntityManager, { mission, key }: WhichPhoto): Promise<MissionFault[]> {
  const texts = await em.execute<{ field: 'CAPTION' | 'CREDIT'; text: string; what: 'PERSON' | 'ORGANISATION' | null }[]>(NAMED, [key, key, mission]);
  return (['CAPTION', 'CREDIT'] as const).flatMap((field) => [...new Set(texts.filter((one) => one.field === field).flatMap(({ text, what }) => wrongIn(text, what)))].map((kind) => fault(field, kind)));
}

const ABOUT = `select (select d.publication_uuid from publication_decision d where d.mission_uuid = m.uuid) as publication, exists (select from mission_report r where r.mission_uuid = m.uuid and r.are_names_forgotten) as "isForgotten" from mission m where m.uuid = ?`;

/**
 * Makes a photo public that was read at `version`, with what is published of its mission, in place of what was public of it before. `isConfirmed`: whoever decides has looked and says that no victim, no
 * protected place and nobody without their consent can be recognised; who and when is kept. Its texts are held to what all texts are that are published.
 */
export async function publishMissionPhoto(em: EntityManager, which: WhichPhoto, { version, isConfirmed }: { readonly version: number; readonly isConfirmed: boolean }): Promise<MissionResult> {
  if (!isConfirmed) return invalid(fault('CONFIRMED', 'MISSING'));
  let stored: StoredPhoto | undefined;
  const isSo = async (): Promise<boolean> => {
    stored = (await storedPhotos(em, which.mission)).find(({ key }) => key === which.key);
    return stored !== undefined && stored.version === version && (await decidedFor(em, which.key))?.photoVersion === version;
  };
  return whereAllowed(em, which, { need: 'publish', isSo }, async () => {
    if (!stored) return result('GONE');
    if (stored.version !== version) return result('CONFLICT');
    const [about] = await em.execute<[{ publication: string | null; isForgotten: boolean }]>(ABOUT, [which.mission]);
    if (about.publication === null) return result('TOO_LATE');
    const faults = about.isForgotten ? [fault('PARTS', 'FORGOTTEN')] : await textFaults(em, which);
    if (faults.length > 0) return invalid(...faults);
    await write(em, which, about.publication);
    return result('DONE');
  });
}

async function write(em: EntityManager, { key, person }: WhichPhoto, publication: string): Promise<void> {
  const published = v4();
  // With its copy, and before the other one: each photo is public once.
  await em.execute('delete from photo_decision where photo_uuid = ?', [key]);
  await em.execute(
    `insert into published_photo (uuid, publication_uuid, position, source_locale, credit, width, height, size, bytes) select ?::uuid, ?::uuid, f.position, f.source_locale, f.credit, f.width, f.height, f.size, f.bytes from mission_photo f where f.uuid = ?`, [published, publication, key]);
  // Of a translation that was outdated it is said that it is: it counts as one of a source before the first.
  await em.execute(
    `insert into published_photo_translation (photo_uuid, locale, source_version, caption) select ?::uuid, x.locale, (x.source_version >= f.source_version)::int, x.caption
     from mission_photo f join mission_photo_translation x on x.photo_uuid = f.uuid where f.uuid = ? and x.caption <> ''`, [published, key]);
  await em.execute('insert into photo_decision (photo_uuid, published_uuid, photo_version, confirmed_by_id) select f.uuid, ?::uuid, f.version, ?::uuid from mission_photo f where f.uuid = ?', [published, person, key]);
}

/** Takes back that a photo is public: at once, whatever was changed meanwhile. One that is not stays so. */
export function withdrawMissionPhoto(em: EntityManager, which: WhichPhoto): Promise<MissionResult> {
  return whereAllowed(em, which, { need: 'publish', isSo: async () => (await decidedFor(em, which.key)) === undefined }, async () => {
    await em.execute('delete from photo_decision where photo_uuid = ?', [which.key]);
    return result('DONE');
  });
}
