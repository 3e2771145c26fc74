/** What the API has of legal instruments. */

export interface Known {
  readonly instruments: {
    readonly code: string;
    readonly inForceOn: string | null;
    readonly transpositionDueOn: string | null;
    readonly countries: { readonly status: string; readonly inForceOn: string | null; readonly provenance: { readonly isVerified: boolean }; readonly country: { readonly code: string } }[];
  }[];
  readonly countries: { readonly code: string; readonly name: { readonly text: string }; readonly nameNote: { readonly text: string } | null }[];
}

export const KNOWN = `{
  instruments { code inForceOn transpositionDueOn countries { status inForceOn provenance { isVerified } country { code } } }
  countries { code name { text } nameNote { text } }
}`;
