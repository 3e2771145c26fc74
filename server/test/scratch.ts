import { existsSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';

const IN_MEMORY = '/dev/shm';
const GIB = 2 ** 30;

/** Where tests put databases: in memory where there are so many GiB of room, since a database of a thousand files is copied there in a tenth of the time; else where temporary files are. */
export function scratchFolder(gib: number): string {
  if (!existsSync(IN_MEMORY)) return tmpdir();
  const { bavail, bsize } = statfsSync(IN_MEMORY);
  return bavail * bsize > gib * GIB ? IN_MEMORY : tmpdir();
}
