/** What stands in the parts of an office's file: elements that act, addresses that are fetched, fields of a text and formulas of a table. */
import type { QualifiedTag } from 'sax';
import { ELSEWHERE, FOLLOWED } from './office-relationships.ts';
import { attribute, readXml, type XmlVisitor } from './read-xml.ts';
import { RefusedFile } from './refused-file.ts';

/** Elements of what is within or fetched, by their local names in small letters. */
const ACTIVE_ELEMENTS = new Set(['altchunk', 'subdoc', 'mailmerge', 'oleobject', 'oleobj', 'olelink', 'ddelink', 'externalbook', 'externalreference', 'webpr', 'connection', 'control', 'script']);
/** Elements of pictures, whose addresses are fetched. */
const PICTURES = new Set(['imagedata', 'fill', 'stroke', 'image', 'use', 'feImage']);
/** What a click on a slide may do (ECMA-376-1, 21.1.2.3.5). */
const CLICKS = /^(?:|ppaction:\/\/(?:hlinksldjump|hlinkshowjump|noaction|media|customshow)(?:\?[^/\\]*)?)$/i;
/** Fields of a text that say something of the text itself, its numbers, dates and references (ECMA-376-1, 17.16.5). All others are refused. */
const FIELDS = new Set(`ADDRESSBLOCK ADVANCE AUTHOR AUTONUM AUTONUMLGL AUTONUMOUT BARCODE BIBLIOGRAPHY CITATION COMMENTS CREATEDATE DATE DOCPROPERTY EDITTIME EQ FILENAME FILESIZE FORMCHECKBOX
  FORMDROPDOWN FORMTEXT HYPERLINK INDEX INFO KEYWORDS LASTSAVEDBY LISTNUM NOTEREF NUMCHARS NUMPAGES NUMWORDS PAGE PAGEREF PRINTDATE REF REVNUM SAVEDATE SECTION SECTIONPAGES SEQ STYLEREF SUBJECT
  SYMBOL TA TC TIME TITLE TOA TOC USERNAME XE ZOTERO_ITEM =`.split(/\s+/));
const FORMULAS = new Set(['f', 'formula', 'formula1', 'formula2', 'definedName', 'calculatedColumnFormula', 'totalsRowFormula']);
const ACTIVE_FORMULA = /(?:^|[^A-Za-z\d_])(?:_xl(?:fn|ws)\.)*(?:WEBSERVICE|FILTERXML|IMAGE|RTD|CALL|REGISTER(?:\.ID)?|EXEC|DDE|SQL\.REQUEST|STOCKHISTORY|CUBE[A-Z]+)\s*\(/i;

/** Looks at a part, and has its words gathered. Throws RefusedFile. */
export function refuseContent(bytes: Buffer, words: XmlVisitor): void {
  const fields = fieldsOf();
  const formulas = formulasOf();
  readXml(bytes, {
    open: (tag) => {
      refuseTag(tag);
      fields.open!(tag);
      formulas.open!(tag);
      words.open!(tag);
    },
    text: (text) => {
      fields.text!(text);
      formulas.text!(text);
      words.text!(text);
    },
    close: (local) => {
      fields.close!(local);
      formulas.close!(local);
      words.close!(local);
    },
  });
}

function refuseTag(tag: QualifiedTag): void {
  if (ACTIVE_ELEMENTS.has(tag.local.toLowerCase())) throw new RefusedFile('ACTIVE');
  for (const { local, value } of Object.values(tag.attributes)) {
    if ((isFetched(tag.local, local) && ELSEWHERE.test(value) && !value.startsWith('data:image/')) || (local === 'action' && !CLICKS.test(value))) throw new RefusedFile('ACTIVE');
  }
}

const isFetched = (element: string, name: string): boolean => name === 'src' || name === 'althref' || (name === 'href' && PICTURES.has(element));

/** Fields, one within another: what each is must be said before another begins in it, so that none is put together by what another says. */
function fieldsOf(): XmlVisitor {
  const open: string[] = [];
  let isCode = false;
  const begin = (): void => {
    if (open.length > 0 && open.at(-1) !== '\0' && wordOf(open.at(-1)!) === '') throw new RefusedFile('ACTIVE');
    open.push('');
  };
  const said = (): void => {
    const code = open.at(-1);
    if (code !== undefined && code !== '\0') refuseField(code);
  };
  return {
    open: (tag) => {
      if (tag.local === 'fldSimple') refuseField(attribute(tag, 'instr') ?? '');
      if (tag.local === 'instrText' || tag.local === 'delInstrText') isCode = true;
      if (tag.local !== 'fldChar') return;
      const type = attribute(tag, 'fldCharType');
      if (type === 'begin') return begin();
      said();
      // What follows is what the field came to.
      if (type === 'separate' && open.length > 0) open[open.length - 1] = '\0';
      if (type === 'end') open.pop();
    },
    text: (text) => {
      if (!isCode) return;
      if (open.length === 0) throw new RefusedFile('ACTIVE');
      if (open.at(-1) !== '\0') open[open.length - 1] += text;
    },
    close: (local) => {
      if (local === 'instrText' || local === 'delInstrText') isCode = false;
    },
  };
}

const wordOf = (code: string): string => /^\s*(=|[^\s\\"]*)/.exec(code)![1]!.toUpperCase();

function refuseField(code: string): void {
  const word = wordOf(code);
  if (!FIELDS.has(word)) throw new RefusedFile('ACTIVE');
  const rest = code.trimStart().slice(word.length).trim().replace(/^["“”]/, '');
  if (word === 'HYPERLINK' && rest !== '' && !/^\\[a-z](?:\s|$)/i.test(rest) && !FOLLOWED.test(rest)) throw new RefusedFile('ACTIVE');
}

function formulasOf(): XmlVisitor {
  let formula: string | undefined;
  return {
    open: ({ local }) => {
      if (FORMULAS.has(local)) formula = '';
    },
    text: (text) => {
      if (formula !== undefined) formula += text;
    },
    close: (local) => {
      if (formula !== undefined && FORMULAS.has(local)) refuseFormula(formula);
      if (FORMULAS.has(local)) formula = undefined;
    },
  };
}

/** Outside of its texts: what asks a server, a program (`program|topic!item`) or another machine. */
function refuseFormula(formula: string): void {
  const bare = formula.replaceAll(/"[^"]*"/g, '""');
  if (ACTIVE_FORMULA.test(bare) || bare.includes('|') || bare.includes('\\\\')) throw new RefusedFile('ACTIVE');
}
