/** What sentences about hours name, written as hours are typed: the earliest, the latest, and one for example. */
export const HOURS = { from: '00:00', until: '23:59', example: '09:30' } as const;

/** An hour as it is typed (`9:30`, `9.30`, `9h30`, `9 h`, `0930` on a keyboard of digits, `9`), as a clock of 24 hours shows it (`09:30`); undefined for what is none. */
export function hourOf(typed: string): string | undefined {
  const [, hours = '', minutes = '00'] = /^(\d{1,2})(?:\s*[:.h]?\s*(\d{2})|\s*h)?$/iu.exec(typed.trim()) ?? [];
  return hours === '' || Number(hours) > 23 || Number(minutes) > 59 ? undefined : `${hours.padStart(2, '0')}:${minutes}`;
}
