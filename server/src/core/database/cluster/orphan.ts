import { endPostmaster } from './ending.ts';
import { readPostmasterFile, removePostmasterFile } from './postmaster-file.ts';
import { isAlive, isPostmasterOf } from './processes.ts';
import type { Setup } from './setup.ts';
import { endSurvivors } from './survivors.ts';

/**
 * Ends the PostgreSQL that an owner killed before us has left running on this folder, if any.
 *
 * It is ended and not adopted: a new one surely has our settings, log and programs, and only a child can be supervised.
 * Must be called by the holder of the owner lock, so that what runs here is nobody's.
 */
export async function endOrphan({ place, binaries, log }: Setup): Promise<void> {
  const pid = readPostmasterFile(place.data)?.pid;
  if (pid === undefined) return;
  if (isPostmasterOf(pid, place.data)) {
    log(`Ending the PostgreSQL (process ${pid}) that an earlier server left running on ${place.data}`);
    const isGone = process.platform === 'linux' ? () => !isPostmasterOf(pid, place.data) : () => !isAlive(pid);
    await endPostmaster(pid, binaries.pgCtl, isGone, 'fast');
  } else {
    endSurvivors(place.data);
  }
  // PostgreSQL itself clears the file of a dead process, after a check for its surviving children. But it takes any
  // living process of that number, even a zombie, for its predecessor and would refuse to start for ever.
  if (isAlive(pid) && readPostmasterFile(place.data)?.pid === pid) removePostmasterFile(place.data);
}
