/** Reading a file of recommendations: what is a file, which line is wrong and where, and that what is read is what was written. */
import { MOST_OF_FILE } from '@passerelle/shared/recommendationFile.ts';
import { describe, expect, test } from 'vitest';
import { fileOf, NEW_LINE } from './import.fixture.ts';
import { type FileRead, readFile } from './read-file.ts';
import { readLines } from './read-line.ts';

const KNOWN = { countries: ['RS', 'AL'], themes: ['COMPENSATION', 'PROSECUTION'], today: '2026-11-29' };
const read = (text: string) => readLines((readFile(text) as FileRead).lines, KNOWN);
const wrong = (changes: Parameters<typeof fileOf>[0][number]): (string | number | null)[][] => read(fileOf([changes])).faults.map(({ line, column, fault, maximum }) => [line, column, fault, ...(maximum === null ? [] : [maximum])]);
const content = ({ slug: _, ...rest }: typeof NEW_LINE): object => rest;

describe('a file', () => {
  test.each([{ separator: ',', bom: true }, { separator: ';', bom: true }, { separator: ',' }, { separator: ';' }])('is read whatever parts its cells, with a byte order mark and without: %j', (how) => {
    const { said, faults } = read(fileOf([{}, { slug: 'rs-r3-91' }], how));
    expect([faults, said.map(({ line, slug }) => [line, slug]), said[0]!.content]).toEqual([[], [[2, 'rs-r3-90'], [3, 'rs-r3-91']], content(NEW_LINE)]);
  });

  test('may have its columns in any order and their heads in any case', () => {
    const text = fileOf([{}], { columns: Object.keys(NEW_LINE).toReversed() as never });
    expect(read(text.replace(/^[^\r]*/, (heads) => heads.toUpperCase())).said[0]!.content).toEqual(content(NEW_LINE));
  });

  test('may have lines in a cell in quotes, and empty lines: each line is counted as an editor counts it', () => {
    const text = fileOf([{ summary: 'One.\nTwo, "quoted"; three.' }, { slug: 'rs-r3-91' }, { slug: 'rs-r3-92', verb: 'X' }]).replace('"rs-r3-91"', '\r\n,,,,\r\n"rs-r3-91"');
    const { said, faults } = read(text);
    expect(said.map(({ line, slug }) => [line, slug])).toEqual([[2, 'rs-r3-90'], [6, 'rs-r3-91']]);
    expect([said[0]!.content.summary, faults]).toEqual(['One.\nTwo, "quoted"; three.', [expect.objectContaining({ line: 7, column: 'verb', position: 7, fault: 'UNKNOWN_CODE' })]]);
  });

  test.each([
    ['that was saved as Windows-1252 and read as UTF-8', `${fileOf([{}])}\uFFFD`, [3, null, 'NOT_UTF8']],
    ['that was saved as Windows-1252 and read as Latin-1', fileOf([{ summary: 'l\u0092accès' }]), [2, null, 'NOT_UTF8']],
    ['with quotes that do not close', fileOf([{}]).replace(/"\r\n$/, ''), [expect.any(Number), null, 'NOT_CSV']],
    ['with quotes in the middle of a cell', fileOf([{}]).replace('"GRETA"', 'GRE"TA'), [2, null, 'NOT_CSV']],
    ['that is empty', '', [null, null, 'EMPTY']],
    ['that has heads alone', fileOf([]), [null, null, 'EMPTY']],
    ['with a column less', fileOf([{}], { columns: Object.keys(NEW_LINE).slice(1) as never }), [1, 'slug', 'HEAD_MISSING']],
    ['with an unknown column', fileOf([{}]).replace('note', 'note,remark'), [1, null, 'HEAD_UNKNOWN']],
    ['with a column twice', fileOf([{}]).replace('note', 'note,note'), [1, 'note', 'HEAD_REPEATED']],
    ['of too many bytes', fileOf([{ note: 'ж'.repeat(MOST_OF_FILE.bytes / 2) }]), [null, null, 'TOO_LARGE']],
    ['with far more cells than there are columns, which are not told one by one', `${','.repeat(MOST_OF_FILE.bytes - 1_000)}\n`.replace(/^/, 'slug'), [1, null, 'CELLS']],
    ['of far too many lines, be they empty', `${fileOf([{}])}${'\n'.repeat(3 * MOST_OF_FILE.lines)}`, [null, null, 'TOO_MANY_LINES']],
    ['of too many lines', `${fileOf([])}${'a\r\n'.repeat(MOST_OF_FILE.lines + 1)}`, [null, null, 'TOO_MANY_LINES']],
  ])('%s is refused, with where and why', (_what, text, [line, column, fault]) => {
    expect(readFile(text)).toEqual([expect.objectContaining({ line, column, fault })]);
  });

  test('may end its lines in one way here and in another there', () => {
    const lines = fileOf([{ summary: 'One.\r\nTwo.\rThree.\nFour.' }, { slug: 'rs-r3-91' }, { slug: 'rs-r3-92' }, { slug: 'rs-r3-93', verb: 'X' }]).split(/\r\n(?=")/);
    const { said, faults } = read([lines[0], '\n', lines[1], '\r', lines[2], '\r\n', lines[3], '\n\n', lines[4]].join(''));
    expect(said.map(({ line, slug }) => [line, slug])).toEqual([[2, 'rs-r3-90'], [6, 'rs-r3-91'], [7, 'rs-r3-92']]);
    expect([said[0]!.content.summary, faults]).toEqual(['One.\nTwo.\nThree.\nFour.', [expect.objectContaining({ line: 9, column: 'verb', fault: 'UNKNOWN_CODE' })]]);
    expect(readFile('a\rb\r\nc\n\uFFFD')).toEqual([expect.objectContaining({ line: 4, fault: 'NOT_UTF8' })]);
  });

  test('may have empty lines among the others', () => {
    expect(read(`${fileOf([{}])}${'\n'.repeat(2 * MOST_OF_FILE.lines)}`).said).toHaveLength(1);
  });

  test('has as many cells in a line as there are heads', () => {
    expect((readFile(`${fileOf([{}])}a,b\r\n`) as FileRead).broken).toEqual([expect.objectContaining({ line: 3, fault: 'CELLS', maximum: 14 })]);
  });
});

describe('a line', () => {
  test.each([
    [{ slug: '' }, 'slug', 'MISSING'], [{ slug: 'RS 1' }, 'slug', 'NOT_A_KEY'], [{ slug: 'a'.repeat(81) }, 'slug', 'TOO_LONG', 80], [{ country: 'FR' }, 'country', 'UNKNOWN_CODE'], [{ body: '' }, 'body', 'MISSING'], [{ body: 'GRE\nTA' }, 'body', 'UNREADABLE'],
    [{ round: '0' }, 'round', 'NOT_A_NUMBER'], [{ year: '1899' }, 'year', 'NOT_A_NUMBER'], [{ paragraph: '1.5' }, 'paragraph', 'NOT_A_NUMBER'], [{ verb: 'demand' }, 'verb', 'UNKNOWN_CODE'], [{ themes: 'COMPENSATION NONE' }, 'themes', 'UNKNOWN_CODE'], [{ themes: 'COMPENSATION COMPENSATION' }, 'themes', 'REPEATED'],
    [{ language: 'de' }, 'language', 'UNKNOWN_CODE'], [{ summary: ' ' }, 'summary', 'MISSING'], [{ summary: 'a'.repeat(3_001) }, 'summary', 'TOO_LONG', 3_000], [{ source: '' }, 'source', 'MISSING'], [{ source_url: 'javascript:alert(1)' }, 'source_url', 'NOT_AN_ADDRESS'], [{ source_url: 'https://name@example.org/' }, 'source_url', 'NOT_AN_ADDRESS'],
    [{ checked_on: '2026-02-30' }, 'checked_on', 'NOT_A_DAY'], [{ checked_on: '01/02/2026' }, 'checked_on', 'NOT_A_DAY'], [{ checked_on: '2026-12' }, 'checked_on', 'TO_COME'], [{ note: '=1+1' }, 'note', 'FORMULA'], [{ summary: '@SUM(A1)' }, 'summary', 'FORMULA'], [{ body: '\u200B＝1' }, 'body', 'FORMULA'],
    [{ summary: 'Call her on +381 64 123 45 67.' }, 'summary', 'VICTIM_DATA'],
  ] as const)('with %j is wrong at its column', (changes, column, fault, ...maximum) => {
    expect(wrong(changes)).toEqual([[2, column, fault, ...maximum]]);
  });

  test('tells everything that is wrong with it at once', () => {
    expect(wrong({ country: 'XX', verb: '', year: 'x' })).toEqual([[2, 'country', 'UNKNOWN_CODE'], [2, 'year', 'NOT_A_NUMBER'], [2, 'verb', 'MISSING']]);
  });

  test('about a recommendation that another line is about is wrong, the second of the two', () => {
    const { said, faults } = read(fileOf([{}, { summary: 'Other.' }]));
    expect([said.map(({ line }) => line), faults]).toEqual([[2], [expect.objectContaining({ line: 3, column: 'slug', fault: 'REPEATED' })]]);
  });

  test('with an apostrophe before what begins like a formula says what stands behind it', () => {
    expect(read(fileOf([{ note: `'=1+1;' -2` }])).said[0]!.content.note).toBe('=1+1; -2');
  });

  test('says codes in any case: that of a report, or of whoever typed them', () => {
    const [line] = read(fileOf([{ country: 'rs', verb: 'urge', themes: 'compensation Prosecution' }])).said;
    expect([line!.content.country, line!.content.verb, line!.content.themes]).toEqual(['RS', 'URGE', 'COMPENSATION PROSECUTION']);
  });

  test('says themes in one order, and texts without blanks around them in one spelling', () => {
    const [line] = read(fileOf([{ themes: ' PROSECUTION  COMPENSATION ', summary: ' e\u0301tat\r\n ' }])).said;
    expect([line!.content.themes, line!.content.summary]).toEqual(['COMPENSATION PROSECUTION', 'état']);
  });
});
