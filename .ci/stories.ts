/** Counting the browser stories by Playwright's report: a story that passes at its second try has passed, and is told by name. */

/** How many checks or tests there were. */
export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

interface Suite {
  readonly title: string;
  readonly suites?: readonly Suite[];
  readonly specs?: readonly {
    readonly title: string;
    readonly file: string;
    readonly tests: readonly { readonly status: 'expected' | 'unexpected' | 'flaky' | 'skipped'; readonly results: readonly { readonly duration: number; readonly error?: { readonly message?: string } }[] }[];
  }[];
}

/** What Playwright's JSON reporter writes, as far as it is read here. */
export interface StoryReport {
  readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number; readonly skipped: number };
  readonly suites: readonly Suite[];
}

/** A story that failed once and then passed. */
export interface FlakyStory {
  /** The file, what it stands under there, and its title. */
  readonly name: string;
  /** Why it failed, without colours. */
  readonly why: string;
}

/** Each story once: what needed a second try counts as passed, what failed twice as failed. */
export function tallyOf({ stats }: StoryReport): Tally {
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
}

/** The stories that passed at their second try, in the order of the report. */
export function flakyStories({ suites }: StoryReport): FlakyStory[] {
  return suites.flatMap((file) => within(file, []));
}

function within({ suites = [], specs = [] }: Suite, above: readonly string[]): FlakyStory[] {
  const own = specs.flatMap(({ title, file, tests }) => tests.filter(({ status }) => status === 'flaky').map(({ results }) => ({
    name: [file, ...above, title].join(' › '),
    why: plain(results.find(({ error }) => error)?.error?.message ?? ''),
  })));
  return [...own, ...suites.flatMap((suite) => within(suite, [...above, suite.title]))];
}

const plain = (text: string): string => text.replaceAll(/\u001b\[[\d;]*m/g, '');
