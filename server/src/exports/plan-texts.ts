/** The texts of the page with which files of plans are written: `pnpm --filter @passerelle/client persist` takes those that are asked for here from the catalogues. */
import type { Locale } from '@passerelle/shared/locales.ts';
import TEXTS from '@passerelle/shared/planTexts.json' with { type: 'json' };
import { filled } from '../core/translation/index.ts';

export type PlanTextKey = keyof (typeof TEXTS)['en'];

/** Writes a text of the catalogue of a language. Throws for a parameter that is not given. */
export const textIn = (locale: Locale) => (key: PlanTextKey, named: Readonly<Record<string, string>> = {}): string => filled(TEXTS[locale][key], named);
