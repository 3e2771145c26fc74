/** How photos of missions are read: by whoever sees the mission; those that are public by everybody, and nothing of them leads there. */
import { edge, localized, many, reader, type Row, sql } from '../core/reader/index.ts';
import { MissionReader, seenMissions } from '../missions/index.ts';
import { MissionPublicationReader } from '../reports/index.ts';
import { MissionPhoto, MissionPhotoTranslation, PhotoDecision } from './mission-photo.entity.ts';
import { PublishedPhoto, PublishedPhotoTranslation } from './published-photo.entity.ts';

const PhotoTextsReader = reader(MissionPhotoTranslation, {
  rows: (_text, actor) => seenMissions(actor),
  fields: (x) => ({
    isSource: sql<boolean>`${x.locale} = (select f.source_locale from mission_photo f where f.uuid = ${x.photo})`,
    isOutdated: sql<boolean>`${x.sourceVersion} < (select f.source_version from mission_photo f where f.uuid = ${x.photo})`,
  }),
});

const PhotoDecisionReader = reader(PhotoDecision, {
  rows: (_decision, actor) => seenMissions(actor),
  fields: (decision) => ({ confirmedByName: sql<string | null>`(select p.name from person p where p.id = ${decision.confirmedBy})` }),
});

const MissionPhotoReader = reader(MissionPhoto, {
  rows: (_photo, actor) => seenMissions(actor),
  fields: (photo) => ({
    key: photo.uuid, creditLocale: photo.sourceLocale,
    caption: localized({ from: MissionPhotoTranslation, text: 'caption', of: (x: Row<MissionPhotoTranslation>) => sql<boolean>`${x.photo} = ${photo.uuid}`, source: photo.sourceLocale, version: photo.sourceVersion }),
    texts: many(PhotoTextsReader, { on: (x) => sql`${x.photo} = ${photo.uuid}`, order: (x) => [x.locale] }),
  }),
});

const PublishedPhotoReader = reader(PublishedPhoto, {
  fields: (photo) => ({
    key: photo.uuid, creditLocale: photo.sourceLocale,
    caption: localized({ from: PublishedPhotoTranslation, text: 'caption', of: (x: Row<PublishedPhotoTranslation>) => sql<boolean>`${x.photo} = ${photo.uuid}`, source: photo.sourceLocale, version: photo.sourceVersion }),
  }),
});

edge(MissionReader, 'photos', { description: 'Its photos, in the order that the adviser has chosen.', list: MissionPhotoReader, on: (photo, mission) => sql`${photo.mission} = ${mission.uuid}`, order: (photo) => [photo.position, photo.uuid] });
edge(MissionPhotoReader, 'decision', { description: 'That it is public; null while it is not.', maybe: PhotoDecisionReader, on: (decision, photo) => sql`${decision.photo} = ${photo.uuid}` });
edge(MissionPublicationReader, 'photos', { description: 'Its photos, as far as they are public.', list: PublishedPhotoReader, on: (photo, publication) => sql`${photo.publication} = ${publication.uuid}`, order: (photo) => [photo.position, photo.uuid] });
