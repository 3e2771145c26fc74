import type { Plan } from './plan.ts';
import type { Problem } from './problem.ts';

/** Arrays whose order counts: by their name, and in what they stand. */
const WAYS: Readonly<Record<string, (within: object) => boolean>> = {
  journeys: () => true, goals: () => true, minutes: () => true, placeIds: (within) => 'pin' in within || 'minutes' in within, countries: (within) => 'fareCents' in within,
};

/** A JSON value with sorted keys, and with the members of each array that is no way in the order of their own texts. */
function text(value: unknown, isWay: boolean): string {
  if (Array.isArray(value)) {
    const members = value.map((one) => text(one, isWay));
    return `[${(isWay ? members : members.sort()).join(',')}]`;
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${text(one, WAYS[key]?.(value) ?? false)}`).join(',')}}`;
}

/**
 * The one text of a problem or a plan: the same for the same one however its arrays and keys are ordered. Its SHA-256 is what an answer calls `problemHash`; who hashes has the means,
 * which are not the same in a browser and on a server.
 */
export const canonicalText = (value: Problem | Plan): string => text(value, false);
