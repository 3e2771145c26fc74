import { useI18n } from 'vue-i18n';

import { format } from '../core/i18n/index.ts';
import type { SheetFieldName, Visibility } from './sheetForm.ts';
import type { SheetFault, SheetOutcome } from './useEntering.ts';

/** The words of entering experts, in the reader's language. */
export interface SheetWords {
  readonly field: (field: SheetFieldName) => string;
  readonly visibility: (choice: Visibility) => string;
  readonly fault: (fault: SheetFault) => string;
  /** Why nothing came of it; undefined where something did, or where the page says it otherwise. */
  readonly obstacle: (outcome: string) => string | undefined;
}

/** Gives the words of entering experts. */
export function useSheetWords(): SheetWords {
  const { t } = useI18n();
  const fields: Readonly<Record<SheetFieldName, () => string>> = {
    name: () => t('entering.name'), profession: () => t('experts.profession'), corps: () => t('experts.corps'), institution: () => t('experts.institution'),
    sourceLocale: () => t('prepare.sourceLocale'), summary: () => t('experts.summary'), languages: () => t('experts.languages'), themes: () => t('experts.themes'), countries: () => t('experts.countries'),
    vouchedBy: () => t('experts.vouchedBy'), vouchedSince: () => t('entering.vouchedSince'), email: () => t('entering.email'), emailLocale: () => t('entering.emailLocale'),
    nameVisibility: () => t('entering.seesName'), institutionVisibility: () => t('entering.seesInstitution'), emailVisibility: () => t('entering.seesEmail'), missionsVisibility: () => t('entering.seesMissions'), consentedOn: () => t('entering.consentedOn'),
  };
  const visibilities: Readonly<Record<Visibility, () => string>> = {
    ADVISER: () => t('consents.sheetOf.ADVISER'), POST: () => t('consents.sheetOf.POST'), NETWORK: () => t('consents.contactOf.NETWORK'), PUBLIC: () => t('consents.contactOf.PUBLIC'),
  };
  const faults: Readonly<Record<SheetFault['fault'], (maximum: string) => string>> = {
    MISSING: () => t('prepare.fault.MISSING'), TOO_LONG: (maximum) => t('prepare.fault.TOO_LONG', { maximum }), UNREADABLE: () => t('prepare.fault.UNREADABLE'), UNKNOWN: () => t('prepare.fault.UNKNOWN'),
    REPEATED: () => t('prepare.fault.REPEATED'), FUTURE: () => t('entering.future'), NOT_HERE: () => t('entering.theirs'),
  };
  const missing: Readonly<Partial<Record<SheetFault['field'], () => string>>> = { LANGUAGES: () => t('entering.levelMissing'), CONSENTED_ON: () => t('entering.consentMissing') };
  const obstacles: Readonly<Partial<Record<SheetOutcome, () => string>>> = {
    NOT_ALLOWED: () => t('entering.closed'), GONE: () => t('entering.gone'), TEACHES: () => t('entering.teaches'), BOUND: () => t('entering.bound'), CONFLICT: () => t('entering.conflict'),
  };
  return {
    field: (field) => fields[field](),
    visibility: (choice) => visibilities[choice](),
    fault: ({ field, fault, maximum }) => (fault === 'MISSING' && missing[field]?.()) || faults[fault](maximum === null ? '' : format.value.integer(maximum)),
    obstacle: (outcome) => obstacles[outcome as SheetOutcome]?.(),
  };
}
