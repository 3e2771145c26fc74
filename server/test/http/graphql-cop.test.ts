/**
 * The thirteen checks of graphql-cop (https://github.com/dolevf/graphql-cop, `lib/tests`), by their names: what each sends, what it
 * takes for a finding, and what is answered here. Two find what is meant to be: the schema is published, and reads are
 * answered to GET so that caches on the way keep them. A read changes nothing, and a page of another site cannot see its answer.
 * The thirteenth looks for a page, not for an answer, and stands at the end.
 */
import { describe, expect, test } from 'vitest';
import { type Answer, ask, LEAKS, NO_LIMITS, post, send, type TestServer, testServer } from './harness.ts';

const server = testServer();

const TYPENAME = 'query { __typename }';
const ALIASES = `query { ${Array.from({ length: 101 }, (_, n) => `alias${n}:__typename \n`).join('')} }`;
const DIRECTIVES = `query { __typename ${'@aa'.repeat(10)} }`;
const FIELDS = `query { ${'__typename \n'.repeat(500)}} `;
const CIRCULAR = 'query { __schema { types { fields { type { fields { type { fields { type { fields { type { name } } } } } } } } } } }';
const INTROSPECTION = 'query { __schema { types { name fields { name } } } }';

interface Check {
  readonly name: string;
  readonly send: (to: TestServer) => Promise<Answer>;
  /** What the tool takes for a finding, of an answer as JSON. */
  readonly finds: (body: Body) => boolean;
  /** An answer in which the tool has a finding. */
  readonly finding: object;
  /** What is answered here. */
  readonly answered: { readonly status: number; readonly code?: string; readonly isMeant?: boolean };
  /** Whether it is the limits of documents that refuse it. */
  readonly byLimits?: boolean;
}

interface Body {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly message?: string; readonly extensions?: Readonly<Record<string, unknown>> }[];
}

const typename = { data: { __typename: 'Query' } };
const types = ({ data }: Body): number => ((data?.__schema as { types?: unknown[] } | undefined)?.types ?? []).length;

const CHECKS: readonly Check[] = [
  {
    name: 'Alias Overloading', send: (to) => ask(to, ALIASES), finds: ({ data }) => data?.alias100 !== undefined,
    finding: { data: { alias100: 'Query' } }, answered: { status: 400, code: 'QUERY_TOO_COMPLEX' }, byLimits: true,
  },
  {
    name: 'Array-based Query Batching', send: (to) => post(to, JSON.stringify(Array.from({ length: 10 }, () => ({ query: TYPENAME })))), finds: (body) => Array.isArray(body) && body.length >= 10,
    finding: Array.from({ length: 10 }, () => typename), answered: { status: 400, code: 'BAD_REQUEST' },
  },
  {
    name: 'Directive Overloading', send: (to) => ask(to, DIRECTIVES), finds: ({ errors }) => errors?.length === 10,
    finding: { errors: Array.from({ length: 10 }, () => ({})) }, answered: { status: 400, code: 'QUERY_TOO_COMPLEX' }, byLimits: true,
  },
  {
    name: 'Field Duplication', send: (to) => ask(to, FIELDS), finds: ({ data }) => data?.__typename !== undefined,
    finding: typename, answered: { status: 400, code: 'QUERY_TOO_COMPLEX' }, byLimits: true,
  },
  {
    name: 'Introspection-based Circular Query', send: (to) => ask(to, CIRCULAR), finds: (body) => types(body) > 25,
    finding: { data: { __schema: { types: Array.from({ length: 26 }, () => ({})) } } }, answered: { status: 400, code: 'GRAPHQL_VALIDATION_FAILED' },
  },
  {
    name: 'Introspection', send: (to) => ask(to, INTROSPECTION), finds: (body) => types(body) > 0,
    finding: { data: { __schema: { types: [{}] } } }, answered: { status: 200, isMeant: true },
  },
  {
    name: 'Field Suggestions', send: (to) => ask(to, 'query { __schema { directive } }'), finds: ({ errors }) => errors?.[0]?.message?.includes('Did you mean') === true,
    finding: { errors: [{ message: 'Cannot query field "directive" on type "__Schema". Did you mean "directives"?' }] }, answered: { status: 400, code: 'GRAPHQL_VALIDATION_FAILED' },
  },
  {
    name: 'GET Method Query Support', send: (to) => send(to, `/graphql?query=${encodeURIComponent('{__typename}')}`), finds: ({ data }) => data?.__typename !== undefined,
    finding: typename, answered: { status: 200, isMeant: true },
  },
  {
    name: 'Mutation is allowed over GET (possible CSRF)', send: (to) => send(to, `/graphql?query=${encodeURIComponent('mutation {__typename}')}`), finds: ({ data }) => data?.__typename !== undefined,
    finding: { data: { __typename: 'Mutation' } }, answered: { status: 405, code: 'BAD_REQUEST' },
  },
  {
    name: 'POST based url-encoded query (possible CSRF)', send: (to) => post(to, new URLSearchParams({ query: TYPENAME }).toString(), { 'content-type': 'application/x-www-form-urlencoded' }), finds: ({ data }) => data?.__typename !== undefined,
    finding: typename, answered: { status: 415, code: 'BAD_REQUEST' },
  },
  {
    name: 'Trace Mode', send: (to) => ask(to, TYPENAME), finds: (body) => /stacktrace|"tracing"|"exception"/i.test(JSON.stringify(body)),
    finding: { errors: [{ extensions: { exception: { stacktrace: [] } } }] }, answered: { status: 200 },
  },
  {
    name: 'Unhandled Errors Detection', send: (to) => ask(to, 'qwerty cop { abc }'), finds: ({ errors }) => errors?.[0]?.extensions?.exception !== undefined,
    finding: { errors: [{ extensions: { exception: {} } }] }, answered: { status: 400, code: 'GRAPHQL_PARSE_FAILED' },
  },
];

describe.each(CHECKS)('$name', ({ send: sendTo, finds, finding, answered }) => {
  test('is answered as it is meant to be, and nothing else is found', async () => {
    const answer = await sendTo(server());
    expect({ status: answer.status, code: answer.code }).toEqual({ status: answered.status, code: answered.code });
    expect(finds(JSON.parse(answer.text) as Body)).toBe(answered.isMeant === true);
    if (!answered.isMeant) expect(answer.text).not.toMatch(LEAKS);
  });

  test('would be found in an answer that has what it looks for', () => {
    expect(finds(finding as Body)).toBe(true);
  });
});

test.each(CHECKS.filter(({ byLimits }) => byLimits))('$name would be found without the limits of documents', async ({ send: sendTo, finds }) => {
  const open = await server().beside({ limits: NO_LIMITS });
  expect(finds(JSON.parse((await sendTo(open)).text) as Body)).toBe(true);
});

describe('GraphQL IDE', () => {
  const IDES = /graphiql\.min\.css|GraphQL Playground|GraphiQL|graphql-playground/;

  test.each(['/graphiql', '/playground', '/console', '/graphql'])('is not at %s', async (path) => {
    expect((await send(server(), path)).text).not.toMatch(IDES);
  });

  test('would be found where there is one', async () => {
    const { graphiqlPages } = await import('../../src/graphiql.ts');
    const developing = await server().beside({}, { isDevelopment: true }, graphiqlPages());
    expect((await send(developing, '/graphiql')).text).toMatch(IDES);
  });
});
