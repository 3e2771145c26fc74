/** What whoever plans decides, and what is taken as long as they have said nothing: assumptions, which stand in the problem and can be read there. */
import { type Block, type CostKind, DEFAULT_WORK, type Pin, type Plan, type WorkRule, type WorkingHours } from '@passerelle/shared/planning.ts';
import type { Effort } from '@passerelle/shared/planning.ts';
import type { ChosenGoals } from './goals.ts';

/** What whoever plans fixes: of a meeting, of somebody, or of somebody at a meeting. Keys are those of the problem. */
export interface ChosenPin {
  readonly pin: Exclude<Pin['pin'], 'TRAVELS' | 'ORDER'>;
  readonly meetingKey: string | null;
  readonly personKey: string | null;
  /** Of AT: minutes since 1970. */
  readonly startsAt: number | null;
}

/** What may be spent of one kind, in cents. */
export interface ChosenLimit {
  readonly kind: CostKind;
  readonly cents: number;
}

export interface PlanningSettings {
  /** In countries whose own hours are not known. */
  readonly workingHours: readonly WorkingHours[];
  readonly transferMinutes: number;
  readonly bufferMinutes: number;
  /** How many countries at most; null for as many as there are. */
  readonly mostCountries: number | null;
  /** What a meeting is worth, with what is open of that which it is about (`OPEN_WORTH`). */
  readonly profit: number;
  /** Where somebody begins and ends of whom nobody has said it: the code of a city. */
  readonly home: string;
  /** What is no obstacle: of whom it is unknown whether they can, those are planned with who may be free. */
  readonly taken: readonly Extract<Block['cause'], 'PERHAPS' | 'NOT_ASKED' | 'NOT_CLEARED'>[];
  /** Whether who is in the team goes in any case, but for whom whoever plans lets stay. */
  readonly isTeamKept: boolean;
  /** What whoever plans has fixed. */
  readonly pins: readonly ChosenPin[];
  /** The plan to stay near to; null for none. */
  readonly former: Plan | null;
  readonly workRules: readonly WorkRule[] | null;
  /** What counts; null for meetings, then cost, then nights. */
  readonly goals: ChosenGoals | null;
  /** What may be spent of single kinds, within the envelope. */
  readonly kindLimits: readonly ChosenLimit[];
  /** What somebody who interprets costs for half a day where no price is known; null where nobody does then. */
  readonly interpreterCents: number | null;
  readonly efforts: readonly Effort[];
}

const WEEK: readonly WorkingHours[] = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: 540, until: 1020 }));

export const DEFAULT_SETTINGS: PlanningSettings = {
  workingHours: WEEK, transferMinutes: 30, bufferMinutes: 30, profit: 10, home: 'paris', mostCountries: null, taken: [], isTeamKept: true, pins: [], former: null,
  workRules: [{ ...DEFAULT_WORK, id: 'work', validFrom: '2003-08-02', validUntil: null, source: { text: 'Directive 2003/88/EC, article 3, for the rest; programme and duty are assumed', url: null, checkedOn: null, isVerified: false } }],
  goals: null, kindLimits: [], interpreterCents: null, efforts: [],
};
