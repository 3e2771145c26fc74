/** Which files of tests take longest, by what Vitest and Playwright report: where time can be saved. */
import type { StoryReport } from './stories.ts';

/** What Vitest's JSON reporter writes, as far as it is read here: times in milliseconds since the epoch. */
export interface TestReport {
  readonly testResults: readonly { readonly name: string; readonly startTime: number; readonly endTime: number }[];
}

type Suite = StoryReport['suites'][number];

/** Seconds by file, those of all tries of its tests. */
export function secondsByFile(report: TestReport | StoryReport): Map<string, number> {
  const found = new Map<string, number>();
  const add = (file: string, milliseconds: number): void => void found.set(file, (found.get(file) ?? 0) + milliseconds / 1000);
  if ('testResults' in report) for (const { name, startTime, endTime } of report.testResults) add(name, endTime - startTime);
  else for (const suite of report.suites) addStories(suite, add);
  return found;
}

function addStories({ suites = [], specs = [] }: Suite, add: (file: string, milliseconds: number) => void): void {
  for (const { file, tests } of specs) for (const { results } of tests) for (const { duration } of results) add(file, duration);
  for (const suite of suites) addStories(suite, add);
}

/** The `most` files that take longest, as a line; file names without their folders. */
export function slowest(report: TestReport | StoryReport, most = 12): string {
  const sorted = [...secondsByFile(report)].sort(([, a], [, b]) => b - a).slice(0, most);
  return sorted.map(([file, seconds]) => `${file.split(/[/\\]/).at(-1)!} ${seconds.toFixed(0)} s`).join(', ');
}
