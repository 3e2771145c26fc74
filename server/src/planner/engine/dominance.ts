/** When a label makes another one needless. */
import type { Labels } from './labels.ts';

/**
 * Whether `one`, which is at the same vertex no later, is worth and gains no less, and has remembered nothing that `other` could still visit: then
 * whatever continues `other` continues `one`, and is worth no less (Feillet et al. 2004).
 */
export function dominates({ words, worth, gain, visited, blocked }: Labels, one: number, other: number): boolean {
  if (worth[one]! < worth[other]! || gain[one]! < gain[other]!) return false;
  for (let word = 0; word < words; word += 1) if ((visited[one * words + word]! & ~blocked[other * words + word]!) !== 0) return false;
  return true;
}
