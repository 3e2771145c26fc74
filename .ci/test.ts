/**
 * Everything that must be true: `node .ci/test.ts [whole|check|e2e|walk]`. Without a word it leaves out what takes long, the
 * files `….long.test.ts` and `….long.spec.ts`; `whole` leaves out nothing on our own PostgreSQL, and is `check` (all but the browser) and `e2e` (its
 * stories) in one; `walk` asks every page in every language and look of axe, which takes longer still. Ends with the
 * plain line `N passed, N failed, N skipped`: checks count one each, tests as their runners count them, a test or a browser
 * story that passes at its second try once; before that line such a one is told of as `flaky: …`.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium } from './chromium.ts';
import { afterSecondTry, filesToTryAgain, tallyOfTests, type VitestReport } from './second-try.ts';
import { flakyStories, type FlakyStory, type StoryReport, type Tally, tallyOf } from './stories.ts';
import { slowest, type TestReport } from './times.ts';

interface Task {
  readonly name: string;
  readonly folder: string;
  readonly command: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Reads the counts of a test runner's report; without it the exit code counts as one check. */
  readonly count?: () => Tally;
  /** What to run once more of it, and how to count both tries; nothing where a second try would not help. */
  readonly secondTry?: () => { readonly task: Task; readonly count: () => Tally } | undefined;
  /** Which of its files took longest. */
  readonly slowest?: () => string;
}

const KINDS = ['short', 'whole', 'check', 'e2e', 'walk'] as const;
const what = KINDS.find((kind) => kind === (process.argv[2] ?? 'short'));
if (what === undefined) throw new Error(`Say nothing, or one of: ${KINDS.slice(1).join(', ')}.`);
const isShort = what === 'short';
const project = fileURLToPath(new URL('..', import.meta.url));
/** Where the runners write what they counted and timed: kept where `TEST_REPORTS` names a folder. */
const reports = process.env.TEST_REPORTS ?? mkdtempSync(join(tmpdir(), 'passerelle-reports-'));
const total: Tally = { passed: 0, failed: 0, skipped: 0 };
const flaky: FlakyStory[] = [];

const script = (folder: string, name: string, ...args: string[]): Task =>
  ({ name: `${folder}: ${name}${args.length > 0 ? ` ${args.join(' ')}` : ''}`, folder, command: ['pnpm', '-s', 'run', name, ...args] });

/** Builds the product that the stories start; what was built of the same sources stays. */
const BUILD: Task = { name: 'build', folder: 'server', command: ['node', '--input-type=module', '--eval', "await (await import('./bin/build.ts')).buildIfStale()"] };
/** How large the page is that was built. */
const SIZE = script('client', 'size');

/** What does not read what the build generates for the client once more. */
const BESIDE_THE_BUILD: readonly Task[] = [
  vitest('shared', 'shared tests'),
  script('server', 'typecheck'), script('shared', 'typecheck'), script('e2e', 'typecheck'),
  script('server', 'schema', '--check'), script('server', 'migration', '--check'), script('server', 'mails', '--check'),
  { name: 'licences', folder: '.', command: ['node', '.ci/licences.ts'] },
  { name: 'counting of stories, and of time', folder: '.', command: ['node', '--test', '.ci/stories.test.ts', '.ci/second-try.test.ts', '.ci/times.test.ts'] },
  { name: 'what is asked of Lighthouse', folder: '.', command: ['node', '--test', 'e2e/lighthouse/figures.test.ts'] },
  { name: 'the rule about roles', folder: '.', command: ['node', '--test', '.ci/role-rules.test.ts'] },
  { name: 'the rule about fields', folder: '.', command: ['node', '--test', '.ci/field-rules.test.ts'] },
];

const AFTER_THE_BUILD: readonly Task[] = [
  { name: 'lint', folder: '.', command: ['eslint', '-c', '.ci/eslint.config.js', '--max-warnings', '0', '.'] },
  // The types of all documents together are more than Node’s own limit of memory holds.
  { name: 'client: typecheck', folder: 'client', command: ['vue-tsc', '-p', '.'], env: { NODE_OPTIONS: '--max-old-space-size=7168' } },
  script('client', 'persist', '--check'), SIZE,
  { name: 'styles', folder: '.', command: ['stylelint', '--config', '.ci/stylelint.config.js', 'client/src/**/*.{css,vue}'] },
  { name: 'dependency rules', folder: '.', command: ['depcruise', '--config', '.ci/dependency-rules.cjs', 'server/src', 'client/src', 'shared/src', 'e2e'] },
  { name: 'unused code', folder: '.', command: ['knip', '--config', '.ci/knip.json'] },
  { name: 'npm run dev', folder: '.', command: ['node', '--test', '.ci/dev.test.ts'] },
  { name: 'feature graph', folder: '.', command: ['node', '.ci/feature-graph.ts', '--check'] },
];

function vitest(folder: string, name: string, env: Record<string, string> = {}, files: readonly string[] = []): Task {
  const file = join(reports, `${name.replaceAll(/\W+/g, '-')}.json`);
  const report = (from = file): VitestReport & TestReport => JSON.parse(readFileSync(from, 'utf8')) as VitestReport & TestReport;
  return {
    name, folder, env,
    command: ['vitest', 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`, ...files],
    count: () => tallyOfTests(report()),
    secondTry: () => {
      const again = filesToTryAgain(report());
      if (files.length > 0 || again.length === 0) return;
      const task = vitest(folder, `${name}, second try`, env, again);
      return {
        task,
        count: () => {
          const both = afterSecondTry(report(), report(join(reports, `${task.name.replaceAll(/\W+/g, '-')}.json`)));
          flaky.push(...both.flaky);
          return both.tally;
        },
      };
    },
    slowest: () => slowest(report()),
  };
}

/** The tests that need a database run on our own PostgreSQL, and, but for what takes long, on the user's, where there is one. */
function testTasks(): Task[] {
  const tasks = [vitest('server', 'server tests')];
  const external = process.env.TEST_DATABASE_URL;
  if (external) tasks.push(vitest('server', `server tests on ${new URL(external).host || 'the local PostgreSQL'}`, { TEST_DATABASE_URL: external, LONG_TESTS: 'no' }));
  else console.log('No TEST_DATABASE_URL: the tests run on our own PostgreSQL only.');
  return [...tasks, vitest('client', 'client tests')];
}

function browserTask(chromium: string, isWalk: boolean): Task {
  const file = join(reports, 'browser.json');
  return {
    name: 'browser stories', folder: 'e2e', command: ['playwright', 'test', ...(isWalk ? ['locales'] : [])],
    env: { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: file, ...(isWalk && { E2E_WALK: 'whole' }) },
    count: () => {
      const report = JSON.parse(readFileSync(file, 'utf8')) as StoryReport;
      flaky.push(...flakyStories(report));
      return tallyOf(report);
    },
    slowest: () => slowest(JSON.parse(readFileSync(file, 'utf8')) as StoryReport),
  };
}

/** Runs a task, with a second try of what of it may have one, and tells and counts what came of it. */
async function run(task: Task): Promise<void> {
  const started = Date.now();
  const first = await outputOf(task);
  let result = tally(task, first.code);
  let output = first.output;
  if (result.failed > 0) {
    const again = secondTryOf(task);
    if (again) {
      const second = await outputOf(again.task);
      output += second.output;
      result = tally({ ...task, count: again.count }, second.code);
    }
  }
  total.passed += result.passed;
  total.failed += result.failed;
  total.skipped += result.skipped;
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`${result.failed > 0 ? '✗' : '✓'} ${task.name}${task.count ? ` (${result.passed} passed, ${result.failed} failed)` : ''} ${seconds} s`);
  if (result.failed > 0) console.log(indented(output, 200));
  if (task.slowest && result.passed > 0) console.log(indented(`longest: ${task.slowest()}`));
}

/** None where the first try left no report to read. */
function secondTryOf(task: Task): ReturnType<NonNullable<Task['secondTry']>> {
  try {
    return task.secondTry?.();
  } catch {
    return undefined;
  }
}

function outputOf(task: Task): Promise<{ readonly code: number | null; readonly output: string }> {
  return new Promise((resolve) => {
    const cwd = join(project, task.folder);
    const path = [join(cwd, 'node_modules/.bin'), join(project, 'node_modules/.bin'), process.env.PATH].join(process.platform === 'win32' ? ';' : ':');
    const { TEST_DATABASE_URL: _, FORCE_COLOR: _colours, ...inherited } = process.env;
    const child = spawn(task.command[0]!, task.command.slice(1), {
      cwd, env: { ...inherited, PATH: path, NO_COLOR: '1', ...(isShort && { LONG_TESTS: 'no' }), ...task.env }, shell: process.platform === 'win32', stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', (error) => (output += error.message));
    child.on('close', (code) => void resolve({ code, output }));
  });
}

/** The last lines of an output, below what they belong to. */
function indented(text: string, lines = 20): string {
  return text.trimEnd().split('\n').slice(-lines).map((line) => `    ${line}`).join('\n');
}

function tally(task: Task, code: number | null): Tally {
  if (!task.count) return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
  try {
    const counted = task.count();
    return code !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted;
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

async function inParallel(tasks: readonly Task[], width: number): Promise<void> {
  const queue = [...tasks];
  await Promise.all(Array.from({ length: width }, async () => {
    for (let task = queue.shift(); task; task = queue.shift()) await run(task);
  }));
}

if (isShort || what === 'whole' || what === 'check') {
  await run(script('client', 'generate'));
  await inParallel([BUILD, ...BESIDE_THE_BUILD], 2);
  await inParallel(AFTER_THE_BUILD, 2);
  // One after the other: each keeps both processors busy, and beside another its tests wait longer than they may.
  await inParallel(testTasks(), 1);
}
if (what !== 'check') {
  const chromium = findChromium();
  if (chromium) {
    await run(browserTask(chromium, what === 'walk'));
    // The stories start the product, which is built then.
    if (what === 'e2e' || what === 'walk') await run(SIZE);
  } else {
    console.log('✗ browser stories: no Chromium found. Install Debian’s package `chromium-headless-shell`, or set CHROMIUM_PATH to one.');
    total.failed += 1;
  }
}
for (const { name, why } of flaky) console.log(indented(`${name}, at its first try:\n${why}`));
if (process.env.TEST_REPORTS === undefined) rmSync(reports, { recursive: true, force: true });
if (flaky.length > 0) console.log(`\n${flaky.map(({ name }) => `flaky: ${name}`).join('\n')}`);
if (isShort) console.log('\nWhat takes long was left out: `npm test -- whole` leaves out nothing.');
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed > 0 ? 1 : 0;
