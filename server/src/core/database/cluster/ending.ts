import { run, until } from './processes.ts';

/** How a running PostgreSQL is ended: `fast` closes sessions and writes a checkpoint, `immediate` recovers at next start. */
export type StopMode = 'fast' | 'immediate';

type Signal = 'INT' | 'QUIT' | 'KILL';

// A fast end waits for a checkpoint, which a slow disk may draw out; past these milliseconds the next signal is worse
// but still loses nothing that was committed.
const STEPS: readonly { mode: StopMode; signal: Signal; patience: number }[] = [
  { mode: 'fast', signal: 'INT', patience: 60_000 },
  { mode: 'immediate', signal: 'QUIT', patience: 10_000 },
  { mode: 'immediate', signal: 'KILL', patience: 10_000 },
];

/** Ends a postmaster, harder and harder; resolves when it has really ended, and throws when not even SIGKILL ends it. */
export async function endPostmaster(pid: number | undefined, pgCtl: string, hasEnded: () => boolean, mode: StopMode): Promise<void> {
  for (const step of STEPS.slice(STEPS.findIndex((candidate) => candidate.mode === mode))) {
    if (hasEnded()) return;
    signalPostmaster(pid, step.signal, pgCtl);
    if (await until(hasEnded, step.patience)) return;
  }
  throw new Error(`PostgreSQL (process ${pid}) could not be ended.`);
}

/** Sends a signal to a postmaster; one that is gone already, or never was, is what was wanted. */
export function signalPostmaster(pid: number | undefined, signal: Signal, pgCtl: string): void {
  if (pid === undefined) return;
  // Windows knows no signals: Node would end the process at once, where pg_ctl speaks to it through a pipe.
  if (process.platform === 'win32' && signal !== 'KILL') return void run(pgCtl, ['kill', signal, `${pid}`]);
  try {
    process.kill(pid, `SIG${signal}`);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
