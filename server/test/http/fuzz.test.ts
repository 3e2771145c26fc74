/** Five hundred requests that nobody thought of: none is a fault of ours, and none is told how the server is made. */
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Answer, ask, LEAKS, send, type TestServer, testServer, TRUSTED } from './harness.ts';

const RUNS = 500;
const SEED = 20_111_108;

const server = testServer();

const DOCUMENTS = [
  TRUSTED,
  'query ($first: Int, $after: String, $filter: TrainingSessionFilter, $sort: TrainingSessionSort! = STARTS_AT) { trainingSessions(first: $first, after: $after, filter: $filter, sort: $sort) { totalCount pageInfo { endCursor hasNextPage } edges { cursor node { id title { text } startsAt placesLeft can { register } } } } }',
  'query ($id: ID!) { node(id: $id) { __typename id ... on Expert { name profession { name { text } } } } }',
  'query ($code: CountryCode!, $year: Int) { country(code: $code) { name { text } holidays(year: $year) { date } trainingSessions(last: 3) { nodes { id } } } service { locale } }',
  'query ($search: NonEmptyString, $if: Boolean = true) { terms(filter: { search: $search }) @include(if: $if) { totalCount nodes { id } } __schema { queryType { name } } }',
  '{ service { hasDemonstrationData locales { tag } } recommendations(first: 2) { nodes { id year } } }',
];

const oddText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }), fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom('', '\0', '\ud800', "' or 1=1 --", '%_\\', '2026-02-31T00:00:00Z', '2026-05-01T00:00:00Z', 'RO', 'ro', 'XK', 'Expert_1', 'TrainingSession_00000000-0000-0000-0000-000000000000', 'WyJTVEFSVFNfQVQiLDEsMl0', '__proto__', 'LATEST', '9'.repeat(400)),
);
const oddNumber = fc.oneof(fc.integer(), fc.double(), fc.constantFrom(0, -0, 1, -1, 100, 101, 2 ** 31, 2 ** 53 + 2, 1e309, 1e21));
const oddValue = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof({ depthSize: 'small' }, oddText, oddNumber, fc.boolean(), fc.constant(null), fc.array(tie('value'), { maxLength: 4 }), fc.dictionary(fc.constantFrom('country', 'formats', 'from', 'until', 'search', 'theme', 'x', '__proto__'), tie('value'), { maxKeys: 4 })),
})).value;

/** Mostly what the documents ask for, now and then anything. */
const nearly = (usual: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> => fc.oneof({ weight: 12, arbitrary: usual }, { weight: 1, arbitrary: oddValue });
const variables = fc.record({
  first: nearly(fc.integer({ min: 0, max: 5 })), after: nearly(fc.constant(null)), filter: nearly(fc.record({ country: fc.constantFrom('RO', 'BG', 'XK', 'FR'), search: nearly(fc.string({ minLength: 1, maxLength: 10 })), formats: fc.constant(['ONLINE']) }, { requiredKeys: [] })),
  sort: nearly(fc.constantFrom('TITLE', 'LATEST')), id: nearly(fc.constantFrom('Expert_1', 'Theme_x', 'x')), code: nearly(fc.constantFrom('RO', 'FR')), year: nearly(fc.integer({ min: 2020, max: 2030 })),
  search: nearly(fc.string({ minLength: 1, maxLength: 10 })), if: nearly(fc.boolean()), nobody: nearly(fc.integer()),
}, { requiredKeys: ['id', 'code', 'sort'] });

/** A document of ours with a piece taken out, put in twice or replaced. */
const mutated = fc.tuple(fc.constantFrom(...DOCUMENTS), fc.nat(), fc.nat({ max: 30 }), fc.oneof(fc.constantFrom('', '{', '}', '(', ')', '...', '@include(if: $if)', '[[', '"""', '#', '$', ':', '!', '&', '|', 'null', '1e400', '__typename'), oddText))
  .map(([text, at, length, put]) => text.slice(0, at % text.length) + put + text.slice((at % text.length) + length));
const document = fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...DOCUMENTS) }, { weight: 3, arbitrary: mutated }, { weight: 1, arbitrary: oddText });

const body = fc.oneof(
  { weight: 12, arbitrary: fc.record({ query: document, variables, operationName: nearly(fc.constantFrom(null, null, null, null, 'TestCountries', '')) }, { requiredKeys: ['query'] }) },
  { weight: 1, arbitrary: fc.record({ documentId: oddText, variables, extensions: oddValue }, { requiredKeys: [] }) },
  { weight: 1, arbitrary: oddValue },
).map((value) => JSON.stringify(value) ?? '');
const brokenBody = fc.tuple(body, fc.nat(), oddText).map(([text, at, put]) => text.slice(0, at % (text.length + 1)) + put);

const header = fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789-_;,=./*+" '), maxLength: 60 });
/** Most pages that ask with a cookie are ours, and do not say where they are. */
const cookies = fc.oneof({ weight: 4, arbitrary: fc.record({ cookie: header }) }, { weight: 4, arbitrary: fc.record({ origin: header }) }, { weight: 1, arbitrary: fc.record({ cookie: header, origin: header }) });
const headers = fc.tuple(cookies, fc.record({
  'content-type': fc.oneof({ weight: 8, arbitrary: fc.constant('application/json') }, { weight: 1, arbitrary: header }),
  accept: fc.oneof({ weight: 6, arbitrary: fc.constantFrom('*/*', 'application/json', 'application/graphql-response+json') }, { weight: 1, arbitrary: fc.constantFrom('multipart/mixed', 'text/html') }, { weight: 1, arbitrary: header }),
  'accept-language': header, 'if-none-match': header, 'x-forwarded-for': header, 'content-encoding': fc.constantFrom('identity', 'identity', 'identity', 'gzip'),
}, { requiredKeys: ['content-type'] })).map(([cookie, others]): Record<string, string> => ({ ...others, ...cookie }));

const address = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom('/graphql', '/graphql?locale=fr', '/graphql?locale=sr-Latn') },
  { weight: 1, arbitrary: oddText.map((text) => `/graphql?locale=${encodeURIComponent(text.toWellFormed())}`) },
  { weight: 1, arbitrary: fc.webPath().map((path) => `/${path.replace(/^\/+/, '')}`) },
);

const request = fc.oneof(
  { weight: 5, arbitrary: fc.record({ method: fc.constant('POST'), path: address, headers, body: fc.oneof({ weight: 5, arbitrary: body }, { weight: 1, arbitrary: brokenBody }) }) },
  {
    weight: 3,
    arbitrary: fc.record({ method: fc.constantFrom('GET', 'HEAD'), path: fc.record({ query: document, variables: variables.map((value) => JSON.stringify(value)), locale: fc.constantFrom('en', 'uk') })
      .map((parameters) => `/graphql?${new URLSearchParams(Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, value.toWellFormed()]))).toString()}`), headers: fc.constant({}), body: fc.constant(undefined) }),
  },
  { weight: 1, arbitrary: fc.record({ method: fc.constantFrom('PUT', 'DELETE', 'PATCH', 'OPTIONS'), path: address, headers: fc.constant({}), body: fc.constant(undefined) }) },
);

type Request = typeof request extends fc.Arbitrary<infer R> ? R : never;

async function sent({ method, path, headers: given, body: text }: Request, to: TestServer): Promise<Answer> {
  return send(to, path, { method, headers: given, ...(text !== undefined && { body: text }) });
}

/** What is wrong with an answer; empty when it is one that anybody may get. */
function wrongWith(answer: Answer, log: TestServer['log']): string[] {
  const wrong: string[] = [];
  if (answer.status >= 500) wrong.push(`status ${answer.status}`);
  if (answer.status >= 400 && LEAKS.test(answer.text)) wrong.push(`says ${LEAKS.exec(answer.text)![0]}`);
  if (answer.headers.has('set-cookie')) wrong.push('sets a cookie');
  for (const { extensions } of answer.errors ?? []) {
    if (extensions.code !== 'INTERNAL_SERVER_ERROR') continue;
    wrong.push(log.some(({ reference }) => reference === extensions.reference) ? 'a fault of ours' : 'a fault of ours that the log does not know');
  }
  return wrong;
}

describe(`${RUNS} requests`, () => {
  const statuses = new Map<number, number>();

  beforeAll(async () => {
    expect((await ask(server(), DOCUMENTS[0]!)).status).toBe(200);
  });

  test('are all answered or refused, and none finds a fault', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(request, async (made) => {
        const answer = await sent(made, server());
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
        expect(wrongWith(answer, server().log)).toEqual([]);
      }),
      { numRuns: RUNS, seed: SEED },
    );
    expect(server().log.filter(({ err }) => err)).toEqual([]);
    expect((await ask(server(), DOCUMENTS[0]!)).status).toBe(200);
  });

  test('were answered often enough, and refused often enough, to mean something', () => {
    expect(statuses.get(200) ?? 0).toBeGreaterThan(RUNS / 5);
    expect(statuses.get(400) ?? 0).toBeGreaterThan(RUNS / 5);
    expect(statuses.size).toBeGreaterThanOrEqual(5);
  });

  test('would have found a fault, had there been one', async () => {
    const em = server().database.orm.em.fork();
    await em.execute('alter table country rename to country_away');
    try {
      const found = await fc.check(
        fc.asyncProperty(request, async (made) => wrongWith(await sent(made, server()), server().log).length === 0), { numRuns: 100, seed: SEED, endOnFailure: true },
      );
      expect(found.failed).toBe(true);
    } finally {
      await em.execute('alter table country_away rename to country');
    }
  });
});
