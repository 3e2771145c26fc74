import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
} from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { ClusterError, diskFull } from './cluster-error.ts';
import { runAs } from './identity.ts';
import { writeDurably } from './password.ts';
import type { Place } from './place.ts';
import { isDiskFull } from './server-log.ts';
import type { Setup } from './setup.ts';

/** The major version of the PostgreSQL that made a data folder, or undefined when the folder is missing or empty. */
export function majorOf(place: Place): string | undefined {
  const version = join(place.data, 'PG_VERSION');
  if (existsSync(version)) return readFileSync(version, 'utf8').trim();
  if (!existsSync(place.data) || readdirSync(place.data).length === 0) return undefined;
  throw new ClusterError(
    'INITDB_FAILED',
    `The folder ${place.data} is neither empty nor made by PostgreSQL: move it away or choose another one.`,
  );
}

/** Removes what a first start that was killed has left; what cannot go now is no obstacle and goes another time. */
export async function removeUnfinished(place: Place): Promise<void> {
  for (const name of await readdir(place.parent)) {
    if (!name.startsWith(basename(place.unfinished))) continue;
    // A killed server's initdb may still be writing there for a moment.
    await rm(join(place.parent, name), { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
  }
}

/**
 * Makes a new cluster with this superuser password: whole or not at all, since it takes its place by one rename.
 *
 * Throws DISK_FULL, or INITDB_FAILED with initdb's own words.
 */
export async function makeCluster(setup: Setup, password: string): Promise<void> {
  const { place, binaries, identity } = setup;
  const work = mkdtempSync(place.unfinished);
  try {
    const passwordFile = join(work, 'password');
    writeDurably(passwordFile, `${password}\n`);
    for (const path of [work, passwordFile]) if (identity.owner) chownSync(path, identity.owner.uid, identity.owner.gid);
    const made = join(work, 'data');
    const { ok, output } = await runAs(identity, binaries.initdb, initdbArguments(made, passwordFile, setup.settings));
    if (!ok) throw await initdbFailed(place, output);
    takePlace(made, place);
  } finally {
    await rm(work, { recursive: true, force: true, maxRetries: 3 });
  }
}

function initdbArguments(data: string, passwordFile: string, settings: Setup['settings']): string[] {
  return [
    ...['-D', data, '-U', 'postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256'],
    ...['--encoding=UTF8', '--locale-provider=icu', '--icu-locale=und', ...platformLocale()],
    // Who asks for no durability, as tests do, does not want to wait for the disk here either.
    ...(settings['fsync'] === 'off' ? ['--no-sync'] : []),
  ];
}

/** Only Linux surely knows C.UTF-8; collation is ICU's everywhere, so this decides about little else than messages. */
function platformLocale(): string[] {
  if (process.platform === 'linux') return ['--locale=C.UTF-8'];
  return process.platform === 'darwin' ? ['--locale=C', '--lc-ctype=en_US.UTF-8'] : ['--locale=C'];
}

function takePlace(made: string, place: Place): void {
  try {
    // An empty folder may stand there already; Windows would not rename over it.
    if (existsSync(place.data)) rmdirSync(place.data);
    renameSync(made, place.data);
    syncFolder(place.parent);
  } catch (error) {
    throw new ClusterError(
      'INITDB_FAILED',
      `The new cluster could not be moved to ${place.data} (${(error as Error).message}): ` +
        'if a volume is mounted there, mount it one folder higher.',
      { cause: error },
    );
  }
}

/** Makes a rename outlive a power cut; Windows has no such thing for folders. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

async function initdbFailed(place: Place, output: string): Promise<ClusterError> {
  if (/No space left on device/.test(output) || (await isDiskFull(place.parent))) return diskFull(place.data);
  const cause = output.split('\n').find((line) => /error:|FATAL:/.test(line)) ?? output;
  return new ClusterError('INITDB_FAILED', `The database folder ${place.data} could not be made: ${cause.trim()}`);
}
