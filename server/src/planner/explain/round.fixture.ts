/** A day for one person: Sarajevo in the morning and Belgrade in the afternoon, or the other way round. */
import { at, meeting } from '@passerelle/shared/planning/worked-example.fixture.ts';
import type { Problem, Service } from '@passerelle/shared/planning.ts';

import { TWO_WAYS } from './brute-solve.fixture.ts';

const COUNTRY: Readonly<Record<string, string>> = { PAR: 'FR', SJJ: 'BA', BEG: 'RS' };
const link = (id: string, hour: number, fareCents: number): Service => {
  const [from, to] = id.split('-') as [string, string];
  return { ...(TWO_WAYS.travel[0] as Service), id, from, to, minutes: 120, countries: [COUNTRY[from]!, COUNTRY[to]!], departs: { at: [hour] }, fareCents };
};
const windows = ['10:30', '16:00'].map((hour) => ({ id: hour, bounds: 'START' as const, from: at(8, hour), until: at(8, hour) }));

/** The other way round costs `dearer` cents more. */
export const round = (dearer: number): Problem => ({
  ...TWO_WAYS, persons: TWO_WAYS.persons.slice(0, 1), meetings: [meeting('S1', 'SJJ', { windows }), meeting('B1', 'BEG', { windows })],
  travel: [link('PAR-SJJ', 420, 10_000), link('SJJ-BEG', 750, 0), link('BEG-PAR', 1050, 10_000), link('PAR-BEG', 420, 10_000 + dearer), link('BEG-SJJ', 750, 0), link('SJJ-PAR', 1050, 10_000)],
});

const also = (problem: Problem, ...more: Problem['meetings']): Problem => ({ ...problem, meetings: [...problem.meetings, ...more] });

/** Beside both, something in Sarajevo in the afternoon that is worth little, and dear. */
export const withExtra = (dearer: number): Problem => also(round(dearer), meeting('S2', 'SJJ', { profit: 1, otherCents: 90_000, windows: [{ id: 'late', bounds: 'START', from: at(8, '16:00'), until: at(8, '16:00') }] }));

/** Beside both, something short in Belgrade early in the afternoon, which the cheapest plan does without. */
export const withLate = (dearer: number): Problem => also(round(dearer), meeting('B2', 'BEG', { profit: 2, serviceMinutes: 30, otherCents: 5_000, windows: [{ id: 'early', bounds: 'START', from: at(8, '15:00'), until: at(8, '15:00') }] }));
