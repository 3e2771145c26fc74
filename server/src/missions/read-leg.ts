/** Reading what is sent of a leg: a content that can be stored, or everything that is wrong with it. Pure functions. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { fault, type MissionFault } from './mission-fault.ts';
import { neededFaults, textFaults, tidy } from './read-mission.ts';

/** All that is said of a leg: the texts in `sourceLocale`; days as `2027-11-08`, places by their codes. */
export interface LegContent {
  readonly sourceLocale: Locale;
  readonly country: string;
  readonly city: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly lodgingName: string | null;
  readonly lodgingAddress: string | null;
  readonly transport: string | null;
  readonly purpose: string;
  readonly note: string | null;
}

/** The same as it is sent, with nothing tidied. */
export type SentLeg = { readonly [K in keyof LegContent]: null extends LegContent[K] ? string : LegContent[K] };

/** What of a leg is settled as long as the post is consulted about it. */
export const SETTLED = ['country', 'city', 'startsOn', 'endsOn'] as const satisfies readonly (keyof LegContent)[];

/** Reads what is sent, as far as it can be judged without the database. */
export function readLeg(sent: SentLeg): LegContent | readonly MissionFault[] {
  const { sourceLocale, country, city, startsOn, endsOn } = sent;
  const [lodgingName, lodgingAddress, transport, purpose, note] = [tidy(sent.lodgingName), tidy(sent.lodgingAddress), tidy(sent.transport), tidy(sent.purpose), tidy(sent.note)];
  const faults = [
    ...neededFaults('PURPOSE', purpose), ...textFaults('NOTE', note), ...textFaults('LODGING_NAME', lodgingName), ...textFaults('LODGING_ADDRESS', lodgingAddress), ...textFaults('TRANSPORT', transport),
    ...(endsOn < startsOn ? [fault('ENDS', 'NOT_AFTER')] : []), ...(city === '' ? [fault('CITY', 'MISSING')] : []),
  ];
  return faults.length > 0 ? faults : { sourceLocale, country, city, startsOn, endsOn, lodgingName, lodgingAddress, transport, purpose: purpose!, note };
}

/** What is wrong with when a leg is, within a mission. */
export function fitFaults({ startsOn, endsOn }: Pick<LegContent, 'startsOn' | 'endsOn'>, mission: { readonly startsOn: string; readonly endsOn: string }): MissionFault[] {
  return [...(startsOn < mission.startsOn || startsOn > mission.endsOn ? [fault('STARTS', 'OUTSIDE')] : []), ...(endsOn > mission.endsOn ? [fault('ENDS', 'OUTSIDE')] : [])];
}
