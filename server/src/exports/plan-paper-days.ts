/** On which days of a mission nobody works where a plan leads, on paper. */
import type { Problem } from '@passerelle/shared/planning.ts';
import { filled, listed } from '@passerelle/shared/planSentences.ts';
import type { DrawnItem } from '../papers/index.ts';
import type { Part, PlanWriting } from './plan-words.ts';

const DAY = 86_400_000;
const [MINUTE, ADVISER] = [60_000, 'Europe/Paris'];

/** The days of the mission, by the clock of the adviser. */
function daysOf({ period: { earliestDeparture, latestReturn } }: Problem, dayIn: PlanWriting['dayIn']): string[] {
  const [first, last] = [dayIn(new Date(earliestDeparture * MINUTE).toISOString(), ADVISER), dayIn(new Date((latestReturn - 1) * MINUTE).toISOString(), ADVISER)];
  return Array.from({ length: Math.round((Date.parse(last) - Date.parse(first)) / DAY) + 1 }, (_, n) => new Date(Date.parse(first) + n * DAY).toISOString().slice(0, 10));
}

/** For each country with a meeting its holidays, by their names, and the days of the week on which it has no hours. */
export function dayOffItems({ read: { search: { problem }, plan }, dayIn, weekday, day, names, t, told }: PlanWriting): DrawnItem[] {
  const days = daysOf(problem, dayIn);
  const lines = problem.countries.filter(({ id }) => plan.countries.includes(id)).flatMap(({ id, workingHours, daysOff }) => {
    const isOff = (one: string): boolean => workingHours?.every((hours) => hours.weekday % 7 !== new Date(`${one}T00:00:00Z`).getUTCDay()) === true || daysOff.some((off) => off.kind === 'HOLIDAY' && off.day === one);
    const off = days.filter(isOff).map((one): Part[] => {
      const holiday = names.holiday(id, one);
      return [`${weekday(one)} ${day(one)}`, ...(holiday ? [' – ', holiday] : [])];
    });
    return off.length === 0 ? [] : [{ label: null, value: told(filled<Part>((marks) => t('plans.off', marks), { country: [names.country(id)], days: listed(off) })) }];
  });
  return lines.length > 0 ? [{ heading: null, lines }] : [];
}
