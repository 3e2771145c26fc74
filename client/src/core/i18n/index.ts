import type { Locale } from '@passerelle/shared/locales.ts';

import { loadFormat } from './format/index.ts';
import { i18n, loadMessages } from './messages.ts';
import { format, locale } from './state.ts';

export { inLocale, LOCALE_PARAM, localeOf, localisedPath } from './address.ts';
export { setAlternates } from './alternates.ts';
export { dayIn, type Format, partialDate } from './format/index.ts';
export { i18n } from './messages.ts';
export { format, locale } from './state.ts';

/** Makes a locale the one of the page: its messages and formats are loaded first, so that nothing is shown half done. */
export async function setLocale(next: Locale): Promise<void> {
  const [, nextFormat] = await Promise.all([loadMessages(next), loadFormat(next)]);
  format.value = nextFormat;
  locale.value = next;
  i18n.global.locale.value = next;
  document.documentElement.lang = next;
  document.documentElement.dir = 'ltr';
}
