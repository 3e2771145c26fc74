import type { Locale } from '@passerelle/shared/locales.ts';

/** The sixteen locales as readers look for them: by script, then by the name of each language in itself. */
export const LANGUAGES_BY_SCRIPT = [
  'bs', 'cnr', 'en', 'fr', 'hr', 'hu', 'ro', 'sq', 'sl', 'sr-Latn', 'tr', 'el', 'bg', 'mk', 'sr-Cyrl', 'uk',
] as const satisfies readonly Locale[];
