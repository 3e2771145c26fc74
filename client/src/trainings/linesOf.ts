import type { LocalizedValue } from '../core/ui/index.ts';

/** The lines of a text that have words; that it is in another language, or out of date, is said of the first alone. */
export function linesOf(text: LocalizedValue): LocalizedValue[] {
  const lines = text.text.split('\n').map((line) => line.trim()).filter((line) => line !== '');
  const isPlain = !text.isFallback && !text.isOutdated;
  return lines.map((line, index) => (index === 0 || isPlain ? { ...text, text: line } : { ...text, text: line, isFallback: false, isOutdated: false }));
}
