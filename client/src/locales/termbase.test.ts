// @vitest-environment node
/** The interface speaks the termbase's words: where English has a term, the translation has the term of its language. */
import { LOCALE_TAGS, type Locale } from '@passerelle/shared/locales.ts';
import { describe, expect, test } from 'vitest';

import { readCatalogues } from '../../scripts/language/catalogues.ts';
import { hasTerm, missing, readTerms, termsIn, termUses } from '../../scripts/language/termbase.ts';
import { EXCEPTIONS } from '../../scripts/language/termbaseExceptions.ts';

const catalogues = readCatalogues();
const terms = readTerms();
const codes = (message: string): string[] => termsIn(terms, message).map(({ code }) => code);

test.each(LOCALE_TAGS)('the catalogue of %s has the terms of its language', (tag) => {
  const uses = termUses(catalogues, tag, terms);
  expect(uses.length).toBeGreaterThan(50);
  expect(missing(tag, uses)).toEqual([]);
});

test('no exception has become needless', () => {
  const excused = LOCALE_TAGS.flatMap((tag) => termUses(catalogues, tag, terms).flatMap(({ exception }) => exception ?? []));
  expect(EXCEPTIONS.filter(({ why }) => !excused.includes(why))).toEqual([]);
});

test('a translation with another word for a term is found out', () => {
  const elsewhere = { ...catalogues, hr: catalogues.hr.map((entry) => ({ ...entry, message: entry.message.replaceAll(/izobrazb/gi, 'edukacij') })) };
  expect(missing('hr', termUses(elsewhere, 'hr', terms)).join('\n')).toContain('“izobrazba” (training-session)');
});

describe('terms in English', () => {
  test('are found in the plural, and the longer one counts', () => {
    expect(codes('Two training sessions in the embassies')).toEqual(['training-session', 'embassy']);
    expect(codes('Witness protection')).toEqual(['witness-protection']);
    expect(codes('NGOs and non-governmental organisations')).toEqual(['ngo']);
  });

  test('are words, not parts of words, and words of the interface stand alone', () => {
    expect(codes('A needle')).toEqual([]);
    expect(codes('Country')).toEqual(['ui-country']);
    expect(codes('The country in brief')).toEqual([]);
    expect(codes('Please report it. Report a fault; you need nothing.')).toEqual([]);
    expect(codes('The official report, and reports of their needs')).toEqual(['report', 'need']);
  });
});

describe('terms in a translation', () => {
  test.each<[Locale, string, string]>([
    ['hr', 'sudac', 'Za suce i odvjetnike'], ['el', 'χώρα', 'δεκαέξι χωρών'], ['hu', 'szakértő', 'A szakértőkkel'], ['uk', 'навчальний захід', 'Немає навчальних заходів'],
    ['tr', 'eğitim oturumu', 'Eğitim oturumlarında'], ['ro', 'țară', 'În această țări'], ['bs', 'nevladina organizacija (NVO)', 'Za NVO'],
  ])('are found in other forms: %s %s', (_, name, text) => {
    expect(hasTerm(name, text)).toBe(true);
  });

  test.each<[Locale, string, string]>([
    ['hr', 'izobrazba', 'Sve obuke'], ['sr-Latn', 'ambasada', 'veleposlanstva'], ['mk', 'трговија со луѓе', 'трговија со деца'], ['sq', 'linja e ndihmës', 'Linja e pritjes'],
  ])('are not found in other words: %s %s', (_, name, text) => {
    expect(hasTerm(name, text)).toBe(false);
  });
});
