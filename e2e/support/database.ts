/** The database of the server under test, for what no story can wait for: time that passes. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

interface Client {
  connect(): Promise<unknown>;
  query(text: string, values: readonly unknown[]): Promise<{ readonly rowCount: number | null }>;
  end(): Promise<void>;
}

const { Client } = createRequire(new URL('../../server/package.json', import.meta.url))('pg') as { readonly Client: new (options: { readonly connectionString: string }) => Client };

/** Where it is, as its superuser. */
export function databaseUrl(): string {
  const cluster = join(process.env.E2E_DATA!, 'postgres');
  const port = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[3]!.trim();
  return `postgresql://postgres:${readFileSync(`${cluster}.password`, 'utf8').trim()}@127.0.0.1:${port}/passerelle`;
}

/** Runs statements as its owner; throws where one of them reaches no row. */
async function asOwner(...statements: readonly (readonly [text: string, ...values: unknown[]])[]): Promise<void> {
  const client = new Client({ connectionString: databaseUrl() });
  await client.connect();
  try {
    for (const [text, ...values] of statements) if ((await client.query(text, values)).rowCount === 0) throw new Error(`Nothing is reached by: ${text}`);
  } finally {
    await client.end();
  }
}

/** The key in an id of the API. */
const keyOf = (id: string): string => id.slice(id.indexOf('_') + 1);

/** The time to answer the offer that was made to a registration is over, and the server does what it does each minute. */
export const offerIsOver = (registration: string): Promise<void> => asOwner(
  [`update registration set offered_until = now() - interval '1 second' where uuid = $1 and state = 'OFFERED'`, keyOf(registration)],
  [`select graphile_worker.add_job('registrations.serve')`],
);

/** Those who were at a session are thanked, whenever it was entered: the server does what it does each hour. */
export const thanksAreDue = (session: string): Promise<void> => asOwner(
  [`update session_attendance set thanks_since = now() - interval '2 days' where session_uuid = $1`, keyOf(session)],
  [`select graphile_worker.add_job('attendance.thank')`],
);

/** A session is over that was to be held today: it ended so many minutes ago, and lasted half an hour. */
export const sessionIsOver = (session: string, ago: number): Promise<void> => asOwner(
  [`update training_session set starts_at = now() - make_interval(mins => $2 + 30), ends_at = now() - make_interval(mins => $2), registration_until = null where uuid = $1`, keyOf(session), ago],
);

/** Gives somebody an account and a role that is for no country and no organisation, as the operator does: beside the invented people, who have no keys. Nobody can have their address, so their mails can be read on the site. */
export const addPerson = (email: string, name: string, role: string): Promise<void> => asOwner(
  [`insert into person (id, name, email, created_at, updated_at) values (uuidv7(), $2, $1, now(), now())`, email, name],
  [`insert into member (uuid, person_id, role, since) select uuidv7(), id, $2, current_date from person where email = $1`, email, role],
);
