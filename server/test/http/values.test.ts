/** Values that cannot be used, in variables and in documents: each is refused with a code, none is a fault of ours. */
import { beforeAll, describe, expect, test } from 'vitest';
import { SESSION } from '../../src/trainings/world.fixture.ts';
import { type Answer, ask, LEAKS, post, testServer } from './harness.ts';

const server = testServer();

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

let ids: { expert: string; session: string; term: string; cursor: string; termCursor: string };

beforeAll(async () => {
  const { data } = await ask(server(), `{
    experts(first: 1) { nodes { id } } terms(first: 1) { edges { cursor node { id } } }
    trainingSessions(first: 1) { edges { cursor node { id } } }
  }`);
  const { experts, terms, trainingSessions } = data as unknown as {
    experts: { nodes: { id: string }[] };
    terms: { edges: { cursor: string; node: { id: string } }[] };
    trainingSessions: { edges: { cursor: string; node: { id: string } }[] };
  };
  ids = {
    expert: experts.nodes[0]!.id, session: trainingSessions.edges[0]!.node.id, term: terms.edges[0]!.node.id,
    cursor: trainingSessions.edges[0]!.cursor, termCursor: terms.edges[0]!.cursor,
  };
});

function expectRefusal(answer: Answer, code: string, status = 400): void {
  expect({ status: answer.status, code: answer.code, text: answer.text }).toMatchObject({ status, code });
  expect(answer.data ?? null).toBeNull();
  expect(answer.text).not.toMatch(LEAKS);
  expect(answer.headers.get('cache-control')).toBe('no-store');
}

const at = ({ data }: Answer): number => (data as { trainingSessions: { totalCount: number } }).trainingSessions.totalCount;

const SESSIONS = 'query ($filter: TrainingSessionFilter, $first: Int, $last: Int, $after: String, $before: String, $sort: TrainingSessionSort! = STARTS_AT) { trainingSessions(filter: $filter, first: $first, last: $last, after: $after, before: $before, sort: $sort) { totalCount nodes { id } } }';

describe('dates and instants', () => {
  test.each([
    '2026-02-31T00:00:00Z', '2026-02-30T10:00:00+01:00', '2026-13-01T00:00:00Z', '2026-04-31T00:00:00Z', '2025-02-29T12:00:00Z', '2026-01-01T24:30:00Z',
    '10000-01-01T00:00:00Z', '2026-01-01', 'yesterday', '', 'NaN', '2026-01-01T00:00:00', 'infinity', 1e20, true, {}, [[]],
  ])('an instant that there is not is refused: %j', async (from) => {
    expectRefusal(await ask(server(), SESSIONS, { filter: { from } }), 'BAD_USER_INPUT');
  });

  test('the same instants are refused where they stand in the document', async () => {
    expectRefusal(await ask(server(), '{ trainingSessions(filter: { from: "2026-02-31T00:00:00Z" }) { totalCount } }'), 'GRAPHQL_VALIDATION_FAILED');
  });

  test.each(['2026-02-28T00:00:00Z', '2028-02-29T12:00:00.5+02:00', '0001-01-01T00:00:00Z', '9999-12-31T23:59:59Z', '2026-03-29T02:30:00+01:00', '2026-10-25T02:30:00+02:00'])(
    'an instant that there is asks: %s',
    async (from) => {
      expect((await ask(server(), SESSIONS, { filter: { from } })).status).toBe(200);
    },
  );

  test('a leap second and an end before the start ask for nothing that there is, and break nothing', async () => {
    const leap = await ask(server(), SESSIONS, { filter: { from: '2016-12-31T23:59:60Z' } });
    expect([200, 400]).toContain(leap.status);
    const none = await ask(server(), SESSIONS, { filter: { from: '2030-01-01T00:00:00Z', until: '2020-01-01T00:00:00Z' } });
    expect(none.data).toMatchObject({ trainingSessions: { totalCount: 0 } });
  });

  test.each(['0000-01-01', '0000-02-29', '0000-12-31', '2026-02-30', '-001-01-01', '20260-01-01', '2026-1-1', '2026-01-01T00:00:00Z', '', 'infinity', '-infinity', 'epoch', 20260101])('a day that there is not is refused: %j', async (from) => {
    expectRefusal(await ask(server(), 'query ($from: LocalDate) { needs(filter: { from: $from }) { totalCount } }', { from }), 'BAD_USER_INPUT');
    expectRefusal(await ask(server(), 'query ($from: LocalDate) { expertSearch(from: $from) { totalCount } }', { from }), 'BAD_USER_INPUT');
  });

  test.each(['0001-01-01', '2028-02-29', '9999-12-31'])('a day that there is asks: %s', async (from) => {
    const { status, data } = await ask(server(), 'query ($from: LocalDate) { needs(filter: { from: $from, until: $from }) { totalCount } expertSearch(from: $from) { totalCount } }', { from });
    expect({ status, data }).toEqual({ status: 200, data: { needs: { totalCount: 0 }, expertSearch: { totalCount: 0 } } });
  });

  test.each(['0000-01-01T00:00:00Z', '0000-12-31T23:59:59Z', '0001-01-01T00:00:00+02:00', '9999-12-31T23:59:59-10:00'])('an instant at the edge of the years breaks nothing: %s', async (instant) => {
    const all = at(await ask(server(), SESSIONS, {}));
    expect(all).toBeGreaterThan(0);
    const isEarly = instant < '1';
    expect(at(await ask(server(), SESSIONS, { filter: { from: instant } }))).toBe(isEarly ? all : 0);
    expect(at(await ask(server(), SESSIONS, { filter: { until: instant } }))).toBe(isEarly ? 0 : all);
  });

  test.each([0, -1, 2_147_483_647, -2_147_483_648])('holidays of the year %i are none, not a fault', async (year) => {
    const answer = await ask(server(), 'query ($year: Int) { country(code: "RO") { holidays(year: $year) { date } } }', { year });
    if (answer.status === 200) expect(answer.data).toEqual({ country: { holidays: [] } });
    else expectRefusal(answer, 'BAD_USER_INPUT');
  });
});

describe('zones of time', () => {
  const MAKE = 'mutation ($key: UUID!, $input: SessionInput!) { createSession(key: $key, input: $input) { outcome } }';
  const made = (timeZone: unknown): Promise<Answer> => ask(server(), MAKE, { key: '00000000-0000-4000-8000-000000000000', input: { ...SESSION, timeZone } });

  test.each(['Europe/Nowhere', 'Europe', 'Mars/Olympus', '', ' Europe/Skopje', 'Europe/Skopje ', 'GMT+1', 'posix/Europe/Paris', 'Europe/Skopje\n', 0, true, null, ['Europe/Skopje', 'Europe/Paris']])('one that there is not is refused: %j', async (timeZone) => {
    expectRefusal(await made(timeZone), 'BAD_USER_INPUT');
  });

  test.each(['Europe/Skopje', 'Europe/Kyiv', 'Europe/Kiev', 'UTC'])('one that there is asks, which a visitor may not: %s', async (timeZone) => {
    expect((await made(timeZone)).code).toBe('UNAUTHENTICATED');
  });
});

describe('ids and cursors', () => {
  const NODE = 'query ($id: ID!) { node(id: $id) { id } }';

  test('an id of nothing and of no type of ours is null', async () => {
    for (const id of ['', 'x', '_', '__', 'Nobody_1', 'Query_1', '__proto__', 'constructor_1', 'LocalizedText_1', 'Theme_', 12345]) {
      const { status, data, code } = await ask(server(), NODE, { id });
      expect({ id, status, data, code }).toEqual(id === 'Theme_' ? { id, status: 400, data: undefined, code: 'BAD_USER_INPUT' } : { id, status: 200, data: { node: null }, code: undefined });
    }
  });

  test('an id that is malformed, tampered or of another type is refused', async () => {
    const tampered = `${ids.expert.slice(0, -1)}${ids.expert.endsWith('0') ? '1' : '0'}`;
    expect((await ask(server(), NODE, { id: tampered })).data).toEqual({ node: null });
    for (const id of [`${ids.expert}0`, ids.expert.slice(0, -1), 'Expert_1', "Expert_' or 1=1 --", `Expert_${'a'.repeat(5_000)}`, ids.expert.toUpperCase().replace('EXPERT', 'Expert')]) {
      expectRefusal(await ask(server(), NODE, { id }), 'BAD_USER_INPUT');
    }
    for (const id of [ids.session, ids.term, ids.expert.replace('Expert', 'TrainingSession')]) {
      expectRefusal(await ask(server(), 'query ($id: ID!) { expert(id: $id) { id } }', { id }), 'BAD_USER_INPUT');
    }
  });

  test('a cursor that is malformed, tampered or of another list is refused', async () => {
    const [sort, key, id] = JSON.parse(Buffer.from(ids.cursor, 'base64url').toString()) as [string, unknown, unknown];
    expect((await ask(server(), SESSIONS, { after: ids.cursor })).status).toBe(200);
    const cursors = [
      'x', '!!!', '0', encode(null), encode({}), encode([]), encode([sort]), encode([sort, key]), encode([sort, key, id, 1]), encode(['LATEST', key, id]),
      encode([sort, {}, id]), encode([sort, [1], id]), encode([sort, null, id]), encode([sort, 'soon', id]), encode([sort, key, 'nobody']), encode([sort, true, true]),
      encode([sort, key, "'; drop table expert; --"]), encode([sort, '2026-02-31', id]), encode([sort, 1e21, id]), encode([sort, '\0', id]), encode([sort, key, '\ud800']),
      ids.termCursor, `${ids.cursor}${'A'.repeat(20_000)}`,
    ];
    for (const after of cursors) expectRefusal(await ask(server(), SESSIONS, { after }), 'BAD_USER_INPUT');
  });
});

describe('page sizes', () => {
  test.each([
    { first: 1e9 }, { first: -1 }, { first: 101 }, { last: -1 }, { last: 1e9 }, { first: 1, last: 1 }, { first: 0, last: 0 }, { first: -2_147_483_648 },
    { after: '' }, { before: 'x' }, { after: 'x', last: 2 },
  ])('%j is refused', async (variables) => {
    expectRefusal(await ask(server(), SESSIONS, variables), 'BAD_USER_INPUT');
  });

  test.each([{ first: 0 }, { first: 100 }, { last: 1 }, { first: null, last: null }, {}])('%j asks', async (variables) => {
    expect((await ask(server(), SESSIONS, variables)).status).toBe(200);
  });

  test.each(['"1"', '1.5', '9007199254740993', '2147483648', '-2147483649', '1e309', 'true', '[1]', '{}', '"NaN"'])('an Int is not %s', async (first) => {
    expectRefusal(await post(server(), `{"query":${JSON.stringify(SESSIONS)},"variables":{"first":${first === '[1]' ? '[1,2]' : first}}}`), 'BAD_USER_INPUT');
  });

  test('NaN and a number with a leading zero are not JSON', async () => {
    for (const first of ['NaN', '-NaN', 'Infinity', '01', '1.', '0x10', 'undefined']) {
      expectRefusal(await post(server(), `{"query":${JSON.stringify(SESSIONS)},"variables":{"first":${first}}}`), 'BAD_REQUEST');
    }
    for (const first of ['NaN', '"1"', '9007199254740993', '1.5']) {
      expectRefusal(await ask(server(), `{ trainingSessions(first: ${first}) { totalCount } }`), 'GRAPHQL_VALIDATION_FAILED');
    }
  });

  test('minus zero is zero', async () => {
    const { data } = await post(server(), `{"query":${JSON.stringify(SESSIONS)},"variables":{"first":-0}}`);
    expect(data).toMatchObject({ trainingSessions: { nodes: [] } });
  });
});

describe('what does not fit the schema', () => {
  test('an enum value that there is not is refused, without saying which there are', async () => {
    expectRefusal(await ask(server(), SESSIONS, { sort: 'STARTS_ATT' }), 'BAD_USER_INPUT');
    expectRefusal(await ask(server(), SESSIONS, { filter: { formats: ['ONLIN'] } }), 'BAD_USER_INPUT');
    expectRefusal(await ask(server(), '{ trainingSessions(sort: STARTS_ATT) { totalCount } }'), 'GRAPHQL_VALIDATION_FAILED');
  });

  test('null where there must be a value is refused, also where a default stands in for it', async () => {
    expectRefusal(await ask(server(), 'query ($id: ID!) { node(id: $id) { id } }', { id: null }), 'BAD_USER_INPUT');
    expectRefusal(await ask(server(), 'query ($code: CountryCode = "RO") { country(code: $code) { code } }', { code: null }), 'BAD_USER_INPUT');
    expectRefusal(await ask(server(), 'query ($sort: TrainingSessionSort) { trainingSessions(sort: $sort) { totalCount } }', { sort: null }), 'BAD_USER_INPUT');
    expectRefusal(await ask(server(), 'query ($if: Boolean = true) { countries { code @include(if: $if) } }', { if: null }), 'BAD_USER_INPUT');
    expectRefusal(await ask(server(), '{ node(id: null) { id } }'), 'GRAPHQL_VALIDATION_FAILED');
  });

  test('an error in an argument that graphql-js reads is the sender’s too', async () => {
    const answer = await ask(server(), 'query ($name: String = "Query") { __type(name: $name) { name } }', { name: null });
    expect(answer.code).toBe('BAD_USER_INPUT');
    expect(answer.text).not.toMatch(LEAKS);
  });

  test('an unknown field, argument, type, fragment, directive or variable is refused', async () => {
    for (const query of [
      '{ countriess { code } }', '{ countries { cod } }', '{ countries(size: 1) { code } }', '{ node(id: "x") { ... on Countri { id } } }', '{ countries { ...Nobody } }',
      '{ countries { code @mystery } }', '{ node(id: $id) { id } }', 'query ($x: Nothing) { countries { code } }', '{ countries }', '{ countries { code { x } } }', '{}',
    ]) {
      const answer = await ask(server(), query);
      expectRefusal(answer, query === '{}' ? 'GRAPHQL_PARSE_FAILED' : 'GRAPHQL_VALIDATION_FAILED');
    }
    expectRefusal(await ask(server(), SESSIONS, { filter: { countri: 'RO' } }), 'BAD_USER_INPUT');
  });

  test('a variable that is missing is refused, one that is not asked for is passed over', async () => {
    expectRefusal(await ask(server(), 'query ($id: ID!) { node(id: $id) { id } }'), 'BAD_USER_INPUT');
    expectRefusal(await ask(server(), 'query ($id: ID!) { node(id: $id) { id } }', {}), 'BAD_USER_INPUT');
    expect((await ask(server(), '{ countries { code } }', { nobody: 1, __proto__: null, constructor: { prototype: 1 } })).status).toBe(200);
  });
});

describe('texts', () => {
  const SEARCH = 'query ($search: NonEmptyString) { terms(filter: { search: $search }) { totalCount } }';

  test.each(['\\u0000', 'a\\u0000b', '\\ud800', '\\udc00x', 'a\\ud83d'])('%s in a variable is refused, whatever it is for', async (text) => {
    expectRefusal(await post(server(), `{"query":${JSON.stringify(SEARCH)},"variables":{"search":"${text}"}}`), 'BAD_USER_INPUT');
    expectRefusal(await post(server(), `{"query":"{ countries { code } }","variables":{"unused":[{"a":"${text}"}]}}`), 'BAD_USER_INPUT');
    expectRefusal(await post(server(), JSON.stringify({ query: `{ terms(filter: { search: "${text}" }) { totalCount } }` })), text.includes('u0000') ? 'BAD_USER_INPUT' : 'GRAPHQL_PARSE_FAILED');
  });

  test('an emoji, right-to-left marks and the language of SQL and its patterns are texts like any other', async () => {
    for (const search of ['😀', '\u202e', "' or 1=1 --", '%', '_', '\\', '%_\\', '$1', '{{x}}', '; drop table expert', 'a\u2028b', 'a\ufeffb', 'a'.repeat(2_000)]) {
      const { status, data } = await ask(server(), SEARCH, { search });
      expect({ search, status, data }).toEqual({ search, status: 200, data: { terms: { totalCount: expect.any(Number) as number } } });
    }
  });

  test('a text that is longer than any is refused, in a variable and in the document', async () => {
    const search = 'a'.repeat(2_001);
    expectRefusal(await ask(server(), SEARCH, { search }), 'BAD_USER_INPUT');
    expectRefusal(await ask(server(), `{ terms(filter: { search: "${search}" }) { totalCount } }`), 'QUERY_TOO_COMPLEX');
  });

  test('more values than any operation needs are refused, and more in a list than are looked for', async () => {
    const formats = (count: number): Readonly<Record<string, unknown>> => ({ filter: { formats: Array.from({ length: count }, () => 'ONLINE') } });
    for (const count of [501, 9_000, 10_001]) expectRefusal(await ask(server(), SESSIONS, formats(count)), 'BAD_USER_INPUT');
    expect((await ask(server(), SESSIONS, formats(500))).status).toBe(200);
    expectRefusal(await ask(server(), '{ countries { code } }', { nothing: Array.from({ length: 10_000 }, () => 1) }), 'BAD_USER_INPUT');
    expect((await ask(server(), '{ countries { code } }', { nothing: Array.from({ length: 9_000 }, () => 1) })).status).toBe(200);
  });

  test('values that are all wrong are told of a few', async () => {
    const answer = await ask(server(), SESSIONS, { filter: { formats: Array.from({ length: 450 }, () => 'ONLIN') } });
    expectRefusal(answer, 'BAD_USER_INPUT');
    expect(answer.errors!.length).toBeLessThanOrEqual(10);
  });

  test('lists nested deeper than any stack are refused', async () => {
    const nested = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
    expectRefusal(await post(server(), `{"query":${JSON.stringify(SESSIONS)},"variables":{"filter":{"formats":${nested}}}}`), 'BAD_USER_INPUT');
  });
});
