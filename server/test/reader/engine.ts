/** A reader over a copied database, as the server builds it. */
import { type DocumentNode, type GraphQLSchema, parse, validate } from 'graphql';
import type { Locale } from '@passerelle/shared/locales.ts';
import { afterAll, beforeAll } from 'vitest';
import { openReadPool, type ReadPool } from '../../src/core/database/index.ts';
import { type Actor, RawData, ReadEngine, type RunStatement, VISITOR } from '../../src/core/reader/index.ts';
import { createSchema } from '../../src/schema.ts';
import { type TestDatabase, testDatabase } from '../database.ts';

/** Who answers for the installation of the tests: some of it said, some not. */
export const OPERATOR = { name: 'Ambassade', director: null, contact: 'mailto:a@example.org', host: null, securityContact: null };

export interface AskOptions {
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly locale?: Locale;
  readonly trusted?: boolean;
  readonly operationName?: string;
  /** Who asks: a visitor unless told. */
  readonly actor?: Actor;
}

export interface Answer {
  /** The parsed `data`. */
  readonly data: Data;
  /** The text as the database gave it, when nothing was filled in. */
  readonly raw: string | undefined;
  readonly errors: readonly unknown[];
  /** How many statements ran. */
  readonly statements: number;
}

export type Data = Readonly<Record<string, unknown>>;

/** What stands at a path of an answer (`page.nodes.0.id`), as what the test knows it to be. */
export function at<T>(data: Data, path: string): T {
  return path.split('.').reduce<unknown>((value, key) => (value as Data)[key], data) as T;
}

export interface TestEngine {
  readonly database: TestDatabase;
  readonly schema: GraphQLSchema;
  readonly engine: ReadEngine;
  readonly pool: ReadPool;
  /** Runs an operation; a text is parsed and must be valid. Rejects with what the engine throws. */
  readonly ask: (document: string | DocumentNode, options?: AskOptions) => Promise<Answer>;
  /** The code of the refusal of an operation that must be refused. */
  readonly refusal: (document: string | DocumentNode, options?: AskOptions) => Promise<string>;
}

/** Made before the tests of a file, over a copy of `template`, and closed after them. */
export function testEngine(template: 'empty' | 'full', size = 4): () => TestEngine {
  const database = testDatabase(template);
  let made: TestEngine | undefined;
  beforeAll(async () => {
    const schema = await createSchema();
    made = engineOver(database(), schema, size);
  });
  afterAll(async () => {
    await made?.pool.close();
  });
  return () => made!;
}

/** An engine over `database` for any schema whose readers are attached. `through` stands between the engine and the pool. */
export function engineOver(database: TestDatabase, schema: GraphQLSchema, size: number, through = (run: RunStatement): RunStatement => run): TestEngine {
  const pool = openReadPool(database.app, { size, log: () => undefined, usesBeforeNamed: 0 });
  const engine = new ReadEngine(schema, through(pool.run));
  const ask: TestEngine['ask'] = async (text, { variables = {}, locale = 'en', trusted = false, operationName, actor = VISITOR } = {}) => {
    const document = typeof text === 'string' ? parse(text) : text;
    if (typeof text === 'string') {
      const problems = validate(schema, document);
      if (problems.length > 0) throw new Error(problems.map(String).join('\n'));
    }
    // Nobody is signed in, and nothing is asked of the browser.
    const context = {
      visit: { keys: { secondStep: async () => null } }, proofs: { challenge: async () => null }, ownData: { rows: async () => null }, allowance: { take: async () => undefined }, jobs: { recurrent: async () => [] },
      locale, actor, hasDemonstrationData: async () => true, hasAgentSignIn: false, operator: OPERATOR, mailbox: null, answer: { isPrivate: false },
    };
    const before = pool.count();
    const result = await engine.execute({ document, operationName, variables, context, trusted });
    const statements = pool.count() - before;
    const raw = result.data instanceof RawData ? result.data.json : undefined;
    const data = (raw === undefined ? result.data : (JSON.parse(raw) as { data: unknown }).data) as Data;
    return { data, raw, errors: result.errors ?? [], statements };
  };
  const refusal: TestEngine['refusal'] = async (document, options) => {
    try {
      await ask(document, options);
    } catch (error) {
      return String((error as { extensions?: { code?: unknown } }).extensions?.code ?? error);
    }
    return 'answered';
  };
  return { database, schema, engine, pool, ask, refusal };
}
