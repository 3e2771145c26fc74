/**
 * Who is asking. A rule may look at the role, which is part of a plan's key, and at parameters that are bound when the
 * statement runs: nothing of one person can end up in a plan that answers another.
 */
export interface Actor {
  readonly role: 'visitor';
}

export const VISITOR: Actor = Object.freeze({ role: 'visitor' });
