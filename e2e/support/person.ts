/** Somebody made for one story, by the operator's own command, in the database of the server that runs. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const server = fileURLToPath(new URL('../../server', import.meta.url));

/** Gives somebody an account with a role that is for no country and no organisation. */
export async function addPerson(email: string, name: string, role: string): Promise<void> {
  const folder = join(process.env.E2E_DATA!, 'postgres');
  const port = readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[3]!;
  const url = new URL(`postgresql://postgres@127.0.0.1:${port}/passerelle`);
  url.password = readFileSync(`${folder}.password`, 'utf8').trim();
  const { stderr } = await promisify(execFile)(process.execPath, ['--import', '@oxc-node/core/register', 'bin/person.ts', 'add', email, name, role, '--beside-demonstration'], { cwd: server, env: { ...process.env, DATABASE_URL: url.href } });
  if (stderr.trim() !== '') throw new Error(stderr);
}
