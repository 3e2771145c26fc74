import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Binaries } from './binaries.ts';
import { ClusterError } from './cluster-error.ts';
import type { Place } from './place.ts';
import { run, type Answer, type RunOptions } from './processes.ts';

/** As whom PostgreSQL runs: the user given to spawn, or a program in front that becomes it. */
export interface Identity {
  readonly name: string;
  /** What spawn is told; nothing where a program in front changes the user, since it needs our powers to do so. */
  readonly user: { readonly uid?: number; readonly gid?: number };
  /** The program in front and its arguments; it ends in exec, so the pid is PostgreSQL's own. */
  readonly before: readonly string[];
  /** Who must own the data folder, as this process sees it; undefined when that is not ours to change. */
  readonly owner?: { readonly uid: number; readonly gid: number };
}

const NOBODY = 65534;
const nobody = { uid: NOBODY, gid: NOBODY };
const root = { uid: 0, gid: 0 };

const OURSELVES: Identity = { name: 'the user of the server', user: {}, before: [] };

const AS_NOBODY: Identity = { name: 'nobody', user: nobody, before: [], owner: nobody };

/** The kernel goes on to see us, with no more than our own files; PostgreSQL and initdb see a user that has a name. */
const CALLED_NOBODY: Identity = {
  name: 'the user of the server, called nobody in a user namespace',
  user: {},
  before: ['unshare', '--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, '--'],
};

/**
 * For a project under a private folder, such as root's home, in order of how little they allow: nobody that may read
 * everything, root's files without root's powers, nobody that may write everything (all that a default container has).
 */
const FOR_PRIVATE_FOLDERS: readonly Identity[] = [
  nobodyWith('dac_read_search'),
  { ...CALLED_NOBODY, owner: root },
  nobodyWith('dac_override'),
];

function nobodyWith(capability: string): Identity {
  const ids = [`--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups'];
  const powers = [`--inh-caps=-all,+${capability}`, `--ambient-caps=-all,+${capability}`];
  // PostgreSQL looks for its own programs with access(2), which ignores the powers of ordinary users but for this bit.
  const bits = ['--securebits=+no_setuid_fixup'];
  return { name: `nobody with ${capability}`, user: {}, before: ['setpriv', ...ids, ...bits, ...powers, '--'], owner: nobody };
}

/** The ways that may work for this process, best first. */
export function identitiesFor(place: Place, uid: number | undefined = process.getuid?.()): readonly Identity[] {
  // macOS has no way for root into private folders, and numbers its nobody differently: there, ordinary users start.
  if (process.platform !== 'linux') return [OURSELVES];
  // A container may run under a number without a name, which initdb refuses.
  if (uid !== 0) return [OURSELVES, CALLED_NOBODY];
  return mayReach(place.parent, NOBODY, NOBODY) ? [AS_NOBODY, ...FOR_PRIVATE_FOLDERS] : FOR_PRIVATE_FOLDERS;
}

/** The first identity that can really run PostgreSQL here; throws START_FAILED when none can. */
export async function chooseIdentity({ initdb }: Binaries, identities: readonly Identity[]): Promise<Identity> {
  const refusals: string[] = [];
  for (const identity of identities) {
    // Unlike `--version`, this looks for the user, its name and the other programs, and still touches no folder.
    const { ok, output } = await runAs(identity, initdb, ['--show', '-U', 'postgres', '-D', 'unused']);
    if (ok) return identity;
    refusals.push(`${identity.name}: ${output.trim()}`);
  }
  throw new ClusterError(
    'START_FAILED',
    `PostgreSQL can run here neither as ${refusals.join(', nor as ')}: ` +
      'start the server as an ordinary user with a name in /etc/passwd, or move the project to a folder that others may enter.',
  );
}

/** Runs one of PostgreSQL's programs to its end as this identity. */
export function runAs(identity: Identity, program: string, args: readonly string[], options: RunOptions = {}): Promise<Answer> {
  const [file, ...rest] = commandAs(identity, program, args);
  return run(file, rest, { ...identity.user, ...options });
}

/** The whole command, program first. */
export function commandAs(identity: Identity, program: string, args: readonly string[]): [string, ...string[]] {
  const [first, ...rest] = identity.before;
  return first === undefined ? [program, ...args] : [first, ...rest, program, ...args];
}

/** Whether the mode bits let a user into a folder and through all those above it. */
function mayReach(folder: string, uid: number, gid: number): boolean {
  const { mode, uid: owner, gid: group } = statSync(folder);
  const passage = owner === uid ? 0o100 : group === gid ? 0o010 : 0o001;
  if ((mode & passage) === 0) return false;
  const above = dirname(folder);
  return above === folder || mayReach(above, uid, gid);
}
