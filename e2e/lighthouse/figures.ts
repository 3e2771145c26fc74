/** What is read from Lighthouse's reports, and what is asked of it: its scores, and that what readers feel is what Core Web Vitals call good. */

/** The figures of one page. */
export interface Figures {
  /** From 0 to 100. */
  readonly performance: number;
  readonly accessibility: number;
  readonly bestPractices: number;
  readonly seo: number;
  /** When the largest part was painted, in milliseconds, on a slow telephone as Lighthouse computes it. */
  readonly lcp: number;
  /** For how long the page could not answer, in milliseconds. */
  readonly tbt: number;
  /** How much of the page moved: no unit. */
  readonly cls: number;
  /** What was sent, in bytes. */
  readonly transfer: number;
  /** How fast Lighthouse found the machine: a telephone of today's middle has some 500, an idle desk 1,500 and more. */
  readonly machine: number;
  /** What accessibility, best practices and SEO found. */
  readonly faults: readonly string[];
}

/** How many times slower than the machine Lighthouse takes the telephone to be, where it is told nothing. */
export const LIGHTHOUSE_SLOWDOWN = 4;
/** The machine for which that is meant: the middle of what Lighthouse’s docs/throttling.md calls a high-end desktop (1,500 to 2,000). */
const MEANT_FOR = 1_750;

/**
 * How many times slower than a machine the telephone is, in tenths: the same telephone on each, as Lighthouse’s docs/throttling.md advises on one that is slower than it expects (it says
 * twice for a low-end desktop of 1,000 to 1,500). Never more than Lighthouse’s own, so that on a fast machine its figures are those it tells anybody, and never less than 1.
 */
export function slowdownOn(machine: number): number {
  return Math.min(LIGHTHOUSE_SLOWDOWN, Math.max(1, Math.round((LIGHTHOUSE_SLOWDOWN * machine * 10) / MEANT_FOR) / 10));
}

type Name = Exclude<keyof Figures, 'faults'>;

interface Column {
  readonly name: Name;
  readonly title: string;
  /** What a page must have, where more is better. */
  readonly least?: number;
  /** What a page may have, where less is better. */
  readonly most?: number;
  readonly isBetterLow?: boolean;
  readonly write: (value: number) => string;
}

const COLUMNS: readonly Column[] = [
  { name: 'performance', title: 'perf.', least: 98, write: String },
  { name: 'accessibility', title: 'access.', least: 100, write: String },
  { name: 'bestPractices', title: 'pract.', least: 100, write: String },
  { name: 'seo', title: 'SEO', least: 100, write: String },
  { name: 'lcp', title: 'LCP', most: 2_500, isBetterLow: true, write: (value) => `${(value / 1000).toFixed(2)} s` },
  { name: 'tbt', title: 'TBT', most: 200, isBetterLow: true, write: (value) => `${Math.round(value)} ms` },
  { name: 'cls', title: 'CLS', most: 0.1, isBetterLow: true, write: (value) => value.toFixed(3) },
  { name: 'transfer', title: 'sent', isBetterLow: true, write: (value) => `${Math.round(value / 1000)} KB` },
];

function perFigure(pages: readonly Figures[], choose: (values: number[], isBetterLow: boolean) => number): Figures {
  const figure = (name: Name, isBetterLow = false): number => choose(pages.map((page) => page[name]).sort((a, b) => a - b), isBetterLow);
  const chosen = Object.fromEntries(COLUMNS.map(({ name, isBetterLow }) => [name, figure(name, isBetterLow)]));
  return { ...(chosen as unknown as Figures), machine: figure('machine'), faults: [...new Set(pages.flatMap(({ faults }) => faults))] };
}

/** The median of each figure. */
export function medianOf(runs: readonly Figures[]): Figures {
  return perFigure(runs, (sorted) => sorted[Math.floor(sorted.length / 2)]!);
}

/** The worst of each figure, perhaps of different pages. */
export function worstOf(pages: readonly Figures[]): Figures {
  return perFigure(pages, (sorted, isBetterLow) => sorted.at(isBetterLow ? -1 : 0)!);
}

/** What of a page is not as it is asked, each as words to read; what Lighthouse did not measure is not either. */
export function shortcomings(page: Figures): string[] {
  return COLUMNS.flatMap(({ name, title, least, most, write }) => {
    const value = page[name];
    if (least !== undefined && !(value >= least)) return [`${title} ${write(value)}, at least ${write(least)} is asked`];
    return most !== undefined && !(value <= most) ? [`${title} ${write(value)}, at most ${write(most)} is asked`] : [];
  });
}

/** A line of the table; without figures, the one above it. */
export function line(name: string, figures: Figures | undefined): string {
  return [name.padEnd(18), ...COLUMNS.map((column) => (figures ? column.write(figures[column.name]) : column.title).padStart(8))].join('');
}
