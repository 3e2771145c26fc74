/** Trusted documents: the client's own, sent by the hash of their text. */
import { createHash } from 'node:crypto';
import { HeaderMap } from '@apollo/server';
import { beforeAll, describe, expect, test } from 'vitest';
import { createGraphqlServer, TrustedDocuments } from '../../src/core/graphql/index.ts';
import { ParsedDocuments } from '../../src/core/graphql/parsed-documents.ts';
import { ReadEngine, VISITOR } from '../../src/core/reader/index.ts';
import { createSchema } from '../../src/schema.ts';
import { type Answer, ask, get, LEAKS, NOBODY, NOTHING, NO_JOBS, NO_LIMIT_AT_ALL, NO_PROOFS, NOWHERE, post, testServer, TRUSTED } from './harness.ts';

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

const WITH_VARIABLE = 'query TestCountry($code: CountryCode!) { country(code: $code) { code } }';
const PREPARED = 'query TestPrepared($code: CountryCode!) { country(code: $code) { code currency timeZone } }';
const ID = hashOf(TRUSTED);
const AD_HOC = 'query AdHoc { themes { code } }';

const server = testServer({ documents: { [ID]: TRUSTED, [hashOf(WITH_VARIABLE)]: WITH_VARIABLE, [hashOf(PREPARED)]: PREPARED } });

const apq = (hash: string): object => ({ persistedQuery: { version: 1, sha256Hash: hash } });
const postBody = (body: object): Promise<Answer> => post(server(), JSON.stringify(body));

function expectRefusal(answer: Answer, status: number, code: string): void {
  expect({ status: answer.status, code: answer.code, cache: answer.headers.get('cache-control') }).toEqual({ status, code, cache: 'no-store' });
  expect(answer.data ?? null).toBeNull();
  expect(answer.text).not.toMatch(LEAKS);
}

describe('a document we have', () => {
  let expected: string;

  beforeAll(async () => {
    expected = (await ask(server(), TRUSTED)).text;
    expect(JSON.parse(expected)).toHaveProperty('data.countries');
  });

  test.each([ID, `sha256:${ID}`])('is answered by GET and by POST: %s', async (documentId) => {
    const got = await get(server(), { documentId, locale: 'fr' });
    expect({ status: got.status, text: got.text, cache: got.headers.get('cache-control') }).toEqual({ status: 200, text: expected, cache: 'public, no-cache' });
    expect(await postBody({ documentId })).toMatchObject({ status: 200, text: expected });
  });

  test('is answered as a persisted query, as other clients ask for one', async () => {
    expect(await get(server(), { extensions: JSON.stringify(apq(ID)), locale: 'fr' })).toMatchObject({ status: 200, text: expected });
    expect(await postBody({ extensions: apq(ID) })).toMatchObject({ status: 200, text: expected });
  });

  test('takes variables, and an operation name', async () => {
    const documentId = hashOf(WITH_VARIABLE);
    expect((await get(server(), { documentId, variables: '{"code":"RO"}' })).data).toEqual({ country: { code: 'RO' } });
    expect((await postBody({ documentId, variables: { code: 'RO' }, operationName: 'TestCountry' })).data).toEqual({ country: { code: 'RO' } });
    expectRefusal(await postBody({ documentId }), 400, 'BAD_USER_INPUT');
    expectRefusal(await postBody({ documentId, variables: { code: 'RO' }, operationName: 'Other' }), 400, 'BAD_REQUEST');
  });
});

describe('a document we do not have', () => {
  test.each(['0'.repeat(64), ID.toUpperCase(), ID.slice(1), `${ID}0`, `md5:${ID}`, `sha256:sha256:${ID}`, '', 'x', '../../etc/passwd', '__proto__', 'x'.repeat(8_000), ' '])('is not found: %j', async (documentId) => {
    expectRefusal(await get(server(), { documentId }), 404, 'PERSISTED_QUERY_NOT_FOUND');
    expectRefusal(await postBody({ documentId }), 404, 'PERSISTED_QUERY_NOT_FOUND');
  });

  test('a name of another form, or a protocol we do not speak, is refused', async () => {
    for (const documentId of [1, true, {}, [], null]) expectRefusal(await postBody({ documentId }), 400, 'BAD_REQUEST');
    for (const persistedQuery of [true, 'x', { version: 2, sha256Hash: ID }, { sha256Hash: ID }, [], 1]) expectRefusal(await postBody({ extensions: { persistedQuery } }), 400, 'BAD_REQUEST');
    for (const sha256Hash of [1, null, {}, []]) expectRefusal(await postBody({ extensions: { persistedQuery: { version: 1, sha256Hash } } }), 404, 'PERSISTED_QUERY_NOT_FOUND');
  });

  test('cannot be brought by anybody: text and hash together are answered and forgotten', async () => {
    expect((await postBody({ query: AD_HOC, extensions: apq(hashOf(AD_HOC)) })).data).toHaveProperty('themes');
    expect((await postBody({ query: AD_HOC, documentId: hashOf(AD_HOC) })).data).toHaveProperty('themes');
    expect((await get(server(), { query: AD_HOC, extensions: JSON.stringify(apq(hashOf(AD_HOC))) })).data).toHaveProperty('themes');
    expectRefusal(await postBody({ documentId: hashOf(AD_HOC) }), 404, 'PERSISTED_QUERY_NOT_FOUND');
    expectRefusal(await postBody({ extensions: apq(hashOf(AD_HOC)) }), 404, 'PERSISTED_QUERY_NOT_FOUND');
    expectRefusal(await get(server(), { documentId: hashOf(AD_HOC) }), 404, 'PERSISTED_QUERY_NOT_FOUND');
  });

  test('would be kept by a store that can be written to', async () => {
    class Open extends TrustedDocuments {
      override asCache(): ReturnType<TrustedDocuments['asCache']> {
        const kept = new Map<string, string>();
        return { get: async (key) => kept.get(key), set: async (key, value) => void kept.set(key, value), delete: async (key) => kept.delete(key) };
      }
    }
    const schema = await createSchema();
    const graphql = createGraphqlServer({ schema, engine: new ReadEngine(schema, server().readPool.run), documents: new Open({}), logError: () => undefined, logSlow: () => undefined });
    await graphql.start();
    const context = async () => ({ locale: 'fr' as const, actor: VISITOR, visit: NOWHERE, ownData: NOTHING, proofs: NO_PROOFS, derive: () => '', allowance: NO_LIMIT_AT_ALL, jobs: NO_JOBS, origin: 'http://localhost', transact: () => Promise.reject(new Error('Nothing is changed here')), read: () => Promise.reject(new Error('Nothing is changed here')), hasDemonstrationData: async () => false, hasAgentSignIn: false, operator: NOBODY, mailbox: null, answer: { isPrivate: false } });
    const run = async (body: object) => graphql.executeHTTPGraphQLRequest({ context, httpGraphQLRequest: { method: 'POST', headers: new HeaderMap([['content-type', 'application/json']]), search: '', body } });
    await run({ query: AD_HOC, extensions: apq(hashOf(AD_HOC)) });
    const { body } = await run({ extensions: apq(hashOf(AD_HOC)) });
    await graphql.stop();
    expect(body).toMatchObject({ string: expect.stringContaining('themes') as string });
  });
});

describe('a hash that is not the one of its text', () => {
  test('is refused in a request', async () => {
    expectRefusal(await postBody({ query: AD_HOC, documentId: ID }), 400, 'BAD_REQUEST');
    expectRefusal(await postBody({ query: AD_HOC, extensions: apq(ID) }), 400, 'BAD_REQUEST');
    expectRefusal(await get(server(), { query: AD_HOC, documentId: `sha256:${ID}` }), 400, 'BAD_REQUEST');
    expectRefusal(await postBody({ query: `${TRUSTED} `, documentId: ID }), 400, 'BAD_REQUEST');
    expect(server().log.filter(({ reference }) => reference)).toEqual([]);
  });

  test('is refused when the server starts', () => {
    expect(() => new TrustedDocuments({ [ID]: AD_HOC })).toThrow(ID);
    expect(() => new TrustedDocuments({ [ID]: TRUSTED })).not.toThrow();
  });
});

describe('in the database', () => {
  /** The statements that the server's connections have prepared: all are asked at once, so that each one answers. */
  async function prepared(): Promise<readonly string[]> {
    const text = `select coalesce(json_agg(name), '[]')::text from pg_prepared_statements, (select pg_sleep(0.1)) waited`;
    const lists = await Promise.all(Array.from({ length: 8 }, () => server().readPool.run({ text, values: [] })));
    return [...new Set(lists.flatMap((list) => JSON.parse(list) as string[]))].sort();
  }

  test('a statement of ours is prepared by name once it is asked for often, and an ad-hoc one is not', async () => {
    const before = await prepared();
    const oftenEnough = async (ask: () => Promise<Answer>): Promise<void> => {
      for (let i = 0; i < 8; i += 1) expect((await ask()).status).toBe(200);
    };
    await oftenEnough(() => get(server(), { documentId: hashOf(PREPARED), variables: '{"code":"BG"}', locale: 'bg' }));
    const after = await prepared();
    expect(after.length).toBe(before.length + 1);
    expect(after.every((name) => /^r[0-9a-f]{24}$/.test(name))).toBe(true);
    await oftenEnough(() => get(server(), { documentId: hashOf(PREPARED), variables: '{"code":"RO"}', locale: 'bg' }));
    await oftenEnough(() => ask(server(), PREPARED.replace('currency', 'firstWorkingDay'), { code: 'HU' }));
    await oftenEnough(() => ask(server(), '{ professions { code } }'));
    expect(await prepared()).toEqual(after);
  });
});

describe('documents that are parsed already', () => {
  test('ours stay however many others come, and others make room for each other', async () => {
    const store = new ParsedDocuments(new TrustedDocuments({ [ID]: TRUSTED }));
    const document = { kind: 'Document', definitions: [] } as never;
    await store.set(`schema:${ID}`, document);
    for (let i = 0; i < 1_000; i += 1) await store.set(`schema:${hashOf(String(i))}`, document);
    expect(await store.get(`schema:${ID}`)).toBe(document);
    expect(await store.get(`schema:${hashOf('999')}`)).toBe(document);
    expect(await store.get(`schema:${hashOf('0')}`)).toBeUndefined();
    expect(await store.delete(`schema:${ID}`)).toBe(true);
    expect(await store.get(`schema:${ID}`)).toBeUndefined();
  });
});
