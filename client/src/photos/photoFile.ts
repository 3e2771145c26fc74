/** The most bytes of a photo that is sent, as the server has it. */
export const MOST_BYTES = 12_000_000;

/** What a list of files is narrowed to: what is taken is decided by what is in a file. */
export const ACCEPTED = '.jpg,.jpeg,.png,.webp';

/** Where pictures are, by the keys of photos: their addresses say nothing of what they show. */
export const portraitAt = (key: string): string => `/portraits/ExpertPhoto_${key}`;
export const missionPhotoAt = (key: string): string => `/mission-photos/MissionPhoto_${key}`;
export const publishedPhotoAt = (key: string): string => `/photos/PublishedPhoto_${key}`;
