/** Who is asking: what code fields and services are given. */
export interface Actor {
  readonly role: 'visitor';
}

/**
 * What a rule is given of the actor when a plan is made: the part that is in the plan's key, and nothing else. So
 * nothing of one person can end up in a plan that answers another.
 */
export interface RuleActor {
  readonly role: Actor['role'];
}

/** What rules may know of the actor. */
export function ruleActor({ role }: Actor): RuleActor {
  return Object.freeze({ role });
}

export const VISITOR: Actor = Object.freeze({ role: 'visitor' });
