import type { Violation } from '../answer.ts';
import type { Facts } from '../facts.ts';
import type { Reading } from '../reading.ts';
import { broken, each, ref } from './violation.ts';

/** H9: of two meetings that are in, the later one begins long enough after the earlier one; what requires another one is not in without it. Source: what host and post have asked for. */
export function h9Order(facts: Facts, { meetings }: Reading): Violation[] {
  const planned = new Map(meetings.map((visit) => [visit.meeting.id, visit]));
  return each(facts.problem.precedences, ({ id, before, after, gapMinutes, kind }) => {
    const [first, second] = [planned.get(before), planned.get(after)];
    if (!second) return [];
    const about = [ref('PRECEDENCE', id), ref('MEETING', before), ref('MEETING', after)];
    if (!first) return kind === 'REQUIRES' ? [broken('H9', 'WITHOUT_BEFORE', about)] : [];
    const amount = first.endsAt + gapMinutes - second.startsAt;
    return amount > 0 ? [broken('H9', 'TOO_EARLY', about, { at: second.startsAt, amount })] : [];
  });
}
