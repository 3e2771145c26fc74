import { useI18n } from 'vue-i18n';

import { format } from '../core/i18n/index.ts';
import { useLabels } from '../core/labels/index.ts';
import type { ProvisionFieldName } from './provisionForm.ts';
import type { Answered, Provision } from './useProvisions.ts';

/** The fields that are named where it is read; where it was read is said in words of its own. */
export type ShownField = Exclude<ProvisionFieldName, 'source' | 'sourceUrl' | 'checkedOn'>;

/** The words for what countries have in their law, in the reader’s language. */
export interface ProvisionWords {
  readonly kind: (kind: Provision['kind']) => string;
  readonly field: (field: ShownField) => string;
  /** Which recommendation it is: the body, and the paragraph where it is known. */
  readonly answered: (recommendation: Answered) => string;
}

/** Gives them. */
export function useProvisionWords(): ProvisionWords {
  const { t } = useI18n();
  const labels = useLabels();
  const kinds: Readonly<Record<Provision['kind'], () => string>> = { PROVISION: () => t('provisions.kind.PROVISION'), RESERVATION: () => t('provisions.kind.RESERVATION'), DECLARATION: () => t('provisions.kind.DECLARATION') };
  const fields: Readonly<Record<ShownField, () => string>> = {
    kind: () => t('provisions.kindOf'), instrument: () => t('provisions.instrument'), articles: () => t('provisions.articles'), recommendations: () => t('provisions.answers'), locale: () => t('provisions.language'), text: () => t('provisions.text'), reference: () => t('provisions.reference'),
    startsOn: () => t('provisions.startsOn'), endsOn: () => t('provisions.endsOn'),
  };
  return {
    kind: (kind) => kinds[kind](), field: (field) => fields[field](),
    answered: ({ body, paragraph }) => [labels.monitoringBody(body), ...(paragraph === null ? [] : [`§ ${format.value.integer(paragraph)}`])].join(', '),
  };
}
