import { readdirSync, readlinkSync } from 'node:fs';
import { commandLine } from './processes.ts';

/**
 * Ends the children of a PostgreSQL that was killed: one in the middle of a long statement would not notice for as long
 * as that takes, and no new PostgreSQL may start beside it. SIGQUIT is what their parent would have sent.
 *
 * They are known by their title and their working folder, which only Linux tells; elsewhere, and in containers where
 * root may not look, the start is tried until they are gone.
 */
export function endSurvivors(data: string): void {
  if (process.platform !== 'linux') return;
  for (const name of readdirSync('/proc')) {
    if (/^\d+$/.test(name) && isChildAt(data, Number(name))) quit(Number(name));
  }
}

function isChildAt(data: string, pid: number): boolean {
  try {
    return commandLine(pid).startsWith('postgres: ') && readlinkSync(`/proc/${pid}/cwd`) === data;
  } catch {
    return false;
  }
}

function quit(pid: number): void {
  try {
    process.kill(pid, 'SIGQUIT');
  } catch {
    // It ended by itself meanwhile, or belongs to a user that is not ours to signal: then it is waited for.
  }
}
