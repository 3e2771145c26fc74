/** What files may be sent to: one process takes and gives so many at once, whatever they belong to. */
import { CLEARANCES, clearanceRoutes } from './clearances/index.ts';
import { type FileRoutesOptions, FileTraffic } from './core/files/index.ts';
import type { Handler } from './core/http/index.ts';
import { DOCUMENTS, documentRoutes } from './documents/index.ts';
import { MISSION_PHOTOS, missionPhotoRoutes, PHOTOS, portraitRoutes, PORTRAITS, publishedPhotoRoutes } from './photos/index.ts';
import { ANSWER_FILES, answerFileRoutes } from './registrations/index.ts';

/** The handlers, by what their addresses begin with. */
export function uploads(given: Omit<FileRoutesOptions, 'traffic'>): Readonly<Record<string, Handler>> {
  const options = { ...given, traffic: new FileTraffic() };
  return {
    [CLEARANCES]: clearanceRoutes(options), [DOCUMENTS]: documentRoutes(options), [ANSWER_FILES]: answerFileRoutes(options),
    [PORTRAITS]: portraitRoutes(options), [MISSION_PHOTOS]: missionPhotoRoutes(options), [PHOTOS]: publishedPhotoRoutes(options),
  };
}
