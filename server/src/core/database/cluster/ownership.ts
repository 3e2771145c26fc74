import { chmodSync, existsSync, lchownSync, lstatSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ClusterError } from './cluster-error.ts';
import type { Place } from './place.ts';
import type { Setup } from './setup.ts';

/** Throws START_FAILED when an ordinary user meets somebody else's data folder: it could not even be read. */
export function refuseForeignFolder({ data }: Place, ourselves: number | undefined = process.getuid?.()): void {
  if (!ourselves || !existsSync(data)) return;
  const { uid } = statSync(data);
  if (uid === ourselves) return;
  throw new ClusterError(
    'START_FAILED',
    `The folder ${data} belongs to user ${uid} and this server runs as user ${ourselves}: ` +
      `start it as before, or give the folder and the files beside it to user ${ourselves} (chown -R).`,
  );
}

/**
 * Makes the data folder the private one of the user PostgreSQL is to run as, since it refuses any other.
 *
 * A folder that was put back from a backup, or that ran as another user when root started it, comes to be in order so.
 */
export function claimFolder({ place, identity }: Setup): void {
  const { owner } = identity;
  const { uid, mode } = statSync(place.data);
  if (owner && uid !== owner.uid) giveTree(place.data, owner.uid, owner.gid);
  if (process.platform !== 'win32' && (mode & 0o077) !== 0) chmodSync(place.data, 0o700);
}

/** The folder itself comes last, so that a crash on the way makes the next start do it all again. */
function giveTree(path: string, uid: number, gid: number): void {
  if (lstatSync(path).isDirectory()) for (const name of readdirSync(path)) giveTree(join(path, name), uid, gid);
  lchownSync(path, uid, gid);
}
