/** Which page is walked in which languages, and in which looks it is asked of axe there: all of it in all of them takes a quarter of an hour. */
import { LOCALE_TAGS } from '@passerelle/shared/locales.ts';

/** The looks of the site. */
export const LOOKS = ['light', 'dark', 'contrast'] as const;
export type Look = (typeof LOOKS)[number];

/** The looks that one language sees of a page, and another. */
const SHARED: readonly (readonly Look[])[] = [['light'], ['dark', 'contrast']];
/** So many languages lie between the two. Sixteen shares nothing with it, so that all languages come round. */
const APART = 5;

/** In which looks the `step`-th page is asked in the `place`-th language; none where it is not walked in that one. */
export function looksAt(step: number, place: number): readonly Look[] {
  return SHARED.find((_looks, turn) => (step + turn * APART) % LOCALE_TAGS.length === place) ?? [];
}

/** Whether it is asked on a telephone there, or on a desk: every page is on both. */
export function isOnPhone(step: number, look: Look): boolean {
  return (step + LOOKS.indexOf(look)) % 2 === 0;
}
