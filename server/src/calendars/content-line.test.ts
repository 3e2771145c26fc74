/** Texts in sixteen languages go into a file and come out of it as they were, whatever signs stand between their words. */
import fc from 'fast-check';
import { LOCALE_TAGS, type Locale } from '@passerelle/shared/locales.ts';
import { describe, expect, test } from 'vitest';
import { TEXTS } from '../demonstration/texts.ts';
import { calendarFile } from './calendar-file.ts';
import { contentLine, plainText, textValue } from './content-line.ts';
import { anEvent } from './event.fixture.ts';
import { linesOf, readCalendar } from './reading.fixture.ts';

const RUNS = 60;
/** What means something in the format, in a line, in a string, or to whoever splits one. */
const SIGNS = ['\\', ';', ',', ':', '"', '\n', '\r\n', '\r', '\\n', '\\,', '\u2028', '\u2029', '\u0085', '\v', '\f', '\0', '\u0007', '\t', ' ', '=', '^', '👩‍⚖️', 'é', '\u200B', 'END:VEVENT', 'BEGIN:VEVENT\r\nSUMMARY:x', '\r\n ', 'ATTACH:https://evil.example'];

const wordsOf = (locale: Locale): string[] => Object.values(TEXTS[locale].courses).flatMap(({ title, summary, programme }) => [title, summary, ...programme]).join(' ').split(' ');

/** A text of the words of a language, with any signs between and within them. */
const textIn = (locale: Locale): fc.Arbitrary<string> =>
  fc.array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...wordsOf(locale)) }, { weight: 2, arbitrary: fc.constantFrom(...SIGNS) }, fc.string({ unit: 'grapheme', maxLength: 4 })), { minLength: 1, maxLength: 60 })
    .chain((parts) => fc.constantFrom('', ' ').map((glue) => parts.join(glue)));

const octets = (line: string): number => Buffer.byteLength(line);

describe.each(LOCALE_TAGS)('a text in %s', (locale) => {
  const text = textIn(locale);
  const fileOf = (title: string, description: string): string =>
    calendarFile({ events: [anEvent({ title: { text: title, locale }, description: { text: description, locale }, place: { text: title, locale: undefined } })] });

  test('is read by another program as it was, ends of lines and controls apart', () => {
    fc.assert(fc.property(text, text, (title, description) => {
      const { events } = readCalendar(fileOf(title, description));
      expect(events).toHaveLength(1);
      expect(events[0]!.property('summary')).toEqual({ text: plainText(title), language: locale });
      if (plainText(description) !== '') expect(events[0]!.property('description')!.text).toBe(plainText(description));
      expect(events[0]!.property('location')!.language).toBeUndefined();
    }), { numRuns: RUNS });
  });

  test('is folded at 75 octets, never within a character, into lines that are whole', () => {
    fc.assert(fc.property(text, text, (title, description) => {
      const file = fileOf(title, description);
      expect(file.isWellFormed()).toBe(true);
      const lines = linesOf(file);
      expect(lines.filter((line) => octets(line) > 75)).toEqual([]);
      // Nobody who takes another sign for the end of a line finds one more.
      expect(file.replaceAll('\r\n', '').match(/[\n\v\f\r\u0085\u2028\u2029]/)).toBeNull();
      // A line that is folded is full: another character would not have found room.
      const early = lines.flatMap((line, i) => (lines[i + 1]?.startsWith(' ') && octets(line) + octets([...lines[i + 1]!.slice(1)][0]!) <= 75 ? [line] : []));
      expect(early).toEqual([]);
    }), { numRuns: RUNS });
  });

  test('adds no line of its own', () => {
    const names = linesOf(fileOf('x', 'x')).map((line) => line.split(/[:;]/, 1)[0]);
    fc.assert(fc.property(text, text, (title, description) => {
      const unfolded = fileOf(title, `${description}x`).replaceAll('\r\n ', '').split('\r\n').slice(0, -1);
      expect(unfolded.map((line) => line.split(/[:;]/, 1)[0])).toEqual(names);
    }), { numRuns: RUNS });
  });
});

test('a text that is not escaped is found out', () => {
  const raw = (title: string): string => calendarFile({ events: [anEvent()] }).replace(/SUMMARY[^\r]*/, `SUMMARY:${title}`);
  expect(readCalendar(raw('x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nDTSTART:20270101T000000Z\r\nDTEND:20270101T010000Z')).events).toHaveLength(2);
});

test('a parameter is a token and nothing else', () => {
  expect(() => contentLine('SUMMARY', textValue('x'), { LANGUAGE: 'fr;X=y' })).toThrow();
  expect(() => contentLine('DTSTART', 'x', { TZID: 'Europe/Athens:20270101\r\nX:' })).toThrow();
  expect(contentLine('DTSTART', 'x', { TZID: 'America/Argentina/Buenos_Aires' })).toBe('DTSTART;TZID=America/Argentina/Buenos_Aires:x\r\n');
});
