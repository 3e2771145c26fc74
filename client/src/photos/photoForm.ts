/** What is said of a photo of a mission, as it is typed, compared and sent. */
import type { Locale } from '@passerelle/shared/locales.ts';

import { comparing } from '../core/editing/index.ts';
import type { Photo, PhotoFault, PhotoInput, Pictured } from './useMissionPhotos.ts';

export interface TypedPhoto {
  sourceLocale: Locale;
  caption: string;
  credit: string;
  /** From 1, as a list of choices has it. */
  place: string;
}

const PHOTO_FIELDS = ['sourceLocale', 'caption', 'credit', 'place'] as const satisfies readonly (keyof TypedPhoto)[];
export type PhotoFieldName = (typeof PHOTO_FIELDS)[number];

/** A photo with its place among those of its mission. */
export interface PlacedPhoto extends Photo {
  readonly place: number;
}

export const placed = ({ photos }: Pick<Pictured, 'photos'>): PlacedPhoto[] => photos.map((photo, n) => ({ ...photo, place: n + 1 }));

/** What is stored of one, as if it were typed: in the language in which it was first written, and in no other. */
export function typedPhoto({ texts, credit, place }: Pick<PlacedPhoto, 'texts' | 'credit' | 'place'>): TypedPhoto {
  const source = texts.find(({ isSource }) => isSource)!;
  return { sourceLocale: source.locale as Locale, caption: source.caption ?? '', credit: credit ?? '', place: String(place) };
}

export const photoInput = ({ place, ...typed }: TypedPhoto): PhotoInput => ({ ...typed, place: Number(place) });

/** What is wrong with what is typed, as far as the page can know. */
export const photoFaults = ({ caption }: TypedPhoto): PhotoFault[] => (caption.trim() === '' ? [{ field: 'CAPTION', fault: 'MISSING', maximum: null }] : []);

export const photoComparing = comparing<TypedPhoto, PhotoFieldName>(PHOTO_FIELDS);
