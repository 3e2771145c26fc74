/** Statements that many requests run: planned once on each connection, with their values beside the text. */
import type { EntityManager, Kysely } from '@mikro-orm/postgresql';
import pg from 'pg';

/** So many texts are prepared on each connection: constants of ours, as long as nobody builds them. */
const NAMED_AT_MOST = 100;

const names = new Map<string, string>();

/** The name under which a text is prepared; undefined for one of too many. */
function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= NAMED_AT_MOST) return known;
  const name = `passerelle-${names.size}`;
  names.set(text, name);
  return name;
}

/** What is answered where nothing had to be asked. */
const NOTHING = { command: '', rowCount: null, rows: [], fields: [] };

/**
 * A connection that prepares what it is given with values, so that it is planned when it is run for the first time and not each time;
 * and that sends `begin` together with the first statement of its transaction, which mostly says who acts.
 */
export class PreparingClient extends pg.Client {
  #isBeginning = false;

  // The driver declares eight forms of it; the one with a text and its values is what the ORM's layer calls.
  override query = ((first: unknown, values?: unknown, ...rest: unknown[]) => {
    if (typeof first !== 'string' || !Array.isArray(values)) return this.#ask(first, values, ...rest);
    if (first === 'begin') {
      this.#isBeginning = true;
      return Promise.resolve(NOTHING);
    }
    if (!this.#isBeginning) return this.#askPrepared(first, values, ...rest);
    this.#isBeginning = false;
    return this.#askFirst(first, values);
  }) as pg.Client['query'];

  /** The first statement of a transaction. */
  async #askFirst(text: string, values: unknown[]): Promise<unknown> {
    if (text === 'commit' || text === 'rollback') return NOTHING;
    if (values.length === 0) return ((await this.#ask(`begin; ${text}`)) as unknown[]).at(-1);
    await this.#ask('begin');
    return this.#askPrepared(text, values);
  }

  #askPrepared(text: string, values: unknown[], ...rest: unknown[]): unknown {
    const name = values.length > 0 ? nameOf(text) : undefined;
    return name === undefined ? this.#ask(text, values, ...rest) : this.#ask({ name, text, values }, ...rest);
  }

  #ask(...given: unknown[]): unknown {
    return (super.query as (...given: unknown[]) => unknown).call(this, ...given);
  }
}

type Compiled = Parameters<Kysely<unknown>['executeQuery']>[0];

/**
 * Runs a statement in the transaction that `em` is in, with `$1` … in the places of its values: `em.execute` writes the values into
 * the text, which the database then reads and plans anew each time. Its columns are named one by one, so that it stays what it is
 * where a table gets another one, and its text is a constant. Throws the database's error, and where there is no transaction.
 */
export async function runPrepared<Row>(em: EntityManager, text: string, values: readonly unknown[]): Promise<Row[]> {
  const transaction = em.getTransactionContext<Kysely<unknown>>();
  if (!transaction) throw new Error('A prepared statement is part of a transaction');
  const statement: Compiled = { sql: text, parameters: values, query: { kind: 'RawNode', sqlFragments: [text], parameters: [] }, queryId: { queryId: text } };
  return (await transaction.executeQuery(statement)).rows as Row[];
}
