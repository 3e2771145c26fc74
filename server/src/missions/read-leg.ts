/** Reading what is sent of a leg: a content that can be stored, or everything that is wrong with it. Pure functions. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { refuseVictimsData } from '../core/guard/index.ts';
import { tidy } from '../core/translation/index.ts';
import { fault, type MissionFault } from './mission-fault.ts';
import { neededFaults, textFaults } from './read-mission.ts';

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

/** What of a leg its post prepares: the texts in the language in which they were first written. */
export const PREPARED_FIELDS = ['purpose', 'note', 'lodgingName', 'lodgingAddress', 'transport'] as const satisfies readonly (keyof LegContent)[];
export type PreparedContent = Pick<LegContent, (typeof PREPARED_FIELDS)[number]>;
export type SentPreparation = Pick<SentLeg, (typeof PREPARED_FIELDS)[number]>;

/** What of a leg is settled as long as the post is consulted about it. */
export const SETTLED = ['country', 'city', 'startsOn', 'endsOn'] as const satisfies readonly (keyof LegContent)[];

/** Reads what is sent, as far as it can be judged without the database. */
export function readLeg(sent: SentLeg): LegContent | readonly MissionFault[] {
  const { sourceLocale, country, city, startsOn, endsOn } = sent;
  const prepared = readPreparation(sent);
  const faults = [
    ...('purpose' in prepared ? [] : prepared),
    ...(endsOn < startsOn ? [fault('ENDS', 'NOT_AFTER')] : []), ...(city === '' ? [fault('CITY', 'MISSING')] : []),
  ];
  return 'purpose' in prepared && faults.length === 0 ? { ...prepared, sourceLocale, country, city, startsOn, endsOn } : faults;
}

/** The same of what a post prepares. */
export function readPreparation(sent: SentPreparation): PreparedContent | readonly MissionFault[] {
  const [lodgingName, lodgingAddress, transport, purpose, note] = [tidy(sent.lodgingName), tidy(sent.lodgingAddress), tidy(sent.transport), tidy(sent.purpose), tidy(sent.note)];
  const faults = [
    ...neededFaults('PURPOSE', purpose), ...textFaults('NOTE', note), ...textFaults('LODGING_NAME', lodgingName), ...textFaults('LODGING_ADDRESS', lodgingAddress), ...textFaults('TRANSPORT', transport),
  ];
  return faults.length > 0 ? faults : { purpose: purpose!, note, lodgingName, lodgingAddress, transport };
}

/** Throws VICTIM_DATA for texts that tell who a person is. */
export function guardPreparation(content: PreparedContent): void {
  for (const field of PREPARED_FIELDS) refuseVictimsData(`input.${field}`, content[field] ?? '');
}

/** What is wrong with when a leg is, within a mission. */
export function fitFaults({ startsOn, endsOn }: Pick<LegContent, 'startsOn' | 'endsOn'>, mission: { readonly startsOn: string; readonly endsOn: string }): MissionFault[] {
  return [...(startsOn < mission.startsOn || startsOn > mission.endsOn ? [fault('STARTS', 'OUTSIDE')] : []), ...(endsOn > mission.endsOn ? [fault('ENDS', 'OUTSIDE')] : [])];
}
