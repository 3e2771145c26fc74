import { setTimeout as pause } from 'node:timers/promises';
import { DatabaseError } from 'pg';
import { ClusterError, diskFull } from './cluster-error.ts';
import { endPostmaster } from './ending.ts';
import { endOrphan } from './orphan.ts';
import type { Place } from './place.ts';
import { freePort } from './port.ts';
import { launchPostmaster, refusalOf, whyNotReady, type Postmaster } from './postmaster.ts';
import type { Trouble } from './server-log.ts';
import type { Setup } from './setup.ts';

/** A PostgreSQL that accepts connections, and the superuser's way to it. */
export interface Launched {
  readonly postmaster: Postmaster;
  readonly url: URL;
}

// Children of a killed PostgreSQL hold its memory until they notice; a busy one notices late.
const PATIENCE = 15_000;

const INVALID_PASSWORD = '28P01';

/** Starts PostgreSQL for the first time in this process, on a port of its choice; throws START_FAILED or DISK_FULL. */
export async function firstLaunch(setup: Setup, password: string): Promise<Launched> {
  const deadline = performance.now() + PATIENCE;
  for (;;) {
    await endOrphan(setup);
    const url = new URL(`postgres://postgres:${password}@127.0.0.1:${await freePort()}/postgres`);
    const postmaster = launchPostmaster(setup, url.port);
    const trouble = await whyNotReady(setup, postmaster, url);
    if (!trouble) {
      await refuseWrongPassword(setup, postmaster, url);
      return { postmaster, url };
    }
    if (!isPassing(trouble) || performance.now() > deadline) throw failure(setup.place, trouble);
    await pause(100);
  }
}

/** Whether the next attempt may fare better: on another port, or when the last of a killed PostgreSQL is gone. */
function isPassing({ kind }: Trouble): boolean {
  return kind === 'port-taken' || kind === 'folder-in-use';
}

function failure(place: Place, { kind, reason }: Trouble): ClusterError {
  if (kind === 'disk-full') return diskFull(place.data);
  return new ClusterError('START_FAILED', `PostgreSQL could not start on ${place.data}: ${reason} (see ${place.log}).`);
}

async function refuseWrongPassword({ place, binaries }: Setup, postmaster: Postmaster, url: URL): Promise<void> {
  const refusal = await refusalOf(url);
  if (!(refusal instanceof DatabaseError) || refusal.code !== INVALID_PASSWORD) return;
  await endPostmaster(postmaster.pid, binaries.pgCtl, postmaster.hasEnded, 'fast');
  throw new ClusterError(
    'START_FAILED',
    `The password in ${place.password} is not that of ${place.data}: delete that file and start again, and a new one is set.`,
    { cause: refusal },
  );
}
