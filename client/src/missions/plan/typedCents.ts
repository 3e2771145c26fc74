import { centsOf } from '../../costs/index.ts';

/** What is typed of an amount in cents. */
export const typedCents = (cents: number | null): string => (cents === null ? '' : cents % 100 === 0 ? String(cents / 100) : (cents / 100).toFixed(2));

/** An amount as it was typed, in cents; null for none, undefined for what is no amount. */
export const amountOf = (typed: string): number | null | undefined => (typed.trim() === '' ? null : centsOf(typed));
