/** The words of exported lists, in every locale. */
import type { Locale } from '@passerelle/shared/locales.ts';
import bg from './texts/bg.json' with { type: 'json' };
import bs from './texts/bs.json' with { type: 'json' };
import cnr from './texts/cnr.json' with { type: 'json' };
import el from './texts/el.json' with { type: 'json' };
import en from './texts/en.json' with { type: 'json' };
import fr from './texts/fr.json' with { type: 'json' };
import hr from './texts/hr.json' with { type: 'json' };
import hu from './texts/hu.json' with { type: 'json' };
import mk from './texts/mk.json' with { type: 'json' };
import ro from './texts/ro.json' with { type: 'json' };
import sl from './texts/sl.json' with { type: 'json' };
import sq from './texts/sq.json' with { type: 'json' };
import srCyrl from './texts/sr-Cyrl.json' with { type: 'json' };
import srLatn from './texts/sr-Latn.json' with { type: 'json' };
import tr from './texts/tr.json' with { type: 'json' };
import uk from './texts/uk.json' with { type: 'json' };

export type ExportWords = (typeof en)['exportFile'];

/** Written as the catalogues of the page are (`client/src/locales/README.md`), and held to the same checks. */
export const EXPORT_WORDS: Readonly<Record<Locale, ExportWords>> = {
  bg: bg.exportFile, bs: bs.exportFile, cnr: cnr.exportFile, el: el.exportFile, en: en.exportFile, fr: fr.exportFile, hr: hr.exportFile, hu: hu.exportFile,
  mk: mk.exportFile, ro: ro.exportFile, sl: sl.exportFile, sq: sq.exportFile, 'sr-Cyrl': srCyrl.exportFile, 'sr-Latn': srLatn.exportFile, tr: tr.exportFile, uk: uk.exportFile,
};
