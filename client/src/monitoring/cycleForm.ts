import { comparing } from '../core/editing/index.ts';
import { emptyFrom, FROM_FIELDS, type TypedFrom, typedFrom } from '../core/provenance/index.ts';
import type { Cycle, CycleFault, CycleInput } from './useMonitoring.ts';

/** The dates of a round, in the order in which a round goes. */
export const STEP_FIELDS = ['questionnaireOn', 'visitOn', 'draftReportOn', 'commentsOn', 'publicationOn', 'followUpOn'] as const satisfies readonly (keyof Cycle)[];
export type StepField = (typeof STEP_FIELDS)[number];

/** The dates of a round as they are typed; empty where nobody knows. */
export type TypedCycle = { body: string; round: string } & TypedFrom & Record<StepField, string>;
export type CycleFieldName = keyof TypedCycle;

const FIELDS: readonly CycleFieldName[] = ['body', 'round', ...STEP_FIELDS, ...FROM_FIELDS];
export const cycleComparing = comparing<TypedCycle, CycleFieldName>(FIELDS);

export const emptyCycle = (): TypedCycle => ({ body: 'GRETA', round: '', questionnaireOn: '', visitOn: '', draftReportOn: '', commentsOn: '', publicationOn: '', followUpOn: '', ...emptyFrom() });

/** What is stored, as it is typed. */
export const typedCycle = (cycle: Cycle): TypedCycle => ({
  body: cycle.body, round: String(cycle.round), ...(Object.fromEntries(STEP_FIELDS.map((field) => [field, cycle[field] ?? ''])) as Record<StepField, string>),
  ...typedFrom(cycle.provenance),
});

/** What is typed, as it is sent for a country. */
export const cycleInput = (country: string) => ({ body, round, source, sourceUrl, checkedOn, ...days }: TypedCycle): CycleInput => ({
  country, body, round: Number(round), source, sourceUrl, checkedOn: checkedOn || null, ...(Object.fromEntries(STEP_FIELDS.map((field) => [field, days[field] || null])) as Record<StepField, string | null>),
});

const fault = (field: CycleFault['field'], kind: CycleFault['fault'], maximum: number | null = null): CycleFault => ({ field, fault: kind, maximum });

/** What is wrong with what is typed, as far as that can be said before it is sent. */
export const cycleFaults = ({ body, round, source }: TypedCycle): CycleFault[] => [
  ...(body.trim() === '' ? [fault('BODY', 'MISSING')] : []), ...(/^\d{1,2}$/.test(round.trim()) && Number(round) > 0 ? [] : [round.trim() === '' ? fault('ROUND', 'MISSING') : fault('ROUND', 'OUT_OF_RANGE', 99)]),
  ...(source.trim() === '' ? [fault('SOURCE', 'MISSING')] : []),
];

/** A date that is still to come. */
export interface NextDate {
  readonly day: string;
  readonly field: StepField;
  readonly cycle: Cycle;
}

/** The dates from a day on, the nearest first. */
export const nextDates = (cycles: readonly Cycle[], today: string): NextDate[] =>
  cycles.flatMap((cycle) => STEP_FIELDS.flatMap((field): NextDate[] => {
    const day = cycle[field];
    return day !== null && day >= today ? [{ day, field, cycle }] : [];
  })).toSorted((one, other) => (one.day < other.day ? -1 : Number(one.day > other.day)));
