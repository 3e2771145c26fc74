/** The structure of a PDF as its objects have it, and what of PDF/UA it breaks. */
import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFNumber, type PDFObject, PDFRef } from 'pdf-lib';
import { dictOf, isLanguage, listOf, nameOf, textOf } from './ua-objects.fixture.ts';

/** The types of ISO 32000-1, 14.8.4, that no map of roles has to name. */
const STANDARD = new Set('Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form'.split(' '));
/** Those that stand in one of some others only. */
const INSIDE: Readonly<Record<string, readonly string[]>> = { LI: ['L'], Lbl: ['LI', 'TOCI', 'Note', 'Reference', 'BibEntry'], LBody: ['LI'], TR: ['Table', 'THead', 'TBody', 'TFoot'], TH: ['TR'], TD: ['TR'], THead: ['Table'], TBody: ['Table'], TFoot: ['Table'], TOCI: ['TOC'] };

interface Element {
  readonly type: string;
  readonly parent: string | null;
  /** In effect where it stands: its own, that of what it stands in, or that of the file. */
  readonly lang: string | undefined;
  readonly dict: PDFDict;
}

export interface Structure {
  /** In the order in which they are read. */
  readonly elements: readonly Element[];
  /** Which element a marked part of a page belongs to, by `page/mark`, as the elements say. */
  readonly marks: ReadonlyMap<string, Element>;
  /** The same as the pages say it to whoever comes from there: the tags of the elements, and of those of what is beside the pages. */
  readonly parentOf: (page: number, mark: number) => PDFDict | undefined;
  readonly tagOf: (key: number) => string | undefined;
}

/** What stands under a number in a tree of numbers. */
function inNumbers(node: PDFDict | undefined, key: number): PDFObject | undefined {
  if (!node) return undefined;
  const entries = listOf(node, 'Nums');
  for (let i = 0; i < entries.length; i += 2) if (entries[i]?.toString() === String(key)) return node.context.lookup(entries[i + 1]);
  for (const kid of listOf(node, 'Kids')) {
    const below = node.context.lookup(kid);
    const found = below instanceof PDFDict ? inNumbers(below, key) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** Reads the structure of a file. */
export function structureOf(file: PDFDocument): Structure {
  const { context, catalog } = file;
  const root = dictOf(catalog, 'StructTreeRoot');
  const roles = root && dictOf(root, 'RoleMap');
  const pages = new Map(file.getPages().map(({ ref }, i) => [ref.tag, i]));
  const [elements, marks]: [Element[], Map<string, Element>] = [[], new Map()];
  const pageIn = (dict: PDFDict): string | undefined => {
    const page = dict.get(PDFName.of('Pg'));
    return page instanceof PDFRef ? page.tag : undefined;
  };
  const role = (type: string): string => (STANDARD.has(type) || !roles ? type : (nameOf(roles, type) ?? type));
  const markAt = (one: PDFObject | undefined, page: string | undefined): string | undefined => {
    if (one instanceof PDFNumber) return `${pages.get(page!)}/${one.asNumber()}`;
    const isMark = one instanceof PDFDict && nameOf(one, 'S') === undefined && one.has(PDFName.of('MCID'));
    return isMark ? `${pages.get((pageIn(one) ?? page)!)}/${one.lookup(PDFName.of('MCID'))!.toString()}` : undefined;
  };
  const add = (one: PDFDict, type: string, parent: Element | null): Element => {
    const element = { type: role(type), parent: parent?.type ?? null, lang: textOf(one, 'Lang') ?? parent?.lang ?? textOf(catalog, 'Lang'), dict: one };
    elements.push(element);
    return element;
  };
  const walk = (object: PDFObject | undefined, parent: Element | null, page: string | undefined): void => {
    const one = object && context.lookup(object);
    if (one instanceof PDFArray) return one.asArray().forEach((kid) => walk(kid, parent, page));
    const mark = markAt(one, page);
    if (mark !== undefined) return void marks.set(mark, parent!);
    const type = one instanceof PDFDict ? nameOf(one, 'S') : undefined;
    return one instanceof PDFDict && type !== undefined ? walk(one.get(PDFName.of('K')), add(one, type, parent), pageIn(one) ?? page) : undefined;
  };
  walk(root?.get(PDFName.of('K')), null, undefined);
  const numbers = root && dictOf(root, 'ParentTree');
  return {
    elements, marks,
    parentOf: (page, mark) => {
      const all = inNumbers(numbers, Number(file.getPages()[page]!.node.lookup(PDFName.of('StructParents'))?.toString() ?? -1));
      const found = all instanceof PDFArray ? context.lookup(all.asArray()[mark]) : undefined;
      return found instanceof PDFDict ? found : undefined;
    },
    tagOf: (key) => {
      const found = inNumbers(numbers, key);
      return found instanceof PDFDict ? role(nameOf(found, 'S') ?? '') : undefined;
    },
  };
}

/** Headings that are numbered, in order. */
function headingFaults(elements: readonly Element[]): string[] {
  const levels = elements.flatMap(({ type }) => (/^H[1-6]$/.test(type) ? [Number(type[1])] : []));
  return [
    ...(levels.length === 0 ? ['14-002 no heading'] : []), ...(levels.length > 0 && levels[0] !== 1 ? [`14-002 the first heading is of level ${levels[0]}`] : []),
    ...levels.flatMap((level, i) => (i > 0 && level > levels[i - 1]! + 1 ? [`14-003 after a heading of level ${levels[i - 1]} one of level ${level}`] : [])),
    ...(levels.length > 0 && elements.some(({ type }) => type === 'H') ? ['14-007 headings with and without a level'] : []),
  ];
}

/** What of PDF/UA the structure breaks by itself. */
export function structureFaults({ elements }: Structure): string[] {
  if (elements.length === 0) return ['7.1 no structure'];
  return [
    ...headingFaults(elements),
    ...elements.flatMap(({ type, parent, lang, dict }) => [
      ...(STANDARD.has(type) ? [] : [`02-001 a type that nobody knows: ${type}`]), ...(INSIDE[type] && !INSIDE[type].includes(parent ?? '') ? [`09-004 ${type} in ${parent}`] : []),
      ...(type === 'Figure' && !textOf(dict, 'Alt') && !textOf(dict, 'ActualText') ? ['13-004 a figure that does not say what it shows'] : []),
      ...(isLanguage(lang) ? [] : [`11-001 ${type} in no language: ${lang}`]),
    ]),
  ];
}
