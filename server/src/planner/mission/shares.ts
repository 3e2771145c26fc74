/** How the work of planning a mission is shared out. */

/** Crews that are looked at one by one. */
export const MOST_CREWS = 20_000;
/** What preparing the search of a crew counts as. */
export const PREPARED = 50;
/** So many steps of the relaxation are as much as one of the search. */
export const CHEAP = 60;
/** Steps of the relaxation after which it may be stopped; after the first of them the best way by then is followed. */
export const FIRST = 100_000;
/** The widths of the beams: of the crews that seem good, of these where plans near to theirs are looked for, and of each other one. */
export const WIDE = [3, 30];
export const QUICK = [3];
export const NARROW = [2];
/** Along a way: the widths, and how many teams follow it. */
export const FULLY = { widths: [4, 8], teams: Infinity };
export const BRIEFLY = { widths: [4], teams: 1 };
/** Of so many meetings all crews are looked through at once; of more, plans near to the best one first, for such a share of the work that is left, and where the first level is not proved for so much of all of it at least. */
export const FEW = 8;
export const NEAR = 0.5;
export const NEAR_LEAST = 0.2;
/** A share of it for plans within tight limits. */
export const WITHIN = 0.7;
/** Where there are limits, the share of the work for what is found soon. */
export const SOON = 0.75;
/** Where there are limits and little work, the share for the ways that are the best whatever they cost. */
const [LITTLE, BRIEF] = [100_000, 0.3];
/** The share for each team that follows a way: where a departure stands for those of the next minutes there is more to try on each. */
const [EACH, EACH_BUNCHED] = [1 / 4, 1 / 12];
export const eachOf = (spread: number): number => (spread > 0 ? EACH_BUNCHED : EACH);
export const alongOf = (maxWork: number, spread: number): number => (maxWork < LITTLE && spread === 0 ? BRIEF : 1) * maxWork;
/** Shares for what no plan within a limit exceeds, and for ways that a team can pay for. */
export const BOUNDED = 0.05;
export const GUIDED = 0.04;
/** Shares for what teams of each size can have within a limit, and for all of them; beside all of the work, as what was found may be proved by it. */
export const [AFFORDED, ALL_AFFORDED] = [0.05, 0.2];
/** A share for plans within the windows in which people are free. */
export const SHORTLY = 0.3;
/** In how many windows plans are looked for with so much work, and how many teams follow ways in each. */
export const lookedOf = (maxWork: number): readonly [number, number] => (maxWork < LITTLE * SHORTLY ? [2, 2] : [4, 3]);
/** How many teams are tried that are chosen for few places, with little work and with more, and the share of it for each. */
const [SENT_BRIEFLY, SENT] = [3, 8];
export const sentOf = (maxWork: number): number => (maxWork < LITTLE ? SENT_BRIEFLY : SENT);
export const SENT_SHARE = 0.02;
/** A share of it for plans by profits, where something else is wished first and something must be in. */
export const BEGUN = 0.5;
/** A share of it for plans in which what must be in is only wished; there, one for what is found soon. */
export const DEARLY = 0.85;
export const SOON_DEARLY = 0.3;
/** After such a share of the work the same is done with as much, unless that is less than so much. */
export const REHEARSED = 0.1;
export const REHEARSED_LEAST = 10_000;
/** A share for plans along pinned journeys. */
export const PINNED = 0.5;
/** A share of it for what can still be done of a former plan. */
export const AGAIN = 0.1;
/** Where departures are looked at one by one in the end, the share of the work for those that stand for others. */
export const BUNCHED = 2 / 3;
