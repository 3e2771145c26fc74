/** Passports, identity cards, and the lines of them that machines read. */
import { FINDING_KIND, SEVERITY, type Stretch } from './finding.ts';
import { isAfter } from './numbers/context.ts';
import type { Reading } from './reading.ts';

const document = (from: number, to: number): Stretch => ({ kind: FINDING_KIND.IDENTITY_DOCUMENT, severity: SEVERITY.REFUSE, from, to });

/** Up to three letters and six to nine digits, or a mixture of that length: a document's number beside a word for a document. */
const NUMBER = /(?<![\p{L}\p{N}])(?:\p{L}{1,3}[ .-]{0,2}\d{6,9}|\d{6,9}|\d{2}[a-z]{2}\d{5})(?![\p{L}\p{N}])/gu;

/** ICAO 9303: thirty signs or more of letters, digits and fillers. */
const MACHINE_LINE = /[a-z0-9<]{28,}/g;

function machineLines({ text }: Reading): Stretch[] {
  return [...text.matchAll(MACHINE_LINE)].filter(([line]) => line.includes('<<')).map((match) => document(match.index, match.index + match[0].length));
}

/** Numbers of documents in a text. */
export function documents(reading: Reading): Stretch[] {
  const numbers = [...reading.text.matchAll(NUMBER)].filter((match) => isAfter(reading, 'document', match.index));
  return [...numbers.map((match) => document(match.index, match.index + match[0].length)), ...machineLines(reading)];
}
