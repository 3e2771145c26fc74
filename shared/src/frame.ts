/**
 * The document of a page, as a build writes it and the server completes it: the frame of the page in HTML, in which stand
 * marks for what only the server knows.
 */

import { beginningOfDay, beginningOfQuarter } from './instants.ts';

/** Stands where the variable part of the address of a page is in its frame. */
export const ADDRESS_MARK = '~here~';
/** Stands where the variable part of the address of a page is in a text of the variables of what it asks ahead. */
export const ASKED_ADDRESS_MARK = '~this~';
/** Stand where, in the address of what a page asks ahead, an instant is from which on it asks: the beginning of the day or of the quarter of an hour. */
export const INSTANT_MARKS = { day: '~day~', quarter: '~quarter~' } as const;
/** What stands around a part of a frame that is not there for everybody. */
type Marks = readonly [from: string, to: string];
/** What is only there when invented data is shown. */
const DEMONSTRATION: Marks = ['<!--demonstration-->', '<!--/demonstration-->'];
/** What is only there where no session came with the request. */
const VISITORS: Marks = ['<!--visitors-->', '<!--/visitors-->'];
/** What is only there where the address says nothing after its path. */
const BARE: Marks = ['<!--bare-->', '<!--/bare-->'];
const FACTS = ['<script id="facts" type="application/json">', '</script>'] as const;

/** Stands in the head of a document that search engines leave out; its header says the same. */
export const UNLISTED = '<meta name="robots" content="noindex" />';

/** What the server tells the page with its document. */
export interface Facts {
  /** Whether invented experts and sessions are shown beside the real data. */
  readonly hasDemonstrationData: boolean;
  /** Whether agents of the French State can sign in at their own provider. */
  readonly hasAgentSignIn: boolean;
  /** Whether a session came with the request. What it is worth, only the API knows: the document says nothing of a person. */
  readonly isSignedIn: boolean;
}

/** What the server knows of a request for a document. */
export interface Visit {
  /** The variable part of its address, as it stands there; empty where it is left out. */
  readonly address: string;
  /** Whether nothing comes after the path: no conditions, no place in a list. */
  readonly isBare: boolean;
  /** In milliseconds since 1970. */
  readonly now: number;
  /** Undefined when it cannot be known at the moment: the page asks for it then. */
  readonly facts: Facts | undefined;
}

/** The place for the facts, in the head of a document. */
export const FACTS_PLACE = FACTS.join('');

/** A part of a frame that is only there when invented data is shown. */
export function inDemonstration(html: string): string {
  return DEMONSTRATION.join(html);
}

/** A part of a frame that is only there where no session came with the request. */
export function forVisitors(html: string): string {
  return VISITORS.join(html);
}

/** A part of a document that is only there where the address says nothing after its path. */
export function ofBareAddress(html: string): string {
  return BARE.join(html);
}

/** What Vue leaves where nothing is drawn: the page finds it there. */
const NOTHING = '<!---->';

/** The document for a visit. Without facts the parts that are not there for everybody stay away. */
export function completeDocument(document: string, { address, isBare, now, facts }: Visit): string {
  // Where it is left out, so is the stroke before it.
  const said = document.replaceAll(ASKED_ADDRESS_MARK, () => encodeURIComponent(JSON.stringify(decoded(address)).slice(1, -1)));
  const addressed = (address === '' ? said.replaceAll(`/${ADDRESS_MARK}`, '') : said).replaceAll(ADDRESS_MARK, () => escaped(address));
  const instants = { [INSTANT_MARKS.day]: beginningOfDay(now), [INSTANT_MARKS.quarter]: beginningOfQuarter(now) };
  const timed = Object.entries(instants).reduce((text, [mark, instant]) => text.replaceAll(mark, encodeURIComponent(new Date(instant).toISOString())), shown(addressed, BARE, isBare));
  const parts = shown(shown(timed, DEMONSTRATION, facts?.hasDemonstrationData === true), VISITORS, facts?.isSignedIn === false);
  return parts.replace(FACTS_PLACE, () => (facts ? FACTS.join(JSON.stringify(facts)) : ''));
}

/** A part of an address as it is meant; as it stands where it means nothing. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The document with what stands between these marks, or with nothing there. */
function shown(document: string, [from, to]: Marks, isThere: boolean): string {
  const [before, ...rest] = document.split(from);
  const parts = rest.map((part) => {
    const end = part.indexOf(to);
    return (isThere ? part.slice(0, end) : NOTHING) + part.slice(end + to.length);
  });
  return [before, ...parts].join('');
}

/** A text as it stands in HTML, in an attribute too. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
