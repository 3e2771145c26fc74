/** What is taken, and what is not, whatever it is called. Each that is not taken is a way round an earlier check, or one that freezes whoever looks at it. */
import { PDFDict, PDFDocument } from 'pdf-lib';
import PDFKit from 'pdfkit';
import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { checkFile } from './check-file.ts';
import { checkOffice } from './check-office.ts';
import { checkPdf } from './check-pdf.ts';
import { officeParts, packed, pdf, photograph, rels, zip } from './files.fixture.ts';
import type { UserError } from '../errors.ts';
import { MOST_SIGNS } from './gathered-text.ts';
import { readApart } from './read-apart.ts';
import { RefusedFile } from './refused-file.ts';

const came = async (bytes: Buffer): Promise<string> => checkFile(bytes).then(({ kind }) => kind, (error: unknown) => (error instanceof RefusedFile ? error.fault : Promise.reject(error)));
/** Without a process for each. */
const fault = async (checked: Promise<unknown>): Promise<string> => checked.then(() => 'TAKEN', (error: unknown) => (error instanceof RefusedFile ? error.fault : Promise.reject(error)));

describe('a PDF', () => {
  test('is taken and written anew, without who has written it', async () => {
    const made = new PDFKit({ compress: true, pdfVersion: '1.7', info: { Author: 'Somebody' } });
    made.text('Programme');
    made.link(0, 0, 9, 9, 'https://example.org/');
    made.end();
    const { kind, bytes } = await checkFile(await buffer(made));
    const read = await PDFDocument.load(bytes, { updateMetadata: false });
    expect([kind, read.getPageCount(), read.getAuthor(), bytes.includes('Somebody')]).toEqual(['PDF', 1, undefined, false]);
    expect(await came(pdf([packed('5 0 << /Type /Font >>')]))).toBe('PDF');
    expect(await came(Buffer.from(await read.save({ useObjectStreams: true })))).toBe('PDF');
    // What looks like a name within a stream is none.
    expect(await came(pdf(['<< /Length 11 >>\nstream\n/JavaScript\nendstream']))).toBe('PDF');
  });

  test('is stored with what was looked at alone: what another reader would find in its bytes is not there', async () => {
    // A table of places that leads into a stream, where a script stands as an object.
    const hidden = '9 0 obj << /S /JavaScript /JS (app.alert\\(1\\)) >> endobj';
    const whole = pdf([`<< /Length ${hidden.length} >>\nstream\n${hidden}\nendstream`]).toString('latin1');
    const led = whole.replace('0000000000 65535 f', `${String(whole.indexOf('9 0 obj')).padStart(10, '0')} 00000 n`);
    const { bytes } = await checkFile(Buffer.from(led, 'latin1'));
    const objects = (await PDFDocument.load(bytes)).context.enumerateIndirectObjects();
    expect(objects.some(([, object]) => object instanceof PDFDict && object.toString().includes('JavaScript'))).toBe(false);
    expect(bytes.toString('latin1')).not.toContain(`\n${String(whole.indexOf('9 0 obj')).padStart(10, '0')}`);
  });

  test.each<[string, Buffer, string]>([
    ['that is cut short', pdf().subarray(0, -30), 'UNREADABLE'], ['that asks for a password', pdf(['<< /Filter /Standard /V 1 >>'], '/Encrypt 4 0 R'), 'LOCKED'],
    ['with a script', pdf(['<< /S /JavaScript /JS (app.alert) >>']), 'ACTIVE'], ['with a script that hides its name', pdf(['<< /S /Java#53cript >>']), 'ACTIVE'],
    ['with a script that is packed', pdf([packed('5 0 << /S /JavaScript >>')]), 'ACTIVE'], ['with one packed in a stream that hides its name', pdf([packed('5 0 << /S /JavaScript >>', '/Type /#4fbjStm')]), 'UNREADABLE'], ['with a script that hides its name in small letters', pdf(['<< /S /#4aavaScript >>']), 'ACTIVE'],
    ['with one between remarks that look like a stream', pdf(['<< /X 1 >> % stream\n', '<< /S /JavaScript /JS (x) >>\n% endstream']), 'ACTIVE'],
    ['with objects that are packed by a predictor', pdf([packed('5 0 << /S /JavaScript >>', '/Type /ObjStm /DecodeParms << /Predictor 12 /Columns 5 >>')]), 'ACTIVE'],
    ['with a kind that is said elsewhere', pdf([packed('6 0 << /S /JavaScript >>', '/Type 5 0 R'), '/ObjStm']), 'UNREADABLE'],
    ['that starts a program', pdf(['<< /S /Launch /F (cmd.exe) >>']), 'ACTIVE'], ['with a file within', pdf(['<< /Type /Filespec /EF << >> >>']), 'ACTIVE'],
    ['that goes to another file', pdf(['<< /S /GoToR /F (//example.org/x) >>']), 'ACTIVE'], ['whose content is another file', pdf(['<< /Length 0 /F (//example.org/x) >>\nstream\n\nendstream']), 'ACTIVE'],
    ['that follows a link when it is opened', pdf(['<< /Type /Catalog /OpenAction 5 0 R >>', '<< /S /URI /URI (https://example.org) >>']), 'ACTIVE'],
    ['that leads to another machine', pdf(['<< /A << /S /URI /URI (file://example.org/x) >> >>']), 'ACTIVE'], ['with an act that nobody knows', pdf(['<< /A << /S /Other >> >>']), 'ACTIVE'],
    ['whose objects become too large', pdf([packed(' '.repeat(50_000_001))]), 'TOO_LARGE'], ['whose objects are no objects', pdf(['<< /Type /ObjStm /Filter /FlateDecode >>\nstream\nnothing\nendstream']), 'UNREADABLE'],
  ])('%s is not', async (_what, bytes, expected) => {
    expect(await fault(checkPdf(bytes))).toBe(expected);
  });

  test('of 10 MB that begins streams and ends none is let go of when its time is over, and nobody waits for it meanwhile', async () => {
    const slow = Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(9_900_000, ' stream\n'), Buffer.from('startxref\n9\n%%EOF')]);
    let turns = 0;
    const clock = setInterval(() => { turns += 1; }, 20);
    await expect(readApart({ reader: 'PDF', bytes: slow }, 600)).rejects.toMatchObject({ fault: 'TOO_LARGE' });
    clearInterval(clock);
    expect(turns).toBeGreaterThan(5);
  });
});

describe('a file of an office', () => {
  test.each(['DOCX', 'XLSX', 'PPTX'] as const)('is known as %s by what is in it', async (kind) => {
    expect(await came(zip(officeParts(kind)))).toBe(kind);
  });

  const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const away = (type: string, target = 'https://example.org/x'): string => rels(`Type="${TYPES}/${type}" TargetMode="External" Target="${target}"`);
  const docx = (content: string | Buffer, name = 'word/_rels/document.xml.rels'): Buffer => zip(officeParts('DOCX', [{ name, content }]));
  const fields = (...codes: string[]): string => `<w:p xmlns:w="w">${codes.map((code) => (code === '<' ? '<w:fldChar w:fldCharType="begin"/>' : code === '>' ? '<w:fldChar w:fldCharType="end"/>' : `<w:r><w:instrText>${code}</w:instrText></w:r>`)).join('')}</w:p>`;
  const formula = (text: string): Buffer => zip(officeParts('XLSX', [{ name: 'xl/worksheets/sheet1.xml', content: `<c><f>${text}</f></c>` }]));

  test('may have links to follow, fields, formulas, pictures and fonts', async () => {
    expect(await came(docx(away('hyperlink')))).toBe('DOCX');
    expect(await came(docx(fields('<', ' PAGE ', '>', '<', ' HYPERLINK "https://example.org" ', '>', '<', ' TOC \\o "1-3" ', '<', 'PAGEREF _1', '>', '>'), 'word/document.xml'))).toBe('DOCX');
    expect(await came(formula('SUM(A1:B2)&amp;"a|b"'))).toBe('XLSX');
    expect(await came(zip(officeParts('PPTX', [{ name: 'ppt/media/', content: '' }, { name: 'ppt/media/image1.PNG', content: 'x' }, { name: 'xl/printerSettings/printerSettings1.bin', content: 'x' }])))).toBe('PPTX');
  });

  test.each<[string, Buffer, string]>([
    ['with macros', docx('x', 'word/vbaProject.bin'), 'ACTIVE'], ['of LibreOffice', zip([{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.text' }]), 'UNSUPPORTED'],
    ['with macros by its type', zip([{ name: '[Content_Types].xml', content: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="x" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>' }]), 'ACTIVE'],
    ['with a program within', zip(officeParts('PPTX', [{ name: 'ppt/embeddings/oleObject1.bin', content: 'x' }])), 'ACTIVE'], ['with a program that is called otherwise', docx('x', 'word/embeddings/a.dat'), 'ACTIVE'], ['with a file of another kind', docx('x', 'word/a.exe'), 'ACTIVE'],
    ['with a program by its relationship', docx(rels(`Type="${TYPES}/oleObject" Target="a.xml"`)), 'ACTIVE'], ['with another file by its relationship', docx(rels(`Type="${TYPES}/package" Target="a.xml"`)), 'ACTIVE'],
    ['whose template is elsewhere', docx(away('attachedTemplate'), 'word/_rels/settings.xml.rels'), 'ACTIVE'], ['whose template has a link for its address', docx(away('attachedTemplate', "https://example.org/t.dotm?Type='x/hyperlink'")), 'ACTIVE'],
    ['with a sign within an address', docx(away('image', 'https://example.org/>')), 'ACTIVE'], ['with a mode in entities', docx(rels(`Type="${TYPES}/image" TargetMode="&#69;xternal" Target="https://example.org/x"`)), 'ACTIVE'],
    ['with an address that says no mode', docx(rels(`Type="${TYPES}/image" Target="https://example.org/x"`)), 'ACTIVE'], ['with a link to another machine', docx(away('hyperlink', 'file://example.org/x')), 'ACTIVE'],
    ['with relationships of another name', docx(away('image'), 'word/_rels/document.xml.RELS'), 'ACTIVE'],
    ['with a prefix', docx(`<p:Relationships xmlns:p="http://schemas.openxmlformats.org/package/2006/relationships"><p:Relationship Id="1" Type="${TYPES}/image" TargetMode="External" Target="https://example.org/x"/></p:Relationships>`), 'ACTIVE'],
    ['with relationships of another encoding', docx(Buffer.from(`\uFEFF${away('image')}`, 'utf16le')), 'UNREADABLE'], ['that says another encoding', docx(rels().replace('UTF-8', 'UTF-7')), 'UNREADABLE'],
    ['with a document type', docx(rels().replace('<Rel', '<!DOCTYPE Relationships [<!ENTITY x "y">]><Rel')), 'UNREADABLE'],
    ['with a field that asks a program', docx(fields('<', 'DDE', 'AUTO c:\\x ', '>'), 'word/document.xml'), 'ACTIVE'], ['with a field that fetches a picture', docx('<w:fldSimple xmlns:w="w" w:instr=" INCLUDEPICTURE x"/>', 'word/document.xml'), 'ACTIVE'],
    ['with a field put together by another', docx(fields('<', ' ', '<', 'REF a', '>', 'PAGE', '>'), 'word/document.xml'), 'ACTIVE'], ['with a picture by its address', docx('<v:imagedata xmlns:v="v" src="\\\\example.org\\x"/>', 'word/document.xml'), 'ACTIVE'],
    ['that asks a server', formula('_xlfn.WEBSERVICE("https://example.org")'), 'ACTIVE'], ['that asks a program', formula("cmd|'/c x'!A1"), 'ACTIVE'],
    ['with connections', zip(officeParts('XLSX', [{ name: 'xl/connections.xml', content: '<x/>' }])), 'ACTIVE'], ['with a click that starts a program', zip(officeParts('PPTX', [{ name: 'ppt/slides/slide1.xml', content: '<a:hlinkClick xmlns:a="a" action="ppaction://program"/>' }])), 'ACTIVE'],
    ['that asks for a password', zip(officeParts('DOCX', [{ name: 'x.xml', content: '<x/>', flags: 1 }])), 'LOCKED'],
    ['that becomes too large', docx(Buffer.alloc(2_000_000), 'x.png'), 'TOO_LARGE'], ['whose relationships are too long', docx(Buffer.from(`<Relationship ${Array.from({ length: 200_000 }, (_, n) => n).join(' ')}`)), 'TOO_LARGE'],
    ['that begins relationships and ends none', docx('<Relationship '.repeat(60_000)), 'UNREADABLE'],
    ['that says less than it is', zip(officeParts('DOCX', [{ name: 'x.png', content: Buffer.alloc(2_000), size: 10 }])), 'UNREADABLE'],
    ['with a part outside of it', docx('x', '../x'), 'UNREADABLE'], ['with a part twice', zip([...officeParts('DOCX'), { name: 'MAIN.xml', content: '<x/>' }]), 'UNREADABLE'],
    ['that is only an archive', zip([{ name: 'x.html', content: 'x' }]), 'UNSUPPORTED'], ['that is cut short', zip(officeParts('DOCX')).subarray(0, -30), 'UNREADABLE'],
  ])('%s is not taken', async (_what, bytes, expected) => {
    expect(await fault(checkOffice(bytes))).toBe(expected);
  });

  test.each<[string, Buffer]>([
    ['of a text, in pieces', docx('<w:p xmlns:w="w"><w:r><w:t>Ana, une fille de 1</w:t></w:r><w:r><w:t>7 ans, +355 69 </w:t></w:r><w:r><w:t>234 5678, née le 1.2.2009</w:t></w:r></w:p>', 'word/document.xml')],
    ['of a remark', docx('<w:comment xmlns:w="w"><w:p><w:r><w:t>0101990100102</w:t></w:r></w:p></w:comment>', 'word/comments.xml')],
    ['of a table, in a list', zip(officeParts('XLSX', [{ name: 'xl/sharedStrings.xml', content: '<sst><si><t>0101990100102</t></si></sst>' }]))],
    ['of a table, as a number', zip(officeParts('XLSX', [{ name: 'xl/worksheets/sheet1.xml', content: '<sheetData><row><c t="s"><v>7</v></c><c><v>0101990100102</v></c></row></sheetData>' }]))],
    ['of a slide', zip(officeParts('PPTX', [{ name: 'ppt/slides/slide1.xml', content: '<a:p xmlns:a="a"><a:r><a:t>0101990100102</a:t></a:r></a:p>' }]))],
  ])('with a victim’s data in the words %s is not taken, and nothing of them is told', async (_where, bytes) => {
    const refused = await checkFile(bytes).catch((error: unknown) => error as UserError);
    expect(refused).toMatchObject({ extensions: { code: 'VICTIM_DATA' } });
    expect(JSON.stringify(refused)).not.toContain('0101990100102');
  });

  test('is read as whoever opens it reads it, in so many signs', async () => {
    const words = zip(officeParts('DOCX', [{ name: 'word/document.xml', content: '<w:p xmlns:w="w"><w:r><w:t>Matin</w:t></w:r>\n <w:r><w:t>ée</w:t><w:tab/><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText><w:fldChar w:fldCharType="end"/></w:r></w:p>' }]));
    expect((await checkOffice(words)).text.trim()).toBe('Matinée');
    const table = zip(officeParts('XLSX', [{ name: 'xl/worksheets/sheet1.xml', content: '<row><c t="s"><v>7</v></c><c><f>A1+1</f><v>12</v></c><c t="str"><v>a</v></c></row>' }]));
    expect((await checkOffice(table)).text.trim()).toBe('12 a');
    expect(await fault(checkOffice(docx(`<w:t xmlns:w="w">${'mot '.repeat(MOST_SIGNS / 4 + 1)}</w:t>`, 'word/document.xml')))).toBe('TOO_LONG');
  });
});

describe('a picture', () => {
  test.each(['png', 'jpeg', 'webp'] as const)('is drawn anew as %s, with nothing beside it', async (kind) => {
    const brought = await photograph(kind);
    expect((await sharp(brought).metadata()).exif).toBeDefined();
    const { bytes, kind: known } = await checkFile(brought);
    const { exif, xmp, iptc, format, width } = await sharp(bytes).metadata();
    expect({ known, exif, xmp, iptc, format, width }).toEqual({ known: kind.toUpperCase(), exif: undefined, xmp: undefined, iptc: undefined, format: kind, width: 60 });
    expect(bytes.includes('Somebody')).toBe(false);
  });

  test('that is cut short, too large once drawn, or none is not taken', async () => {
    const whole = await photograph('jpeg');
    expect(await came(whole.subarray(0, whole.length / 2))).toBe('UNREADABLE');
    expect(await came(await sharp({ create: { width: 9_000, height: 7_000, channels: 3, background: '#fff' } }).png({ compressionLevel: 9 }).toBuffer())).toBe('TOO_LARGE');
    expect(await came(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBe('UNSUPPORTED');
    expect(await came(Buffer.from('MZ'))).toBe('UNSUPPORTED');
    expect(await came(Buffer.alloc(0))).toBe('UNSUPPORTED');
  });
});
