/** Files to send: small, whole, and each wrong in one way where it is asked to be. */
import { crc32, deflateRawSync, deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** A PDF of one empty page; `objects` are added to it as they are, `more` to what stands at its end, and `page` to its page. */
export function pdf(objects: readonly (string | Buffer)[] = [], more = '', page = ''): Buffer {
  const parts = ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 >>', `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 900 200] ${page} >>`, ...objects];
  const chunks: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const offsets: number[] = [];
  for (const [n, part] of parts.entries()) {
    offsets.push(Buffer.concat(chunks).length);
    chunks.push(Buffer.from(`${n + 1} 0 obj\n`), Buffer.from(part), Buffer.from('\nendobj\n'));
  }
  const start = Buffer.concat(chunks).length;
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  chunks.push(Buffer.from(`xref\n0 ${parts.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${parts.length + 1} /Root 1 0 R ${more} >>\nstartxref\n${start}\n%%EOF\n`));
  return Buffer.concat(chunks);
}

/** A PDF of one page that says `text` in a font that every reader has; the packed stream of its page has `more` in its dictionary. */
export function pdfSaying(text: string, more = ''): Buffer {
  return pdf([packed(`BT /F1 12 Tf 10 100 Td (${text}) Tj ET`, more)], '', '/Contents 4 0 R /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>');
}

/** Objects packed into a stream. */
export function packed(text: string, more = '/Type /ObjStm'): Buffer {
  const bytes = deflateSync(Buffer.from(text));
  return Buffer.concat([Buffer.from(`<< ${more} /N 1 /First 4 /Filter /FlateDecode /Length ${bytes.length} >>\nstream\n`), bytes, Buffer.from('\nendstream')]);
}

interface Part {
  readonly name: string;
  readonly content: string | Buffer;
  /** What the archive says of it, where that is not so. */
  readonly flags?: number;
  readonly size?: number;
}

/** An archive (https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT). */
export function zip(parts: readonly Part[]): Buffer {
  const [files, directory]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const { name, content, flags = 0, size } of parts) {
    const [raw, title] = [Buffer.from(content), Buffer.from(name)];
    const data = deflateRawSync(raw);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(raw), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(size ?? raw.length, 18);
    common.writeUInt16LE(title.length, 22);
    files.push(Buffer.from('PK\u0003\u0004'), common, title, data);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), common, rest, title);
    offset += 30 + title.length + data.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, list, end]);
}

const MAIN: Readonly<Record<string, string>> = { DOCX: 'wordprocessingml.document', XLSX: 'spreadsheetml.sheet', PPTX: 'presentationml.presentation' };

/** The parts of a file of an office. */
export function officeParts(kind: 'DOCX' | 'XLSX' | 'PPTX', more: readonly Part[] = []): Part[] {
  const type = `application/vnd.openxmlformats-officedocument.${MAIN[kind]}.main+xml`;
  return [{ name: '[Content_Types].xml', content: `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/main.xml" ContentType="${type}"/></Types>` }, { name: 'main.xml', content: '<main/>' }, ...more];
}

/** A part of relationships: each is given as its attributes. */
export function rels(...each: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each.map((one, n) => `<Relationship Id="r${n}" ${one}/>`).join('')}</Relationships>`;
}

/** A photograph with what a camera writes beside it. */
export function photograph(kind: 'png' | 'jpeg' | 'webp'): Promise<Buffer> {
  return sharp({ create: { width: 60, height: 40, channels: 3, background: '#a33' } }).withExif({ IFD0: { Artist: 'Somebody', Copyright: 'Somebody' }, IFD3: { GPSLatitude: '41/1 59/1 0/1' } }).toFormat(kind).toBuffer();
}
