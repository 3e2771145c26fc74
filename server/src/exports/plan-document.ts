/** A search as JSON: the question, the answer and what is said of it, as `docs/plan-file.md` describes it. It has keys and codes, and no name. */
import type { StoredSearch } from './plan-read.ts';
import { standingOf } from './plan-standing.ts';

/** The text of the file. Whoever validates a plan of it against its problem needs nothing else. */
export function planDocument({ key, mission, isDemonstration, isIdea, askedAt, endedAt, state, reason, isSolved, seed, work, problemHash, problem, assumed, best, worth, bound, isOptimal, isOutdated, explained }: StoredSearch): string {
  const { leftOut = [], legs = [], conflicts = [], alternatives = [], otherLegs = {} } = explained;
  const document = {
    format: 'passerelle-plan', version: 1, exportedAt: new Date().toISOString(), search: { key, mission, isDemonstration, isIdea, askedAt: new Date(askedAt).toISOString(), endedAt: endedAt && new Date(endedAt).toISOString(), state, reason, isOutdated }, problemHash, problem, assumed,
    answer: { standing: standingOf({ best, isSolved }), seed, work, plans: [...(best && worth ? [{ as: 'BEST', isProved: isOptimal, value: worth, plan: best }] : []), ...alternatives], bound, isOptimal, leftOut, legs, otherLegs, conflicts },
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
