/** Amounts of money as they are typed and read. Cents are integers. */
import type { Locale } from '@passerelle/shared/locales.ts';

import type { Format } from '../core/i18n/index.ts';

/** Where the currency stands before the amount; where the euro is written by its code. */
const BEFORE: readonly Locale[] = ['en', 'tr'];
const BY_CODE: readonly Locale[] = ['hu', 'ro', 'uk'];
const SPACE = '\u00A0';

/** The sign between a whole and its parts in the reader's language. */
const pointOf = (format: Format): string => format.decimal(0.5).slice(1, -1);

/** An amount in hundredths of a currency, in the reader's language: `1 234,50 €`. */
export function money(format: Format, locale: Locale, cents: number, currency = 'EUR'): string {
  const amount = `${format.integer(Math.trunc(cents / 100))}${pointOf(format)}${String(cents % 100).padStart(2, '0')}`;
  const sign = currency === 'EUR' && !BY_CODE.includes(locale) ? '€' : currency;
  if (!BEFORE.includes(locale)) return `${amount}${SPACE}${sign}`;
  return sign === '€' ? `${sign}${amount}` : `${sign}${SPACE}${amount}`;
}

/** An amount as it is typed, with the sign of the reader's language; empty for none. */
export const typedAmount = (format: Format, cents: number | null): string => (cents === null ? '' : (cents / 100).toFixed(2).replace('.', pointOf(format)));

/** So many decimals of a number as it is typed, as a whole number; undefined for what is none. */
export function scaled(typed: string, decimals: number): number | undefined {
  const [, whole, parts = ''] = /^(\d{1,8})(?:[.,](\d+))?$/.exec(typed.replaceAll(/[\s\u202F\u00A0]/g, '')) ?? [];
  return whole === undefined || parts.length > decimals ? undefined : Number(`${whole}${parts.padEnd(decimals, '0')}`);
}

/** An amount as it is typed, in hundredths; undefined for what is none. */
export const centsOf = (typed: string): number | undefined => scaled(typed, 2);

/** What a unit of a currency is worth, in millionths, as it is read: `0,0085`. */
export const worth = (format: Format, micros: number): string => (micros / 1_000_000).toFixed(6).replace(/0+$/, '').replace(/\.$/, '').replace('.', pointOf(format));

/** A share in per mille, in the reader's language: `17,5 %`. */
export const share = (format: Format, permille: number): string => format.percent(0).replace(format.integer(0), format.decimal(permille / 10));
