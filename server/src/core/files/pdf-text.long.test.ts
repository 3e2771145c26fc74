/** The words of PDFs: read as whoever opens one reads them, asked of the guard, and never at the price of the time or the memory of others. */
import { createRequire } from 'node:module';
import { buffer } from 'node:stream/consumers';
import { findPersonalData } from '@passerelle/shared/guard/index.ts';
import { PDFDocument } from 'pdf-lib';
import PDFKit from 'pdfkit';
import { describe, expect, test } from 'vitest';
import type { UserError } from '../errors.ts';
import { checkFile } from './check-file.ts';
import { checkPdf } from './check-pdf.ts';
import { packed, pdf, pdfSaying } from './files.fixture.ts';
import { MOST_SIGNS } from './gathered-text.ts';
import { RefusedFile } from './refused-file.ts';

const NUMBER = '0101990100102';
const came = async (bytes: Buffer): Promise<string> => checkFile(bytes).then(({ kind }) => kind, (error: unknown) => (error instanceof RefusedFile ? error.fault : (error as UserError).extensions.code as string));
const read = async (bytes: Buffer): Promise<string> => (await checkPdf(bytes)).text;
/** Without a process. */
const fault = async (bytes: Buffer): Promise<string> => checkPdf(bytes).then(() => 'TAKEN', (error: unknown) => (error as RefusedFile).fault);

/** A PDF as programs make them: packed, with a font of which it has the letters that it needs and no others. */
async function printed(...pages: readonly string[]): Promise<Buffer> {
  const made = new PDFKit({ compress: true, pdfVersion: '1.7', autoFirstPage: false });
  made.font(createRequire(import.meta.url).resolve('@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf'));
  for (const page of pages) made.addPage().text(page);
  made.end();
  return buffer(made);
}

const FONT = '/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>';

/** A page that draws a form ten times, which draws another ten times, and so on: of few bytes, and more words than anybody can read. */
function endless(levels: number): Buffer {
  const forms = Array.from({ length: levels }, (_, n) => packed(n === 0 ? 'BT /F1 1 Tf (a) Tj ET' : '/X Do '.repeat(10), `/Type /XObject /Subtype /Form /BBox [0 0 900 200] /Resources << /XObject << /X ${n + 3} 0 R >> ${FONT} >>`));
  return pdf(forms, '', `/Contents ${levels + 3} 0 R /Resources << /XObject << /X ${levels + 2} 0 R >> ${FONT} >>`);
}

/** A PDF of so many empty pages. */
async function ofPages(count: number): Promise<Buffer> {
  const made = await PDFDocument.create();
  for (let n = 0; n < count; n += 1) made.addPage();
  return Buffer.from(await made.save());
}

describe('a PDF', () => {
  test.each<[string, () => Promise<Buffer> | Buffer]>([
    ['on a page', () => pdfSaying(NUMBER)], ['in Cyrillic, with letters of its own', () => printed('Програма', 'Ана, девојка од 16 години од Скопје, +389 70 123 456')],
    ['in pieces, as a page sets them', () => printed(`Ana, une fille de 17 ans,\n+355 69 234 5678, née le 1.2.2009`)],
    ['in a remark', () => pdf([`<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (${NUMBER}) >>`])], ['in a field that was filled in', () => pdf([`<< /FT /Tx /T (x) /V (${NUMBER}) >>`])],
    ['in the title of a chapter', () => pdf([`<< /Title <FEFF${[...NUMBER].map((sign) => `00${sign.charCodeAt(0).toString(16)}`).join('')}> /Parent 2 0 R >>`])],
  ])('with a victim’s data %s is not taken, and nothing of it is told', async (_where, make) => {
    const refused = await checkFile(await make()).catch((error: unknown) => error as UserError);
    expect(refused).toMatchObject({ extensions: { code: 'VICTIM_DATA' } });
    expect(JSON.stringify(refused)).not.toMatch(/0101990100102|Ana|Ана/);
  });

  test('with words of a training is taken; so is one whose words nobody reads: they are in a picture', async () => {
    expect(await came(await printed('Programme du matin', 'Препознавање на жртвите, 9:00–12:30'))).toBe('PDF');
    // The control: the same words, which the guard would refuse.
    expect([findPersonalData(NUMBER).length > 0, pdfSaying(NUMBER).includes(NUMBER), await came(pdfSaying(NUMBER, '/Subtype /Image'))]).toEqual([true, false, 'PDF']);
  });

  test('is read page by page, letter by letter, in the languages of the site', async () => {
    const pages = ['Où l’œuvre naît', 'Ѓорѓи, ќерка, љубов', 'Άνθρωπος και ταυτοποίηση', 'Đak, ćerka, žrtva', 'Ґанок, їжак, єдність'];
    expect((await read(await printed(...pages))).trim().split(/\s*\n\s*/)).toEqual(pages);
    expect((await read(pdfSaying('Programme'))).trim()).toBe('Programme');
  });

  test('is stored as it was, whatever its words were read from', async () => {
    const { bytes } = await checkFile(pdfSaying('Programme'));
    expect((await PDFDocument.load(bytes)).getPageCount()).toBe(1);
    expect((await read(bytes)).trim()).toBe('Programme');
    expect(bytes.length).toBeLessThan(2_000);
  });

  test.each<[string, () => Promise<Buffer> | Buffer, string]>([
    ['whose page becomes too large', () => pdfSaying(' '.repeat(50_000_001)), 'TOO_LARGE'], ['that says more than may be', () => pdf(Array.from({ length: 11 }, () => `<< /Type /Annot /Subtype /Text /Contents (${'mot '.repeat(MOST_SIGNS / 40)}) >>`)), 'TOO_LONG'],
    ['that says too much in one place', () => pdf([`<< /Type /Annot /Subtype /Text /Contents (${'mot '.repeat(MOST_SIGNS)}) >>`]), 'TOO_LONG'],
    ['of too many pages', () => ofPages(1_001), 'TOO_LONG'], ['of many pages', () => ofPages(1_000), 'TAKEN'], ['that asks for a password', () => pdf(['<< /Filter /Standard /V 1 >>'], '/Encrypt 4 0 R'), 'LOCKED'],
    ['that is cut short', () => pdfSaying(NUMBER).subarray(0, -30), 'UNREADABLE'],
  ])('%s is told so', async (_what, make, expected) => {
    expect(await fault(await make())).toBe(expected);
  });

  test.each(['/Predictor 12 /Columns 268435455', '/Predictor 2 /Colors 32 /Columns 67108863'])('whose rows are said to be longer than anything in it (%s) has nothing read of them, by either name', async (rows) => {
    const before = process.memoryUsage().arrayBuffers;
    for (const name of ['DecodeParms', 'DP']) expect((await read(pdfSaying('x', `/${name} << ${rows} >>`))).trim()).toBe(name === 'DP' ? 'x' : '');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(64_000_000);
  });

  test('whose page is packed in a way that nobody knows, or badly, is read as far as it can be', async () => {
    expect((await read(pdf([Buffer.from('<< /Filter /JBIG2Decode /Length 3 >>\nstream\nabc\nendstream')], '', '/Contents 4 0 R'))).trim()).toBe('');
    expect((await read(pdf([Buffer.from('<< /Filter /FlateDecode /Length 3 >>\nstream\nabc\nendstream')], '', '/Contents 4 0 R'))).trim()).toBe('');
  });

  test('that draws itself without an end is let go of in time', { timeout: 30_000 }, async () => {
    const begun = performance.now();
    expect(await came(endless(14))).toBe('TOO_LARGE');
    expect(performance.now() - begun).toBeLessThan(15_000);
  });
});
