/** Links and rules of borders, as a problem has them. Pure functions. */
import type { BorderRule, Service } from '@passerelle/shared/planning.ts';
import { type Lacking, lackingOf } from '@passerelle/shared/travelLink.ts';
import { minuteOf, sourceOf } from './dated.ts';
import type { KnownBorderRule, KnownTravelLink } from './facts.ts';

/** A link with which nothing can be planned, and what is not known of it; nothing where it is known not to be there. */
export interface LeftOutLink {
  readonly key: string;
  readonly lacking: readonly Lacking[];
}

/** The services that people can take, and the links that are left out. */
export function servicesOf(links: readonly KnownTravelLink[]): { readonly services: Service[]; readonly leftOut: LeftOutLink[] } {
  const usable = (link: KnownTravelLink): boolean => link.hasService && lackingOf(link).length === 0;
  return { services: links.filter(usable).map(serviceOf), leftOut: links.filter((link) => !usable(link)).map((link) => ({ key: link.key, lacking: lackingOf(link) })) };
}

/** One of which nothing lacks. */
function serviceOf(link: KnownTravelLink): Service {
  const departs = link.departures ? { at: link.departures.map(minuteOf) } : { first: minuteOf(link.firstDeparture!), last: minuteOf(link.lastDeparture!) };
  return {
    type: 'SERVICE', id: link.key, validFrom: link.validFrom!, validUntil: link.validUntil, source: sourceOf(link), from: link.fromCity, to: link.toCity, mode: link.mode, minutes: link.minutes!, fareCents: link.fareCents!, seats: link.seats,
    countries: link.countryCodes!, weekdays: link.weekdays!, departs, isRest: link.isRest, isOffered: link.isOffered,
  };
}

/** The first day of the calendar: a rule of which nobody knows since when is taken to be in force, for a border that is wrongly closed is seen, and one that is wrongly open is found out at the border. */
const EVER = '0001-01-01';

export const borderRuleOf = (rule: KnownBorderRule): BorderRule => ({
  type: 'LAST_ENTRY', id: rule.key, validFrom: rule.validFrom ?? EVER, validUntil: rule.validUntil, source: sourceOf(rule), from: rule.fromCountry, to: rule.toCountry, unlessEnteredFrom: rule.unlessEnteredFrom, exceptPersons: [],
});
