/** Ways that somebody makes alone, to reach the party and to go home: a direct journey where a link leads there, otherwise two, of which the first leaves as late as it may. */
import { type Departure, fareOf, firstFrom, shiftedTo } from './departures.ts';
import type { Model } from './model.ts';

export type Ways = (from: number, to: number, after: number) => readonly (readonly Departure[])[];

/** All ways from a place to another from a time on; where they are the same, the one without any journey. Plans in which somebody goes a longer way alone are not looked for. */
export function waysOf({ departures, places, spread, step }: Model): Ways {
  const direct = places.map(() => places.map((): Departure[] => []));
  for (const [from, list] of departures.entries()) for (const one of list) direct[from]![one.to]!.push(one);
  const from1 = (list: readonly Departure[], after: number): readonly Departure[] =>
    list.slice(firstFrom(list, after - spread)).flatMap((one) => {
      const at = Math.max(one.at, Math.ceil(after / step) * step);
      return at <= one.at + one.spread ? [shiftedTo(one, at)] : [];
    });
  return (from, to, after) => {
    if (from === to) return [[]];
    if (direct[from]![to]!.length > 0) return from1(direct[from]![to]!, after).map((one) => [one]);
    return places.flatMap((_, by) => direct[by]![to]!.flatMap((second) => {
      const first = lastBefore(from1(direct[from]![by]!, after), second.at);
      return first ? [[first, second]] : [];
    }));
  };
}

/** Of departures in their order the last one that arrives by a time. */
function lastBefore(list: readonly Departure[], by: number): Departure | undefined {
  return list.findLast(({ arrives }) => arrives <= by);
}

/** From place to place, what one of these ways costs at least, of one person, in cents. */
export function faresAlone({ departures, places }: Pick<Model, 'departures' | 'places'>): readonly (readonly number[])[] {
  const direct = places.map((_, from) => places.map((__, to) => departures[from]!.reduce((least, one) => (one.to === to ? Math.min(least, fareOf(one)) : least), Infinity)));
  return direct.map((row, from) => row.map((fare, to) => {
    if (from === to) return 0;
    return fare < Infinity ? fare : row.reduce((least, first, by) => Math.min(least, first + direct[by]![to]!), Infinity);
  }));
}
