/** Reading what is sent of a provision: what can be stored, or everything that is wrong with it. Pure functions. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { refuseVictimsData } from '../core/guard/index.ts';
import { tidy, typedFault } from '../core/translation/index.ts';
import { isWebAddress } from '../core/web-address.ts';
import { fault, type ProvisionFault, type ProvisionField } from './provision-fault.ts';
import type { ProvisionKind } from './provision-words.ts';

/** All that is said of one; days as `2027-04-02`, null for those that nobody knows; recommendations by their keys. */
export interface ProvisionContent {
  readonly kind: ProvisionKind;
  readonly country: string;
  readonly instrument: string;
  readonly articles: readonly string[];
  readonly recommendations: readonly string[];
  readonly locale: Locale;
  readonly text: string;
  readonly reference: string;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly source: string;
  readonly sourceUrl: string;
  readonly checkedOn: string | null;
}

export const MOST = { TEXT: 2000, REFERENCE: 300, SOURCE: 300, SOURCE_URL: 500, ARTICLES: 30, RECOMMENDATIONS: 20 } as const;

function textFaults(field: 'TEXT' | 'REFERENCE' | 'SOURCE', text: string): ProvisionFault[] {
  const wrong = text === '' ? 'MISSING' : typedFault(text, MOST[field], field !== 'TEXT');
  return wrong ? [fault(field, wrong, wrong === 'TOO_LONG' ? MOST[field] : null)] : [];
}

function addressFaults(text: string): ProvisionFault[] {
  if (text === '') return [];
  if (text.length > MOST.SOURCE_URL) return [fault('SOURCE_URL', 'TOO_LONG', MOST.SOURCE_URL)];
  return isWebAddress(text) ? [] : [fault('SOURCE_URL', 'NOT_AN_ADDRESS')];
}

function listFaults(field: 'ARTICLES' | 'RECOMMENDATIONS', list: readonly string[]): ProvisionFault[] {
  if (list.length > MOST[field]) return [fault(field, 'TOO_MANY', MOST[field])];
  return new Set(list).size < list.length ? [fault(field, 'REPEATED')] : [];
}

const dayFaults = (field: ProvisionField, kind: 'NOT_AFTER' | 'TO_COME', isWrong: boolean): ProvisionFault[] => (isWrong ? [fault(field, kind)] : []);

/** Reads it. `today` is the day in Paris. Throws VICTIM_DATA for texts that tell who a person is. */
export function readProvision(sent: ProvisionContent, today: string): ProvisionContent | readonly ProvisionFault[] {
  const [text, reference, source, sourceUrl] = [sent.text, sent.reference, sent.source, sent.sourceUrl].map((typed) => tidy(typed) ?? '') as [string, string, string, string];
  // What is left out of a sent object is as unknown as what is null.
  const days = { startsOn: sent.startsOn ?? null, endsOn: sent.endsOn ?? null, checkedOn: sent.checkedOn ?? null };
  const faults = [
    ...listFaults('ARTICLES', sent.articles), ...listFaults('RECOMMENDATIONS', sent.recommendations), ...textFaults('TEXT', text), ...textFaults('REFERENCE', reference),
    ...dayFaults('ENDS_ON', 'NOT_AFTER', days.startsOn !== null && days.endsOn !== null && days.endsOn < days.startsOn), ...textFaults('SOURCE', source), ...addressFaults(sourceUrl),
    ...dayFaults('CHECKED_ON', 'TO_COME', days.checkedOn !== null && days.checkedOn > today),
  ];
  if (faults.length > 0) return faults;
  for (const [field, typed] of Object.entries({ text, reference, source, sourceUrl })) refuseVictimsData(`input.${field}`, typed);
  return { ...sent, ...days, articles: sent.articles.toSorted(), recommendations: sent.recommendations.toSorted(), text, reference, source, sourceUrl };
}
