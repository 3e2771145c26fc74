import type { CountryInstrument } from './useCountries.ts';

/** What a step on the way into a legal instrument is. */
export type StepKind = 'SIGNED' | 'CONSENT' | 'IN_FORCE' | 'BOUND' | 'NOT_PARTY';

/** A step on the way into a legal instrument. `on` is its day, null when it is not known. */
export interface Step {
  readonly kind: StepKind;
  readonly on: string | null;
  /** False for a step that has not been taken by `today`. */
  readonly isDone: boolean;
}

type Status = Pick<CountryInstrument, 'status' | 'signedOn' | 'consentedOn' | 'inForceOn'>;

/**
 * The steps of a country on its way into a legal instrument, in order, on a day (`2026-11-24`). A party may have come
 * without a signature; its other steps are shown even when their day is not known.
 */
export function instrumentSteps({ status, signedOn, consentedOn, inForceOn }: Status, today: string): Step[] {
  const signed: Step[] = signedOn ? [{ kind: 'SIGNED', on: signedOn, isDone: true }] : [];
  if (status === 'BOUND') return [{ kind: 'BOUND', on: inForceOn, isDone: true }];
  if (status !== 'PARTY') return [...signed, { kind: 'NOT_PARTY', on: null, isDone: false }];
  return [
    ...signed,
    { kind: 'CONSENT', on: consentedOn, isDone: true },
    { kind: 'IN_FORCE', on: inForceOn, isDone: inForceOn === null || inForceOn <= today },
  ];
}
