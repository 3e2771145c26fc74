/** What is known of a link from city to city: null is not known. */
export interface KnownLink {
  readonly hasService: boolean;
  readonly minutes: number | null;
  readonly fareCents: number | null;
  readonly weekdays: readonly number[] | null;
  readonly departures: readonly string[] | null;
  readonly firstDeparture: string | null;
  readonly countryCodes: readonly string[] | null;
  readonly validFrom: string | null;
}

export type Lacking = 'VALID_FROM' | 'MINUTES' | 'FARE' | 'WEEKDAYS' | 'HOURS' | 'COUNTRIES';

/** What has to be known of a link before anything can be planned with it, and is not. Of what does not run nothing lacks. */
export function lackingOf({ hasService, minutes, fareCents, weekdays, departures, firstDeparture, countryCodes, validFrom }: KnownLink): Lacking[] {
  if (!hasService) return [];
  const known: readonly (readonly [Lacking, unknown])[] = [
    ['VALID_FROM', validFrom], ['MINUTES', minutes], ['FARE', fareCents], ['WEEKDAYS', weekdays], ['HOURS', departures ?? firstDeparture], ['COUNTRIES', countryCodes],
  ];
  return known.filter(([, value]) => value === null).map(([lacking]) => lacking);
}
