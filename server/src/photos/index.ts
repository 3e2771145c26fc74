/** Photos of experts, and of missions that are over. */
export { ExpertPhoto, ExpertPhotoFile } from './expert-photo.entity.ts';
export { ExpertPhotosResolver } from './expert-photos.resolver.ts';
export { MissionPhoto, MissionPhotoTranslation, PhotoDecision } from './mission-photo.entity.ts';
export { MissionPhotosResolver } from './mission-photos.resolver.ts';
export { PublishedPhoto, PublishedPhotoTranslation } from './published-photo.entity.ts';
export { MISSION_PHOTOS, missionPhotoRoutes, PHOTOS, portraitRoutes, PORTRAITS, publishedPhotoRoutes } from './photo-routes.ts';
import './expert-photos.reader.ts';
import './mission-photos.reader.ts';
import './photos.personal.ts';
