/** Lists as files: nothing in them is a formula, and all that was in the list is in the file. */
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { inflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { neutral, withoutApostrophes } from '../core/formulas.ts';
import { csvOf } from './csv-file.ts';
import type { Sheet } from './sheet.ts';
import { EXPORT_WORDS } from './texts.ts';
import { xlsxOf } from './xlsx-file.ts';

const FORMULAS = ['=1+1', '+1', '-1', '@SUM(A1)', ' =1', '"=1', `'=1`, '＝1', '\u200B=1', '\u00A0+1', '\rx'];
/** What begins a cell of its own where something else than a comma parts the cells, with what comes of it. */
const WITHIN = [['a;=1', `a;'=1`], ['a; "+1', `a;' "+1`], ['a\t@x', `a\t'@x`], ['a|-1', `a|'-1`], ['a\n=1', `a\n'=1`], ['=1;=1;b', `'=1;'=1;b`], ['\t=1', `'\t'=1`], ['\tx', `'\tx`], ['"\n- b', `"\n'- b`], ['"\t-1', `"\t'-1`]] as const;
const PLAIN = ['Ana', 'a=1', 'Ivan-Petar', 'ana@ngo.example', '5 = 5', '', '’Ndrangheta', 'Ștefan', 'a; b', 'a | b\tc'];

const FORMULA = /^[\s\p{Cc}\p{Cf}"]*[=+\-@＝＋－＠]/u;

/** The cells of a CSV as programs read it: quotes hold together what is between them where a cell begins with one, and stand for themselves elsewhere. */
function cellsOf(file: string, separator: string): string[] {
  const cell = new RegExp(`(?:"((?:[^"]|"")*)")?([^${separator === '|' ? '\\|' : separator}\\r\\n]*)(?:[${separator}\\r\\n]|$)`, 'gy');
  return [...file.slice(1).matchAll(cell)].map(([, quoted = '', rest = '']) => quoted.replaceAll('""', '"') + rest);
}

/** What a stream has, its byte order mark too. */
const textOf = async (stream: Readable): Promise<string> => (await buffer(stream)).toString('utf8');

const sheet = (rows: Sheet['rows']): Sheet => ({ title: 'People: [all] / of 2026', heads: ['Name', 'Days'], rows });

describe('a text', () => {
  test.each(FORMULAS)('that spreadsheets take for a formula begins with an apostrophe: %j', (formula) => {
    expect(neutral(formula)).toBe(`'${formula}`);
  });

  test.each(WITHIN)('that is one behind a sign that parts cells has one there: %j', (text, neutralised) => {
    expect(neutral(text)).toBe(neutralised);
  });

  test.each([...FORMULAS.slice(0, 10), ...WITHIN.filter(([text]) => !text.startsWith('\t')).map(([text]) => text), ...PLAIN].map((text) => text.trim()))('comes back as it was: %j', (text) => {
    expect(withoutApostrophes(neutral(text))).toBe(text);
  });

  test.each(FORMULAS.slice(0, 6))('that begins like a formula is none without an apostrophe: %j', (formula) => {
    expect(withoutApostrophes(formula)).toBeNull();
  });

  test.each(PLAIN)('that they do not stays as it is: %j', (plain) => {
    expect(neutral(plain)).toBe(plain);
  });
});

describe('as CSV', () => {
  test('it has a byte order mark, a line for each row, and quotes around each field', async () => {
    const file = await textOf(csvOf(sheet([['Ana "Ani" Probă', 2], ['a,b\nc', null], ['=HYPERLINK("http://x")', -1]])));
    expect(file).toBe('\uFEFF"Name","Days"\r\n"Ana ""Ani"" Probă","2"\r\n"a,b\nc",""\r\n"\'=HYPERLINK(""http://x"")","-1"\r\n');
  });

  test.each([',', ';', '\t', '|'])('no cell of it is a formula, whatever stands in the list, where it is read with %j between cells', async (separator) => {
    const texts = [...FORMULAS, ...WITHIN.map(([text]) => text), ...FORMULAS.map((formula) => `x${separator === ',' ? ';' : separator}${formula}`), '";=1', `x";"=1`];
    const file = await textOf(csvOf(sheet(texts.map((text) => ['Ana', text]))));
    expect(cellsOf(file, separator).filter((cell) => FORMULA.test(cell))).toEqual([]);
    // The control: without apostrophes there are some.
    expect(cellsOf(file.replaceAll(/'(?=["\s\p{Cf}]*[=+@-])/gu, ''), separator).filter((cell) => FORMULA.test(cell))).not.toEqual([]);
  });

  test('of many rows it comes in parts, all of them', async () => {
    const rows = Array.from({ length: 20_000 }, (_, n) => [`Person ${n}`, n]);
    const file = await textOf(csvOf(sheet(rows)));
    expect(file.split('\r\n')).toHaveLength(20_002);
  });
});

test('the word for waiting is another than that for a certificate, in every language', () => {
  const stems = (text: string): string[] => (text.toLowerCase().match(/\p{L}{6,}/gu) ?? []).map((word) => word.slice(0, 6));
  const confused = Object.entries(EXPORT_WORDS).filter(([, { state, head }]) => stems(state.AWAITING_VALIDATION).some((stem) => stems(head.certificate).includes(stem)));
  expect(confused.map(([locale]) => locale)).toEqual([]);
});

/** The parts of a zip, by name. */
function unzipped(file: Buffer): Map<string, string> {
  const parts = new Map<string, string>();
  const end = file.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  let at = file.readUInt32LE(end + 16);
  for (let n = file.readUInt16LE(end + 10); n > 0; n -= 1) {
    const [method, size, name, extra, comment, start] = [file.readUInt16LE(at + 10), file.readUInt32LE(at + 20), file.readUInt16LE(at + 28), file.readUInt16LE(at + 30), file.readUInt16LE(at + 32), file.readUInt32LE(at + 42)];
    const data = start + 30 + file.readUInt16LE(start + 26) + file.readUInt16LE(start + 28);
    const bytes = file.subarray(data, data + size);
    parts.set(file.toString('utf8', at + 46, at + 46 + name), (method === 8 ? inflateRawSync(bytes) : bytes).toString('utf8'));
    at += 46 + name + extra + comment;
  }
  return parts;
}

describe('as a workbook', () => {
  test('its texts are texts and its numbers numbers; it has no formula', async () => {
    const parts = unzipped(await buffer(await xlsxOf(sheet([...FORMULAS.map((formula) => [formula, 7_777]), ['Ștefan <Probă> & co\u0001', null]]))));
    const all = [...parts.values()].join('\n');
    expect(all).not.toMatch(/<f[ >]/);
    expect(all).toContain('Ștefan &lt;Probă&gt; &amp; co<');
    expect(all).toContain(`'=1+1`);
    expect(all.match(/<v>7777<\/v>/g)).toHaveLength(FORMULAS.length);
    expect([...parts.keys()].some((name) => /vba|external/i.test(name))).toBe(false);
  });
});
