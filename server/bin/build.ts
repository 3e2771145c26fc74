/** Builds the server and the page when their sources have changed since the last build. */
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../..', import.meta.url));

/** What goes into a build: when none of it has changed, the build is the same. */
const SOURCES = ['pnpm-lock.yaml', 'tsconfig.json', 'shared/src', 'server/src', 'server/vite.config.ts', 'server/tsconfig.json', 'server/schema.graphql', 'client'];
const IGNORED = new Set(['node_modules', 'dist', 'gql', 'generated']);

function* files(path: string): Generator<string> {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return;
  if (stat.isFile()) yield path;
  else for (const name of readdirSync(path).sort()) if (!IGNORED.has(name)) yield* files(join(path, name));
}

/** A stamp of all sources: names, sizes and contents. */
function stampOfSources(): string {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    for (const file of files(join(project, source))) hash.update(file.slice(project.length)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

/** Builds both sides unless the last build was of the same sources. Exits when a build fails. */
export async function buildIfStale(): Promise<void> {
  const stampFile = join(project, 'server/dist/sources.stamp');
  const stamp = stampOfSources();
  const built = statSync(stampFile, { throwIfNoEntry: false }) && readFileSync(stampFile, 'utf8');
  if (built === stamp) return;
  console.log('Building…');
  for (const side of ['server', 'client']) {
    const { status } = spawnSync('pnpm', ['-s', '--dir', join(project, side), 'build'], { stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' });
    if (status !== 0) {
      console.error(`The ${side} could not be built.`);
      process.exit(1);
    }
  }
  mkdirSync(join(project, 'server/dist'), { recursive: true });
  writeFileSync(stampFile, stamp);
}
