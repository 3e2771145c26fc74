import { execFile, execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** What a short-lived program answered: whether it exited with 0, and all that it wrote. */
export interface Answer {
  readonly ok: boolean;
  readonly output: string;
}

/** How a program is run: as which user, and with what on its standard input. */
export interface RunOptions {
  readonly uid?: number;
  readonly gid?: number;
  readonly input?: string;
}

/** Runs a program to its end; a program that cannot be run at all is an answer too. */
export function run(program: string, args: readonly string[], { input = '', ...user }: RunOptions = {}): Promise<Answer> {
  return new Promise((resolve) => {
    const child = execFile(program, args, { ...neutralGround(), ...user }, (error, stdout, stderr) => {
      const written = `${stdout}${stderr}`;
      resolve({ ok: !error, output: written.trim() || !error ? written : error.message });
    });
    // A program may end without reading its input: that is told by its answer, not by a broken pipe.
    child.stdin?.on('error', () => undefined).end(input);
  });
}

/**
 * glibc gives a statement's memory back to the system when the statement ends and takes it again for the next one, a
 * page fault for each page: let it keep some. Elsewhere nothing reads these.
 */
const KEEP_MEMORY = { MALLOC_TRIM_THRESHOLD_: '67108864', MALLOC_TOP_PAD_: '1048576', MALLOC_MMAP_THRESHOLD_: '67108864' };

/**
 * Folder and environment for PostgreSQL's programs: a folder where any user may be, and nothing of ours.
 *
 * The server's environment holds secrets and may hold PG* variables; English messages are what server-log.ts reads.
 */
export function neutralGround(): { cwd: string; env: NodeJS.ProcessEnv; windowsHide: true } {
  const kept = ['PATH', 'SystemRoot', 'TEMP', 'TMP'].flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  const env = { PATH: '/usr/bin:/bin', ...Object.fromEntries(kept), LC_ALL: 'C', TZ: 'UTC', ...KEEP_MEMORY };
  return { cwd: process.platform === 'win32' ? process.cwd() : '/', env, windowsHide: true };
}

/** Whether any process has this number, be it another user's or a zombie. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Whether this process is a PostgreSQL server of exactly this data folder: numbers are reused, command lines tell. */
export function isPostmasterOf(pid: number, data: string): boolean {
  const line = `${commandLine(pid)} `.replaceAll('"', '');
  return /(^|[\\/])postgres(\.exe)? /.test(line) && line.includes(` -D ${data} `);
}

/** Program and arguments of a process, or the title it gave itself; empty when there is none or only its zombie. */
export function commandLine(pid: number): string {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trimEnd();
    const [program, ...args] =
      process.platform === 'win32'
        ? ['powershell', '-NoProfile', '-Command', `(Get-CimInstance Win32_Process -Filter 'ProcessId=${pid}').CommandLine`]
        : ['ps', '-ww', '-o', 'command=', '-p', `${pid}`];
    return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], windowsHide: true }).trim();
  } catch {
    return '';
  }
}

/** Asks again and again until the answer is yes; false when it is still no after `patience` milliseconds. */
export async function until(isDone: () => boolean, patience: number): Promise<boolean> {
  const deadline = performance.now() + patience;
  while (!isDone()) {
    if (performance.now() > deadline) return false;
    await pause(10);
  }
  return true;
}
