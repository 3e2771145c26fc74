/** Reading what is sent of what has become of a recommendation: what can be stored, or everything that is wrong with it. Pure functions. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { refuseVictimsData } from '../core/guard/index.ts';
import { tidy, typedFault } from '../core/translation/index.ts';
import { fault, type ProgressFault } from './progress-fault.ts';
import type { RecommendationStatus } from './progress-words.ts';

/** The most signs of each text, and how many links there may be. */
export const MOST = { SEEN: 3_000, LABEL: 200, URL: 500, links: 10 } as const;

export interface Link {
  readonly url: string;
  readonly label: string;
}

/** All that is said: the texts in `sourceLocale`, `asOf` as a day (`2027-04-02`). */
export interface ProgressContent {
  readonly sourceLocale: Locale;
  readonly status: RecommendationStatus;
  readonly asOf: string;
  readonly seen: string;
  readonly links: readonly Link[];
}

function seenFaults(seen: string | null): ProgressFault[] {
  const wrong = seen === null ? null : typedFault(seen, MOST.SEEN, false);
  return wrong ? [fault('SEEN', wrong, wrong === 'TOO_LONG' ? MOST.SEEN : null)] : [];
}

/** What is wrong with a link, if anything is: an address of the web, and what it is called, in one line. */
function linkFault({ url, label }: Link, n: number): ProgressFault[] {
  const of = (kind: ProgressFault['fault'], maximum: number | null = null): ProgressFault[] => [fault('LINKS', kind, maximum, n)];
  if (url === '' || label === '') return of('MISSING');
  if (url.length > MOST.URL) return of('TOO_LONG', MOST.URL);
  const wrong = typedFault(label, MOST.LABEL, true);
  if (wrong) return of(wrong, wrong === 'TOO_LONG' ? MOST.LABEL : null);
  return /^https?:\/\/[^\s\p{Cc}\p{Cf}\p{Cs}@/]+(?:[/?#][^\s\p{Cc}\p{Cf}\p{Cs}]*)?$/u.test(url) && URL.canParse(url) ? [] : of('NOT_AN_ADDRESS');
}

/** Reads what is sent, as far as it can be judged without the database. Throws VICTIM_DATA for texts that tell who a person is. */
export function readProgress(sent: ProgressContent): ProgressContent | readonly ProgressFault[] {
  const seen = tidy(sent.seen);
  const links = sent.links.map(({ url, label }) => ({ url: tidy(url) ?? '', label: tidy(label) ?? '' }));
  const faults = [...(seen === null ? [fault('SEEN', 'MISSING')] : seenFaults(seen)), ...(links.length > MOST.links ? [fault('LINKS', 'TOO_LONG', MOST.links)] : links.flatMap(linkFault))];
  if (faults.length > 0) return faults;
  refuseVictimsData('input.seen', seen!);
  links.forEach(({ url, label }, n) => {
    refuseVictimsData(`input.links.${n}.label`, label);
    refuseVictimsData(`input.links.${n}.url`, url);
  });
  return { ...sent, seen: seen!, links };
}

/** What was seen, in another language; nothing is missing in it. Throws VICTIM_DATA. */
export function readProgressText(sent: string): { readonly seen: string | null } | readonly ProgressFault[] {
  const seen = tidy(sent);
  const faults = seenFaults(seen);
  if (faults.length > 0) return faults;
  refuseVictimsData('texts.seen', seen ?? '');
  return { seen };
}
