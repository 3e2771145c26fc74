/** Plans to begin with: that of nothing, and a former one. */
import type { Plan, Problem } from '@passerelle/shared/planning.ts';

export const EMPTY: Plan = { format: 'passerelle.plan', version: 1, parties: [], team: [], meetings: [] };

/** The former plan without the meetings that are to be left out; null where there is none. Whether it is a plan of this problem is for the validator to say. */
export function stillOf({ former, pins }: Problem): Plan | null {
  if (former === null) return null;
  const isOut = (meetingId: string): boolean => pins.some((one) => one.pin === 'OUT' && one.meetingId === meetingId);
  return { ...former, meetings: former.meetings.filter(({ meetingId, attends }) => attends.length > 0 && !isOut(meetingId)) };
}
