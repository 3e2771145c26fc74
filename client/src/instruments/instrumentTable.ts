import type { Enums } from '../core/labels/index.ts';
import type { Conditions } from '../core/list/index.ts';

/** What the table can be narrowed to, as the address names it. */
export const INSTRUMENT_CONDITIONS = { instrument: 'text', country: 'text' } as const;

/** What an instrument is to a country; nothing recorded is unknown, never "not a party". */
export type Status = Enums['instrumentStatus'] | 'UNKNOWN';

/** The statuses, in the order of the legend. */
export const STATUSES = ['PARTY', 'SIGNATORY', 'BOUND', 'NOT_PARTY', 'UNKNOWN'] as const satisfies readonly Status[];

interface Coded {
  readonly code: string;
}

interface Fact {
  readonly status: Enums['instrumentStatus'];
  readonly inForceOn: string | null;
  readonly provenance: { readonly isVerified: boolean };
  readonly country: Coded;
}

interface WithFacts extends Coded {
  readonly countries: readonly Fact[];
}

/** What an instrument is to a country. An unknown has nothing to verify. */
export interface Cell<Country extends Coded> {
  readonly country: Country;
  readonly status: Status;
  readonly inForceOn: string | null;
  readonly isVerified: boolean;
}

/** An instrument, with a cell for each country. */
export interface Row<Instrument extends Coded, Country extends Coded> {
  readonly instrument: Instrument;
  readonly cells: readonly Cell<Country>[];
}

/** The table of instruments × countries under the conditions: a row for each instrument, a cell for each country in its order. */
export function buildTable<Instrument extends WithFacts, Country extends Coded>(
  instruments: readonly Instrument[], countries: readonly Country[], conditions: Conditions<keyof typeof INSTRUMENT_CONDITIONS>,
): { countries: Country[]; rows: Row<Instrument, Country>[] } {
  const columns = countries.filter(({ code }) => conditions.country === '' || code === conditions.country);
  const rows = instruments
    .filter(({ code }) => conditions.instrument === '' || code === conditions.instrument)
    .map((instrument) => ({ instrument, cells: columns.map((country) => cell(instrument, country)) }));
  return { countries: columns, rows };
}

/** The countries of a row by status, in the order of the legend; a status that none has is left out. */
export function byStatus<Country extends Coded>(cells: readonly Cell<Country>[]): { status: Status; cells: Cell<Country>[] }[] {
  return STATUSES.map((status) => ({ status, cells: cells.filter((one) => one.status === status) }))
    .filter((group) => group.cells.length > 0);
}

function cell<Country extends Coded>(instrument: WithFacts, country: Country): Cell<Country> {
  const fact = instrument.countries.find((known) => known.country.code === country.code);
  if (!fact) return { country, status: 'UNKNOWN', inForceOn: null, isVerified: true };
  return { country, status: fact.status, inForceOn: fact.inForceOn, isVerified: fact.provenance.isVerified };
}
