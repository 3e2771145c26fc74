/** Lists as files: nothing in them is a formula, and all that was in the list is in the file. */
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { inflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { csvOf } from './csv-file.ts';
import { neutral, type Sheet } from './sheet.ts';
import { xlsxOf } from './xlsx-file.ts';

const FORMULAS = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', ' =1', '"=1', `'=1`, '＝1', '\u200B=1', '\u00A0+1', '\tx'];
const PLAIN = ['Ana', 'a=1', 'Ivan-Petar', 'ana@ngo.example', '5 = 5', '', '’Ndrangheta', 'Ștefan'];

/** What a stream has, its byte order mark too. */
const textOf = async (stream: Readable): Promise<string> => (await buffer(stream)).toString('utf8');

const sheet = (rows: Sheet['rows']): Sheet => ({ title: 'People: [all] / of 2026', heads: ['Name', 'Days'], rows });

describe('a text', () => {
  test.each(FORMULAS)('that spreadsheets take for a formula begins with an apostrophe: %j', (formula) => {
    expect(neutral(formula)).toBe(`'${formula}`);
  });

  test.each(PLAIN)('that they do not stays as it is: %j', (plain) => {
    expect(neutral(plain)).toBe(plain);
  });
});

describe('as CSV', () => {
  test('it has a byte order mark, a line for each row, and quotes where they belong', async () => {
    const file = await textOf(csvOf(sheet([['Ana "Ani" Probă', 2], ['a,b\nc', null], ['=HYPERLINK("http://x")', -1]])));
    expect(file).toBe('\uFEFFName,Days\r\n"Ana ""Ani"" Probă",2\r\n"a,b\nc",\r\n"\'=HYPERLINK(""http://x"")",-1\r\n');
  });

  test('no field of it is a formula, whatever stands in the list', async () => {
    const file = await textOf(csvOf(sheet(FORMULAS.map((formula) => [formula, 1]))));
    expect(file.split(/\r\n(?=["']|$)/).slice(1).filter((line) => line !== '' && !/^"?'/.test(line))).toEqual([]);
  });

  test('of many rows it comes in parts, all of them', async () => {
    const rows = Array.from({ length: 20_000 }, (_, n) => [`Person ${n}`, n]);
    const file = await textOf(csvOf(sheet(rows)));
    expect(file.split('\r\n')).toHaveLength(20_002);
  });
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
