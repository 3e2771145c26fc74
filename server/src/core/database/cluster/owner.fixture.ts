import { writeSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { ClusterError, startCluster } from './index.ts';

// A server to be killed: it starts a cluster on the folder it is given, then commits numbers for ever, one by one, and
// says each only when it is committed. What it says goes straight to the pipe, so that a kill loses nothing said.
const [folder = '', ending] = process.argv.slice(2);
const say = (line: string) => writeSync(1, `${line}\n`);

try {
  const cluster = await startCluster({ folder, log: (line) => say(`log ${line}`) });
  say(`ready ${cluster.url}`);
  if (ending === 'exit') process.exit(0);
  for (;;) await commitNumbers(cluster.url).catch(() => pause(20));
} catch (error) {
  say(`failed ${error instanceof ClusterError ? error.code : 'unknown'} ${(error as Error).message}`);
}

async function commitNumbers(url: string): Promise<never> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  await client.query('CREATE TABLE IF NOT EXISTS numbers (n bigserial PRIMARY KEY)');
  for (;;) {
    const { rows } = await client.query<{ n: string }>('INSERT INTO numbers DEFAULT VALUES RETURNING n');
    say(`row ${rows[0]?.n}`);
  }
}
