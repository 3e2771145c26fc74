import { compareValues, type LeftOut } from '@passerelle/shared/planning.ts';

/** How far a reason is proved: not at all, with a plan that has the meeting, as a reason, and with all that is said of it. */
function provedOf({ why, exchange, isMinimal, loses }: LeftOut): number {
  if (why === 'UNPROVED') return exchange ? 1 : 0;
  return isMinimal || loses !== null ? 3 : 2;
}

/** How much is known of what brings a meeting in: nothing, something, the cheapest, and no less of it or that there is none. */
function soughtOf({ witness, hasNoWitness }: LeftOut): number {
  if (hasNoWitness) return 3;
  if (!witness) return 0;
  return witness.isCheapest ? 2 + Number(witness.isLeast) : 1;
}

function isBetterReason(before: LeftOut, after: LeftOut): boolean {
  const more = provedOf(after) - provedOf(before);
  return more > 0 || (more === 0 && before.why === 'UNPROVED' && before.exchange !== null && after.exchange !== null && compareValues(after.exchange.value, before.exchange.value) > 0);
}

function isBetterWitness(before: LeftOut, after: LeftOut): boolean {
  const more = soughtOf(after) - soughtOf(before);
  return more > 0 || (more === 0 && before.witness !== null && after.witness !== null && after.witness.price < before.witness.price);
}

/** What is said of a meeting by two looks: of its reason and of what brings it in that which is proved further, and of two that are as far the better one; the first where there is none. */
export function deepened(before: LeftOut, after: LeftOut): LeftOut {
  const { why, about, loses, isMinimal, exchange } = isBetterReason(before, after) ? after : before;
  const { witness, hasNoWitness } = isBetterWitness(before, after) ? after : before;
  return { meetingId: before.meetingId, why, about, loses, isMinimal, exchange, witness, hasNoWitness };
}

/** Whether it can be looked into further, which nobody has done: why it is out is not proved, or what brings it in is not known, or not proved to be the cheapest. */
export const isLeftOpen = (one: LeftOut): boolean => !one.isLookedInto && (one.why === 'UNPROVED' || soughtOf(one) < 2);
