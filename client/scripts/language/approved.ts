/** No expert is called approved, accredited or the like: a sheet says who vouches for them, and since when. */
import type { Locale } from '@passerelle/shared/locales.ts';

import type { Entry } from './catalogues.ts';
import { forms } from './catalogues.ts';

/**
 * What somebody would be called whom an office has found fit. What an employer gives for a mission (“odobrenje”, “одобрение”, “aprobare”) is about days, and
 * no quality of a person: the nouns of it are none of these words.
 */
const APPROVED: Readonly<Record<Locale, RegExp>> = {
  fr: /agréé|agrément|accrédit|approuv|certifié|habilit|homologu|labellis/iu, en: /approv|accredit|certified|licensed|endors/iu, sq: /miratua|miratim|akredit|certifikuar|licencua/iu,
  bs: /odobren(?!j)|akredit|certificir|licencir|ovlašten/iu, cnr: /odobren(?!j)|akredit|sertifikov|licencir|ovlašćen/iu, hr: /odobren(?!j)|akredit|certificir|licencir|ovlašten/iu,
  'sr-Cyrl': /одобрен|акредит|сертификов|лиценцир|овлашћен/iu, 'sr-Latn': /odobren(?!j)|akredit|sertifikov|licencir|ovlašćen/iu, sl: /odobren|akredit|certificir|licencir|pooblaščen/iu,
  bg: /одобрен(?!и[ея])|акредит|сертифицир|лицензир/iu, mk: /одобрен(?!и[еј])|акредит|сертифицир|лиценцир|овластен/iu, uk: /схвален|затвердж|акредит|сертифікован|ліцензован/iu,
  el: /εγκεκριμ[έε]ν|διαπιστευμ[έε]ν|πιστοποιημ[έε]ν|αδειοδοτημ[έε]ν/iu, hu: /jóváhagyott|akkreditál|tanúsított|minősített/iu, ro: /aproba[tț]|acredita|agrea[tț]|omologa|atestat/iu, tr: /onaylı|onaylan|akredite|sertifikalı|lisanslı/iu,
};

/** What experts are called. */
const EXPERT: Readonly<Record<Locale, RegExp>> = {
  fr: /expert/iu, en: /expert/iu, sq: /ekspert/iu, bs: /stručnja/iu, cnr: /stručnja/iu, hr: /stručnja/iu, 'sr-Cyrl': /стручња/iu, 'sr-Latn': /stručnja/iu, sl: /strokovnjak/iu, bg: /експерт/iu, mk: /експерт/iu, uk: /експерт/iu,
  el: /εμπειρογν[ώω]μ/iu, hu: /szakért/iu, ro: /exper[tț]/iu, tr: /uzman/iu,
};

/** Parts of the catalogues that are about experts, whether their sentences name them or not. */
const ABOUT: readonly string[] = ['availability', 'clearances', 'compare', 'consents', 'entering', 'experts', 'photos', 'practices', 'proposals', 'record', 'search', 'substitutes'];

/** Whether a sentence names experts. */
export const namesExperts = (tag: Locale, message: string): boolean => EXPERT[tag].test(message);

/** The words of a sentence by which an expert would be called approved. */
export function approvedWords(tag: Locale, { part, message }: Pick<Entry, 'part' | 'message'>): string[] {
  if (!ABOUT.includes(part) && !namesExperts(tag, message)) return [];
  return forms(message).flatMap((form) => APPROVED[tag].exec(form)?.[0] ?? []);
}
