/** The limits: wide enough for our own documents with room to grow, and measured as they should be. */
import { readFileSync } from 'node:fs';
import { Lexer, parse, Source } from 'graphql';
import { describe, expect, test } from 'vitest';
import { type Limits, LIMITS, measureDocument } from '../../src/core/graphql/index.ts';

const documents = JSON.parse(readFileSync(new URL('../../../shared/trusted-documents.json', import.meta.url), 'utf8')) as Record<string, string>;

/** How much of each limit a document may use: the rest is room for what is added later. */
const MOST = 0.7;

function tokensOf(text: string): number {
  const lexer = new Lexer(new Source(text));
  let tokens = 0;
  while (lexer.advance().kind !== '<EOF>') tokens += 1;
  return tokens;
}

const measured = (text: string): Omit<Limits, never> => ({ tokens: tokensOf(text), ...measureDocument(parse(text)) });

describe('the client’s documents', () => {
  test('use no more than 70 % of any limit', () => {
    const all = Object.values(documents).map(measured);
    const largest = Object.fromEntries((Object.keys(LIMITS) as (keyof Limits)[]).map((name) => [name, Math.max(0, ...all.map((one) => one[name]))]));
    const tight = Object.entries(largest).filter(([name, value]) => value > LIMITS[name as keyof Limits] * MOST);
    expect({ largest, tight }).toEqual({ largest, tight: [] });
  });

  test('fit into an address, by their hash', () => {
    for (const hash of Object.keys(documents)) expect(hash).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('measuring', () => {
  test.each<[string, Partial<Limits>]>([
    ['{ a }', { depth: 1, aliases: 0, repeats: 1, directives: 0, valueDepth: 0, textLength: 0, introspectedLists: 0 }],
    ['{ a { b { c } } d }', { depth: 3 }],
    ['{ a { ... { ... on T { b } } } }', { depth: 2 }],
    ['{ a { ...F } } fragment F on T { b { c } }', { depth: 3 }],
    ['fragment F on T { b { c } } { a { ...F ...F } x { ...F } }', { depth: 3, repeats: 1 }],
    ['{ x: a y: a { z: b } }', { aliases: 3 }],
    ['{ a { ...F } b { ...F } } fragment F on T { x: a }', { aliases: 2 }],
    ['{ a a ... { a } ...F } fragment F on Query { a }', { repeats: 4 }],
    ['{ a { b } a { b } }', { repeats: 2 }],
    ['query Q @x { a @y @z ...F @w } fragment F on Query @v { b }', { directives: 5, directivesAtOnce: 2 }],
    ['query ($a: I = {b: [1, {c: 2}]}) { a(x: [[[]]], y: $a) }', { valueDepth: 3 }],
    ['{ a(x: "four", y: """block text""") }', { textLength: 10 }],
    ['{ __schema { types { fields { args { name } } } } fields types }', { introspectedLists: 3, depth: 1 }],
    ['{ __type(name: "x") { ...T } a { fields { types } } } fragment T on __Type { fields { name } enumValues { name } }', { introspectedLists: 2, depth: 3 }],
    ['{ ...A } fragment A on T { ...B a } fragment B on T { ...A b }', { depth: 1 }],
    ['{ ...Nobody }', { depth: 0 }],
    ['type T { a: Int }', { depth: 0 }],
    ['query A { a } query B { a { b } x: c }', { depth: 2, aliases: 1 }],
  ])('%s', (text, expected) => {
    expect(measureDocument(parse(text))).toMatchObject(expected);
  });

  test('takes no time that doubles with each fragment', () => {
    const text = `{ ...F0 } ${Array.from({ length: 300 }, (_, i) => `fragment F${i} on Query { x${i}: a ${i < 299 ? `...F${i + 1} b { ...F${i + 1} }` : ''} }`).join(' ')}`;
    const document = parse(text);
    // Time that doubles three hundred times would never end.
    expect(measureDocument(document).aliases).toBeGreaterThan(1e80);
  });
});
