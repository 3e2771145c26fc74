/** The product as it runs, built into a folder of its own, with the bench's documents as its trusted ones. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashOf, QUESTIONS } from './documents.ts';
import type { Program } from '../processes.ts';
import { projectFolder, type Stage } from '../stage.ts';

export interface ProductFolder {
  readonly folder: string;
  remove(): Promise<void>;
}

/**
 * The server as its own build makes it, beside links to all that it reads. It takes trusted documents from the project
 * it lies in: here that is this folder, so nothing of the product is changed for the bench. Throws when it cannot be built.
 */
export async function layOutProduct(): Promise<ProductFolder> {
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-bench-'));
  await mkdir(join(folder, 'server'));
  await mkdir(join(folder, 'shared'));
  await cp(join(projectFolder, 'server/package.json'), join(folder, 'server/package.json'));
  build(join(folder, 'server/dist'));
  for (const name of ['node_modules', 'reference']) await symlink(join(projectFolder, 'server', name), join(folder, 'server', name), 'junction');
  // The page is not asked for; its folder must only be there.
  await mkdir(join(folder, 'client/dist'), { recursive: true });
  const documents = Object.fromEntries(Object.values(QUESTIONS).map(({ document }) => [hashOf(document), document]));
  await writeFile(join(folder, 'shared/trusted-documents.json'), JSON.stringify(documents));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

function build(outDir: string): void {
  const args = ['-s', 'run', 'build', '--outDir', outDir, '--emptyOutDir'];
  const { status, stderr } = spawnSync('pnpm', args, { cwd: join(projectFolder, 'server'), stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8', shell: process.platform === 'win32' });
  if (status !== 0) throw new Error(`The server could not be built.\n${stderr}`);
}

/** What `npm start` tells node, for the product to run as people run it. */
function nodeOptions(): string[] {
  const { scripts } = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')) as { scripts: { start: string } };
  return scripts.start.split(' ').filter((word) => word.startsWith('--'));
}

/** The product on the stage's database. */
export function productProgram(folder: string, stage: Stage): Program {
  return {
    args: [...nodeOptions(), join(folder, 'server/dist/main.js')], cwd: folder,
    env: { NODE_ENV: 'production', HOST: '127.0.0.1', DATABASE_URL: stage.owner, DATABASE_APP_URL: stage.app, DEMONSTRATION: 'no', VISITOR_LIMIT: '100000000' },
  };
}
