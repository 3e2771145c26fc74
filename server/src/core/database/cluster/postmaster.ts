import { spawn } from 'node:child_process';
import { closeSync, fstatSync, openSync } from 'node:fs';
import { Client, DatabaseError } from 'pg';
import { endPostmaster, signalPostmaster } from './ending.ts';
import { commandAs } from './identity.ts';
import { readPostmasterFile } from './postmaster-file.ts';
import { neutralGround, until } from './processes.ts';
import { diagnose, rotateLog, type Trouble } from './server-log.ts';
import { settingArguments } from './settings.ts';
import type { Setup } from './setup.ts';

/** A PostgreSQL server that is our child. */
export interface Postmaster {
  /** Undefined when it could not even be spawned. */
  readonly pid: number | undefined;
  /** Resolves with how it ended, in words, when it has. */
  readonly ended: Promise<string>;
  hasEnded(): boolean;
  /** Where its own words begin in the log, in bytes. */
  readonly logStart: number;
}

// Recovery after a crash replays at most some gigabytes; past this, something else is wrong.
const LONGEST_START = 10 * 60_000;
const WORTH_A_WORD = 5_000;

/** Starts PostgreSQL on a port of the loopback interface; no orphan may be left on the folder. */
export function launchPostmaster({ place, binaries, identity, settings }: Setup, port: string): Postmaster {
  const ownArgs = ['-D', place.data, '-p', port, ...settingArguments(settings)];
  const [program, ...args] = commandAs(identity, binaries.postgres, ownArgs);
  rotateLog(place);
  // The log is a file and not a pipe: PostgreSQL must be able to write it when this process is gone.
  const log = openSync(place.log, 'a', 0o600);
  const logStart = fstatSync(log).size;
  // Its own process group: Ctrl+C in a terminal must not end the database before the server has finished its answers.
  const child = spawn(program, args, { ...neutralGround(), ...identity.user, stdio: ['ignore', log, log], detached: true });
  closeSync(log);
  let isOver = false;
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`));
  }).finally(() => (isOver = true));
  return { pid: child.pid, ended, hasEnded: () => isOver, logStart };
}

/** Waits until a launched PostgreSQL accepts connections; when it answers trouble instead, that process has ended. */
export async function whyNotReady(setup: Setup, postmaster: Postmaster, url: URL): Promise<Trouble | undefined> {
  const refusal = (await isReady(setup, postmaster)) ? await refusalOf(url) : undefined;
  if (postmaster.hasEnded()) return diagnose(setup.place, postmaster.logStart, await postmaster.ended);
  // A server that refuses in its own words works: pools that were quicker may have taken all its connections.
  if (!refusal || refusal instanceof DatabaseError) return undefined;
  await endPostmaster(postmaster.pid, setup.binaries.pgCtl, postmaster.hasEnded, 'fast');
  return { kind: 'other', reason: refusal.message };
}

/** Waits for what PostgreSQL says of itself in its own file; false when it ended or took too long. */
async function isReady({ place, binaries, log }: Setup, postmaster: Postmaster): Promise<boolean> {
  const isSettled = () => {
    const file = readPostmasterFile(place.data);
    return postmaster.hasEnded() || (file !== undefined && file.pid === postmaster.pid && file.status === 'ready');
  };
  if (!(await until(isSettled, WORTH_A_WORD))) {
    log(`PostgreSQL is still starting, as it does when it recovers from a crash: see ${place.log}`);
    if (!(await until(isSettled, LONGEST_START))) {
      signalPostmaster(postmaster.pid, 'KILL', binaries.pgCtl);
      await postmaster.ended;
    }
  }
  return !postmaster.hasEnded();
}

/** Tries one real connection, which alone proves port and password; answers what refused it. */
export async function refusalOf(url: URL): Promise<Error | undefined> {
  const client = new Client({ connectionString: url.href, connectionTimeoutMillis: 10_000 });
  // A server that dies right now tells it by an event too, which would end this process if nobody listened.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return undefined;
  } catch (error) {
    return error as Error;
  } finally {
    await client.end().catch(() => undefined);
  }
}
