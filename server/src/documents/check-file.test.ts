/** What is taken, and what is not, whatever it is called. */
import sharp from 'sharp';
import PDFDocument from 'pdfkit';
import { buffer } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { checkFile } from './check-file.ts';
import { officeParts, packed, pdf, photograph, zip } from './files.fixture.ts';
import { RefusedFile } from './refused-file.ts';

const came = async (bytes: Buffer): Promise<string> => checkFile(bytes).then(({ kind }) => kind, (error: unknown) => (error instanceof RefusedFile ? error.fault : Promise.reject(error)));

describe('a PDF', () => {
  test('is taken as it is', async () => {
    const made = new PDFDocument({ compress: true });
    made.text('Programme');
    made.end();
    expect(await came(await buffer(made))).toBe('PDF');
    expect(await came(pdf([packed('5 0 << /Type /Font >>')]))).toBe('PDF');
    // What looks like a name within a stream is none.
    expect(await came(pdf(['<< /Length 11 >>\nstream\n/JavaScript\nendstream']))).toBe('PDF');
  });

  test.each<[string, Buffer, string]>([
    ['that is cut short', pdf().subarray(0, -30), 'UNREADABLE'], ['that asks for a password', pdf(['<< /Filter /Standard >>', '<< /Encrypt 4 0 R >>']), 'LOCKED'],
    ['with a script', pdf(['<< /S /JavaScript /JS (app.alert) >>']), 'ACTIVE'], ['with a script that hides its name', pdf(['<< /S /Java#53cript >>']), 'ACTIVE'], ['with a script that is packed', pdf([packed('5 0 << /S /JavaScript >>')]), 'ACTIVE'],
    ['that starts a program', pdf(['<< /S /Launch /F (cmd.exe) >>']), 'ACTIVE'], ['with a file within', pdf(['<< /Type /Filespec /EF << >> >>']), 'ACTIVE'],
    ['whose objects become too large', pdf([packed(' '.repeat(50_000_001))]), 'TOO_LARGE'], ['whose objects are no objects', pdf(['<< /Type /ObjStm /Filter /FlateDecode >>\nstream\nnothing\nendstream']), 'UNREADABLE'],
  ])('%s is not', async (_what, bytes, fault) => {
    expect(await came(bytes)).toBe(fault);
  });
});

describe('a file of an office', () => {
  test.each(['DOCX', 'XLSX', 'PPTX', 'ODT'] as const)('is known as %s by what is in it', async (kind) => {
    expect(await came(zip(officeParts(kind)))).toBe(kind);
  });

  const link = (type: string): string => `<Relationships><Relationship Id="1" TargetMode="External" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="https://example.org/x"/></Relationships>`;

  test('may have links to follow', async () => {
    expect(await came(zip(officeParts('DOCX', [{ name: 'word/_rels/document.xml.rels', content: link('hyperlink') }])))).toBe('DOCX');
  });

  test.each<[string, Buffer, string]>([
    ['with macros', zip(officeParts('DOCX', [{ name: 'word/vbaProject.bin', content: 'x' }])), 'ACTIVE'], ['with macros of LibreOffice', zip(officeParts('ODT', [{ name: 'Basic/Standard/Module1.xml', content: 'x' }])), 'ACTIVE'],
    ['with macros by its type', zip([{ name: '[Content_Types].xml', content: 'application/vnd.ms-word.document.macroEnabled.main+xml' }]), 'ACTIVE'],
    ['with a program within', zip(officeParts('PPTX', [{ name: 'ppt/embeddings/oleObject1.bin', content: 'x' }])), 'ACTIVE'],
    ['whose template is elsewhere', zip(officeParts('DOCX', [{ name: 'word/_rels/settings.xml.rels', content: link('attachedTemplate') }])), 'ACTIVE'],
    ['that asks for a password', zip(officeParts('DOCX', [{ name: 'x', content: 'x', flags: 1 }])), 'LOCKED'],
    ['that becomes too large', zip(officeParts('DOCX', [{ name: 'x', content: Buffer.alloc(2_000_000) }])), 'TOO_LARGE'],
    ['that says less than it is', zip(officeParts('DOCX', [{ name: 'x', content: Buffer.alloc(2_000), size: 10 }])), 'UNREADABLE'],
    ['with a part outside of it', zip(officeParts('DOCX', [{ name: '../x', content: 'x' }])), 'UNREADABLE'], ['with a part twice', zip([...officeParts('DOCX'), ...officeParts('DOCX')]), 'UNREADABLE'],
    ['that is only an archive', zip([{ name: 'x.html', content: 'x' }]), 'UNSUPPORTED'], ['that is cut short', zip(officeParts('DOCX')).subarray(0, -30), 'UNREADABLE'],
  ])('%s is not taken', async (_what, bytes, fault) => {
    expect(await came(bytes)).toBe(fault);
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
