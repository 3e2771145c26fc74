import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { ClusterError } from './cluster-error.ts';
import { runAs } from './identity.ts';
import { settingArguments } from './settings.ts';
import type { Setup } from './setup.ts';

/** The superuser's password as kept beside the data folder, or undefined when there is none. */
export function readPassword(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8').trim() || undefined : undefined;
}

/** A new password of 192 random bits, in characters that need no escape in URLs and SQL. */
export function newPassword(): string {
  return randomBytes(24).toString('hex');
}

/** Keeps a password in a file for the server's user only; a crash leaves the old file or the new one, never a part. */
export function keepPassword(path: string, password: string): void {
  writeDurably(`${path}.new`, `${password}\n`);
  renameSync(`${path}.new`, path);
}

/** Writes a file for its owner only (0600) and waits until it is on the disk. */
export function writeDurably(path: string, text: string): void {
  const file = openSync(path, 'w', 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/**
 * Gives the superuser of a cluster that does not run a new password, and keeps it: for a lost password file.
 *
 * PostgreSQL's single-user mode asks for no password and takes the statement from its input, where nobody sees it.
 */
export async function renewPassword(setup: Setup): Promise<string> {
  const { place, binaries, identity, settings } = setup;
  const password = newPassword();
  const args = ['--single', '-D', place.data, ...settingArguments(settings), 'postgres'];
  const input = `ALTER ROLE postgres PASSWORD '${password}'\n`;
  const { ok, output } = await runAs(identity, binaries.postgres, args, { input });
  if (!ok || /ERROR:|FATAL:|PANIC:/.test(output)) {
    const said = output.replaceAll(password, '…').trim();
    throw new ClusterError('START_FAILED', `The password file ${place.password} is missing and a new password could not be set: ${said}`);
  }
  keepPassword(place.password, password);
  return password;
}
