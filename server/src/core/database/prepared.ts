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

/** A connection that prepares what it is given with values, so that it is planned when it is run for the first time and not each time. */
export class PreparingClient extends pg.Client {
  // The driver declares eight forms of it; the one with a text and its values is what the ORM's layer calls.
  override query = ((first: unknown, values?: unknown, ...rest: unknown[]) => {
    const name = typeof first === 'string' && Array.isArray(values) && values.length > 0 ? nameOf(first) : undefined;
    const ask = super.query as (...given: unknown[]) => unknown;
    return name === undefined ? ask.call(this, first, values, ...rest) : ask.call(this, { name, text: first, values }, ...rest);
  }) as pg.Client['query'];
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
