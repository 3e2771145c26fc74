/** Who may do what with photos. Pure functions; the rules of rows say the same to the database. */
import type { RuleActor } from '../core/reader/index.ts';

/** The most pixels of a photo on a side: of an expert, and of a mission. */
export const SIDES = { expert: 640, mission: 1_600 } as const;

/** The most bytes that are sent of one, and photos of a mission. */
export const MOST = { bytes: 12_000_000, ofMission: 20 } as const;

/** Whether somebody keeps the photos of experts, and sees all of them. */
export function mayKeepPhotos({ circle }: RuleActor): boolean {
  return circle === 'adviser';
}
