import type { Cents, Dated, Id, LocalMinute } from './units.ts';

/**
 * Crossing from one country into another is refused to whoever last entered `from` from a country other than those of `unlessEnteredFrom`, or nobody knows from where: it depends
 * on the way and on the person. The day of a crossing is the local day on which its journey departs. `exceptPersons`: whom it does not concern, by their nationality or status,
 * which are not said here. A rule of another shape is another `type`.
 */
export interface BorderRule extends Dated {
  readonly type: 'LAST_ENTRY';
  readonly from: Id;
  readonly to: Id;
  readonly unlessEnteredFrom: readonly Id[];
  readonly exceptPersons: readonly Id[];
}

/**
 * Work and rest of each person. Their meetings and journeys (but those that are rest) with less than `minRestMinutes` between them are one duty. A duty lasts at most `maxDutyMinutes`
 * from the beginning of its first work to the end of its last, and its programme, from the first meeting's start to the last one's end, at most `maxProgrammeMinutes`.
 * A rest counts by the rule of the local day on which it begins, a duty by that of the day on which it begins.
 */
export interface WorkRule extends Dated {
  readonly maxProgrammeMinutes: number;
  readonly maxDutyMinutes: number;
  readonly minRestMinutes: number;
}

/** What is taken as long as nothing else is said: nine hours of programme; eleven of rest, as Directive 2003/88/EC, article 3; thirteen of duty, which is what a day leaves beside the rest. Which law binds whom is not decided here. */
export const DEFAULT_WORK = { maxProgrammeMinutes: 540, maxDutyMinutes: 780, minRestMinutes: 660 } as const;

/** A share of the daily rate, and the hours on which it depends; `until` 1440 is midnight. */
export interface DayPart {
  readonly permille: number;
  readonly from: LocalMinute;
  readonly until: LocalMinute;
}

/** What a day's nights and meals give: the rule of `allowance.ts`, dated. */
export interface AllowanceTerms extends Dated {
  readonly night: DayPart;
  readonly isNightWhole: boolean;
  readonly lunch: DayPart;
  readonly dinner: DayPart;
}

/** What a day in a country gives: hundredths of a currency, and what a unit of it is worth in millionths of a euro. */
export interface DailyRate extends Dated {
  readonly countryId: Id;
  readonly centsPerDay: Cents;
  readonly micros: number;
}

/**
 * Somebody, or a bureau with `atOnce` people, who interprets a language at meetings in some places. Paid for each meeting, or for each half-day or day of a place in which they are used,
 * for as many people as are used at once in it; `halfDayAt` parts the halves of a day by the clock of the place.
 */
export interface Interpreter extends Dated {
  readonly language: Id;
  readonly placeIds: readonly Id[];
  readonly atOnce: number;
  readonly per: 'MEETING' | 'HALF_DAY' | 'DAY';
  readonly halfDayAt: LocalMinute;
  readonly cents: Cents;
}
