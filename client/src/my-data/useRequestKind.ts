import { useI18n } from 'vue-i18n';

import type { DataRequest } from './useMyData.ts';

/** The words for a kind of request, in the reader's language. */
export function useRequestKind(): (kind: DataRequest['kind']) => string {
  const { t } = useI18n();
  const names: Readonly<Record<DataRequest['kind'], () => string>> = { RESTRICT: () => t('myData.kinds.RESTRICT'), OBJECT: () => t('myData.kinds.OBJECT') };
  return (kind) => names[kind]();
}
