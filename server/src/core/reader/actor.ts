/**
 * How near somebody stands to the adviser's work, from the public inwards: who sees what, where it does not depend on the
 * country or the organisation. Each circle sees what the ones before it see.
 */
export const CIRCLES = ['visitor', 'network', 'post', 'adviser'] as const;
export type Circle = (typeof CIRCLES)[number];

/** Who is asking: what code fields and services are given. */
export interface Actor {
  readonly circle: Circle;
  /** The key of the person; null for a visitor. */
  readonly person: string | null;
  /** The key of the session in which they are signed in; null for a visitor. */
  readonly session: string | null;
}

/**
 * What a rule is given of the actor when a plan is made: the part that is in the plan's key, and nothing else. So
 * nothing of one person can end up in a plan that answers another; who they are comes with each run (`acting`).
 */
export interface RuleActor {
  readonly circle: Circle;
}

/** What rules may know of the actor. */
export function ruleActor({ circle }: Actor): RuleActor {
  return Object.freeze({ circle });
}

export const VISITOR: Actor = Object.freeze({ circle: 'visitor', person: null, session: null });
