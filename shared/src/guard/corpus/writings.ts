/** The ways in which a number comes: grouped, in other digits, with signs nobody sees, with letters that look like digits. */

const groups = (digits: string, size: number, between: string): string => digits.match(new RegExp(`.{1,${size}}`, 'g'))!.join(between);
const shifted = (digits: string, zero: number): string => digits.replaceAll(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));

export const WRITINGS: Readonly<Record<string, (digits: string) => string>> = {
  plain: (digits) => digits,
  spaces: (digits) => groups(digits, 3, ' '),
  dots: (digits) => groups(digits, 4, '.'),
  dashes: (digits) => groups(digits, 2, '-'),
  slashes: (digits) => groups(digits, 4, '/'),
  'lines below': (digits) => groups(digits, 5, '_'),
  'the end of a line': (digits) => `${digits.slice(0, 6)}\n${digits.slice(6)}`,
  'the end of a line of Windows': (digits) => `${digits.slice(0, 7)}\r\n${digits.slice(7)}`,
  'no-break spaces': (digits) => groups(digits, 3, '\u00A0'),
  'narrow spaces': (digits) => groups(digits, 3, '\u202F'),
  'long dashes': (digits) => groups(digits, 5, ' – '),
  'Arabic digits': (digits) => shifted(digits, 0x0660),
  'Persian digits': (digits) => shifted(digits, 0x06f0),
  'wide digits': (digits) => shifted(digits, 0xff10),
  'bold digits': (digits) => shifted(digits, 0x1d7ce),
  'zero-width signs': (digits) => [...digits].join('\u200B'),
  'soft hyphens': (digits) => groups(digits, 4, '\u00AD'),
  'combining marks': (digits) => [...digits].join('\u0332'),
  'letters for digits': (digits) => digits.replace('0', 'O').replace('1', 'l'),
  'Cyrillic letters for digits': (digits) => digits.replaceAll('0', 'О'),
};

/** Writings in more than one piece. */
export const IN_PIECES: ReadonlySet<string> = new Set(['spaces', 'dots', 'dashes', 'slashes', 'lines below', 'the end of a line', 'the end of a line of Windows', 'no-break spaces', 'narrow spaces', 'long dashes']);
