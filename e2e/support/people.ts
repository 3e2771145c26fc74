/** People who have keys of their own, beside the invented ones of the demonstration: their mails can be read on the site, since nobody can have their address. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { databaseUrl } from './database.ts';

const server = fileURLToPath(new URL('../../server/', import.meta.url));

async function operator(...args: string[]): Promise<void> {
  await promisify(execFile)(process.execPath, ['--import', '@oxc-node/core/register', 'bin/person.ts', ...args], { cwd: server, env: { ...process.env, DATABASE_URL: databaseUrl() } });
}

/** Gives somebody an account and a role, as the operator does. The role is for no country and no organisation. */
export const addPerson = (email: string, name: string, role: string): Promise<void> => operator('add', email, name, role);

/** Takes all of somebody's keys away, as the operator does for who has lost them. */
export const resetKeys = (email: string): Promise<void> => operator('reset-keys', email);
