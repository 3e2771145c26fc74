/** Documents that are made to be dear: refused before they cost anything, while the same without limits is answered. */
import { getIntrospectionQuery } from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import { LIMITS } from '../../src/core/graphql/index.ts';
import { type Answer, ask, LEAKS, NO_LIMITS, post, type TestServer, testServer } from './harness.ts';

const server = testServer();

/** The same server without any limit: where it answers, it was a limit that refused. */
let unlimited: TestServer;

beforeAll(async () => {
  unlimited = await server().beside({ limits: NO_LIMITS });
});

const times = (count: number, make: (i: number) => string): string => Array.from({ length: count }, (_, i) => make(i)).join(' ');

/** `{ country(code: "RO") { organisations { nodes { country { organisations … } } } } }`, with fields nested `depth` deep. */
function deep(depth: number): string {
  let selection = 'code';
  for (let level = 1; level + 3 < depth; level += 3) selection = `organisations(first: 1) { nodes { country { ${selection} } } }`;
  return `{ country(code: "RO") { ${selection} } }`;
}

function expectRefusal(answer: Answer, code: string): void {
  expect({ status: answer.status, code: answer.code, text: answer.text }).toMatchObject({ status: 400, code });
  expect(answer.text).not.toMatch(LEAKS);
  expect(answer.text.length).toBeLessThan(5_000);
}

describe('a document past a limit is refused, and answered where the limit is not', () => {
  const documents: Readonly<Record<string, string>> = {
    '101 aliases': `{ ${times(101, (i) => `a${i}: countries { code }`)} }`,
    '42 aliases that a fragment multiplies': `{ countries { ${times(6, (i) => `c${i}: name { ...T }`)} } } fragment T on LocalizedText { ${times(6, (i) => `t${i}: text`)} }`,
    '500 times the same field': `{ countries { ${times(500, () => 'code')} } }`,
    'the same field 500 times, in fragments': `{ countries { ${times(250, () => '... { code } ... on Country { code }')} } }`,
    'fields 30 deep': deep(30),
    'fields 30 deep, in a chain of fragments': `{ country(code: "RO") { ...F0 } } ${times(9, (i) => `fragment F${i} on Country { organisations(first: 1) { nodes { country { ${i < 8 ? `...F${i + 1}` : 'code'} } } } }`)}`,
    '21 directives': `{ countries { ${times(21, (i) => `... @include(if: ${i % 2 === 0}) { code }`)} } }`,
    'introspection of everything, ten times': `{ ${times(10, (i) => `s${i}: __schema { types { fields { name args { name } } } }`)} }`,
    'more tokens than any of ours': `{ ${times(20, (i) => `c${i}: countries { name { ${times(15, () => '... { text }')} } }`)} }`,
  };

  test.each(Object.entries(documents))('%s', async (_name, document) => {
    expectRefusal(await ask(server(), document), 'QUERY_TOO_COMPLEX');
    const answered = await ask(unlimited, document);
    expect(answered.errors).toBeUndefined();
    expect(answered.status).toBe(200);
  });
});

describe('a document past a limit that no server would answer', () => {
  test('10 repeated directives are refused as too many', async () => {
    for (const document of [`{ countries { code ${times(10, () => '@include(if: true)')} } }`, `query Q ${times(10, (i) => `@a${i}`)} { countries { code } }`]) {
      expectRefusal(await ask(server(), document), 'QUERY_TOO_COMPLEX');
      expect((await ask(unlimited, document)).code).toBe('GRAPHQL_VALIDATION_FAILED');
    }
  });

  test('10,000 nested braces, brackets and objects are refused as too many', async () => {
    for (const document of ['{a'.repeat(10_000), `{ a(b: ${'['.repeat(10_000)}`, `{ a(b: ${'{c:'.repeat(10_000)}`, `${'{a'.repeat(5_000)}${'}'.repeat(5_000)}`, `query ($a: ${'['.repeat(10_000)}`]) {
      expectRefusal(await ask(server(), document), 'QUERY_TOO_COMPLEX');
      // Without the limit the stack may end, in the parser or behind it: how deep it is differs, so does the refusal. Nothing tells of it.
      const { status, data, text } = await ask(unlimited, document);
      expect({ refused: [400, 500].includes(status), data: data ?? null, leaks: LEAKS.test(text) }).toEqual({ refused: true, data: null, leaks: false });
    }
    expectRefusal(await ask(server(), `{ countries(a: ${'['.repeat(900)}`), 'GRAPHQL_PARSE_FAILED');
  });

  test('lists and objects nested deeper in an argument than any of ours are refused', async () => {
    for (const depth of [7, 400]) {
      expectRefusal(await ask(server(), `{ trainingSessions(filter: { formats: ${'['.repeat(depth - 1)}${']'.repeat(depth - 1)} }) { totalCount } }`), 'QUERY_TOO_COMPLEX');
    }
    expectRefusal(await ask(server(), `query ($f: TrainingSessionFilter = ${'{a:'.repeat(200)}1${'}'.repeat(200)}) { trainingSessions(filter: $f) { totalCount } }`), 'QUERY_TOO_COMPLEX');
  });

  test('a fragment that spreads itself, directly or in a circle, is refused', async () => {
    for (const document of [
      '{ countries { ...A } } fragment A on Country { ...A }',
      '{ countries { ...A } } fragment A on Country { organisations { nodes { country { ...B } } } } fragment B on Country { organisations { nodes { country { ...A } } } }',
      `{ countries { ...F0 } } ${times(100, (i) => `fragment F${i} on Country { ...F${(i + 1) % 100} }`)}`,
    ]) {
      expectRefusal(await ask(server(), document), 'GRAPHQL_VALIDATION_FAILED');
    }
  });

  test('fragments that double themselves are refused in no time', async () => {
    const document = `{ countries { ...F0 } } ${times(40, (i) => `fragment F${i} on Country { ${i < 39 ? `a${i}: name { text } ...F${i + 1} ... { ...F${i + 1} }` : 'code'} }`)}`;
    const begun = performance.now();
    expectRefusal(await ask(server(), document), 'QUERY_TOO_COMPLEX');
    expect(performance.now() - begun).toBeLessThan(10_000);
  });

  test('circular introspection is refused', async () => {
    const circle = `{ __schema { types { ${'fields { type { '.repeat(8)} name ${'} } '.repeat(8)} } } }`;
    expectRefusal(await ask(server(), circle), 'GRAPHQL_VALIDATION_FAILED');
    expect((await ask(unlimited, `{ __schema { types { ${'fields { type { '.repeat(2)} name ${'} } '.repeat(2)} } } }`)).status).toBe(200);
    expectRefusal(await ask(server(), `{ __type(name: "Query") { ${'interfaces { '.repeat(4)} name ${'} '.repeat(4)} } }`), 'GRAPHQL_VALIDATION_FAILED');
  });
});

describe('requests for many operations', () => {
  test('an array of ten operations is refused whole', async () => {
    expectRefusal(await post(server(), JSON.stringify(Array.from({ length: 10 }, () => ({ query: '{ countries { code } }' })))), 'BAD_REQUEST');
    expectRefusal(await post(server(), '[]'), 'BAD_REQUEST');
  });

  test('an operation name that is missing, unknown or of another operation is refused', async () => {
    const query = 'query A { countries { code } } query B { themes { code } }';
    expect((await post(server(), JSON.stringify({ query, operationName: 'B' }))).data).toHaveProperty('themes');
    for (const operationName of ['C', '', 'a', '__proto__', 'constructor', null, undefined]) expectRefusal(await post(server(), JSON.stringify({ query, operationName })), 'BAD_REQUEST');
    for (const single of ['{ countries { code } }', 'query A { countries { code } }']) expectRefusal(await post(server(), JSON.stringify({ query: single, operationName: 'B' })), 'BAD_REQUEST');
    for (const operationName of [1, {}, [], true]) expectRefusal(await post(server(), JSON.stringify({ query, operationName })), 'BAD_REQUEST');
    expectRefusal(await post(server(), JSON.stringify({ query: 'fragment F on Country { code }' })), 'GRAPHQL_VALIDATION_FAILED');
  });

  test('a mutation, a subscription and a definition of types are refused', async () => {
    for (const query of ['mutation { x }', 'subscription { x }', 'type T { x: Int }', 'extend type Query { x: Int }', 'schema { query: Query }']) {
      expectRefusal(await ask(server(), query), 'GRAPHQL_VALIDATION_FAILED');
    }
  });
});

describe('the price', () => {
  test('pages in pages in pages are refused by the number of values they may ask for', async () => {
    const pages = '{ countries { organisations(first: 100) { nodes { country { trainingSessions(first: 100) { nodes { id } } } } } } }';
    expectRefusal(await ask(server(), pages), 'QUERY_TOO_COMPLEX');
    expect((await ask(server(), pages.replaceAll('100', '3'))).status).toBe(200);
  });
});

describe('what people write by hand', () => {
  test('the introspection that tools ask for is answered', async () => {
    expect((await ask(server(), getIntrospectionQuery({ inputValueDeprecation: true, specifiedByUrl: true, schemaDescription: true }))).data).toHaveProperty('__schema');
  });

  test('a document at each limit is answered', async () => {
    for (const document of [
      `{ ${times(LIMITS.aliases, (i) => `a${i}: themes { code }`)} }`,
      `{ countries { ${times(LIMITS.repeats, () => 'code')} } }`,
      deep(LIMITS.depth),
      `{ countries { ${times(LIMITS.directives, () => 'code @include(if: true)')} } }`,
      `{ countries { code } } # ${'a long comment '.repeat(5_000)}`,
    ]) {
      expect({ document, errors: (await ask(server(), document)).errors }).toEqual({ document, errors: undefined });
    }
  });
});
