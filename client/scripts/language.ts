/**
 * Prints the figures of the language gates, a line for each locale: how many sentences, which part of them is the same
 * as in English or French, how much is strangely written, what the detectors say, and how many uses of termbase terms
 * are right, excused or missing. Fails as the tests in `src/locales/` do.
 */
import { LOCALE_TAGS } from '@passerelle/shared/locales.ts';

import { place, pooled, readCatalogues } from './language/catalogues.ts';
import { identify } from './language/identify.ts';
import { strangeWriting } from './language/letters.ts';
import { repeated } from './language/same.ts';
import { missing, readTerms, termUses } from './language/termbase.ts';

const catalogues = readCatalogues();
const terms = readTerms();

const rows = LOCALE_TAGS.map((tag) => {
  const entries = catalogues[tag];
  const uses = termUses(catalogues, tag, terms);
  const { eld, franc, possible } = identify([...pooled(entries).values()].join(' '));
  const wrong = missing(tag, uses);
  const strange = entries.flatMap((entry) => strangeWriting(tag, entry.message).map((what) => `${place(entry)}: ${what}`));
  [...wrong, ...strange].forEach((line) => console.error(`${tag} ${line}`));
  return {
    locale: tag, sentences: entries.length, 'same, %': Number(((100 * repeated(catalogues, tag).length) / entries.length).toFixed(1)),
    'strangely written': strange.length,
    eld, franc, language: possible.join(' ') || 'none',
    'terms right': uses.filter(({ used }) => used).length, excused: uses.filter(({ exception }) => exception !== undefined).length, missing: wrong.length,
  };
});
console.table(Object.fromEntries(rows.map(({ locale, ...row }) => [locale, row])));
const right = rows.filter((row) => row.language === row.locale).length;
console.log(`${right} of ${rows.length} catalogues are in their language and in no other.`);
if (right < rows.length || rows.some((row) => row['same, %'] > 2 || row['strangely written'] > 0 || row.missing > 0)) process.exitCode = 1;
