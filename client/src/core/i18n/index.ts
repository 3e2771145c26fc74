import type { Locale } from '@passerelle/shared/locales.ts';

import { loadFormat } from './format/index.ts';
import { i18n, loadMessages } from './messages.ts';
import { format, locale } from './state.ts';

export { inLocale, LOCALE_PARAM, localeOf } from './address.ts';
export { setAlternates } from './alternates.ts';
export { brought } from './brought.ts';
export type { Messages } from './catalogues.ts';
export { daysSince } from './daysSince.ts';
export { setDescription } from './description.ts';
export { earlierFirst } from './earlierFirst.ts';
export { asLabel, atStart, type DatePart, dayIn, type Format, partialDate, within } from './format/index.ts';
export { i18n, loadMessages } from './messages.ts';
export { byName } from './ordering.ts';
export { startOfDay } from './startOfDay.ts';
export { format, locale } from './state.ts';

/** Makes a locale the one of the page: these parts of its messages and its formats are loaded first, so that nothing is shown half done. */
export async function setLocale(next: Locale, parts: readonly string[] = []): Promise<void> {
  const [, nextFormat] = await Promise.all([loadMessages(next, parts), loadFormat(next)]);
  format.value = nextFormat;
  locale.value = next;
  i18n.global.locale.value = next;
  if (import.meta.env.SSR) return;
  document.documentElement.lang = next;
  document.documentElement.dir = 'ltr';
}
