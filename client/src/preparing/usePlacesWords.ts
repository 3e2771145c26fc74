import { useI18n } from 'vue-i18n';

import { format } from '../core/i18n/index.ts';
import { type LocalizedValue, starred } from '../core/ui/index.ts';
import { MOST_PLACES, partsOf, type PlacesField } from './placesForm.ts';
import type { PlacesOutcome, QuotaChoices } from './usePlaces.ts';

/** The words of the places of a session, in the reader's language. */
export interface PlacesWords {
  /** What a field is about: a word of ours, or a name. */
  readonly label: (field: PlacesField) => { readonly word?: string; readonly name?: LocalizedValue };
  /** What is wrong with a field. */
  readonly fault: (field: PlacesField) => string;
  /** Why nothing came of it; undefined where something did. */
  readonly obstacle: (outcome: PlacesOutcome) => string | undefined;
}

/** Gives the words of the places of a session. */
export function usePlacesWords(choices: () => QuotaChoices): PlacesWords {
  const { t } = useI18n();
  const words: Readonly<Record<string, () => string>> = {
    'MODE ON_SITE': () => t('prepare.format.ON_SITE'), 'MODE ONLINE': () => t('prepare.format.ONLINE'), 'COUNTRY ': () => t('places.eachCountry'), 'PROFESSION ': () => t('places.eachProfession'),
    'SECTOR AUTHORITY': () => t('registrations.sector.AUTHORITY'), 'SECTOR CIVIL_SOCIETY': () => t('registrations.sector.CIVIL_SOCIETY'), 'SECTOR OTHER': () => t('registrations.sector.OTHER'),
    TOTAL: () => t('prepare.places'), 'MODE ': () => t('registrations.mode'), 'SECTOR ': () => t('places.balance'),
  };
  const obstacles: Readonly<Partial<Record<PlacesOutcome, () => string>>> = { NOT_ALLOWED: () => t('prepare.notAllowed'), TOO_LATE: () => t('prepare.tooLate'), GONE: () => t('prepare.gone') };
  return {
    label: (field) => {
      const word = words[field]?.();
      if (field === 'TOTAL' || word !== undefined) return { ...(word !== undefined && { word }) };
      const { kind, key } = partsOf(field);
      if (kind === 'COUNTRY') {
        const country = choices().countries.find(({ code }) => code === key);
        return country ? { name: starred(country.name, country.nameNote) } : { word: key };
      }
      const name = choices().professions.find(({ code }) => code === key)?.name;
      return name ? { name } : { word: key };
    },
    fault: (field) => t(field === 'TOTAL' ? 'prepare.fault.OUT_OF_RANGE' : 'places.range', { maximum: format.value.integer(MOST_PLACES) }),
    obstacle: (outcome) => obstacles[outcome]?.(),
  };
}
