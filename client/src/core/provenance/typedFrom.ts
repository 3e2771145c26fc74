/** Where something is known from, as it is typed; the day is empty where nobody has checked it. */
export interface TypedFrom {
  source: string;
  sourceUrl: string;
  checkedOn: string;
}

/** The fields of it, in the order in which they are typed. */
export const FROM_FIELDS = ['source', 'sourceUrl', 'checkedOn'] as const satisfies readonly (keyof TypedFrom)[];

export const emptyFrom = (): TypedFrom => ({ source: '', sourceUrl: '', checkedOn: '' });

/** What is stored of it, as it is typed. */
export const typedFrom = ({ source, sourceUrl, checkedOn }: { readonly source: string; readonly sourceUrl: unknown; readonly checkedOn: string | null }): TypedFrom => ({ source, sourceUrl: String(sourceUrl ?? ''), checkedOn: checkedOn ?? '' });
