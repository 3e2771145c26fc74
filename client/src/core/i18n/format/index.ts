import { LOCALES, type Locale } from '@passerelle/shared/locales.ts';

import type { Format } from './format.ts';
import { intlFormat } from './intlFormat.ts';
import type { FormatTable } from './table.ts';
import { tied } from './tied.ts';

export { asLabel, atStart, type DatePart, dayIn, type Format, partialDate, within } from './format.ts';

/** The tables of the languages that browsers lack or spoil (Chromium: no sq and mk, broken bs), by Intl tag. */
const TABLES: Readonly<Record<string, () => Promise<{ default: FormatTable }>>> = {
  sq: () => import('../generated/sq.generated.ts'),
  mk: () => import('../generated/mk.generated.ts'),
  bs: () => import('../generated/bs.generated.ts'),
};

/** The formatter of a locale; the four locales that need a table load theirs, and only that one. */
export async function loadFormat(locale: Locale): Promise<Format> {
  const tag = LOCALES[locale].intl;
  const table = TABLES[tag];
  if (!table) return tied(intlFormat(tag));
  const [{ default: words }, { tableFormat }] = await Promise.all([table(), import('./tableFormat.ts')]);
  return tied(tableFormat(words));
}
