/** What is wrong with a text as it was typed. */

const LINE = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/u;
const LINES = /[^\P{Cc}\n\t]|\p{Cs}/u;

/** Whether a text is longer than `most` signs, or has signs that are none of one line, or of some; null where nothing is wrong with it. */
export function typedFault(text: string, most: number, isLine: boolean): 'TOO_LONG' | 'UNREADABLE' | null {
  if (text.length > most) return 'TOO_LONG';
  return (isLine ? LINE : LINES).test(text) ? 'UNREADABLE' : null;
}
