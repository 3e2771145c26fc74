/** What a guard finds in the corpus, counted. */
import type { Finding } from '../finding.ts';
import { SEVERITY } from '../finding.ts';
import type { Case } from './index.ts';

export type Find = (text: string) => readonly Finding[];

export interface Count {
  readonly texts: number;
  readonly found: number;
  readonly refused: number;
}

/** How many of the texts have a finding, and how many one that is refused. */
export function count(cases: readonly Case[], find: Find): Count {
  const findings = cases.map(({ text }) => find(text));
  return {
    texts: cases.length,
    found: findings.filter(({ length }) => length > 0).length,
    refused: findings.filter((found) => found.some(({ severity }) => severity === SEVERITY.REFUSE)).length,
  };
}

/** The counts by a property of the cases, in the order in which its values come. */
export function countBy(cases: readonly Case[], key: 'locale' | 'made', find: Find): Record<string, Count> {
  const values = [...new Set(cases.map((one) => one[key]))];
  return Object.fromEntries(values.map((value) => [value, count(cases.filter((one) => one[key] === value), find)]));
}

/** Texts of a hundred, to one decimal. */
export const percent = (part: number, { texts }: Count): number => Math.round((part / texts) * 1000) / 10;
