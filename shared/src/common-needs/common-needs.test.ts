import { describe, expect, test } from 'vitest';

import { LOCALE_TAGS } from '../locales.ts';
import { scores } from './closeness.ts';
import { closeness, conceptName, spoken, suggest, type NeedToCompare, type Suggestion } from './index.ts';
import { development, forShares, fresh, heldOut } from './labelled/index.ts';
import { measure } from './measure.ts';
import { Reader } from './spoken.ts';
import { MOST_TOGETHER, suggestAmong } from './suggest.ts';

const SEEN = development();
const UNSEEN = heldOut();
const ALL = [...SEEN, ...UNSEEN];

/** Which needs are together, whatever they are called. */
const groups = (suggestions: readonly Suggestion[], name: (key: string) => string = (key) => key): string[] => suggestions.map(({ needs }) => needs.map(name).sort().join(' ')).sort();

/** A shuffle that is the same each time (Park and Miller, 1988; Fisher and Yates, 1938). */
function shuffled<T>(list: readonly T[], seed: number): T[] {
  const mixed = [...list];
  let state = seed;
  for (let i = mixed.length - 1; i > 0; i -= 1) {
    state = (state * 48_271) % 2_147_483_647;
    const j = state % (i + 1);
    [mixed[i], mixed[j]] = [mixed[j]!, mixed[i]!];
  }
  return mixed;
}

const need = (key: string, country: string, text: string, more: Partial<NeedToCompare> = {}): NeedToCompare =>
  ({ key, country, themes: ['LABOUR_EXPLOITATION'], pillar: 'PROSECUTION', audiences: ['LABOUR_INSPECTORATE'], enteredOn: '2026-05-04', texts: [{ locale: 'en', text }], ...more });

const SAME = [
  need('a', 'AL', 'Labour inspectors do not recognise forced labour of seasonal workers on farms'),
  need('b', 'RS', '', { texts: [{ locale: 'sr-Cyrl', text: 'Инспектори рада не препознају принудни рад сезонских радника на фармама' }] }),
  need('c', 'HU', '', { texts: [{ locale: 'hu', text: 'A munkaügyi felügyelők nem ismerik fel az idénymunkások kényszermunkáját a farmokon' }] }),
];
const OTHER = need('d', 'RO', '', { themes: ['COMPENSATION'], pillar: 'PROTECTION', audiences: ['LAWYERS'], texts: [{ locale: 'ro', text: 'Victimele nu primesc despăgubiri, iar avocații nu le reprezintă' }] });

test('of the same need sent hundreds of times as many are suggested as can be accepted, of every country, those in no group first; soon', { timeout: 20_000 }, () => {
  const many = Array.from({ length: 400 }, (_, i) => ({ ...SAME[0]!, country: i < 350 ? 'AL' : i < 399 ? 'RS' : 'HU', key: `need ${i}` }));
  const started = performance.now();
  const [one, ...others] = suggest(many);
  expect(performance.now() - started).toBeLessThan(10_000);
  expect([others, one!.needs.length, one!.pairs.length, one!.countries]).toEqual([[], MOST_TOGETHER, MOST_TOGETHER * (MOST_TOGETHER - 1) / 2, ['AL', 'HU', 'RS']]);
  // One that is new beside a hundred that are grouped is among them.
  const together = many.slice(299, 399).map(({ key }) => key);
  const [joined] = suggest([...many.slice(299, 399), many[0]!], { together: [together] });
  expect([joined!.needs.length, joined!.needs.includes('need 0')]).toEqual([MOST_TOGETHER, true]);
});

describe('what is measured on labelled needs', () => {
  test('there are two hundred of them or more, in the sixteen languages', () => {
    expect(ALL.length).toBeGreaterThanOrEqual(200);
    expect(new Set(ALL.flatMap(({ texts }) => texts.map(({ locale }) => locale)))).toEqual(new Set(LOCALE_TAGS));
  });

  test('of the pairs put together nine in ten belong together, and seven in ten of those that do are put together', () => {
    const { precision, recall } = measure(ALL, suggest(ALL));
    expect(precision).toBeGreaterThanOrEqual(0.9);
    expect(recall).toBeGreaterThanOrEqual(0.7);
  });

  test.each([
    ['those that no word was changed by', UNSEEN], ['those of another writer', forShares()], ['those about other subjects', fresh()],
    ['the same where nobody says whose work they concern', fresh().map((one) => ({ ...one, audiences: [] }))],
    ['the same where every second one does', fresh().map((one, i) => (i % 2 ? one : { ...one, audiences: [] }))],
  ])('and so it is of %s, alone', (_, needs) => {
    const { precision, recall } = measure(needs, suggest(needs));
    expect(precision).toBeGreaterThanOrEqual(0.9);
    expect(recall).toBeGreaterThanOrEqual(0.7);
  });

  test('without the concepts nothing like it is found', () => {
    const { recall } = measure(ALL, suggestAmong(new Reader([]).spoken(ALL)));
    expect(recall).toBeLessThan(0.2);
  });
});

describe('a suggestion', () => {
  test('puts together what several countries say in their languages, and says by what', () => {
    const [first, ...others] = suggest([...SAME, OTHER]);
    expect(others).toEqual([]);
    expect(first).toMatchObject({ needs: ['a', 'b', 'c'], countries: ['AL', 'HU', 'RS'], themes: ['LABOUR_EXPLOITATION'], audiences: ['LABOUR_INSPECTORATE'] });
    expect(first!.concepts).toEqual(expect.arrayContaining(['seasonal-work', 'labour-exploitation', 'labour-inspectors', 'agriculture']));
    expect(first!.pairs.map(({ a, b }) => [a, b])).toEqual([['a', 'b'], ['a', 'c'], ['b', 'c']]);
    expect(first!.score).toBeGreaterThan(0.5);
    expect(first!.score).toBeLessThanOrEqual(1);
  });

  test('says the part of a theme that two are about or more, and of each two the one of both', () => {
    const parts = [...SAME.slice(0, 2).map((one) => ({ ...one, subtheme: 'FORCED_LABOUR' })), { ...SAME[2]!, subtheme: 'SERVITUDE' }];
    const [one] = suggest([...parts, OTHER]);
    expect([one!.subthemes, one!.pairs.map(({ subtheme }) => subtheme)]).toEqual([['FORCED_LABOUR'], ['FORCED_LABOUR', null, null]]);
    expect(suggest(SAME).map(({ subthemes, pairs }) => [subthemes, pairs.some(({ subtheme }) => subtheme !== null)])).toEqual([[[], false]]);
  });

  test('is of two countries or more', () => {
    expect(suggest(SAME.map((one) => ({ ...one, country: 'AL' })))).toEqual([]);
  });

  test('is the same in whatever order the needs come', () => {
    const expected = suggest(ALL);
    for (const seed of [1, 2, 3]) expect(suggest(shuffled(ALL, seed))).toEqual(expected);
  });

  test('is the same whatever the needs are called', () => {
    const renamed = new Map(shuffled(ALL, 4).map(({ key }, i) => [`need ${i}`, key]));
    const keys = new Map([...renamed].map(([made, key]) => [key, made]));
    expect(groups(suggest(ALL.map((one) => ({ ...one, key: keys.get(one.key)! }))), (made) => renamed.get(made)!)).toEqual(groups(suggest(ALL)));
  });

  test('changes little by a need that has nothing to do with the others: one group in twenty at most', () => {
    const before = groups(suggest(ALL));
    const after = new Set(groups(suggest([...ALL, need('unrelated', 'TR', 'Repairing the roof of the archive', { themes: ['ORGAN_REMOVAL'], audiences: [] })])));
    expect(before.filter((group) => !after.has(group)).length).toBeLessThanOrEqual(before.length / 20);
    expect([...after].join(' ')).not.toContain('unrelated');
  });

  test('never has two that are said to be apart', () => {
    const apart = suggest(ALL).flatMap(({ pairs }) => pairs.slice(0, 1)).map(({ a, b }) => [a, b] as const);
    expect(apart.length).toBeGreaterThan(10);
    const together = new Set(suggest(ALL, { apart }).flatMap(({ pairs }) => pairs.flatMap(({ a, b }) => [`${a} ${b}`, `${b} ${a}`])));
    expect(apart.filter(([a, b]) => together.has(`${a} ${b}`))).toEqual([]);
  });

  test('keeps together what is together, and says so only where others join', () => {
    expect(suggest([...SAME, OTHER], { together: [['a', 'd']] }).every(({ needs }) => needs.includes('a') === needs.includes('d'))).toBe(true);
    expect(suggest(SAME, { together: [['a', 'b', 'c']] })).toEqual([]);
    expect(suggest(SAME, { together: [['a', 'b']] }).map(({ needs }) => needs)).toEqual([['a', 'b', 'c']]);
  });

  test('of nothing is nothing, and keys that are not there are passed over', () => {
    expect(suggest([])).toEqual([]);
    expect(groups(suggest(SAME, { apart: [['a', 'gone']], together: [['gone', 'too']] }))).toEqual(['a b c']);
  });

  test('takes a thousand needs in a few seconds on a busy machine', { timeout: 20_000 }, () => {
    const many = Array.from({ length: 1000 }, (_, i) => ({ ...ALL[i % ALL.length]!, key: `need ${i}` }));
    const started = performance.now();
    expect(suggest(many).length).toBeGreaterThan(0);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

describe('closeness', () => {
  test('is the same both ways, and of a need with itself the whole', () => {
    const read = spoken([...SAME, OTHER]);
    for (const a of read) for (const b of read) expect(closeness(a, b)).toEqual(closeness(b, a));
    expect(closeness(read[0]!, read[0]!).score).toBeCloseTo(1);
  });

  test('is the same of two as among many', () => {
    const read = spoken(SEEN);
    const table = scores(read);
    for (const [i, a] of read.entries()) for (const [j, b] of read.entries()) if (i !== j) expect(table[i]![j]).toBeCloseTo(closeness(a, b).score, 10);
  });

  test('is more for the same part of a theme, less for different ones, and never less because one of two says none', () => {
    const themes = (further: string): string[] => ['LABOUR_EXPLOITATION', further];
    const score = (one: string | null, other: string | null, furthers: readonly [string, string] = ['A', 'B']): number => {
      const [a, b] = spoken([{ ...SAME[0]!, themes: themes(furthers[0]), subtheme: one }, { ...SAME[1]!, themes: themes(furthers[1]), subtheme: other }]);
      return closeness(a!, b!).score;
    };
    expect(score('FORCED_LABOUR', 'FORCED_LABOUR')).toBeGreaterThan(score(null, null));
    expect(score('FORCED_LABOUR', 'SERVITUDE')).toBeLessThan(score(null, null));
    expect([score('FORCED_LABOUR', null), score(null, 'SERVITUDE')]).toEqual([score(null, null), score(null, null)]);
    expect(score('FORCED_LABOUR', 'FORCED_LABOUR', ['A', 'A'])).toBe(score(null, null, ['A', 'A']));
  });

  test('counts audiences and themes neither way where one of two says none', () => {
    const score = (...more: readonly Partial<NeedToCompare>[]): number => {
      const [a, b] = spoken([{ ...SAME[0]!, ...more[0] }, { ...SAME[1]!, ...more[1] }]);
      return closeness(a!, b!).score;
    };
    const other = score({}, { audiences: ['LAWYERS'] });
    const unsaid = score({}, { audiences: [] });
    expect(unsaid).toBeGreaterThan(other);
    expect(unsaid).toBeLessThan(score());
    expect(score({ audiences: [] })).toBe(unsaid);
    expect(score({ themes: [] })).toBeGreaterThan(score({ themes: ['COMPENSATION'] }));
  });

  test('falls with the months between two', () => {
    const [a, b, c] = spoken([SAME[0]!, { ...SAME[1]!, enteredOn: '2026-06-04' }, { ...SAME[1]!, key: 'later', enteredOn: '2028-06-04' }]);
    expect(closeness(a!, b!).monthsApart).toBe(1);
    expect(closeness(a!, c!).monthsApart).toBe(25);
    expect(closeness(a!, b!).score).toBeGreaterThan(closeness(a!, c!).score);
  });

  test('says what both speak of, in the language of whoever reads it', () => {
    const [a, b] = spoken([
      need('a', 'SI', '', { texts: [{ locale: 'sl', text: 'Mladoletniki ne poznajo obdobja okrevanja in razmisleka' }] }),
      need('b', 'UA', '', { texts: [{ locale: 'uk', text: 'Період відновлення та роздумів для неповнолітніх' }] }),
    ]);
    const { concepts } = closeness(a!, b!);
    expect(concepts.map((key) => conceptName(key, 'en'))).toEqual(expect.arrayContaining(['recovery and reflection period', 'children']));
    expect(conceptName('recovery-period', 'sr-Latn')).toBe('period oporavka i razmišljanja');
    expect(conceptName('no such concept', 'fr')).toBe('no such concept');
  });
});
