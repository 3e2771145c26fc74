/** Why nobody was signed in, as the address of the page to sign in says it. */
export const AGENT_OUTCOMES = ['refused', 'changed', 'cancelled', 'expired', 'failed', 'unavailable', 'often'] as const;
export type AgentOutcome = (typeof AGENT_OUTCOMES)[number];

/** The outcome that an address names (`?agent=refused`); undefined when it names none that is known. */
export function agentOutcome(named: unknown): AgentOutcome | undefined {
  return AGENT_OUTCOMES.find((known) => known === named);
}
