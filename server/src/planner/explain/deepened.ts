import { compareValues, type LeftOut } from '@passerelle/shared/planning.ts';

/** Whether the reason is proved, of all plans. */
export const isProvedWhy = ({ why, isAsFound = false }: Pick<LeftOut, 'why' | 'isAsFound'>): boolean => why !== 'UNPROVED' && !isAsFound;

/** How far a reason is known: not at all, by what would bring it in, with a plan that has the meeting, proved, and with all that is said of it. */
function knownOf(one: LeftOut): number {
  const { why, exchange, isMinimal, loses } = one;
  if (!isProvedWhy(one)) return exchange ? 2 : Number(why !== 'UNPROVED');
  return isMinimal || loses !== null ? 4 : 3;
}

/** How much is known of what brings a meeting in: nothing, something, the cheapest, and no less of it or that there is none. */
function soughtOf({ witness, hasNoWitness }: LeftOut): number {
  if (hasNoWitness) return 3;
  if (!witness) return 0;
  return witness.isCheapest ? 2 + Number(witness.isLeast) : 1;
}

function isBetterReason(before: LeftOut, after: LeftOut): boolean {
  const more = knownOf(after) - knownOf(before);
  return more > 0 || (more === 0 && !isProvedWhy(before) && before.exchange !== null && after.exchange !== null && compareValues(after.exchange.value, before.exchange.value) > 0);
}

function isBetterWitness(before: LeftOut, after: LeftOut): boolean {
  const more = soughtOf(after) - soughtOf(before);
  return more > 0 || (more === 0 && before.witness !== null && after.witness !== null && after.witness.price < before.witness.price);
}

/** What is said of a meeting by two looks: of its reason and of what brings it in that which is proved further, and of two that are as far the better one; the first where there is none. */
export function deepened(before: LeftOut, after: LeftOut): LeftOut {
  const { why, isAsFound, about, loses, isMinimal, exchange } = isBetterReason(before, after) ? after : before;
  const { witness, hasNoWitness } = isBetterWitness(before, after) ? after : before;
  return { meetingId: before.meetingId, why, ...(isAsFound && { isAsFound }), about, loses, isMinimal, exchange, witness, hasNoWitness };
}

/** Whether it can be looked into further, which nobody has done: why it is out is not proved, or what brings it in is not known, or not proved to be the cheapest. */
export const isLeftOpen = (one: LeftOut): boolean => !one.isLookedInto && (!isProvedWhy(one) || soughtOf(one) < 2);
