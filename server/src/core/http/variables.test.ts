import { expect, test } from 'vitest';
import { Refusal } from './refusal.ts';
import { refuseVariables } from './variables.ts';

test.each([['a list', (values: number[]): unknown => values], ['an object', (values: number[]): unknown => ({ ...values })]])('%s of any length is refused as such', (_, of) => {
  expect(() => refuseVariables({ input: of(Array<number>(500_000).fill(1)) })).toThrow(Refusal);
  expect(() => refuseVariables({ input: of(Array<number>(9_000).fill(1)) })).not.toThrow();
});
