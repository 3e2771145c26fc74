/**
 * What a program can ask of PDF/UA-1 (ISO 14289-1), by the numbers of the Matterhorn Protocol 1.02, asked by other parsers than the one that wrote the
 * file: its objects by pdf-lib, what stands on its pages by pdf.js. What is no failure condition of the protocol has the clause of the standard as its number.
 */
import { PDFBool, PDFDict, PDFDocument, PDFName, PDFRawStream, PDFRef } from 'pdf-lib';
import { contentFaults } from './ua-content.fixture.ts';
import { dictOf, isLanguage, listOf, nameOf, textOf } from './ua-objects.fixture.ts';
import { structureFaults, structureOf } from './ua-structure.fixture.ts';

const isTrue = (dictionary: PDFDict | undefined, key: string): boolean => dictionary?.lookup(PDFName.of(key)) === PDFBool.True;
const says = (...faults: readonly (readonly [isSo: boolean, fault: string])[]): string[] => faults.filter(([isSo]) => isSo).map(([, fault]) => fault);

function metadataFaults(catalog: PDFDict): string[] {
  const stream = catalog.lookup(PDFName.of('Metadata'));
  if (!(stream instanceof PDFRawStream)) return ['06-001 no metadata'];
  const xmp = Buffer.from(stream.contents).toString('utf8');
  const title = /<dc:title>\s*<rdf:Alt>\s*<rdf:li[^>]*>([^<]+)</.exec(xmp)?.[1];
  return says(
    [dictOf(catalog, 'Metadata') !== undefined || nameOf(stream.dict, 'Filter') !== undefined, '06-001 metadata that is packed'],
    [!/<pdfuaid:part>1<\/pdfuaid:part>|pdfuaid:part="1"/.test(xmp) || !xmp.includes('http://www.aiim.org/pdfua/ns/id/'), '06-002 does not say that it is PDF/UA'],
    [!title?.trim(), '06-003 no title in the metadata'],
  );
}

function fileFaults(file: PDFDocument): string[] {
  const { catalog, context } = file;
  const [marked, viewing] = [dictOf(catalog, 'MarkInfo'), dictOf(catalog, 'ViewerPreferences')];
  return [
    ...metadataFaults(catalog),
    ...says(
      [!isTrue(marked, 'Marked'), '7.1 not marked as tagged'], [isTrue(marked, 'Suspects'), '01-007 says that its tags may be wrong'],
      [!viewing?.has(PDFName.of('DisplayDocTitle')), '07-001 does not say that its title is shown'], [viewing?.has(PDFName.of('DisplayDocTitle')) === true && !isTrue(viewing, 'DisplayDocTitle'), '07-002 its title is not shown'],
      [!isLanguage(textOf(catalog, 'Lang')), '11-006 the language of the file is not said'], [context.trailerInfo.Encrypt !== undefined, '26-001 encrypted'],
      [dictOf(catalog, 'AcroForm')?.has(PDFName.of('XFA')) === true, '25-001 a form of XFA'],
    ),
  ];
}

/** A font as it stands in the resources of a page. */
function fontFaults(name: string, font: PDFDict): string[] {
  const below = font.context.lookup(listOf(font, 'DescendantFonts')[0]);
  const program = below instanceof PDFDict ? below : font;
  const descriptor = dictOf(program, 'FontDescriptor');
  const isEmbedded = ['FontFile', 'FontFile2', 'FontFile3'].some((key) => descriptor?.has(PDFName.of(key)));
  const map = program.lookup(PDFName.of('CIDToGIDMap'));
  const isMapped = nameOf(program, 'Subtype') !== 'CIDFontType2' || map instanceof PDFRawStream || nameOf(program, 'CIDToGIDMap') === 'Identity';
  return says([!isEmbedded, `31-009 font ${name} is not embedded`], [!font.has(PDFName.of('ToUnicode')), `31-027 font ${name} does not say which letters it has`], [!isMapped, `31-006 font ${name} does not say which glyphs it has`]);
}

const HIDDEN = 2;

function annotationFaults(file: PDFDocument, tagOf: (key: number) => string | undefined): string[] {
  return file.getPages().flatMap(({ node }, page) => {
    const all = listOf(node, 'Annots').map((one) => file.context.lookup(one)).filter((one) => one instanceof PDFDict);
    const shown = all.filter((one) => nameOf(one, 'Subtype') !== 'Popup' && (Number(one.lookup(PDFName.of('F'))?.toString() ?? 0) & HIDDEN) === 0);
    const tabs = nameOf(node, 'Tabs');
    return [
      ...says([all.length > 0 && tabs === undefined, `28-008 no order of tabs on page ${page + 1}`], [all.length > 0 && tabs !== undefined && tabs !== 'S', `28-009 tabs of page ${page + 1} do not follow its structure`]),
      ...shown.flatMap((one) => {
        const tag = tagOf(Number(one.lookup(PDFName.of('StructParent'))?.toString() ?? -1));
        if (nameOf(one, 'Subtype') === 'Link') return says([tag !== 'Link', `28-011 a link on page ${page + 1} is not tagged as one`], [!textOf(one, 'Contents'), `28-012 a link on page ${page + 1} does not say where it leads`]);
        return says([tag === undefined, `28-002 something on page ${page + 1} is not tagged`], [!textOf(one, 'Contents'), `28-004 something on page ${page + 1} does not say what it is`]);
      }),
    ];
  });
}

/** What of PDF/UA a file breaks; empty where it breaks nothing that a program can ask. */
export async function uaFaults(bytes: Buffer): Promise<string[]> {
  const file = await PDFDocument.load(bytes, { updateMetadata: false });
  const fonts = new Map(file.getPages().flatMap(({ node }) => (node.Resources()?.lookupMaybe(PDFName.of('Font'), PDFDict)?.entries() ?? []).map(([name, value]) => [value instanceof PDFRef ? value.tag : name.decodeText(), file.context.lookup(value) as PDFDict] as const)));
  const structure = structureOf(file);
  const found = [...fileFaults(file), ...structureFaults(structure), ...[...fonts].flatMap(([name, font]) => fontFaults(nameOf(font, 'BaseFont') ?? name, font)), ...annotationFaults(file, structure.tagOf), ...(await contentFaults(bytes, structure))];
  return [...new Set(found)].sort();
}
