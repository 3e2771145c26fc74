import type { Id, Pin, Problem } from '@passerelle/shared/planning.ts';

type Wished = { readonly pin: 'IN' | 'OUT'; readonly meetingId: Id } | { readonly pin: 'ORDER'; readonly placeIds: readonly Id[] };

/** A pin by an id that no other has. */
export function pinOf(problem: Problem, wished: Wished): Pin {
  let id = wished.pin === 'ORDER' ? `order ${wished.placeIds.join(' ')}` : `${wished.pin.toLowerCase()} ${wished.meetingId}`;
  while (problem.pins.some((one) => one.id === id)) id += '+';
  return { id, why: 'ADVISER', ...wished };
}

/** The problem with pins more. */
export const pinned = (problem: Problem, ...wished: readonly Wished[]): Problem => wished.reduce((before, one) => ({ ...before, pins: [...before.pins, pinOf(before, one)] }), problem);
