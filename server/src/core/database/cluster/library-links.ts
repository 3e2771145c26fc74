import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Makes the links between the shared libraries that npm packages cannot carry, where they are missing.
 *
 * The package's install script makes them too, but installs that run no scripts are common. Where they cannot be made
 * (a read-only installation), the first run of a program tells it better than an error from here.
 */
export function completeLibraryLinks(native: string): void {
  for (const { source, target } of linksOf(native)) {
    const link = join(dirname(native), target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(basename(source), link);
    } catch {
      return;
    }
  }
}

function linksOf(native: string): readonly { source: string; target: string }[] {
  const list = join(native, 'pg-symlinks.json');
  return existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) : [];
}
