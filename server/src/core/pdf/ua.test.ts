/** What a program can ask of PDF/UA is asked of a file of ours, which breaks nothing, and of the same with each thing broken: the control. */
import { decodePDFRawStream, PDFArray, PDFBool, PDFDict, PDFDocument, PDFName, PDFNumber, PDFRawStream, PDFString } from 'pdf-lib';
import { beforeAll, describe, expect, test } from 'vitest';
import { line, paragraph, rule, writePdf } from './index.ts';
import { uaFaults } from './ua.fixture.ts';

let file: Buffer;

beforeAll(async () => {
  file = await writePdf({ title: 'Un titre', locale: 'fr', at: new Date('2027-03-13T10:00:00Z') }, (doc, root) => {
    const section = doc.struct('Sect', { lang: 'fr' });
    root.add(section);
    paragraph(doc, section, { type: 'H1', text: { text: 'Un titre', locale: 'fr' }, size: 20 });
    rule(doc);
    paragraph(doc, section, { type: 'H2', text: { text: 'Ένας τίτλος', locale: 'el' }, size: 14 });
    line(doc, section, { label: 'Lieu', value: { text: 'Скопје', locale: 'mk' } }, 'fr');
    paragraph(doc, section, { text: { text: 'Un texte assez long pour aller d’une page à l’autre. '.repeat(160), locale: 'fr' }, size: 12 });
    const box: object = { alt: 'Un carré', bbox: [56, 56, 156, 156] };
    section.add(doc.struct('Figure', box, () => void doc.rect(56, 600, 100, 100).fill('#000000')));
    section.end();
  });
});

type Breaking = (document: PDFDocument) => void;

const name = PDFName.of;
const below = (dict: PDFDict, ...keys: readonly string[]): PDFDict => keys.reduce((one, key) => one.lookup(name(key), PDFDict), dict);
const all = ({ context }: PDFDocument): PDFDict[] => context.enumerateIndirectObjects().flatMap(([, one]) => (one instanceof PDFDict ? [one] : one instanceof PDFRawStream ? [one.dict] : []));
/** The first dictionary with this entry. */
const withEntry = (document: PDFDocument, key: string, value: string): PDFDict => all(document).find((one) => one.lookup(name(key)) === name(value))!;
const without = (key: string, of: (document: PDFDocument) => PDFDict): Breaking => (document) => of(document).delete(name(key));
const tagged = (was: string, is: string): Breaking => (document) => withEntry(document, 'S', was).set(name('S'), name(is));
const inCatalog = (change: (catalog: PDFDict) => void): Breaking => ({ catalog }) => change(catalog);

const streamOf = (dict: PDFDict, key: string): PDFRawStream => dict.lookup(name(key)) as unknown as PDFRawStream;

/** Changes what is written on the first page. */
const written = (change: (content: string) => string): Breaking => (document) => {
  const { node } = document.getPages()[0]!;
  const content = Buffer.from(decodePDFRawStream(streamOf(node, 'Contents')).decode()).toString('latin1');
  node.set(name('Contents'), document.context.register(document.context.stream(change(content))));
};

const metadata = (change: (xmp: string) => string): Breaking => ({ context, catalog }) => {
  const xmp = Buffer.from(streamOf(catalog, 'Metadata').contents).toString('utf8');
  catalog.set(name('Metadata'), context.register(context.stream(change(xmp), { Type: 'Metadata', Subtype: 'XML' })));
};

const annotated = (more: Readonly<Record<string, string>>, page: (node: PDFDict) => void = () => undefined): Breaking => (document) => {
  const { node } = document.getPages()[0]!;
  const one = document.context.obj({ Type: 'Annot', Subtype: 'Link', Rect: [0, 0, 10, 10], ...more });
  node.set(name('Annots'), document.context.obj([document.context.register(one)]));
  page(node);
};

const BROKEN: readonly (readonly [fault: string, breaking: Breaking])[] = [
  ['01-003', written((content) => content.replace(/BDC\n/, 'BDC\n/Artifact BMC 0 0 1 1 re f EMC\n'))],
  ['01-004', written((content) => `/Artifact BMC\n${content}\nEMC`)],
  ['01-005', written((content) => content.replace('/Artifact', '/Span').replace(/\/Span <<\s*\/Type \/Layout\s*>>/, '/Span << >>'))],
  ['01-005', written((content) => `${content}\n0 0 1 1 re f`)],
  ['01-005', written((content) => content.replace('/MCID 0', '/MCID 99'))],
  ['01-007', inCatalog((catalog) => below(catalog, 'MarkInfo').set(name('Suspects'), PDFBool.True))],
  ['02-001', tagged('P', 'Paragraph')],
  ['06-001', without('Metadata', ({ catalog }) => catalog)],
  ['06-002', metadata((xmp) => xmp.replace('<pdfuaid:part>1', '<pdfuaid:part>'))],
  ['06-003', metadata((xmp) => xmp.replaceAll('Un titre', ' '))],
  ['07-001', without('ViewerPreferences', ({ catalog }) => catalog)],
  ['07-002', inCatalog((catalog) => below(catalog, 'ViewerPreferences').set(name('DisplayDocTitle'), PDFBool.False))],
  ['09-004', tagged('P', 'LI')],
  ['10-001', (document) => withEntry(document, 'Subtype', 'Type0').set(name('ToUnicode'), document.context.register(document.context.stream('1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfrange <0001> <00ff> <e001> endbfrange')))],
  ['11-001', (document) => withEntry(document, 'S', 'H2').set(name('Lang'), PDFString.of('grec moderne'))],
  ['11-006', without('Lang', ({ catalog }) => catalog)],
  ['13-004', without('Alt', (document) => withEntry(document, 'S', 'Figure'))],
  ['14-002', tagged('H1', 'P')],
  ['14-002', (document) => { for (const type of ['H1', 'H2']) withEntry(document, 'S', type).set(name('S'), name('P')); }],
  ['14-003', tagged('H2', 'H3')],
  ['14-007', tagged('H2', 'H')],
  ['25-001', inCatalog((catalog) => catalog.set(name('AcroForm'), catalog.context.obj({ XFA: [] })))],
  ['28-002', annotated({ Subtype: 'Text' })],
  ['28-004', annotated({ Subtype: 'Text' })],
  ['28-008', annotated({}, (node) => node.delete(name('Tabs')))],
  ['28-009', annotated({}, (node) => node.set(name('Tabs'), name('R')))],
  ['28-011', annotated({})],
  ['28-012', annotated({})],
  ['31-006', (document) => {
    const font = document.context.lookup(withEntry(document, 'Subtype', 'Type0').lookup(name('DescendantFonts'), PDFArray).get(0), PDFDict);
    font.set(name('Subtype'), name('CIDFontType2'));
    font.delete(name('CIDToGIDMap'));
  }],
  ['31-009', (document) => { for (const one of all(document)) for (const key of ['FontFile', 'FontFile2', 'FontFile3']) one.delete(name(key)); }],
  ['31-027', without('ToUnicode', (document) => withEntry(document, 'Subtype', 'Type0'))],
  ['31-030', written((content) => content.replace(/<[\da-f]{4}/, '<0000'))],
  ['7.1', without('StructTreeRoot', ({ catalog }) => catalog)],
  ['7.1', without('MarkInfo', ({ catalog }) => catalog)],
  ['7.1', written((content) => content.replace(/\/H2[\s\S]*?EMC/, ''))],
  ['7.1', (document) => withEntry(document, 'S', 'P').set(name('K'), PDFNumber.of(4_000))],
];

describe('what a program can ask of PDF/UA', () => {
  test('is broken by nothing that is written', async () => {
    expect((await PDFDocument.load(file)).getPageCount()).toBeGreaterThan(1);
    expect(await uaFaults(file)).toEqual([]);
  });

  test.each(BROKEN)('is broken by what breaks it: %s', async (fault, breaking) => {
    const document = await PDFDocument.load(file, { updateMetadata: false });
    breaking(document);
    const found = await uaFaults(Buffer.from(await document.save({ useObjectStreams: false })));
    expect(found.map((one) => one.split(' ', 1)[0])).toContain(fault);
  });
});
