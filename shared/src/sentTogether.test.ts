import { describe, expect, test } from 'vitest';
import { bytesOf, fitting, MOST_SENT } from './sentTogether.ts';

const sent = (people: readonly string[]): unknown => ({ people });
/** A text that takes so many bytes in a list, its marks and its comma with them. */
const taking = (bytes: number): string => 'a'.repeat(bytes - 3);

describe('how many fit', () => {
  test('is told in bytes, whatever script they are written in', () => {
    expect([bytesOf('a'), bytesOf('ш'), bytesOf('’'), bytesOf('"')]).toEqual([3, 4, 5, 4]);
  });

  test('is all of them up to the last byte, and one fewer beyond it', () => {
    const room = MOST_SENT - bytesOf(sent([])) + 1;
    const people = [taking(100), taking(room - 200), taking(100)];
    expect([bytesOf(sent(people)), fitting(people, sent)]).toEqual([MOST_SENT, 3]);
    expect(fitting([...people.slice(0, 2), taking(101)], sent)).toBe(2);
  });

  test('is one where even they are too much, so that somebody is told by the server', () => {
    expect(fitting([taking(MOST_SENT * 2), taking(10)], sent)).toBe(1);
  });
});
