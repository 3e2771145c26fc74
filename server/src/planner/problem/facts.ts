/**
 * What is known of a mission when it is to be planned, as it stands in the database: days are `2027-11-08`, hours of a wall `09:30`, times of a wall `2027-11-08T09:30`, keys those of rows.
 * Nobody is named, and no text of anybody is here.
 */
import type { TeamRole } from '@passerelle/shared/missionTeam.ts';
import type { Meeting } from '@passerelle/shared/planning.ts';
import type { KnownLink } from '@passerelle/shared/travelLink.ts';
import type { CefrLevel } from '../../vocabulary/index.ts';
import type { KnownOpen, Sought } from './candidates.ts';

export interface KnownSource {
  readonly source: string;
  readonly sourceUrl: string | null;
  /** A day or a month; null while nobody has looked. */
  readonly checkedOn: string | null;
  readonly isVerified: boolean;
}

interface KnownDated extends KnownSource {
  readonly key: string;
  readonly validFrom: string | null;
  readonly validUntil: string | null;
}

export interface KnownCity {
  readonly code: string;
  readonly country: string;
  readonly timeZone: string;
}

export interface KnownMeeting {
  readonly key: string;
  readonly city: string;
  readonly category: Meeting['side'];
  readonly status: 'PROPOSED' | 'CONFIRMED';
  readonly minutes: number;
  readonly isMandatory: boolean;
  readonly isOnlyAdviser: boolean;
  readonly day: string | null;
  readonly starts: string | null;
  /** Whether somebody has said why it is on a day off. */
  readonly isExcused: boolean;
  readonly windows: readonly { readonly day: string; readonly from: string; readonly until: string }[];
  readonly needs: readonly { readonly kind: TeamRole; readonly atLeast: number }[];
  readonly languages: readonly { readonly language: string; readonly atLeast: CefrLevel }[];
  /** What is open of that which it is about. */
  readonly open: Pick<KnownOpen, 'needs' | 'verbs'>;
  /** Of one that could be, whom it asks for. */
  readonly sought?: Sought;
}

/** Of whom it is known when they cannot: `from` to `until` are instants in milliseconds. */
export interface KnownEngagement {
  readonly from: number;
  readonly until: number;
  /** False of what is an idea, or is not agreed yet. */
  readonly isFirm: boolean;
}

export interface KnownPerson {
  readonly key: string;
  readonly roles: readonly TeamRole[];
  readonly languages: readonly { readonly language: string; readonly level: CefrLevel }[];
  /** What they work on; nothing of who is no expert. */
  readonly themes: readonly string[];
  /** Whether they are in the team already; somebody who was asked by a call is not yet. */
  readonly isMember: boolean;
  /** Takes somebody's place if need be. */
  readonly isSubstitute: boolean;
  /** Who is no expert needs no clearance, and is asked nothing. */
  readonly isExpert: boolean;
  readonly homeCity: string | null;
  readonly mostDays: number | null;
  readonly lastMissionOn: string | null;
  readonly engagements: readonly KnownEngagement[];
  /** Those that count for this mission. */
  readonly clearances: readonly { readonly from: string; readonly until: string }[];
  /** What they answered of a day; of two calls the last answer. */
  readonly answers: readonly { readonly day: string; readonly answer: 'YES' | 'NO' | 'PERHAPS' }[];
}

export interface KnownTravelLink extends KnownLink, KnownDated {
  readonly fromCity: string;
  readonly toCity: string;
  readonly mode: 'FLIGHT' | 'TRAIN' | 'COACH' | 'ROAD';
  readonly seats: number | null;
  readonly lastDeparture: string | null;
  readonly isRest: boolean;
  readonly isOffered: boolean;
}

export interface KnownBorderRule extends KnownDated {
  readonly fromCountry: string;
  readonly toCountry: string;
  readonly unlessEnteredFrom: readonly string[];
}

/** Hours in which a country works on some days of the week, hours as `08:00`. */
export interface KnownHours extends KnownSource {
  readonly country: string;
  readonly weekdays: readonly number[];
  readonly from: string;
  readonly until: string;
  readonly validFrom: string;
  readonly validUntil: string | null;
}

/** What somebody who interprets between a language and that of the team costs in a country. */
export interface KnownInterpretation extends KnownSource {
  readonly key: string;
  readonly language: string;
  readonly country: string;
  readonly per: 'MEETING' | 'HALF_DAY' | 'DAY';
  readonly priceCents: number;
  readonly people: number;
  readonly validFrom: string;
  readonly validUntil: string | null;
}

interface Since extends KnownSource {
  readonly key: string;
  /** In force until the next one. */
  readonly validFrom: string;
}

export interface KnownRate extends Since {
  readonly country: string;
  readonly centsPerDay: number;
  readonly currency: string;
}

export interface KnownExchange extends Since {
  readonly currency: string;
  readonly micros: number;
}

export interface KnownTerms extends Since {
  readonly nightPermille: number;
  readonly nightFrom: string;
  readonly nightUntil: string;
  readonly isNightWhole: boolean;
  readonly lunchPermille: number;
  readonly lunchFrom: string;
  readonly lunchUntil: string;
  readonly dinnerPermille: number;
  readonly dinnerFrom: string;
  readonly dinnerUntil: string;
}

export interface MissionFacts {
  readonly startsOn: string;
  readonly endsOn: string;
  readonly envelopeCents: number | null;
  readonly team: readonly { readonly kind: TeamRole; readonly atLeast: number }[];
  readonly cities: readonly KnownCity[];
  readonly meetings: readonly KnownMeeting[];
  readonly precedences: readonly { readonly before: string; readonly after: string; readonly gapMinutes: number }[];
  readonly persons: readonly KnownPerson[];
  readonly holidays: readonly (KnownSource & { readonly country: string; readonly day: string })[];
  readonly links: readonly KnownTravelLink[];
  readonly borderRules: readonly KnownBorderRule[];
  readonly interpretations: readonly KnownInterpretation[];
  readonly hours: readonly KnownHours[];
  readonly rates: readonly KnownRate[];
  readonly exchanges: readonly KnownExchange[];
  readonly terms: readonly KnownTerms[];
}
