import { useI18n } from 'vue-i18n';

import { format } from '../core/i18n/index.ts';

/** So many whole minutes in hours and minutes, without what is zero: “3 h”, “45 min”, “3 h 5 min”. */
export function useLasting(): (minutes: number) => string {
  const { t } = useI18n();
  return (minutes) => {
    const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
    const written = { hours: format.value.integer(hours), minutes: format.value.integer(rest) };
    if (hours === 0) return t('board.minutes', written);
    return rest === 0 ? t('board.hours', written) : t('board.time', written);
  };
}
