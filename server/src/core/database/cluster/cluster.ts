import { binariesIn, nativeFolder, versionOf, type Binaries } from './binaries.ts';
import { asClusterError, ClusterError } from './cluster-error.ts';
import type { StopMode } from './ending.ts';
import { firstLaunch } from './first-launch.ts';
import { chooseIdentity, identitiesFor } from './identity.ts';
import { majorOf, makeCluster, removeUnfinished } from './initdb.ts';
import { endOrphan } from './orphan.ts';
import { takeOwnerLock } from './owner-lock.ts';
import { claimFolder, refuseForeignFolder } from './ownership.ts';
import { keepPassword, newPassword, readPassword, renewPassword } from './password.ts';
import { placeOf, type Place } from './place.ts';
import { settingsFor } from './settings.ts';
import type { Setup } from './setup.ts';
import { supervise } from './supervisor.ts';

/** A PostgreSQL that runs for this process, and is started again whenever it dies. */
export interface Cluster {
  /** The superuser's connection URL, to the database `postgres`; the port stays the same until stop(). */
  readonly url: string;
  /** The version of PostgreSQL, such as "18.4". */
  readonly version: string;
  /** Whether stop() ends the PostgreSQL: here always, since an orphan is ended and started anew. */
  readonly ownsProcess: boolean;
  /** Ends PostgreSQL and the care for it; resolves when it has really ended. Of many calls the first one's mode counts. */
  stop(mode?: StopMode): Promise<void>;
}

/** Where a cluster lies and how it is set. */
export interface ClusterOptions {
  /** The data folder, such as `<project>/data/postgres`; password, lock and log lie beside it under its name. */
  readonly folder: string;
  /** Told about what an operator may want to know, one line at a time. */
  readonly log?: (line: string) => void;
  /** Further PostgreSQL settings by name, which win over ours. */
  readonly settings?: Readonly<Record<string, string>>;
  /** How many sessions there may be at once; 60 when not given. */
  readonly maxConnections?: number;
}

const MAX_CONNECTIONS = 60;

/** Starts the PostgreSQL of this machine's npm package on a folder, making a cluster there first when it is new. */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  return startClusterFrom(nativeFolder(), options);
}

/** The same with the programs of a given `native` folder. */
export async function startClusterFrom(native: string, options: ClusterOptions): Promise<Cluster> {
  try {
    const place = placeOf(options.folder);
    const binaries = binariesIn(native);
    const version = await versionOf(binaries);
    return await own(place, async () => {
      const setup = await setUp(place, binaries, options);
      const password = await prepareFolder(setup, version);
      const { postmaster, url } = await firstLaunch(setup, password);
      return { url: url.href, version, ownsProcess: true, ...supervise(setup, url, postmaster) };
    });
  } catch (error) {
    throw asClusterError(options.folder, error);
  }
}

/** Holds the owner lock from before the start until after the stop, or the failure to start. */
async function own(place: Place, start: () => Promise<Cluster>): Promise<Cluster> {
  const lock = takeOwnerLock(place);
  try {
    const cluster = await start();
    let stopped: Promise<void> | undefined;
    return { ...cluster, stop: (mode) => (stopped ??= cluster.stop(mode).finally(() => lock.release())) };
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function setUp(place: Place, binaries: Binaries, options: ClusterOptions): Promise<Setup> {
  return {
    place,
    binaries,
    identity: await chooseIdentity(binaries, identitiesFor(place)),
    settings: settingsFor(options.maxConnections ?? MAX_CONNECTIONS, options.settings ?? {}),
    log: options.log ?? (() => undefined),
  };
}

/** Leaves a whole cluster of our version in the folder, with nobody at work on it; answers its password. */
async function prepareFolder(setup: Setup, version: string): Promise<string> {
  const { place, log } = setup;
  await removeUnfinished(place);
  refuseForeignFolder(place);
  const major = majorOf(place);
  if (major === undefined) {
    log(`Making a new database folder: ${place.data}`);
    // A crash just after this is no harm: the next start finds the password and uses it.
    const password = readPassword(place.password) ?? newPassword();
    keepPassword(place.password, password);
    await makeCluster(setup, password);
    return password;
  }
  refuseOtherVersion(place, major, version);
  await endOrphan(setup);
  claimFolder(setup);
  return readPassword(place.password) ?? (await renewPassword(setup));
}

function refuseOtherVersion(place: Place, major: string, version: string): void {
  const ours = version.split(/\D/)[0];
  if (major === ours) return;
  throw new ClusterError(
    'WRONG_VERSION',
    `The folder ${place.data} was made by PostgreSQL ${major} and this program brings PostgreSQL ${ours}: ` +
      `dump it with the pg_dumpall of version ${major}, move the folder away, start again and load the dump.`,
  );
}
