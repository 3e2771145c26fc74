/** What the operator does by hand, told by whoever it happens to. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { databaseUrl } from './database.ts';

const server = fileURLToPath(new URL('../../server/', import.meta.url));

/** Takes all of somebody's keys away, as the operator does for who has lost them. */
export async function resetKeys(email: string): Promise<void> {
  await promisify(execFile)(process.execPath, ['--import', '@oxc-node/core/register', 'bin/person.ts', 'reset-keys', email], { cwd: server, env: { ...process.env, DATABASE_URL: databaseUrl() } });
}
