/** Processor time of a process and all that it started, from Linux's `/proc`. */
import { readdirSync, readFileSync } from 'node:fs';

/** Milliseconds in a clock tick; Linux counts in hundredths of a second on every platform that Node runs on. */
const TICK = 10;

interface Times {
  readonly parent: number;
  /** Its own time and that of the children that have ended and been waited for. */
  readonly ms: number;
}

/**
 * Milliseconds that the process `root` and its descendants have used so far, those that have ended included: what an
 * ended child used is counted by its parent, so differences of this number lose nothing.
 */
export function cpuOfTree(root: number): number {
  const all = new Map<number, Times>();
  for (const entry of readdirSync('/proc')) {
    const times = /^\d+$/.test(entry) ? timesOf(entry) : undefined;
    if (times) all.set(Number(entry), times);
  }
  const isBelow = (pid: number): boolean => {
    for (let at: number | undefined = pid; at !== undefined && at > 1; at = all.get(at)?.parent) if (at === root) return true;
    return false;
  };
  return [...all].filter(([pid]) => isBelow(pid)).reduce((sum, [, { ms }]) => sum + ms, 0);
}

function timesOf(pid: string): Times | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The program's name, in brackets, may hold anything: the fields that count follow its last bracket.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ').map(Number);
    const [user = 0, system = 0, childrenUser = 0, childrenSystem = 0] = fields.slice(11, 15);
    return { parent: fields[1]!, ms: (user + system + childrenUser + childrenSystem) * TICK };
  } catch {
    return undefined;
  }
}

/** Seconds of processor that this process has used. */
export function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
