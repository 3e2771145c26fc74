/** The connections that readers use: one statement a request, prepared by name where it is one of ours. */
import pg from 'pg';
import { UserError } from '../errors.ts';
import type { RunStatement } from '../reader/index.ts';

export interface ReadPool {
  readonly run: RunStatement;
  /** How many statements have run: the tests count them. */
  readonly count: () => number;
  readonly close: () => Promise<void>;
}

/**
 * Settings of each connection. Plans are generic because the text already differs by shape (replanning a named statement
 * at each run costs more than it gains); the limits end what a caller no longer waits for.
 */
const SETTINGS = [
  'plan_cache_mode=force_generic_plan', 'jit=off', 'TimeZone=UTC', 'statement_timeout=3000',
  'idle_in_transaction_session_timeout=10000', 'default_transaction_read_only=on',
];

/** A statement's name is kept on each connection that ran it; past this many, statements go unnamed. */
const NAMED_AT_MOST = 500;

/** Opens the pool for `url`. `log` gets one line when a connection is lost. */
export function openReadPool(url: string, { size, log }: { size: number; log: (line: string) => void }): ReadPool {
  const parsed = new URL(url);
  const options = [parsed.searchParams.get('options'), ...SETTINGS.map((setting) => `-c ${setting}`)].filter(Boolean).join(' ');
  parsed.searchParams.delete('options');
  const pool = new pg.Pool({ connectionString: parsed.href, options, max: size, connectionTimeoutMillis: 2000, application_name: 'passerelle-read' });
  pool.on('error', (error) => log(`A database connection was lost: ${error.message}`));
  const named = new Set<string>();
  let count = 0;
  return {
    count: () => count,
    close: () => pool.end(),
    async run({ text, values, name }) {
      count += 1;
      const isNamed = name !== undefined && (named.has(name) || named.size < NAMED_AT_MOST);
      if (isNamed) named.add(name);
      try {
        const { rows } = await pool.query<[string]>({ text, values, rowMode: 'array', ...(isNamed && { name }) });
        return rows[0]![0];
      } catch (error) {
        throw translateError(error);
      }
    },
  };
}

/** What the database says, as a refusal that people can read; anything unknown stays as it is. */
export function translateError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const code = (error as { code?: unknown }).code;
  if (typeof code !== 'string') {
    return /timeout|terminated|ECONN/i.test(error.message) ? unavailable() : error;
  }
  if (code.startsWith('22')) return new UserError('BAD_USER_INPUT', 'A value cannot be read as what it should be');
  if (code === '57014') return new UserError('TIMEOUT', 'The operation took too long and was ended');
  if (code.startsWith('08') || code.startsWith('57P') || code.startsWith('53') || /^E[A-Z]+$/.test(code)) return unavailable();
  return error;
}

function unavailable(): UserError {
  return new UserError('SERVICE_UNAVAILABLE', 'The database does not answer at the moment');
}
