import { describe, expect, it } from 'vitest';

import { findPersonalData } from './index.ts';
import { fold } from './reading.ts';

const found = (text: string): string[] => findPersonalData(text).map(({ start, end }) => text.slice(start, end));

describe('a text as the guard reads it', () => {
  it('is the same composed or not, in capitals or not, in Cyrillic or Latin letters', () => {
    expect(fold('Djevojčica'.normalize('NFD'))).toBe(fold('djevojčica'));
    expect(fold('ДЕВОЈЧИЦА')).toBe(fold('devojčica'));
    expect(fold('İzmir, KIZ, ΚΟΡΊΤΣΙ')).toBe('izmir, kiz, κοριτσι');
  });

  it('keeps the places of the original', () => {
    const text = '👩‍👧 17\u200B-го\u0301дишно момиче от Видин 👩‍👧';
    expect(found(text)).toEqual(['17\u200B-го\u0301дишно момиче от Видин']);
    expect(found(text.normalize('NFD'))).toEqual(['17\u200B-го\u0301дишно момиче от Видин'.normalize('NFD')]);
  });

  it.each(['\u200B', '\u00AD', '\u3164', '\u115F', '\u180E', '\u{E0020}', '\uFE0F'])('reads past what cannot be seen: %j', (sign) => {
    const number = [...'0101990100102'].join(sign);
    expect(found(`JMBG: ${number}`)).toEqual([number]);
  });

  it('takes half a surrogate pair for a sign', () => {
    expect(found('\uD83D 17-year-old girl from Tirana \uDC69')).toEqual(['17-year-old girl from Tirana']);
    expect(findPersonalData('\uD83D'.repeat(1000))).toEqual([]);
  });

  it('is told of by kinds and places only', () => {
    const canary = 'a 17-year-old girl called Zephyrine, 0101990123456, zephyrine@example.com';
    expect(JSON.stringify(findPersonalData(canary))).not.toMatch(/zephyrine|girl|0101990123456/i);
  });

  it('has findings in order and apart', () => {
    const text = 'M.K., 16 ans, de Vlora, +355 69 234 5678, mk@example.com. M.K., 16 ans, de Vlora.';
    const places = findPersonalData(text).flatMap(({ start, end }) => [start, end]);
    expect(places).toHaveLength(8);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });
});

/** The least processor time of several runs, in microseconds: what others do on the machine adds to it and never takes away. */
function cost(run: () => unknown): number {
  return Math.min(...Array.from({ length: 4 }, () => {
    const before = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(before);
    return user + system;
  }));
}

/** Eight times the length costs eight times as much; what grows with the square costs sixty-four times as much. Memory that is cleared adds to both. */
const growth = (read: (text: string) => unknown, text: (length: number) => string): number =>
  cost(() => read(text(100_000))) / Math.max(cost(() => read(text(12_500))), 3000);

const MOST_GROWTH = 24;

const HOSTILE: Readonly<Record<string, string>> = {
  digits: '1', 'digits and spaces': '1 ', 'noughts and spaces': '0 6 ', 'groups of three': '069 ', ages: '17 ans ', 'ages and persons': '17 éves lány ', initials: 'M.', letters: 'a', 'signs at': '@', 'addresses that do not end': 'a@a.',
  brackets: '(at) ', 'fillers of lines': '<', 'letters and digits': 'A1 ', marks: '\u0301', 'invisible signs': '\u200B', 'words for passports': 'passport ', 'words for born': 'born 12 ', 'number words': 'on yedi ', 'half pairs': '\uD83D',
  'Albanian numbers': 'I512', pluses: '+1 ', apostrophes: `${"'".repeat(10_000)}17 ans `, hyphens: '17-', 'spaces only': ' ', lines: '\n',
};

describe.each(Object.entries(HOSTILE))('a hostile text of %s', (_, piece) => {
  const text = (length: number): string => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

  it('costs in proportion to its length', () => {
    findPersonalData(text(20_000));
    expect(growth(findPersonalData, text)).toBeLessThan(MOST_GROWTH);
  }, 60_000);
});

describe('what costs more than in proportion', () => {
  it('is seen to', () => {
    const everyPair = (text: string): number => {
      let found = 0;
      for (let i = 0; i < 16 * text.length; i += 1) found += text.indexOf('b', i % text.length);
      return found;
    };
    expect(growth(everyPair, (length) => 'a'.repeat(length))).toBeGreaterThan(MOST_GROWTH);
  }, 60_000);
});
