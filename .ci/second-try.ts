/** Counting the tests by Vitest's report, and a second try of the few files that failed: what passes then has passed, and is told by name. */
import type { FlakyStory, Tally } from './stories.ts';

interface TestFile {
  readonly name: string;
  readonly status: 'passed' | 'failed';
  /** Why the file failed where no test of it did: it could not be loaded, or what comes before its tests failed. */
  readonly message: string;
  readonly assertionResults: readonly { readonly status: string; readonly fullName: string; readonly failureMessages: readonly string[] }[];
}

/** What Vitest's JSON reporter writes, as far as it is read here. */
export interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly TestFile[];
}

/** As many files may fail by a race; where more do, something is wrong, and a second try would only take time. */
const FEW = 4;

const failed = ({ status }: { readonly status: string }): boolean => status === 'failed';

/** A file that failed without a test that did counts as one failure, so that no failure is lost. */
export function tallyOfTests(report: VitestReport): Tally {
  const silent = report.testResults.filter((file) => failed(file) && !file.assertionResults.some(failed)).length;
  return { passed: report.numPassedTests, failed: report.numFailedTests + silent, skipped: report.numPendingTests + report.numTodoTests };
}

/** The files to try once more, as they are named; none where all passed, or where more than a few failed. */
export function filesToTryAgain({ testResults }: VitestReport): string[] {
  const files = testResults.filter(failed).map(({ name }) => name);
  return files.length > FEW ? [] : files;
}

/** What both tries say together: a test of a file that was tried again is what its second try says; the others what the first said. */
export function afterSecondTry(first: VitestReport, second: VitestReport): { readonly tally: Tally; readonly flaky: FlakyStory[] } {
  const again = new Map(second.testResults.map((file) => [file.name, file]));
  const merged = first.testResults.map((file) => (failed(file) ? again.get(file.name) ?? file : file));
  const flaky = first.testResults.filter((file) => failed(file) && again.get(file.name)?.status === 'passed').flatMap(reasons);
  return { tally: counted(merged), flaky };
}

function counted(files: readonly TestFile[]): Tally {
  const tests = files.flatMap(({ assertionResults }) => assertionResults);
  const number = (...statuses: string[]): number => tests.filter(({ status }) => statuses.includes(status)).length;
  return tallyOfTests({ numPassedTests: number('passed'), numFailedTests: number('failed'), numPendingTests: number('pending', 'skipped'), numTodoTests: number('todo'), testResults: files });
}

function reasons({ name, message, assertionResults }: TestFile): FlakyStory[] {
  const file = name.split(/[/\\]/).at(-1)!;
  const tests = assertionResults.filter(failed).map(({ fullName, failureMessages }) => ({ name: `${file} › ${fullName}`, why: failureMessages.join('\n').split('\n').filter((line) => !line.includes('node_modules')).slice(0, 12).join('\n') }));
  return tests.length > 0 ? tests : [{ name: file, why: message }];
}
