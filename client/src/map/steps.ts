/** How strong the colour of a country is: 0 for none at all, drawn with dashes, to 3 for most. */
export type Step = 0 | 1 | 2 | 3;

/** The values that share a colour: from the smallest to the largest, both included. */
export interface StepRange {
  readonly step: 1 | 2 | 3;
  readonly from: number;
  readonly to: number;
}

/** Cuts values into at most three ranges that hold about as many countries each; equal values are never parted. */
export function stepRanges(values: readonly number[]): StepRange[] {
  const sorted = [...values].sort((a, b) => a - b);
  const ranges: StepRange[] = [];
  for (const step of [1, 2, 3] as const) {
    const from = sorted[0];
    if (from === undefined) break;
    const fair = Math.ceil(sorted.length / (4 - step));
    const to = sorted[fair - 1] ?? from;
    sorted.splice(0, sorted.lastIndexOf(to) + 1);
    ranges.push({ step, from, to });
  }
  return ranges;
}

/** The colour of a value among ranges; none when the value is unknown or in no range. */
export function stepOf(ranges: readonly StepRange[], value: number | undefined): Step {
  return ranges.find(({ from, to }) => value !== undefined && value >= from && value <= to)?.step ?? 0;
}
