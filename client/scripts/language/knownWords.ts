/** Words that are right although the dictionaries of `npm run check:spelling` do not have them. */
import type { Locale } from '@passerelle/shared/locales.ts';

/** Names, in every locale. */
export const NAMES: readonly string[] = ['Passerelle'];

/** Words of the language, read and found right one by one; terms of the field and of computing among them. */
export const KNOWN: Readonly<Partial<Record<Locale, readonly string[]>>> = {
  sq: ['boshnjakisht', 'cookies', 'korrigjojeni', 'malazezisht', 'menuja', 'shkurtojeni', 'strehëzat', 'suksesioni', 'transpozimit', 'ukrainisht'],
  bs: ['evaluacije', 'interneta', 'nevladina', 'nevladine', 'nevladinih', 'obavezana', 'obavezivanje', 'poredaj', 'potpisnica', 'sukcesija', 'ugovornica', 'zaposlenici'],
  bg: ['неправителствена', 'неправителствените', 'обучител', 'обучители', 'обучителите', 'правоприемство', 'референтен', 'референтния', 'уебсайт'],
  hr: ['edukatora', 'edukatori'],
  el: ['ιστότοπος', 'μαυροβουνιακά', 'cookies'],
  mk: ['вчитајте', 'вчитува', 'обучувачите', 'обучувачот', 'прочитаниот', 'резимеата', 'референтниот'],
  ro: ['cookie', 'muntenegreană'],
  cnr: ['sajt', 'sajtu', 'veb'],
  sl: ['bosanščini', 'črnogorščini'],
  tr: ['hâkimler', 'halefiyet', 'Karadağca', 'resmî', 'Ukraynaca'],
  uk: ['кукі', 'поліцейські', 'поліцейських', 'південно'],
};
