/** What is said of a plan before it has words: codes with what they are about, by keys and codes. */
import type { TeamRole } from '../missionTeam.ts';
import type { Block, Change, CostKind, LeftOut, Measure, Pin, Ref, Service } from '../planning.ts';

/** Hours of work of a day of the week: 1 is Monday; `09:00`. */
export interface SaidHours {
  readonly weekday: number;
  readonly from: string;
  readonly until: string;
}

/** What a sentence is about. What it is not about is null; instants are those of ISO 8601. */
export interface SaidRef<Source> {
  readonly kind: Ref['kind'];
  readonly id: string;
  readonly meetingKey: string | null;
  /** The one that comes after the first. */
  readonly otherMeetingKey: string | null;
  readonly personKey: string | null;
  readonly cause: Block['cause'] | null;
  readonly part: TeamRole | null;
  readonly languages: readonly string[];
  readonly mode: Service['mode'] | null;
  readonly fromCity: string | null;
  readonly toCity: string | null;
  readonly countryCode: string | null;
  readonly fromCountry: string | null;
  readonly toCountry: string | null;
  readonly rule: 'BORDER' | 'WORK' | 'ALLOWANCE' | 'RATE' | 'MANDATORY' | 'ONLY_ADVISER' | 'SUBSTITUTE' | null;
  readonly pin: Pin['pin'] | null;
  /** Whether it is fixed by whoever has asked for the plan. */
  readonly isChosen: boolean;
  readonly bound: 'NIGHTS' | 'PARTIES' | 'COUNTRIES' | 'TEAM' | 'FIRST_DAY' | 'LAST_DAY' | null;
  readonly costKind: CostKind | null;
  /** Cents, or a number. */
  readonly amount: number | null;
  readonly day: string | null;
  readonly from: string | null;
  readonly until: string | null;
  /** Of a country; assumed where there is no source. */
  readonly hours?: { readonly hours: readonly SaidHours[]; readonly sources: readonly Source[] } | null;
  readonly source: Source | null;
}

export type SaidCode =
  `LEFT_OUT_${LeftOut['why']}` | `CHANGE_${Change['change']}` | `WITNESS_${'CHEAPEST' | 'AMOUNT_OPEN' | 'FOUND' | 'NOTHING_NEEDED' | 'NONE' | 'UNPROVED'}` | 'EXCHANGE' | `CONFLICT_${'MINIMAL' | 'FOUND' | 'EACH' | 'OPEN'}` | `LEG_${'REFUSED' | 'WORSE' | 'EQUAL' | 'UNPROVED'}`;

/** A sentence without its words. */
export interface SaidSentence<Source> {
  readonly code: SaidCode;
  /** In the order in which it is said. */
  readonly about: readonly SaidRef<Source>[];
  /** Cents, minutes, points or a number, by the code. */
  readonly amount: number | null;
  /** What the amount measures, where the code does not say it. */
  readonly measure: Measure | null;
  readonly from: string | null;
  readonly until: string | null;
  readonly day: string | null;
}

/** Whether a reason is so of the plans that were found, and not proved of all: that is said beside it. Where nothing was found the reason says so itself. */
export const isAsFound = ({ why, isProved }: { readonly why: Pick<SaidSentence<never>, 'code'>; readonly isProved: boolean }): boolean => !isProved && why.code !== 'LEFT_OUT_UNPROVED';
