/** The connections that readers use: one statement a request, prepared by name where it is one of ours. */
import { LRUCache } from 'lru-cache';
import pg from 'pg';
import { UserError } from '../errors.ts';
import type { RunStatement } from '../reader/index.ts';
import { connectionWith, PLANNED_ONCE } from './connection.ts';

export interface ReadPool {
  readonly run: RunStatement;
  /** How many statements have run: the tests count them. */
  readonly count: () => number;
  readonly close: () => Promise<void>;
}

/** Settings of each connection. Plans are generic because the text already differs by shape; the limits end what a caller no longer waits for. */
const SETTINGS = [
  ...PLANNED_ONCE, 'TimeZone=UTC', 'datestyle=ISO', 'statement_timeout=3000',
  'idle_in_transaction_session_timeout=10000', 'default_transaction_read_only=on',
];

/**
 * A prepared statement takes a megabyte or so on each connection, for as long as the connection lives. So only so many
 * are named, and only after some uses: a stranger's odd shapes of one of our documents do not take the places of ours.
 */
const NAMED_AT_MOST = 60;
const USES_BEFORE_NAMED = 3;
const COUNTED_AT_MOST = 1_000;

export interface ReadPoolOptions {
  /** How many connections at most. */
  readonly size: number;
  readonly log: (line: string) => void;
  readonly usesBeforeNamed?: number;
}

/** How long a database may say nothing, in milliseconds: longer than any statement may run. */
const SILENCE = 5_000;

function isFatal(error: pg.DatabaseError): boolean {
  return error.severity === 'FATAL' || error.severity === 'PANIC';
}

/** Opens the pool for `url`. `log` gets one line when a connection is lost. */
export function openReadPool(url: string, { size, log, usesBeforeNamed = USES_BEFORE_NAMED }: ReadPoolOptions): ReadPool {
  const pool = new pg.Pool({ ...connectionWith(url, SETTINGS), max: size, connectionTimeoutMillis: 2000, query_timeout: SILENCE, application_name: 'passerelle-read' });
  // A connection that ends while a statement runs fails that statement; nobody else needs to hear of it.
  pool.on('connect', (client) => client.on('error', () => undefined));
  pool.on('error', (error) => log(`A database connection was lost: ${error.message}`));
  const named = new Set<string>();
  const uses = new LRUCache<string, number>({ max: COUNTED_AT_MOST });
  const isWorthNaming = (name: string): boolean => {
    if (named.has(name)) return true;
    const used = (uses.get(name) ?? 0) + 1;
    uses.set(name, used);
    if (used <= usesBeforeNamed || named.size >= NAMED_AT_MOST) return false;
    named.add(name);
    return true;
  };
  let count = 0;
  return {
    count: () => count,
    close: () => pool.end(),
    async run({ text, values, name, person }) {
      count += 1;
      const isNamed = name !== undefined && isWorthNaming(name);
      let client: pg.PoolClient | undefined;
      let isLost = false;
      try {
        client = await pool.connect();
        const statement = { text, values, rowMode: 'array' as const, ...(isNamed && { name }) };
        const { rows } = await (person ? asPerson(client, person, statement) : client.query<[string]>(statement));
        return rows[0]![0];
      } catch (error) {
        // What the database itself refuses leaves the connection as it was; any other error may have broken it.
        isLost = !(error instanceof pg.DatabaseError) || isFatal(error);
        throw translateError(error);
      } finally {
        client?.release(isLost);
      }
    },
  };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Runs a statement as somebody: the rules of the tables know who asks until the transaction ends, and nobody who has the
 * connection afterwards. Whatever fails, the transaction ends.
 */
async function asPerson(client: pg.PoolClient, person: string, statement: pg.QueryArrayConfig): Promise<pg.QueryArrayResult<[string]>> {
  if (!UUID.test(person)) throw new Error('Not the key of a person');
  try {
    await client.query(`begin; set local passerelle.person = '${person}'`);
    return await client.query<[string]>(statement);
  } finally {
    await client.query('commit');
  }
}

/** A value out of range, not a date, not in the encoding, not of its type: the codes that only a caller's values cause. */
const CLIENT_VALUES = new Set(['22003', '22007', '22008', '22021', '22P02', '22P05']);

/** Two waited for each other, or one too long for another: whoever asks again is answered. */
const IN_EACH_OTHERS_WAY = new Set(['40001', '40P01', '55P03']);

/** As the operating system says that there is no connection, or none any more. */
const NO_CONNECTION = new Set(['ECONNREFUSED', 'ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN']);

/** What the database says, as a refusal that people can read, also where a library has wrapped it; anything unknown stays as it is. */
export function translateError(error: unknown): unknown {
  for (let cause = error; cause instanceof Error && !(cause instanceof UserError); cause = cause.cause) {
    const refusal = refusalOf(cause);
    if (refusal) return refusal;
  }
  return error;
}

function refusalOf(error: Error): UserError | null {
  const code = (error as { code?: unknown }).code;
  if (typeof code !== 'string') {
    return /timeout|terminated|ECONN|not queryable/i.test(error.message) ? unavailable() : null;
  }
  if (CLIENT_VALUES.has(code)) return new UserError('BAD_USER_INPUT', 'A value cannot be read as what it should be');
  // Raised by the rules of the tables (`refuse_reachable`): a demonstration is open to everybody.
  if (code === 'PD001') return new UserError('DEMONSTRATION_ADDRESS', 'A demonstration takes no address that somebody can have', { field: 'email' });
  if (code === 'PD003') return protectedPlace(error);
  if (code === '57014') return new UserError('TIMEOUT', 'The operation took too long and was ended');
  return isPassing(code) ? unavailable() : null;
}

/** Raised where a text tells where an organisation is whose place nobody may learn (`refuse_place`): with the field that its column is, where it was one text (`refuse_places`), after the key of what it is about, where that is one of several. */
function protectedPlace({ column, detail }: Error & { readonly column?: unknown; readonly detail?: unknown }): UserError {
  const field = typeof column === 'string' ? column.replaceAll(/_(\w)/g, (_all, letter: string) => letter.toUpperCase()) : undefined;
  const params: Record<string, string> = field === undefined ? {} : { field: typeof detail === 'string' && detail !== '' ? `${detail}.${field}` : field };
  return new UserError('PROTECTED_PLACE', 'A text gives away the place of an organisation that is protected', params);
}

/** Whether it may be otherwise in a moment: no connection, a server that ends or is full, another transaction in the way. */
function isPassing(code: string): boolean {
  return /^(08|57P|53)/.test(code) || NO_CONNECTION.has(code) || IN_EACH_OTHERS_WAY.has(code);
}

function unavailable(): UserError {
  return new UserError('SERVICE_UNAVAILABLE', 'The database does not answer at the moment');
}
