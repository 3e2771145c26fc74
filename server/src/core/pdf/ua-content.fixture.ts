/** What stands on the pages of a PDF, as a viewer reads it, and what of PDF/UA it breaks: all of it is an artifact or tagged, once, and every letter says which it is. */
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Structure } from './ua-structure.fixture.ts';

const TEXT = new Set([OPS.showText, OPS.showSpacedText, OPS.nextLineShowText, OPS.nextLineSetSpacingShowText]);
const PAINT = new Set([
  ...TEXT, OPS.stroke, OPS.closeStroke, OPS.fill, OPS.eoFill, OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke, OPS.closeEOFillStroke, OPS.shadingFill, OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject, OPS.paintSolidColorImageMask,
]);

interface Mark {
  readonly tag: string;
  /** Its number on the page; null for what is in no structure. */
  readonly mcid: number | null;
}

interface Glyph {
  readonly unicode: string;
}

interface Shown {
  /** What it stands in, the outermost first. */
  readonly marks: readonly Mark[];
  readonly glyphs: readonly Glyph[];
}

/** A name comes as one or as its letters. */
const lettersOf = (name: unknown): string => (typeof name === 'string' ? name : (name as { readonly name: string }).name);

/** All that is painted on a page, each with what it stands in; and all numbers that are given there, to something or to nothing. */
function shownBy(fns: readonly number[], args: readonly unknown[]): { readonly shown: readonly Shown[]; readonly mcids: readonly number[] } {
  const [marks, shown, mcids]: [Mark[], Shown[], number[]] = [[], [], []];
  fns.forEach((fn, i) => {
    const given = args[i] as readonly unknown[] | null;
    if (fn === OPS.beginMarkedContent || fn === OPS.beginMarkedContentProps) {
      const mcid = typeof given![1] === 'number' ? given![1] : null;
      marks.push({ tag: lettersOf(given![0]), mcid });
      if (mcid !== null) mcids.push(mcid);
    } else if (fn === OPS.endMarkedContent) marks.pop();
    else if (PAINT.has(fn === OPS.constructPath ? (given![0] as number) : fn)) shown.push({ marks: [...marks], glyphs: TEXT.has(fn) ? (given![0] as readonly unknown[]).filter((one): one is Glyph => typeof one === 'object' && one !== null) : [] });
  });
  return { shown, mcids };
}

const isArtifact = ({ tag }: Mark): boolean => tag === 'Artifact';

const isInStructure = (structure: Structure, page: number, mcid: number): boolean => {
  const element = structure.marks.get(`${page}/${mcid}`);
  return element !== undefined && structure.parentOf(page, mcid) === element.dict;
};

function faultsOf({ marks, glyphs }: Shown, page: number, structure: Structure): string[] {
  const [artifact, tagged] = [marks.findIndex(isArtifact), marks.findLastIndex(({ mcid }) => mcid !== null)];
  const where = `on page ${page + 1}`;
  const rules: readonly (readonly [isBroken: boolean, what: string])[] = [
    [artifact < 0 && tagged < 0, `01-005 something ${where} is neither tagged nor an artifact`],
    [tagged >= 0 && artifact > tagged, `01-003 an artifact in something tagged ${where}`],
    [artifact >= 0 && tagged > artifact, `01-004 something tagged in an artifact ${where}`],
    [tagged >= 0 && !isInStructure(structure, page, marks[tagged]!.mcid!), `01-005 something ${where} is marked, and in no structure`],
    // What a font has no letter for has no letter.
    [glyphs.some(({ unicode }) => unicode === '\0'), `31-030 a letter ${where} that its font has not`],
    [artifact < 0 && glyphs.some(({ unicode }) => !unicode || /[\u0001-\u0008\uFEFF\uFFFE\uFFFD\uE000-\uF8FF]/u.test(unicode)), `10-001 a sign ${where} that does not say which letter it is`],
  ];
  return rules.filter(([isBroken]) => isBroken).map(([, what]) => what);
}

interface Words {
  readonly lang: string | undefined;
  readonly type: string;
  readonly text: string;
}

function wordsOf({ marks, glyphs }: Shown, page: number, structure: Structure): Words {
  const element = structure.marks.get(`${page}/${marks.findLast(({ mcid }) => mcid !== null)?.mcid}`);
  return { lang: element?.lang, type: element?.type ?? '', text: glyphs.map(({ unicode }) => unicode).join('') };
}

/** What stands on the pages, in the order of their content: each text with its tag and the language in effect; and what of PDF/UA it breaks. */
export async function readContent(bytes: Buffer, structure: Structure): Promise<{ readonly words: readonly Words[]; readonly faults: readonly string[] }> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false, disableFontFace: true });
  const file = await task.promise;
  const [words, faults]: [Words[], string[]] = [[], []];
  const seen = new Set<string>();
  for (let page = 0; page < file.numPages; page += 1) {
    const { fnArray, argsArray } = await (await file.getPage(page + 1)).getOperatorList();
    const { shown, mcids } = shownBy(fnArray, argsArray as unknown[]);
    for (const mcid of mcids) seen.add(`${page}/${mcid}`);
    for (const one of shown) {
      faults.push(...faultsOf(one, page, structure));
      if (one.glyphs.length > 0) words.push(wordsOf(one, page, structure));
    }
  }
  await task.destroy();
  for (const mark of structure.marks.keys()) if (!seen.has(mark)) faults.push(`7.1 the structure names ${mark}, which is not there`);
  return { words, faults };
}

export const contentFaults = async (bytes: Buffer, structure: Structure): Promise<readonly string[]> => (await readContent(bytes, structure)).faults;
