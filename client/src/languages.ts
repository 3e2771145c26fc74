import { LOCALE_TAGS, LOCALES, type Locale } from '@passerelle/shared/locales.ts';

const SCRIPTS = ['Latn', 'Grek', 'Cyrl'] as const;

/** The sixteen locales as readers look for them: by script, then by the name of each language in itself. */
export const LANGUAGES_BY_SCRIPT: readonly Locale[] = SCRIPTS.flatMap((script) => LOCALE_TAGS
  .filter((tag) => LOCALES[tag].script === script)
  .sort((a, b) => LOCALES[a].endonym.localeCompare(LOCALES[b].endonym, 'en')));
