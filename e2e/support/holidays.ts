/** Holidays. */

export interface Holiday {
  readonly date: string;
  readonly name: { readonly text: string };
  readonly provenance: { readonly source: string; readonly isVerified: boolean };
}

export const HOLIDAYS = 'country(code: "AL") { holidays { date name { text } provenance { source isVerified } } }';
