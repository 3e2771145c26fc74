/** Every code an answer may carry, and what happens when it is the database that fails. */
import { createHash } from 'node:crypto';
import { ERROR_CODES, type ErrorCode } from '@passerelle/shared/errors.ts';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { translateError } from '../../src/core/database/read-pool.ts';
import { STATUS } from '../../src/core/errors.ts';
import { MAX_BODY } from '../../src/core/http/request-body.ts';
import { type Answer, ask, get, LEAKS, post, send, start, type TestServer, testServer } from './harness.ts';
import { openProxy, type Proxy } from './proxy.ts';

const server = testServer();

let proxy: Proxy;
let behindProxy: TestServer;

beforeAll(async () => {
  proxy = await openProxy(server().database.owner);
  behindProxy = await start({ ...server().database, owner: proxy.url }, { deadline: 1_000 });
});

afterAll(async () => {
  await proxy.mend();
  await behindProxy.close();
  await proxy.close();
});

const COUNTRIES = '{ countries { code } }';
const sql = (text: string): Promise<unknown> => server().database.orm.em.fork().execute(text);

/** Does the work while a table is not to be found. */
async function without<T>(table: string, work: () => Promise<T>): Promise<T> {
  await sql(`alter table "${table}" rename to "${table}_away"`);
  try {
    return await work();
  } finally {
    await sql(`alter table "${table}_away" rename to "${table}"`);
  }
}

/** Does the work while another holds a table, so that nobody can read it. */
async function whileLocked<T>(table: string, work: (activity: () => Promise<number>) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: inject('databases').superuser.replace(/\/[^/]*$/, new URL(server().database.owner).pathname) });
  await client.connect();
  try {
    await client.query(`begin; lock table "${table}" in access exclusive mode`);
    return await work(async () => {
      await client.query('select pg_stat_clear_snapshot()');
      const { rows } = await client.query<{ count: number }>(
        `select count(*)::int as count from pg_stat_activity where datname = current_database() and application_name = 'passerelle-read' and state = 'active'`);
      return rows[0]!.count;
    });
  } finally {
    await client.end();
  }
}

function expectFault(answer: Answer): void {
  expect({ status: answer.status, code: answer.code }).toEqual({ status: 500, code: 'INTERNAL_SERVER_ERROR' });
  expect(answer.text).not.toMatch(LEAKS);
  const [error] = answer.errors!;
  expect(error!.message).toBe('Something went wrong on the server');
  expect(Object.keys(error!.extensions).sort()).toEqual(['code', 'reference']);
  const logged = server().log.filter(({ reference }) => reference === error!.extensions.reference);
  expect(logged).toHaveLength(1);
  expect(logged[0]!.err!.stack).toContain('at ');
}

/** What is refused to those only who are signed in: `keys.test.ts`, `src/my-data/invented.test.ts`, `src/members/members.test.ts`, `src/trainings/busy-trainers.test.ts`, `src/exports/exports.test.ts`, `test/source-languages.test.ts` and `src/reports/secret-places.test.ts` reach it. */
const REFUSED_TO_SOMEBODY = ['STEP_UP_REQUIRED', 'INVENTED_PERSON', 'LISTED_PERSON', 'LIST_TOO_LONG', 'TRAINER_BUSY', 'PROTECTED_PLACE', 'TRANSLATION_EXISTS'] as const;
type Reached = Exclude<ErrorCode, (typeof REFUSED_TO_SOMEBODY)[number]>;
const REACHED = ERROR_CODES.filter((code): code is Reached => !REFUSED_TO_SOMEBODY.some((other) => other === code));

describe('every code', () => {
  const ways: Readonly<Record<Reached, () => Promise<Answer>>> = {
    GRAPHQL_PARSE_FAILED: () => ask(server(), '{'),
    GRAPHQL_VALIDATION_FAILED: () => ask(server(), '{ nobody }'),
    BAD_USER_INPUT: () => ask(server(), '{ experts(first: -1) { totalCount } }'),
    BAD_REQUEST: () => post(server(), '{'),
    PAYLOAD_TOO_LARGE: () => post(server(), ' '.repeat(MAX_BODY + 1)),
    QUERY_TOO_COMPLEX: () => ask(server(), `{ countries { ${'code '.repeat(100)} } }`),
    VICTIM_DATA: () => ask(server(), `mutation { requestAccess(input: { organisationName: "N", country: "RS", name: "N", email: "n@ngo.example", role: NGO_MEMBER,
      message: "0101990100102", locale: "fr" }) { days } }`),
    DEMONSTRATION_ADDRESS: () => ask(server(), `mutation { requestAccess(input: { organisationName: "N", country: "RS", name: "N", email: "n@gmail.com", role: NGO_MEMBER,
      message: "We work on prevention.", locale: "fr" }) { days } }`),
    UNKNOWN_LOCALE: () => get(server(), { query: COUNTRIES, locale: 'de' }),
    UNAUTHENTICATED: () => ask(server(), 'mutation { endOtherSessions { ended } }'),
    RATE_LIMITED: async () => {
      const query = 'mutation { requestSignInLink(email: "nobody@example.org") { minutes } }';
      const other = await server().beside({}, { demonstration: false });
      for (let n = 0; n < 5; n += 1) await ask(other, query);
      return ask(other, query);
    },
    PROOF_REQUIRED: async () => ask(await server().beside({}, { proofOfWork: 1 }), 'mutation { requestSignInLink(email: "nobody@example.org") { minutes } }'),
    PERSISTED_QUERY_NOT_FOUND: () => get(server(), { documentId: 'x' }),
    TIMEOUT: () => behind(async () => proxy.freeze()),
    SERVICE_UNAVAILABLE: () => behind(proxy.cut),
    INTERNAL_SERVER_ERROR: () => without('profession', () => ask(server(), '{ professions { code } }')),
  };

  /** What is answered when this has happened to the way to the database. */
  async function behind(accident: () => Promise<void>): Promise<Answer> {
    await accident();
    try {
      return await ask(behindProxy, COUNTRIES);
    } finally {
      await proxy.cut();
      await proxy.mend();
    }
  }

  test.each(REACHED)('%s has its status, and an answer of one form', async (code) => {
    const answer = await ways[code]();
    expect({ status: answer.status, code: answer.code }).toEqual({ status: STATUS[code], code });
    // What a mutation that was refused answers is null.
    const { data, ...rest } = JSON.parse(answer.text) as { data?: unknown };
    expect(Object.keys(rest)).toEqual(['errors']);
    expect(data ?? null).toBeNull();
    for (const { extensions, ...error } of answer.errors!) {
      expect(Object.keys(error).filter((key) => !['message', 'locations', 'path'].includes(key))).toEqual([]);
      expect(Object.keys(extensions).filter((key) => !['code', 'params', 'reference'].includes(key))).toEqual([]);
      expect(typeof error.message).toBe('string');
    }
    expect(answer.text).not.toMatch(LEAKS);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const seconds = answer.errors![0]!.extensions.params?.seconds;
    expect(answer.headers.get('retry-after')).toBe({ 503: '2', 429: String(seconds as number) }[STATUS[code] as 503] ?? null);
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
  });
});

describe('a fault of ours', () => {
  test('says nothing but a reference that the log knows', async () => {
    expectFault(await without('profession', () => ask(server(), '{ professions { code } }')));
    expectFault(await without('profession', () => get(server(), { query: '{ professions { code } }' })));
  });

  test('is what the rules about people of a demonstration say where nobody could have asked for it: not that a text gives a place away', () => {
    const [mixed, place] = ['PD002', 'PD003'].map((code) => Object.assign(new Error('of the database'), { code }));
    expect([translateError(mixed), (translateError(place) as { extensions: { code: string } }).extensions.code]).toEqual([mixed, 'PROTECTED_PLACE']);
  });

  test('says no more where it is not the reader that runs', async () => {
    expectFault(await without('demonstration', () => ask(server(), '{ service { hasDemonstrationData } }')));
  });

  test('that says it all would be noticed', () => {
    for (const leak of [
      'error: relation "profession" does not exist', 'column c.code does not exist', 'could not connect: select code from profession', 'Error: x\n    at run (/srv/app/server/src/main.ts:12:3)', 'PostgreSQL 18.4.0', 'Did you mean "countries"?',
      'Cannot read properties of undefined', 'file:///srv/app/node_modules/pg/index.js', 'Apollo Server supports only GET/POST requests.',
    ]) expect(leak).toMatch(LEAKS);
    for (const fine of ['Cannot query field "x" on type "Query".', 'A page has 0 to 100 elements', 'Select a country']) expect(fine).not.toMatch(LEAKS);
  });
});

describe('a database that is down', () => {
  const until = async (condition: () => Promise<boolean>): Promise<number> => {
    const begun = Date.now();
    while (!(await condition())) {
      if (Date.now() - begun > 10_000) throw new Error('It took longer than 10 s');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return Date.now() - begun;
  };

  test('gives 503 with the time to wait, at once, and the server recovers without a restart', async () => {
    expect((await ask(behindProxy, COUNTRIES)).status).toBe(200);
    expect((await send(behindProxy, '/readyz')).status).toBe(200);
    await proxy.cut();
    const begun = Date.now();
    for (const query of [COUNTRIES, '{ service { hasDemonstrationData } }', '{ service { hasDemonstrationData } countries { code } }']) {
      const answer = await ask(behindProxy, query);
      expect({ query, status: answer.status, code: answer.code, retry: answer.headers.get('retry-after') }).toEqual({ query, status: 503, code: 'SERVICE_UNAVAILABLE', retry: '2' });
      expect(answer.text).not.toMatch(LEAKS);
      expect(answer.headers.get('cache-control')).toBe('no-store');
    }
    const ready = await send(behindProxy, '/readyz');
    expect([ready.status, ready.headers.get('retry-after')]).toEqual([503, '2']);
    expect((await send(behindProxy, '/livez')).status).toBe(200);
    expect(Date.now() - begun).toBeLessThan(8_000);
    await proxy.mend();
    await until(async () => (await ask(behindProxy, COUNTRIES)).status === 200);
    expect((await send(behindProxy, '/readyz')).status).toBe(200);
    expect((await ask(behindProxy, '{ service { hasDemonstrationData } }')).data).toEqual({ service: { hasDemonstrationData: true } });
  });

  test('in the middle of a statement gives 503 too', async () => {
    await whileLocked('country', async (activity) => {
      const asked = ask(behindProxy, COUNTRIES);
      await until(async () => (await activity()) > 0);
      await proxy.cut();
      expect(await asked).toMatchObject({ status: 503, code: 'SERVICE_UNAVAILABLE' });
      await proxy.mend();
    });
    await until(async () => (await ask(behindProxy, COUNTRIES)).status === 200);
  });

  test('that does not answer any more is not waited for', async () => {
    proxy.freeze();
    const begun = Date.now();
    const answer = await ask(behindProxy, COUNTRIES);
    expect({ status: answer.status, code: answer.code, retry: answer.headers.get('retry-after') }).toEqual({ status: 503, code: 'TIMEOUT', retry: '2' });
    expect(Date.now() - begun).toBeLessThan(4_000);
    await proxy.cut();
    await proxy.mend();
    await until(async () => (await ask(behindProxy, COUNTRIES)).status === 200);
  });
});

const WAITING = 'query Waiting { countries { capital { text } } }';
const THEMES = '{ themes { code } }';

describe('a statement that takes too long', () => {
  test('is ended, whether anybody still waits for it or not, and others are answered meanwhile', async () => {
    await whileLocked('country', async (activity) => {
      const begun = Date.now();
      const leaving = new AbortController();
      const left = fetch(`${server().address}/graphql?${new URLSearchParams({ query: COUNTRIES }).toString()}`, { signal: leaving.signal }).catch((error: Error) => error.name);
      const waiting = ask(server(), WAITING);
      await new Promise((resolve) => setTimeout(resolve, 300));
      leaving.abort();
      expect(await left).toBe('AbortError');
      expect(await activity()).toBeGreaterThanOrEqual(1);
      expect((await ask(server(), THEMES)).status).toBe(200);
      expect(await waiting).toMatchObject({ status: 503, code: 'TIMEOUT' });
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, 3_500 - (Date.now() - begun))));
      expect(await activity()).toBe(0);
    });
    expect((await ask(server(), COUNTRIES)).status).toBe(200);
    expect(server().log.filter(({ msg }) => msg === 'A request failed')).toEqual([]);
    const document = createHash('sha256').update(WAITING).digest('hex');
    expect(server().log.filter((line) => line.document === document)).toEqual([expect.objectContaining({ msg: 'A slow operation', operation: 'Waiting', code: 'TIMEOUT' })]);
    expect(server().log.find((line) => line.document === document)!.milliseconds).toBeGreaterThan(2_500);
    expect(server().log.filter((line) => line.document === createHash('sha256').update(THEMES).digest('hex'))).toEqual([]);
  });
});
