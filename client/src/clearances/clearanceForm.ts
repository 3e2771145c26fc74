import type { Locale } from '@passerelle/shared/locales.ts';

import { comparing } from '../core/editing/index.ts';
import type { TypedClearance } from './clearanceFile.ts';
import type { Clearance, ClearanceFault } from './useClearances.ts';

export const CLEARANCE_FIELDS = ['fromOn', 'untilOn', 'givenBy', 'givenOn', 'remark', 'locale', 'mission'] as const satisfies readonly (keyof TypedClearance)[];
export type ClearanceFieldName = (typeof CLEARANCE_FIELDS)[number];

/** Nothing yet, in the language of the page. */
export const emptyClearance = (locale: Locale): TypedClearance => ({ fromOn: '', untilOn: '', givenBy: '', givenOn: '', remark: '', locale, mission: '' });

/** What is said of a clearance that is stored, as if it were typed. */
export function typedOf({ fromOn, untilOn, givenBy, givenOn, remark, locale, mission }: Omit<Clearance, 'id' | 'version' | 'file' | 'isForMission'>): TypedClearance {
  return { fromOn, untilOn, givenBy, givenOn, remark: remark ?? '', locale, mission: mission?.id ?? '' };
}

/** What is wrong with what is typed, as far as the page can know. */
export function faultsOf({ fromOn, untilOn, givenBy, givenOn }: TypedClearance): ClearanceFault[] {
  const missing = ([['FROM', fromOn], ['UNTIL', untilOn], ['GIVEN_BY', givenBy.trim()], ['GIVEN_ON', givenOn]] as const).flatMap(([field, text]): ClearanceFault[] => (text === '' ? [{ field, fault: 'MISSING' }] : []));
  return [...missing, ...(fromOn !== '' && untilOn !== '' && untilOn < fromOn ? [{ field: 'UNTIL', fault: 'BEFORE' } as const] : [])];
}

/** What is typed of a clearance beside what is stored of it. */
export const { isChanged, merge } = comparing<TypedClearance, ClearanceFieldName>(CLEARANCE_FIELDS);

/** The last day up to which the clearances that count for all missions reach from a day on without a break; undefined where that day is in none of them. Days are compared as they are written. */
export function clearedUntil(clearances: readonly Pick<Clearance, 'fromOn' | 'untilOn' | 'isForMission'>[], day: string): string | undefined {
  let until: string | undefined;
  for (const { fromOn, untilOn } of clearances.filter(({ isForMission }) => !isForMission).toSorted((one, other) => (one.fromOn < other.fromOn ? -1 : 1))) {
    if (fromOn <= (until === undefined ? day : dayAfter(until)) && untilOn >= (until ?? day)) until = untilOn;
  }
  return until;
}

function dayAfter(day: string): string {
  const next = new Date(`${day}T00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}
