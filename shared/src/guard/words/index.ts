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

/** Languages that read one another's ages: the words for groups and plans of the one hold in the others. */
const SOUTH_SLAVIC = [bcms, bg, mk, sl];
const group = SOUTH_SLAVIC.map((words) => words.group).join();
const thing = SOUTH_SLAVIC.map((words) => words.thing).join();

const LISTS: readonly LanguageWords[] = [fr, en, sq, el, hu, ro, tr, uk, ...SOUTH_SLAVIC.map((words) => ({ ...words, group, thing }))];

export const LEXICONS = LISTS.map(lexicon);
