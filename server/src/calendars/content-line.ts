/** The lines of iCalendar (RFC 5545, section 3.1): a name, parameters and a value, escaped and folded. */

/** A line without its end, with the space that goes on from the line before. */
const OCTETS = 75;
/** What any reader of lines may take for the end of one. */
const BREAKS = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/g;
/** What a text may not hold (section 3.3.11): controls but the tabulator and the end of a line. */
const CONTROLS = /[^\P{Cc}\t\n]/gu;
const TOKEN = /^[\w/+-]+$/;

/** A text as a calendar can hold it: every end of a line is a line feed, other controls are gone. */
export function plainText(text: string): string {
  return text.replaceAll(BREAKS, '\n').replaceAll(CONTROLS, '');
}

/** A text as the value of a property. */
export function textValue(text: string): string {
  return plainText(text).replaceAll(/[\\;,]/g, String.raw`\$&`).replaceAll('\n', String.raw`\n`);
}

/**
 * A line with its end, folded. `value` is one already; parameters are tokens (a language, a zone, a type), and those that are
 * undefined are left out. Throws for a parameter that is none: none of them is a text that somebody typed.
 */
export function contentLine(name: string, value: string, parameters: Readonly<Record<string, string | undefined>> = {}): string {
  const given = Object.entries(parameters).map(([key, token]) => (token === undefined ? '' : `;${key}=${tokenOf(token)}`));
  return `${folded(`${name}${given.join('')}:${value}`)}\r\n`;
}

function tokenOf(value: string): string {
  if (!TOKEN.test(value)) throw new Error('Not a token of iCalendar');
  return value;
}

/** Folded at 75 octets, never inside a character. */
function folded(line: string): string {
  const bytes = Buffer.from(line);
  if (bytes.length <= OCTETS) return line;
  const parts: string[] = [];
  for (let start = 0, room = OCTETS; start < bytes.length; room = OCTETS - 1) {
    let end = Math.min(start + room, bytes.length);
    while (end < bytes.length && isWithin(bytes[end]!)) end -= 1;
    parts.push(bytes.toString('utf8', start, end));
    start = end;
  }
  return parts.join('\r\n ');
}

/** Whether an octet of UTF-8 goes on with a character that was begun before it. */
const isWithin = (octet: number): boolean => (octet & 0b1100_0000) === 0b1000_0000;
