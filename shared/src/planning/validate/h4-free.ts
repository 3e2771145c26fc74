import type { Violation } from '../answer.ts';
import type { Facts } from '../facts.ts';
import { spanOf, type Reading } from '../reading.ts';
import { broken, each, ref } from './violation.ts';

/** H4: nobody goes who is a reserve, or has a block between the first that they do, a journey or a meeting, and the last. Source: what each has answered, and their clearances. */
export const h4Free = (_: Facts, { members }: Reading): Violation[] => each(members, (one) => {
  const span = spanOf(one);
  const about = ref('PERSON', one.person.id);
  const blocked = one.person.blocks.filter(({ from, until }) => span && from < span.until && until > span.from);
  return [...(one.person.isReserve ? [broken('H4', 'RESERVE', [about])] : []), ...blocked.map(({ id, from }) => broken('H4', 'BLOCKED', [about, ref('BLOCK', id)], { at: from }))];
});
