/** Reading what is sent of it: what can be stored, or everything that is wrong with it. Pure functions. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { refuseVictimsData } from '../core/guard/index.ts';
import { tidy, typedFault } from '../core/translation/index.ts';
import { isWebAddress } from '../core/web-address.ts';
import { type CoordinationFault, type CoordinationField, type CoordinationKind, fault } from './coordination-words.ts';

/** All that is said of one; days as `2027-04-02`, null for those that nobody knows; the organisation by its slug; texts empty where nobody knows. */
export interface CoordinationContent {
  readonly kind: CoordinationKind;
  readonly country: string;
  readonly organisation: string | null;
  readonly name: string;
  readonly locale: Locale;
  readonly legalBasis: string;
  readonly website: string;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly source: string;
  readonly sourceUrl: string;
  readonly checkedOn: string | null;
}

export const MOST = { NAME: 300, LEGAL_BASIS: 500, SOURCE: 300, WEBSITE: 500, SOURCE_URL: 500 } as const;

function textFaults(field: 'NAME' | 'LEGAL_BASIS' | 'SOURCE', text: string, isNeeded: boolean): CoordinationFault[] {
  const wrong = text === '' ? (isNeeded ? 'MISSING' : null) : typedFault(text, MOST[field], true);
  return wrong ? [fault(field, wrong, wrong === 'TOO_LONG' ? MOST[field] : null)] : [];
}

function addressFaults(field: 'WEBSITE' | 'SOURCE_URL', text: string): CoordinationFault[] {
  if (text.length > MOST[field]) return [fault(field, 'TOO_LONG', MOST[field])];
  return text === '' || isWebAddress(text) ? [] : [fault(field, 'NOT_AN_ADDRESS')];
}

const dayFaults = (field: CoordinationField, kind: 'NOT_AFTER' | 'TO_COME', isWrong: boolean): CoordinationFault[] => (isWrong ? [fault(field, kind)] : []);

/** Reads it. `today` is the day in Paris. Throws VICTIM_DATA for texts that tell who a person is. */
export function readCoordination(sent: CoordinationContent, today: string): CoordinationContent | readonly CoordinationFault[] {
  const [name, legalBasis, website, source, sourceUrl] = [sent.name, sent.legalBasis, sent.website, sent.source, sent.sourceUrl].map((typed) => tidy(typed) ?? '') as [string, string, string, string, string];
  // What is left out of a sent object is as unknown as what is null.
  const known = { organisation: sent.organisation ?? null, startsOn: sent.startsOn ?? null, endsOn: sent.endsOn ?? null, checkedOn: sent.checkedOn ?? null };
  const faults = [
    ...textFaults('NAME', name, known.organisation === null), ...textFaults('LEGAL_BASIS', legalBasis, false), ...addressFaults('WEBSITE', website),
    ...dayFaults('ENDS_ON', 'NOT_AFTER', known.startsOn !== null && known.endsOn !== null && known.endsOn < known.startsOn), ...textFaults('SOURCE', source, true), ...addressFaults('SOURCE_URL', sourceUrl),
    ...dayFaults('CHECKED_ON', 'TO_COME', known.checkedOn !== null && known.checkedOn > today),
  ];
  if (faults.length > 0) return faults;
  for (const [field, typed] of Object.entries({ name, legalBasis, website, source, sourceUrl })) refuseVictimsData(`input.${field}`, typed);
  return { ...sent, ...known, name, legalBasis, website, source, sourceUrl };
}
