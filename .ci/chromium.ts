/** Finds a Chromium for the browser stories, or tries to get one. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The path of a Chromium that starts, or undefined when there is none and none can be had. */
export function findChromium(): string | undefined {
  return installed() ?? (tryToInstall() ? installed() : undefined);
}

function installed(): string | undefined {
  // The one without windows comes first: a story takes it half the time.
  const candidates = [process.env.CHROMIUM_PATH, onPath('chromium-headless-shell'), onPath('chromium'), onPath('chromium-browser'), onPath('google-chrome'), playwrights()];
  return candidates.find((path) => path !== undefined && path !== '' && starts(path));
}

function starts(path: string): boolean {
  return existsSync(path) && spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
}

function onPath(name: string): string | undefined {
  const { stdout, status } = spawnSync(process.platform === 'win32' ? 'where' : 'which', [name], { encoding: 'utf8' });
  return status === 0 ? stdout.split('\n')[0]!.trim() : undefined;
}

/** The one that Playwright downloaded, where it has. */
function playwrights(): string | undefined {
  try {
    const require = createRequire(new URL('../e2e/package.json', import.meta.url));
    return (require('@playwright/test') as { chromium: { executablePath(): string } }).chromium.executablePath();
  } catch {
    return undefined;
  }
}

/** Playwright's own download, else, as root on Debian, the distribution's package. */
function tryToInstall(): boolean {
  console.log('No Chromium found: trying to get one…');
  const run = (command: string, args: string[], seconds: number): boolean =>
    spawnSync(command, args, { stdio: 'ignore', timeout: seconds * 1000, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status === 0;
  const isRootOnDebian = process.getuid?.() === 0 && onPath('apt-get') !== undefined;
  if (run('pnpm', ['-s', '--filter', '@passerelle/e2e', 'exec', 'playwright', 'install', 'chromium'], 120)) return true;
  if (!isRootOnDebian || !run('apt-get', ['update', '-qq'], 300)) return false;
  return ['chromium-headless-shell', 'chromium'].some((name) => run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], 600));
}
