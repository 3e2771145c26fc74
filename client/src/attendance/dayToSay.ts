/** The day that is spoken of first: today, else the last that has come, else the first. */
export function dayToSay({ days, today }: { readonly days: readonly string[]; readonly today: string }): string {
  return days.findLast((day) => day <= today) ?? days[0] ?? today;
}
