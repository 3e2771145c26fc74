import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { ClusterError } from './cluster-error.ts';
import type { Place } from './place.ts';

/** The right to be the one owner of a cluster; it ends with release() or with the process, however it ends. */
export interface OwnerLock {
  release(): void;
}

const SQLITE_BUSY = 5;

// A database that nobody refers to is closed by the garbage collector, and its lock would go with it.
const held = new Set<DatabaseSync>();

/**
 * Takes the lock of a cluster, or throws ALREADY_RUNNING and names the process that holds it.
 *
 * The lock is the operating system's own, on a file, and Node reaches it only through SQLite's exclusive transactions.
 * The kernel drops it when the process dies, so it needs no pid to be trusted: neither a reused pid nor a restarted
 * container can hold it. Never open the lock file otherwise: closing any descriptor of it would drop a POSIX lock.
 */
export function takeOwnerLock(place: Place): OwnerLock {
  const database = openExclusively(place);
  held.add(database);
  tellOwner(place);
  return {
    release() {
      if (!held.delete(database)) return;
      rmSync(place.owner, { force: true });
      database.close();
    },
  };
}

function openExclusively(place: Place): DatabaseSync {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(place.lock, { timeout: 0 });
    // The journal stays in memory: the file is only ever locked, so it stays empty and alone.
    database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
    return database;
  } catch (error) {
    database?.close();
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY) throw alreadyRunning(place, error);
    const refusal = `The lock file ${place.lock} cannot be used (${(error as Error).message})`;
    throw new ClusterError('START_FAILED', `${refusal}: it must belong to the user who starts the server.`, { cause: error });
  }
}

function alreadyRunning(place: Place, cause: unknown): ClusterError {
  return new ClusterError(
    'ALREADY_RUNNING',
    `The database folder ${place.data} is already in use by another server (process ${ownerOf(place)}): ` +
      'stop that one first, or give this one a folder of its own.',
    { cause },
  );
}

/** A courtesy to whoever is refused: that it cannot be written, on a full disk, is no reason not to start. */
function tellOwner(place: Place): void {
  try {
    writeFileSync(place.owner, `${process.pid}\n`);
  } catch {
    rmSync(place.owner, { force: true });
  }
}

/** The holder writes its pid just after taking the lock, so it may be unknown for an instant. */
function ownerOf(place: Place): string {
  try {
    return readFileSync(place.owner, 'utf8').trim() || 'unknown';
  } catch {
    return 'unknown';
  }
}
