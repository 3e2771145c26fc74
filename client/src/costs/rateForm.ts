import { comparing } from '../core/editing/index.ts';
import { format } from '../core/i18n/index.ts';
import { centsOf, scaled, typedAmount, worth } from './money.ts';
import type { CostFault } from './useCosts.ts';
import type { Basis, BasisInput, BasisKind } from './useRates.ts';

/** The code of a currency as it is typed. */
export const CURRENCY = /^[A-Za-z]{3}$/;
const HOUR = /^([01]\d|2[0-3]):[0-5]\d$/;
/** What has a share of the daily rate, and hours. */
export const PARTS = ['night', 'lunch', 'dinner'] as const;
type Part = (typeof PARTS)[number];

/** A share in per cent, and hours, as they are typed. */
interface TypedPart {
  share: string;
  from: string;
  until: string;
}

/** A rate, what a currency is worth, or a rule, as it is typed: of each its own fields. */
export interface TypedBasis {
  country: string;
  validFrom: string;
  amount: string;
  currency: string;
  worth: string;
  night: TypedPart;
  lunch: TypedPart;
  dinner: TypedPart;
  isNightWhole: boolean;
  source: string;
  sourceUrl: string;
  readOn: string;
}

const FIELDS = ['country', 'validFrom', 'amount', 'currency', 'worth', 'night', 'lunch', 'dinner', 'isNightWhole', 'source', 'sourceUrl', 'readOn'] as const satisfies readonly (keyof TypedBasis)[];
export type BasisFieldName = (typeof FIELDS)[number];
export const basisComparing = comparing<TypedBasis, BasisFieldName>(FIELDS);

const part = (share: string, from: string, until: string): TypedPart => ({ share, from, until });

/** Of which nothing is said yet. */
export const emptyBasis = (kind: BasisKind, today: string): TypedBasis => ({
  country: '', validFrom: '', amount: '', currency: kind === 'RATE' ? 'EUR' : '', worth: '', night: part('', '00:00', '05:00'), lunch: part('', '12:00', '14:00'), dinner: part('', '19:00', '21:00'), isNightWhole: true, source: '', sourceUrl: '', readOn: today,
});

const percent = (permille: number): string => (permille / 10).toFixed(1).replace('.', format.value.decimal(0.5).slice(1, -1));

/** One that is stored, as if it were typed. */
export function typedBasis(basis: Basis): TypedBasis {
  const { validFrom, provenance: { source, sourceUrl, checkedOn } } = basis.of;
  const typed = { ...emptyBasis(basis.kind, checkedOn ?? ''), validFrom, source, sourceUrl: sourceUrl ?? '' };
  if (basis.kind === 'RATE') return { ...typed, country: basis.of.country.code, amount: typedAmount(format.value, basis.of.centsPerDay), currency: basis.of.currency };
  if (basis.kind === 'EXCHANGE') return { ...typed, currency: basis.of.currency, worth: worth(format.value, basis.of.micros) };
  const { nightPermille, nightFrom, nightUntil, isNightWhole, lunchPermille, lunchFrom, lunchUntil, dinnerPermille, dinnerFrom, dinnerUntil } = basis.of;
  return { ...typed, isNightWhole, night: part(percent(nightPermille), nightFrom, nightUntil), lunch: part(percent(lunchPermille), lunchFrom, lunchUntil), dinner: part(percent(dinnerPermille), dinnerFrom, dinnerUntil) };
}

/** What is sent of what is typed. */
export function basisInput(kind: BasisKind, { country, validFrom, amount, currency, worth: typedWorth, night, lunch, dinner, isNightWhole, source, sourceUrl, readOn }: TypedBasis): BasisInput {
  const from = { validFrom, source: { source, sourceUrl, readOn } };
  const code = currency.trim().toUpperCase();
  if (kind === 'RATE') return { kind, input: { ...from, country, centsPerDay: centsOf(amount)!, currency: code } };
  if (kind === 'EXCHANGE') return { kind, input: { ...from, currency: code, micros: scaled(typedWorth, 6)! } };
  const permille = ({ share }: TypedPart): number => scaled(share, 1)!;
  return {
    kind,
    input: { ...from, isNightWhole, nightPermille: permille(night), nightFrom: night.from, nightUntil: night.until, lunchPermille: permille(lunch), lunchFrom: lunch.from, lunchUntil: lunch.until, dinnerPermille: permille(dinner), dinnerFrom: dinner.from, dinnerUntil: dinner.until },
  };
}

const wrong = (field: CostFault['field'], fault: CostFault['fault']): CostFault => ({ field, fault, maximum: null });
const isPart = ({ share }: TypedPart): boolean => scaled(share, 1) !== undefined;
const hasHours = ({ from, until }: TypedPart): boolean => HOUR.test(from) && HOUR.test(until) && from < until;

/** What is wrong with what is typed, as far as the page can know. */
export function basisFaults(kind: BasisKind, typed: TypedBasis): CostFault[] {
  const parts = PARTS.map((name: Part) => typed[name]);
  const own: Readonly<Record<BasisKind, () => CostFault[]>> = {
    RATE: () => [...(typed.country === '' ? [wrong('COUNTRY', 'MISSING')] : []), ...(centsOf(typed.amount) ? [] : [wrong('AMOUNT', 'UNREADABLE')]), ...(CURRENCY.test(typed.currency.trim()) ? [] : [wrong('CURRENCY', 'UNREADABLE')])],
    EXCHANGE: () => [...(CURRENCY.test(typed.currency.trim()) ? [] : [wrong('CURRENCY', 'UNREADABLE')]), ...(scaled(typed.worth, 6) ? [] : [wrong('EXCHANGE', 'UNREADABLE')])],
    RULE: () => [...(parts.every(isPart) ? [] : [wrong('SHARES', 'UNREADABLE')]), ...(parts.every(hasHours) ? [] : [wrong('HOURS', 'NOT_AFTER')])],
  };
  return [
    ...own[kind](), ...(typed.validFrom === '' ? [wrong('VALID_FROM', 'MISSING')] : []), ...(typed.source.trim() === '' ? [wrong('SOURCE', 'MISSING')] : []), ...(typed.readOn === '' ? [wrong('READ_ON', 'MISSING')] : []),
  ];
}
