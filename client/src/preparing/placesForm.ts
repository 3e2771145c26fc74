import type { PlacesInput, SessionPlaces } from './usePlaces.ts';

export type QuotaKind = SessionPlaces['quotas'][number]['kind'];

/** A field of the form: all places, or a quota by its kind and key (`COUNTRY RS`; `COUNTRY ` for each country by itself). */
export type PlacesField = 'TOTAL' | `${QuotaKind} ${string}`;

/** What is typed in each field; a quota that is empty, or not there, is none. */
export type TypedPlaces = Readonly<Partial<Record<PlacesField, string>>>;

/** The most places, and the most quotas, of a session. */
export const MOST_PLACES = 10_000;
export const MOST_QUOTAS = 40;

/** A quota in parts. */
export function partsOf(field: Exclude<PlacesField, 'TOTAL'>): { readonly kind: QuotaKind; readonly key: string } {
  const at = field.indexOf(' ');
  return { kind: field.slice(0, at) as QuotaKind, key: field.slice(at + 1) };
}

export const fieldOf = (kind: QuotaKind, key: string): Exclude<PlacesField, 'TOTAL'> => `${kind} ${key}`;

const textOf = (typed: TypedPlaces, field: PlacesField): string => (typed[field] ?? '').trim();
const quotasIn = (typed: TypedPlaces): Exclude<PlacesField, 'TOTAL'>[] => (Object.keys(typed) as PlacesField[]).filter((field) => field !== 'TOTAL' && textOf(typed, field) !== '') as never;

/** The places that are stored, as if they were typed. */
export function typedPlaces({ places, quotas }: Pick<SessionPlaces, 'places' | 'quotas'>): TypedPlaces {
  return { TOTAL: String(places), ...Object.fromEntries(quotas.map((quota) => [fieldOf(quota.kind, quota.key), String(quota.places)])) };
}

/** What is typed, as it is sent. */
export function placesInput(typed: TypedPlaces): Pick<PlacesInput, 'places' | 'quotas'> {
  return { places: Number(textOf(typed, 'TOTAL')), quotas: quotasIn(typed).map((field) => ({ ...partsOf(field), places: Number(textOf(typed, field)) })) };
}

const isCount = (text: string, least: number): boolean => /^\d{1,5}$/.test(text) && Number(text) >= least && Number(text) <= MOST_PLACES;

/** The fields that cannot be read as what they should be. */
export function wrongFields(typed: TypedPlaces): PlacesField[] {
  return [...(isCount(textOf(typed, 'TOTAL'), 1) ? [] : ['TOTAL' as const]), ...quotasIn(typed).filter((field) => !isCount(textOf(typed, field), 0))];
}

/** Whether there are more quotas than a session can have. */
export const areTooMany = (typed: TypedPlaces): boolean => quotasIn(typed).length > MOST_QUOTAS;

/** How many have a place and how many wait. */
export interface Counts {
  readonly taken: number;
  readonly waiting: number;
}

/** The same for a field; undefined for a quota of each by itself, which has as many counts as there are. */
export function countsOf(session: Pick<SessionPlaces, 'places' | 'placesLeft' | 'placeCounts'>, field: PlacesField): Counts | undefined {
  if (field === 'TOTAL') {
    // Each works for somebody: all are counted by that.
    const all = session.placeCounts.filter(({ kind }) => kind === 'SECTOR');
    return { taken: Math.max(session.places - session.placesLeft, sum(all, 'taken')), waiting: sum(all, 'waiting') };
  }
  const { kind, key } = partsOf(field);
  if (key === '') return undefined;
  return session.placeCounts.find((count) => count.kind === kind && count.value === key) ?? { taken: 0, waiting: 0 };
}

const sum = (counts: readonly Counts[], what: keyof Counts): number => counts.reduce((total, count) => total + count[what], 0);

/** Whether what is typed is lower somewhere than what is taken. */
export function isFewer(session: Pick<SessionPlaces, 'places' | 'placesLeft' | 'placeCounts'>, typed: TypedPlaces): boolean {
  const most = (field: Exclude<PlacesField, 'TOTAL'>): number => {
    const { kind, key } = partsOf(field);
    return Math.max(0, ...session.placeCounts.filter((count) => count.kind === kind && (key === '' || count.value === key)).map(({ taken }) => taken));
  };
  return Number(textOf(typed, 'TOTAL')) < countsOf(session, 'TOTAL')!.taken || quotasIn(typed).some((field) => Number(textOf(typed, field)) < most(field));
}

/** The values of a kind that have a field: those that a quota names, that have a place or wait, or that were added. */
export function valuesOf({ placeCounts }: Pick<SessionPlaces, 'placeCounts'>, typed: TypedPlaces, kind: QuotaKind): string[] {
  const named = (Object.keys(typed) as PlacesField[]).flatMap((field) => (field !== 'TOTAL' && partsOf(field).kind === kind ? [partsOf(field).key] : []));
  return [...new Set([...named, ...placeCounts.filter((count) => count.kind === kind).map(({ value }) => value)])].filter((value) => value !== '').sort();
}

/** Whether a field is the same in both. */
export const isSamePlace = (field: PlacesField, one: TypedPlaces, other: TypedPlaces): boolean => textOf(one, field) === textOf(other, field);

/** The fields of both that differ. */
export function changedPlaces(one: TypedPlaces, other: TypedPlaces): PlacesField[] {
  return [...new Set([...Object.keys(one), ...Object.keys(other)] as PlacesField[])].filter((field) => !isSamePlace(field, one, other));
}

/** What came of putting together what two people have made of the same. */
export interface MergedPlaces {
  /** Mine, with theirs where I have changed nothing. */
  readonly typed: TypedPlaces;
  /** The fields that they alone have changed. */
  readonly taken: readonly PlacesField[];
  /** The fields that both have changed, each otherwise. */
  readonly conflicts: readonly PlacesField[];
}

/** Puts together what I have typed and what is stored by now, both made of `base`. Of a field that both have changed mine stays, and is told of. */
export function mergePlaces(base: TypedPlaces, mine: TypedPlaces, theirs: TypedPlaces): MergedPlaces {
  const changed = changedPlaces(base, theirs).filter((field) => !isSamePlace(field, mine, theirs));
  const conflicts = changed.filter((field) => !isSamePlace(field, base, mine));
  const taken = changed.filter((field) => !conflicts.includes(field));
  return { typed: { ...mine, ...Object.fromEntries(taken.map((field) => [field, theirs[field] ?? ''])) }, taken, conflicts };
}
