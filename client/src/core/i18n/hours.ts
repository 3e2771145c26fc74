import { format } from './state.ts';

const clock = (hour: string): string => (hour === '24:00' ? format.value.time('2000-01-02T00:00:00Z', 'UTC') : format.value.time(`2000-01-01T${hour}:00Z`, 'UTC'));

/** From when to when something is, that begins and ends at hours such as `09:30`, in the reader's language. */
export const hoursOf = (from: string, until: string): string => `${clock(from)} – ${clock(until)}`;

/** The hour at which something that begins then and lasts so many minutes ends: `10:30`, `24:00` at the end of the day. */
export function endOf(starts: string, minutes: number): string {
  const end = Number(starts.slice(0, 2)) * 60 + Number(starts.slice(3)) + minutes;
  return `${String(Math.floor(end / 60)).padStart(2, '0')}:${String(end % 60).padStart(2, '0')}`;
}
