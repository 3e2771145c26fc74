/** Sentences in parts: the words of the page, and within them names, each in the language that it has, and sources. Pure functions. */
import type { SaidPart } from '@passerelle/shared/planSentences.ts';

import type { LocalizedValue } from '../../core/ui/index.ts';
import type { PlanSource } from './usePlan.ts';

export { filled, listed } from '@passerelle/shared/planSentences.ts';

/** A part of a sentence: words in the reader's language, a text that says its own, or where something is known from. */
export type Part = SaidPart<LocalizedValue, PlanSource>;

/** What a sentence says, as plain text. */
export const plainText = (parts: readonly Part[]): string => parts.map((part) => (typeof part === 'string' ? part : 'value' in part ? part.value.text : part.source.text)).join('');
