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

const NOTHING_SAID = { command: '', rowCount: null, rows: [] } as const;

/**
 * A connection that prepares what it is given with values, so that it is planned when it is run for the first time and not each time. A transaction
 * begins with its first statement: in the same message where that one brings no values, and never where there is none.
 */
export class PreparingClient extends pg.Client {
  #isToBegin = false;

  // The driver declares eight forms of it; the one with a text and its values is what the ORM's layer calls.
  override query = ((first: unknown, values?: unknown, ...rest: unknown[]) => {
    if (typeof first !== 'string' || !Array.isArray(values) || rest.length > 0) return this.#afterBegin(() => this.#send(first, values, ...rest));
    if (first === 'begin') return this.#toBegin();
    if (!this.#isToBegin) return this.#ask(first, values);
    if (first === 'commit' || first === 'rollback') return this.#notBegun();
    return values.length === 0 ? this.#beginWith(first) : this.#afterBegin(() => this.#ask(first, values));
  }) as pg.Client['query'];

  #send(...given: readonly unknown[]): unknown {
    return (super.query as (...all: unknown[]) => unknown).call(this, ...given);
  }

  #ask(text: string, values: readonly unknown[]): unknown {
    const name = values.length > 0 ? nameOf(text) : undefined;
    return name === undefined ? this.#send(text, values) : this.#send({ name, text, values });
  }

  async #toBegin(): Promise<unknown> {
    this.#isToBegin = true;
    return NOTHING_SAID;
  }

  async #notBegun(): Promise<unknown> {
    this.#isToBegin = false;
    return NOTHING_SAID;
  }

  async #beginWith(text: string): Promise<unknown> {
    this.#isToBegin = false;
    // Of several statements in one message each has a result.
    return (await this.#send(`begin; ${text}`) as readonly unknown[]).at(-1);
  }

  /** What cannot go in one message goes once the transaction has begun: nothing of it may be done outside. */
  #afterBegin(ask: () => unknown): unknown {
    if (!this.#isToBegin) return ask();
    this.#isToBegin = false;
    return (this.#send('begin') as Promise<unknown>).then(ask);
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
