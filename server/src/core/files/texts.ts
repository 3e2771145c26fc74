/** What is said of a file that waits until it was checked, in every locale. */
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

/** Written as the catalogues of the page are (`client/src/locales/README.md`), and held to the same checks. */
export const HELD_WORDS: Readonly<Record<Locale, (typeof en)['heldFile']>> = {
  bg: bg.heldFile, bs: bs.heldFile, cnr: cnr.heldFile, el: el.heldFile, en: en.heldFile, fr: fr.heldFile, hr: hr.heldFile, hu: hu.heldFile,
  mk: mk.heldFile, ro: ro.heldFile, sl: sl.heldFile, sq: sq.heldFile, 'sr-Cyrl': srCyrl.heldFile, 'sr-Latn': srLatn.heldFile, tr: tr.heldFile, uk: uk.heldFile,
};
