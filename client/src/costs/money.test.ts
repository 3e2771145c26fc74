import { expect, test } from 'vitest';

import type { Format } from '../core/i18n/index.ts';
import { centsOf, money, scaled, share, typedAmount, worth } from './money.ts';

const format = (point: string, group: string, sign: string): Format => ({ integer: (n: number) => String(n).replaceAll(/\B(?=(\d{3})+$)/g, group), decimal: (n: number) => String(n).replace('.', point), percent: (n: number) => `${n}${sign}` }) as unknown as Format;
const [french, english] = [format(',', '\u202F', '\u00A0%'), format('.', ',', '%')];

test('money is written as the reader writes it', () => {
  expect([money(french, 'fr', 123_450), money(english, 'en', 123_450), money(french, 'hu', 5), money(french, 'fr', 3_900_100, 'HUF'), money(english, 'en', 100, 'RSD')]).toEqual(['1\u202F234,50\u00A0€', '€1,234.50', '0,05\u00A0EUR', '39\u202F001,00\u00A0HUF', 'RSD\u00A01.00']);
  expect([typedAmount(french, 123_450), typedAmount(english, null), worth(french, 8_500), worth(english, 1_000_000), share(french, 175), share(english, 650)]).toEqual(['1234,50', '', '0,0085', '1', '17,5\u00A0%', '65%']);
});

test('what is typed is read without rounding, or not at all', () => {
  expect(['12', '12,5', '1 234.50', '0,05'].map(centsOf)).toEqual([1_200, 1_250, 123_450, 5]);
  expect(['', '1,234', '-1', '1e3', '12,', 'abc'].map(centsOf)).toEqual([undefined, undefined, undefined, undefined, undefined, undefined]);
  expect([scaled('0,002513', 6), scaled('17.5', 1), scaled('0,0025131', 6)]).toEqual([2_513, 175, undefined]);
});
