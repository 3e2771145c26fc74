/** What the API has of the glossary. */

export interface Terms {
  readonly terms: {
    readonly totalCount: number;
    readonly nodes: readonly { readonly domain: string; readonly definition: string; readonly names: readonly { locale: string; name: string; isVerified: boolean; source: string | null; checkedOn: string | null }[] }[];
  };
}
