/** Variables that no field could use, whatever its type: refused before anything is made of them. */
import { Refusal } from './refusal.ts';

/** How many values variables may have in all, those inside lists and objects counted: room for the longest lists that a mutation takes. */
const MAX_VALUES = 10_000;

/** How many characters a text in them may have: twice the longest that any field keeps, so that it is the field that says it is too long. What is looked for is shorter (`core/reader`). */
export const MAX_TEXT = 10_000;

/** Throws Refusal for too many values, and for texts that are too long, are not Unicode or hold U+0000, which no database takes. */
export function refuseVariables(variables: unknown, maximum = MAX_VALUES): void {
  const left: unknown[] = [variables];
  for (let count = 0; left.length > 0; count += 1) {
    if (count > maximum) throw new Refusal('BAD_USER_INPUT', `The variables have more than ${maximum} values`);
    const value = left.pop();
    if (typeof value === 'string') refuseText(value);
    else if (Array.isArray(value)) left.push(...value.slice(0, maximum + 1));
    else if (typeof value === 'object' && value !== null) left.push(...Object.values(value).slice(0, maximum + 1));
  }
}

function refuseText(text: string): void {
  if (text.length > MAX_TEXT) throw new Refusal('BAD_USER_INPUT', `A text has more than ${MAX_TEXT} characters`);
  if (!text.isWellFormed() || text.includes('\0')) throw new Refusal('BAD_USER_INPUT', 'A text holds a character that is none: a lone surrogate or U+0000');
}
