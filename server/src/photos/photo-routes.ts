/** Where photos come in and go out. Their addresses say nothing of whom or what they show, each is asked for anew, and what is not for who asks is as if there were none. */
import { checkPhoto, fileRoutes, type FileRoutesOptions } from '../core/files/index.ts';
import type { Handler } from '../core/http/index.ts';
import { addPortrait, obstacleToPortrait, portraitOf, portraitSlice, readPortrait } from './expert-photo-files.service.ts';
import { addPhoto, obstacleToPhoto, photosOf, readPhoto } from './mission-photo-files.service.ts';
import { MOST, SIDES } from './photo.policy.ts';

/** What the addresses of photos of experts, of missions, and of what is published of them begin with. */
export const [PORTRAITS, MISSION_PHOTOS, PHOTOS] = ['/portraits/', '/mission-photos/', '/photos/'];

const KEY = String.raw`([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})`;
const NOWHERE = /^(?!)/;
const COMMON = { header: 'x-photo', most: MOST.bytes, counted: 'bringFile', areShown: true, checked: 'DRAWN_ANEW' } as const;

/** Answers GET `/portraits/ExpertPhoto_…` with the picture, and POST `/portraits/Expert_…` with what came of bringing one. */
export function portraitRoutes(options: FileRoutesOptions): Handler {
  return fileRoutes(options, {
    ...COMMON, file: new RegExp(`^/portraits/ExpertPhoto_${KEY}$`), to: new RegExp(`^/portraits/Expert_${KEY}$`), read: readPortrait, check: (bytes) => checkPhoto(bytes, SIDES.expert),
    obstacleTo: (em, { to }, size) => obstacleToPortrait(em, to, size), store: (em, { to, sent }, file) => addPortrait(em, to, sent, file), find: portraitOf, slice: portraitSlice,
  });
}

/** The same of `/mission-photos/MissionPhoto_…` and `/mission-photos/Mission_…`. */
export function missionPhotoRoutes(options: FileRoutesOptions): Handler {
  return fileRoutes(options, {
    ...COMMON, file: new RegExp(`^/mission-photos/MissionPhoto_${KEY}$`), to: new RegExp(`^/mission-photos/Mission_${KEY}$`), read: readPhoto, check: (bytes) => checkPhoto(bytes, SIDES.mission),
    obstacleTo: obstacleToPhoto, store: addPhoto, ...photosOf('mission_photo'),
  });
}

/** Answers GET `/photos/PublishedPhoto_…` with a picture that is public; none is brought there. */
export function publishedPhotoRoutes(options: FileRoutesOptions): Handler {
  return fileRoutes(options, { ...COMMON, file: new RegExp(`^/photos/PublishedPhoto_${KEY}$`), to: NOWHERE, read: () => undefined, obstacleTo: async () => 'GONE', store: async () => 'GONE', ...photosOf('published_photo') });
}
