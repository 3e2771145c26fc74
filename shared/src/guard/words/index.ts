/** The words of the sixteen languages: twelve lists, five of the languages sharing one. */
import { bcms } from './bcms.ts';
import { bg } from './bg.ts';
import { el } from './el.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { hu } from './hu.ts';
import { lexicon, type LanguageWords } from './languageWords.ts';
import { mk } from './mk.ts';
import { ro } from './ro.ts';
import { sl } from './sl.ts';
import { sq } from './sq.ts';
import { tr } from './tr.ts';
import { uk } from './uk.ts';

export type { Lexicon, Phrases } from './languageWords.ts';

const LISTS: readonly LanguageWords[] = [fr, en, sq, bcms, bg, el, hu, mk, ro, sl, tr, uk];

export const LEXICONS = LISTS.map(lexicon);
