/** What allowances are computed from, as a problem has it: each from a day to the day before the next. Pure functions. */
import type { AllowanceTerms, DailyRate } from '@passerelle/shared/planning.ts';
import { dayAfter, minuteOf, sourceOf } from './dated.ts';
import type { KnownExchange, KnownRate, KnownTerms } from './facts.ts';

interface Span {
  readonly validFrom: string;
  readonly validUntil: string | null;
}

/** Of things of one kind, each with the day before the next one. */
function spansOf<T extends { readonly validFrom: string }>(things: readonly T[]): (T & Span)[] {
  const sorted = things.toSorted((one, other) => (one.validFrom < other.validFrom ? -1 : 1));
  return sorted.map((one, n) => ({ ...one, validUntil: n + 1 < sorted.length ? dayAfter(sorted[n + 1]!.validFrom, -1) : null }));
}

const later = (one: string, other: string): string => (one > other ? one : other);
const earlier = (one: string | null, other: string | null): string | null => (one === null || (other !== null && other < one) ? other : one);

/** The days on which both are in force; undefined for none. */
function both(one: Span, other: Span): Span | undefined {
  const [validFrom, validUntil] = [later(one.validFrom, other.validFrom), earlier(one.validUntil, other.validUntil)];
  return validUntil !== null && validUntil < validFrom ? undefined : { validFrom, validUntil };
}

/** What a day in each country gives: for each rate as many as there are exchanges of its currency meanwhile. On days of which no exchange is known none is. */
export function ratesOf(rates: readonly KnownRate[], exchanges: readonly KnownExchange[]): DailyRate[] {
  const worth = Map.groupBy(exchanges, ({ currency }) => currency);
  return [...Map.groupBy(rates, ({ country }) => country).values()].flatMap(spansOf).flatMap((rate) => {
    const of = { countryId: rate.country, centsPerDay: rate.centsPerDay, source: sourceOf(rate) };
    if (rate.currency === 'EUR') return [{ ...of, id: rate.key, validFrom: rate.validFrom, validUntil: rate.validUntil, micros: 1_000_000 }];
    return spansOf(worth.get(rate.currency) ?? []).flatMap((exchange) => {
      const span = both(rate, exchange);
      return span ? [{ ...of, ...span, id: `${rate.key}.${exchange.key}`, micros: exchange.micros }] : [];
    });
  });
}

/** By which terms a night and a meal count. */
export const termsOf = (terms: readonly KnownTerms[]): AllowanceTerms[] => spansOf(terms).map((one) => {
  const part = (permille: number, from: string, until: string) => ({ permille, from: minuteOf(from), until: minuteOf(until) });
  return {
    id: one.key, validFrom: one.validFrom, validUntil: one.validUntil, source: sourceOf(one), night: part(one.nightPermille, one.nightFrom, one.nightUntil), isNightWhole: one.isNightWhole, lunch: part(one.lunchPermille, one.lunchFrom, one.lunchUntil),
    dinner: part(one.dinnerPermille, one.dinnerFrom, one.dinnerUntil),
  };
});
