/** The holidays of a country, as the API has them. */

export interface Holiday {
  readonly date: string;
  readonly name: { readonly text: string };
  readonly provenance: { readonly source: string; readonly isVerified: boolean };
}

export const HOLIDAYS = 'country(code: "AL") { holidays { date name { text } provenance { source isVerified } } }';
