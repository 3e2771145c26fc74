import type { Availability, Call } from './useCalls.ts';

/** Whether somebody is free, by day (`2027-11-08`); empty where they have not said. */
export type TypedDays = Record<string, Availability | ''>;

/** The answers, in the order in which they are offered. */
export const ANSWERS = ['YES', 'PERHAPS', 'NO'] as const satisfies readonly Availability[];

const DAY = 86_400_000;

/** All days of a period, in order; none where it ends before it begins. */
export function daysOf({ fromOn, untilOn }: { readonly fromOn: string; readonly untilOn: string }): string[] {
  const days: string[] = [];
  for (let at = Date.parse(fromOn); at <= Date.parse(untilOn); at += DAY) days.push(new Date(at).toISOString().slice(0, 10));
  return days;
}

/** What is stored, as if it were typed. */
export function typedDays(asked: { readonly fromOn: string; readonly untilOn: string; readonly answers: readonly Availability[] }): TypedDays {
  return Object.fromEntries(daysOf(asked).map((day, n) => [day, asked.answers[n] ?? '']));
}

/** The days that are not answered yet. */
export const missingDays = (typed: TypedDays): string[] => Object.keys(typed).filter((day) => typed[day] === '');

/** What is sent of what is typed: nothing of days that are not answered. */
export function sentDays(typed: TypedDays): { day: string; answer: Availability }[] {
  return Object.entries(typed).flatMap(([day, answer]) => (answer === '' ? [] : [{ day, answer }]));
}

/** How many of those who are asked have said each, on the nth day. */
export function countsOn(requests: Call['requests'], n: number): Readonly<Record<Availability, number>> {
  const count = (answer: Availability): number => requests.filter(({ answers }) => answers[n] === answer).length;
  return { YES: count('YES'), NO: count('NO'), PERHAPS: count('PERHAPS') };
}
