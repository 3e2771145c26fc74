import type { Violation } from '../answer.ts';
import type { Facts } from '../facts.ts';
import type { Reading } from '../reading.ts';
import { broken, ref } from './violation.ts';

/** H8: what is mandatory is in. */
export function h8Mandatory(facts: Facts, { meetings }: Reading): Violation[] {
  const planned = new Set(meetings.map(({ meeting }) => meeting.id));
  return facts.problem.meetings.filter(({ id, isMandatory }) => isMandatory && !planned.has(id)).map(({ id }) => broken('H8', 'LEFT_OUT', [ref('MEETING', id)]));
}
