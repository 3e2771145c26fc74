import { describe, expect, it } from 'vitest';

import { clean, emails, LOOKING_ALIKE, numbers, PARTS, people, phones } from './corpus/index.ts';
import { count } from './corpus/measure.ts';
import { drawing, MAKE, POSSIBLE } from './corpus/numbers.ts';
import { published } from './corpus/published.ts';
import { FINDING_KIND, findPersonalData, SEVERITY } from './index.ts';
import { findWith, RULES } from './find.ts';

/** The guard without some of its rules. */
const without = (...names: string[]) => (text: string) => findWith(Object.entries(RULES).filter(([name]) => !names.includes(name)).map(([, rule]) => rule), text);
const off = (): [] => [];

const share = (part: number, whole: number): number => part / whole;
const kinds = (text: string, allowed?: readonly string[]): string[] => findPersonalData(text, allowed ? { allowed } : {}).map(({ kind, severity }) => `${kind} ${severity}`);

describe('personal numbers', () => {
  const cases = numbers();

  it('are all found, in every writing and language', () => {
    expect(cases.length).toBeGreaterThan(1000);
    const missed = cases.filter(({ text }) => !findPersonalData(text).some(({ kind }) => kind === FINDING_KIND.NATIONAL_NUMBER));
    expect(missed.map(({ made, text }) => `${made}: ${text}`)).toEqual([]);
  });

  it('are not found by a guard without their rules', () => {
    const { texts, found } = count(cases, without('national', 'albanian', 'phones'));
    expect(share(found, texts)).toBeLessThan(0.01);
  });

  it('are refused when their sums are sure, and warned of when one number in ten would fit', () => {
    for (const { made, text } of cases) {
      const [found] = findPersonalData(text);
      if (made !== 'ALBANIA' && !POSSIBLE.has(made)) expect(`${made} ${found?.severity}`).toBe(`${made} ${SEVERITY.REFUSE}`);
    }
  });

  it('are not seen where one digit is wrong, unless a word for the number stands beside', () => {
    const draw = drawing(5);
    for (const rule of ['JMBG', 'CNP', 'NIR', 'TCKN']) {
      const number = MAKE[rule]!(draw);
      const wrong = number.slice(0, -1) + String((Number(number.at(-1)) + 3) % 10);
      expect(kinds(`Tender ${wrong}.`)).toEqual([]);
      expect(kinds(`ЕМБГ / JMBG: ${wrong}`)).toEqual(['NATIONAL_NUMBER REFUSE']);
    }
  });

  it('are found with letters at either end, also where those look like digits', () => {
    const glued = ['a0101990100102', '0101990100102a', 'JMBG0101990100102', 'ime0101990100102je', 'OIB69435151530', 'ОИБ69435151530', 'O1O199O1OO1O2', 'OO1O1990100102'.slice(1), 'EGN7523169263'];
    expect(glued.filter((text) => !findPersonalData(text).some(({ kind, severity }) => kind === FINDING_KIND.NATIONAL_NUMBER && severity === SEVERITY.REFUSE))).toEqual([]);
    const { start, end } = findPersonalData('see a0101990100102.')[0]!;
    expect('see a0101990100102.'.slice(start, end)).toBe('0101990100102');
    expect(['ISBN9782070408504', 'IMG20241231123456', 'FR7630006000011234567890189', 'a1234567890123b'].flatMap((text) => findPersonalData(text))).toEqual([]);
  });

  it('that are only possible are refused beside a word for them', () => {
    const draw = drawing(6);
    expect(kinds(`OIB ${MAKE.OIB!(draw)}`)).toEqual(['NATIONAL_NUMBER REFUSE']);
    expect(kinds(`ЛНЧ ${MAKE.PNF!(draw)}`)).toEqual(['NATIONAL_NUMBER REFUSE']);
    expect(kinds(`РНОКПП ${MAKE.RNTRC!(draw)}`)).toEqual(['NATIONAL_NUMBER REFUSE']);
    expect(kinds(`numri personal ${MAKE.KOSOVO!(draw)}`)).toEqual(['NATIONAL_NUMBER REFUSE']);
    expect(kinds('TAJ száma: 123 456 789')).toEqual(['NATIONAL_NUMBER REFUSE']);
  });
});

describe('telephone numbers and addresses', () => {
  it('of persons are all refused', () => {
    for (const cases of [phones(), emails()]) expect(count(cases, findPersonalData)).toEqual({ texts: cases.length, found: cases.length, refused: cases.length });
  });

  it('are not found by a guard without their rules', () => {
    expect(share(count(phones(), without('phones', 'national')).found, phones().length)).toBeLessThan(0.05);
    expect(count(emails(), without('emails')).found).toBe(0);
  });

  it('that may be an office’s warn', () => {
    expect(kinds('Call +389 2 3123 456')).toEqual(['PHONE WARN']);
    expect(kinds('Write to info@example.org')).toEqual(['EMAIL WARN']);
    expect(kinds('tel. 02 3123 456')).toEqual(['PHONE WARN']);
  });

  it('that are published pass, however they are written', () => {
    expect(kinds('Телефон: +359 800 20 100, 0800 20 100, 112, 116 006')).toEqual([]);
    expect(kinds('SOS: +381 11 785 0000 or 011/785-0000', ['+381117850000'])).toEqual([]);
    expect(kinds('Write to a.person@example.org', ['A.Person@example.org'])).toEqual([]);
    expect(kinds('SOS: +381 11 785 0001', ['+381117850000'])).toEqual(['PHONE WARN']);
  });
});

describe('documents and days of birth', () => {
  it.each([
    'passport AB1234567', 'Паспорт № 123456789', 'putovnica br. 012345678', 'carte d’identité 12AB34567', 'pașaport 051234567', 'διαβατήριο ΑΒ 1234567',
    'lična karta 003456789', 'útlevélszáma: BE1234567', 'pasaport no U12345678', 'letërnjoftimi 123456789', 'potni list PB1234567', 'лична карта 641234567',
    'P<ALBDOE<<JANE<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<',
  ])('%s is refused', (text) => {
    expect(kinds(text)).toEqual(['IDENTITY_DOCUMENT REFUSE']);
    expect(without('documents')(text).filter(({ kind }) => kind === FINDING_KIND.IDENTITY_DOCUMENT)).toEqual([]);
  });

  it.each([
    'Born on 12 March 2008 in Vlora', 'née à Tirana le 12 mars 2008', 'rođena 12.03.2008. u Nišu', 'родена на 12 март 2008 г.', 'lindur më 12 mars 2008', '2008. március 12-én született',
    '12.03.2008 doğumlu', 'născută la 12 martie 2008', 'γεννήθηκε στις 12 Μαρτίου 2008', 'народилася 12 березня 2008 року', 'rojena 12. marca 2008',
  ])('%s is refused', (text) => {
    expect(kinds(text)).toEqual(['BIRTH_DATE REFUSE']);
    expect(without('births')(text)).toEqual([]);
  });
});

describe('descriptions of a person', () => {
  const cases = people();
  const unseen = cases.filter(({ made }) => made === PARTS.UNSEEN);

  it('are found, those that no rule was changed by too', () => {
    expect(cases.length).toBeGreaterThan(1500);
    expect(share(count(unseen, findPersonalData).found, unseen.length)).toBeGreaterThanOrEqual(0.95);
    expect(share(count(cases, findPersonalData).found, cases.length)).toBeGreaterThanOrEqual(0.95);
  });

  it('are not found by a guard that is off, or without the rule', () => {
    expect(count(cases, off).found).toBe(0);
    expect(count(cases, without('descriptions')).found).toBe(0);
  });

  it('are refused with a name, initials or a place, and warned of without', () => {
    expect(kinds('She spoke with a girl aged 16.')).toEqual(['PERSON_DESCRIPTION WARN']);
    expect(kinds('She spoke with a girl aged 16 from Vlora.')).toEqual(['PERSON_DESCRIPTION REFUSE']);
    expect(kinds('It is about M.K. (16).')).toEqual(['PERSON_DESCRIPTION REFUSE']);
  });

  it.each([
    'children under 18', 'girls aged 14 to 17 are most exposed', 'a training for 25 women', 'Article 16', 'minors of 15–17 years in Romania',
    'Every 17-year-old girl has the right to be heard in Romania.', 'a 5-year programme for the victim in Tirana',
  ])('%s is nobody', (text) => expect(kinds(text)).toEqual([]));
});

describe('clean texts', () => {
  it('of the field raise at most one false alarm in a hundred', () => {
    const cases = clean();
    expect(share(count(cases, findPersonalData).found, cases.length)).toBeLessThanOrEqual(0.01);
  });

  it.each(LOOKING_ALIKE)('that have figures, signs and words as numbers and addresses do raise none: %j', (text) => expect(kinds(text)).toEqual([]));

  it('that stand above or below a number hide nothing of it', () => {
    expect(kinds('tel. 02 3123 456\n12.01.2027')).toEqual(['PHONE WARN']);
    expect(kinds('064 123 45 67\n12.01.2027')).toEqual(['PHONE REFUSE']);
    expect(kinds('69435151530\n2026')).toEqual(['NATIONAL_NUMBER WARN']);
    expect(kinds('2026\n0101990100102\n2027')).toEqual(['NATIONAL_NUMBER REFUSE']);
    expect(kinds('Write to\na.person @ example.org', ['a.person@example.org'])).toEqual([]);
  });

  it('that the product publishes raise none', () => {
    const texts = published();
    expect(texts.length).toBeGreaterThan(10_000);
    // The address of a page has figures of its own, and names nobody: nothing else may stand there.
    const isAddress = ({ place, text }: (typeof texts)[number]): boolean => place.endsWith('sourceUrl') && URL.canParse(text) && !/\s/.test(text);
    expect(texts.filter((one) => !isAddress(one) && findPersonalData(one.text).length > 0).map(({ place }) => place)).toEqual([]);
  });

  it('would be found by a guard that takes any number for a person’s', () => {
    expect(share(count(clean(), (text) => (/\d/.test(text) ? [{ kind: FINDING_KIND.PHONE, severity: SEVERITY.WARN, start: 0, end: 1 }] : [])).found, clean().length)).toBeGreaterThan(0.5);
  });
});
