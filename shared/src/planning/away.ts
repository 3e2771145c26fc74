import { clockIn, type Facts } from './facts.ts';
import type { Traveller } from './reading.ts';

/** How long somebody is away: the midnights from the local day of their first departure to that of their last arrival, none where that is an earlier one by the clocks there, and the days with both counted; nothing for who does not travel. */
export function awayOf(facts: Facts, { rides }: Traveller): { readonly nights: number; readonly days: number } {
  const [first, last] = [rides[0], rides.at(-1)];
  if (!first || !last) return { nights: 0, days: 0 };
  const nights = Math.max(0, clockIn(facts, last.journey.to, last.arrivesAt).day - clockIn(facts, first.journey.from, first.journey.departsAt).day);
  return { nights, days: nights + 1 };
}
