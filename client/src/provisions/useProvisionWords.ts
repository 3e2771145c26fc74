import { useI18n } from 'vue-i18n';

import { format } from '../core/i18n/index.ts';
import { useLabels } from '../core/labels/index.ts';
import type { ProvisionFieldName } from './provisionForm.ts';
import type { Answered, Provision, ProvisionFault } from './useProvisions.ts';

/** The words for what countries have in their law, in the reader’s language. */
export interface ProvisionWords {
  readonly kind: (kind: Provision['kind']) => string;
  readonly field: (field: ProvisionFieldName) => string;
  /** Which recommendation it is: the body, and the paragraph where it is known. */
  readonly answered: (recommendation: Answered) => string;
  readonly fault: (fault: ProvisionFault) => string;
  /** Undefined where something came of it, or where somebody else was faster. */
  readonly obstacle: (outcome: string) => string | undefined;
}

/** Gives them. */
export function useProvisionWords(): ProvisionWords {
  const { t } = useI18n();
  const labels = useLabels();
  const kinds: Readonly<Record<Provision['kind'], () => string>> = { PROVISION: () => t('provisions.kind.PROVISION'), RESERVATION: () => t('provisions.kind.RESERVATION'), DECLARATION: () => t('provisions.kind.DECLARATION') };
  const fields: Readonly<Record<ProvisionFieldName, () => string>> = {
    kind: () => t('provisions.kindOf'), instrument: () => t('provisions.instrument'), articles: () => t('provisions.articles'), recommendations: () => t('provisions.answers'), locale: () => t('provisions.language'), text: () => t('provisions.text'), reference: () => t('provisions.reference'),
    startsOn: () => t('provisions.startsOn'), endsOn: () => t('provisions.endsOn'), source: () => t('costs.source'), sourceUrl: () => t('costs.sourceUrl'), checkedOn: () => t('travel.checkedOn'),
  };
  const faults: Readonly<Record<ProvisionFault['fault'], (maximum: string) => string>> = {
    MISSING: () => t('prepare.fault.MISSING'), TOO_LONG: (maximum) => t('prepare.fault.TOO_LONG', { maximum }), TOO_MANY: (maximum) => t('provisions.tooMany', { maximum }), UNREADABLE: () => t('prepare.fault.UNREADABLE'), NOT_AN_ADDRESS: () => t('needs.address'),
    NOT_AFTER: () => t('prepare.fault.NOT_AFTER'), TO_COME: () => t('costs.fault.FUTURE'), REPEATED: () => t('prepare.fault.REPEATED'), UNKNOWN: () => t('prepare.fault.UNKNOWN'),
  };
  const obstacles: Readonly<Record<string, () => string>> = { NOT_ALLOWED: () => t('needs.closed'), GONE: () => t('needs.gone') };
  return {
    kind: (kind) => kinds[kind](), field: (field) => fields[field](),
    answered: ({ body, paragraph }) => [labels.monitoringBody(body), ...(paragraph === null ? [] : [`§ ${format.value.integer(paragraph)}`])].join(', '),
    fault: ({ fault, maximum }) => faults[fault](maximum === null ? '' : format.value.integer(maximum)), obstacle: (outcome) => obstacles[outcome]?.(),
  };
}
