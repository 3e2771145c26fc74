/**
 * A text as the rules read it: without marks, capitals and invisible signs, in one kind of digits and spaces, Cyrillic in
 * Latin letters. One folding serves letters composed or not, Serbian in both scripts, and letters of another alphabet
 * put in to deceive. Every sign keeps its place in the original.
 */
export interface Reading {
  readonly original: string;
  readonly text: string;
  /** The code unit of the original where each code unit of `text` comes from, and one more for the end. */
  readonly places: Uint32Array;
}

const LATIN_OF: Readonly<Record<string, string>> = {
  а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', ђ: 'd', е: 'e', є: 'e', ж: 'z', з: 'z', ѕ: 'z', и: 'i', і: 'i', ј: 'j', к: 'k', л: 'l', љ: 'lj',
  м: 'm', н: 'n', њ: 'nj', о: 'o', п: 'p', р: 'r', с: 's', т: 't', ћ: 'c', у: 'u', ф: 'f', х: 'h', ц: 'c', ч: 'c', џ: 'dz', ш: 's',
  щ: 'st', ъ: 'a', ь: '', ю: 'ju', я: 'ja', ы: 'i', э: 'e', ґ: 'g', đ: 'd', ı: 'i', ł: 'l', ø: 'o', œ: 'oe', æ: 'ae', ß: 'ss', ς: 'σ',
  '’': "'", 'ʼ': "'", '‘': "'", '′': "'", '‐': '-', '‑': '-', '‒': '-', '–': '-', '—': '-', '−': '-', '⁄': '/', '∕': '/', '·': '.', '․': '.',
};

const kept = new Map<string, string>();
const MOST_KEPT = 5000;

/** The value of a decimal digit of any script: the digits of each stand one after the other, from nought. */
function digit(sign: string): string {
  const code = sign.codePointAt(0)!;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(code - zero);
}

function foldedPart(part: string): string {
  const small = part.toLowerCase();
  if (/\p{Nd}/u.test(small)) return digit(small);
  if (small === '\n' || small === '\r') return '\n';
  return /\s/u.test(small) ? ' ' : LATIN_OF[small] ?? small;
}

function foldedSign(sign: string): string {
  const known = kept.get(sign);
  if (known !== undefined) return known;
  const made = [...sign.normalize('NFKD')].filter((part) => !/[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}]/u.test(part)).map(foldedPart).join('');
  if (kept.size < MOST_KEPT) kept.set(sign, made);
  return made;
}

/** A text as the rules compare it. */
export const fold = (text: string): string => [...text].map(foldedSign).join('');

/** A word as the rules compare it. One of a single letter keeps its mark: French "a" and "à" are two words. */
export function foldWord(word: string): string {
  const composed = word.normalize('NFC');
  return [...composed].length === 1 && /\p{M}/u.test(composed.normalize('NFD')) ? composed.toLowerCase() : fold(word);
}

/** Reads a text once for all rules. Half a surrogate pair is a sign like another. */
export function readText(original: string): Reading {
  const parts: string[] = [];
  const places: number[] = [];
  let place = 0;
  for (const sign of original) {
    const folded = foldedSign(sign);
    parts.push(folded);
    for (let i = 0; i < folded.length; i += 1) places.push(place);
    place += sign.length;
  }
  places.push(original.length);
  return { original, text: parts.join(''), places: Uint32Array.from(places) };
}

/** Where in the original a stretch of the folded text ends: after the sign its last code unit comes from. */
export function endOf({ original, places }: Reading, to: number): number {
  if (to <= 0) return 0;
  const last = places[to - 1] ?? original.length;
  return Math.min(original.length, last + (original.codePointAt(last)! > 0xffff ? 2 : 1));
}
