/** What is typed of an amount in cents. */
export const typedCents = (cents: number | null): string => (cents === null ? '' : cents % 100 === 0 ? String(cents / 100) : (cents / 100).toFixed(2));
