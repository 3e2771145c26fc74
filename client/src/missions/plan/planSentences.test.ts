// @vitest-environment node
/** Every code of a sentence about a plan, and of what it may be about, has its words in every language: a new one fails here. */
import { readFileSync } from 'node:fs';

import { LOCALE_TAGS, type Locale } from '@passerelle/shared/locales.ts';
import { planRefs, planSentences, type Writing } from '@passerelle/shared/planSentences.ts';
import { beforeAll, describe, expect, it, test } from 'vitest';

import { i18n, loadMessages } from '../../core/i18n/messages.ts';
import type { LocalizedValue } from '../../core/ui/index.ts';
import { PAGE, refOf, sentenceOf } from './plan.fixture.ts';
import { planNames } from './planNames.ts';
import { filled, type Part, plainText } from './planParts.ts';
import type { PlanRef, PlanSentence, PlanSource } from './usePlan.ts';

const schema = readFileSync(new URL('../../../../server/schema.graphql', import.meta.url), 'utf8');
/** The values of an enum of the contract. */
const valuesOf = <Value extends string>(name: string): Value[] => [...new RegExp(`^enum ${name} \\{([^}]*)\\}`, 'm').exec(schema)![1]!.replaceAll(/"""[\s\S]*?"""/g, '').matchAll(/\w+/g)].map(([value]) => value as Value);

const names = planNames({ page: PAGE, candidates: [], people: [{ key: 'nora', name: 'Nora' }, { key: 'ivo', name: null }], links: [], unknown: '?', region: (code) => `region ${code}`, invented: 'invented' });
const writingIn = (locale: Locale): Writing<LocalizedValue, PlanSource> => ({
  t: (key, named) => i18n.global.t(key, named, { locale }), names, dayIn: (instant) => instant.slice(0, 10), day: (day) => day, span: (from, until, zone) => `${from} ${until} ${zone}`, at: (instant, zone) => `${instant} ${zone}`, week: (hours) => hours.map(({ weekday, from, until }) => `${weekday} ${from}–${until}`).join(' '), money: (cents) => `${cents / 100} €`, count: String, time: (minutes) => `${minutes} min`, cost: (kind) => kind, goal: (goal) => `goal ${goal}`, role: (role) => role, mode: (mode) => mode,
});
/** As plain text, with every space alike. */
const shown = (parts: readonly Part[]): string => plainText(parts).replaceAll(/\s/g, ' ');
const meeting = refOf('MEETING', { meetingKey: 'first' });
const said = (code: PlanSentence['code'], about: readonly PlanRef[] = [], changes: Partial<PlanSentence> = {}, locale: Locale = 'fr'): string => shown(planSentences(writingIn(locale))(sentenceOf(code, about, changes)));
const named = (ref: PlanRef, locale: Locale = 'fr'): string => shown(planRefs(writingIn(locale))(ref));

beforeAll(async () => {
  for (const locale of LOCALE_TAGS) await loadMessages(locale, ['plans']);
});

describe.each(LOCALE_TAGS)('in %s', (locale) => {
  it('every sentence is written, and nothing is left open in it', () => {
    for (const code of valuesOf<PlanSentence['code']>('PlanSentenceCode')) {
      const sentence = said(code, [meeting, refOf('PERSON', { personKey: 'nora' }), refOf('PLACE', { fromCity: 'sarajevo' })], { amount: 12_000, day: '2027-11-11' }, locale);
      expect(sentence, code).not.toMatch(/plans\.|[{}\uE000\uE001]|undefined/);
      expect(sentence.length, code).toBeGreaterThan(15);
    }
  });

  it('everything that a sentence may be about is named', () => {
    const refs = [
      ...valuesOf<PlanRef['kind']>('PlanRefKind').map((kind) => refOf(kind)), ...valuesOf<NonNullable<PlanRef['cause']>>('PlanBlockCause').map((cause) => refOf('BLOCK', { cause, personKey: 'nora' })),
      ...valuesOf<NonNullable<PlanRef['rule']>>('PlanRule').map((rule) => refOf('RULE', { rule })), ...valuesOf<NonNullable<PlanRef['bound']>>('PlanBound').map((bound) => refOf('BOUND', { bound })), ...valuesOf<NonNullable<PlanRef['pin']>>('PlanPin').map((pin) => refOf('PIN', { pin, meetingKey: 'first' })),
    ];
    for (const ref of refs) expect(named(ref, locale), JSON.stringify(ref)).not.toMatch(/plans\.|[{}\uE000\uE001]|undefined/);
  });
});

test('a holiday is named with its day, its country and where it is known from', () => {
  const ref = refOf('DAY_OFF', { countryCode: 'RS', day: '2027-11-11', source: { text: 'Agenda', url: null, checkedOn: null, isVerified: true } });
  expect(said('LEFT_OUT_DAY_OFF', [meeting, ref])).toBe('« Parquet » n’est pas dans le plan : les jours qui conviendraient sont fériés. Ce qui s’y oppose : jour férié (2027-11-11, Jour de l’armistice, Serbie)Agenda.');
});

test('what would bring a meeting in is said with its amount, its person and their time', () => {
  expect(said('CHANGE_RAISE_LIMIT', [refOf('LIMIT')], { amount: 12_000 })).toBe('L’enveloppe augmente de 120 €.');
  expect(said('CHANGE_FREE_PERSON', [refOf('PERSON', { personKey: 'nora' })], { from: 'a', until: 'b' })).toBe('Nora peut aussi venir à ce moment : a b Europe/Paris.');
  expect(said('CHANGE_ADD_WINDOW', [meeting], { day: '2027-11-12' })).toBe('L’hôte de « Parquet » est aussi disponible à ce moment : 2027-11-12.');
  expect([said('CHANGE_EXTEND_PERIOD', [refOf('PERIOD', { bound: 'FIRST_DAY' })], { amount: 60 }), said('CHANGE_EXTEND_PERIOD', [refOf('PERIOD', { bound: 'LAST_DAY' })], { amount: 60 })].map((sentence) => sentence.slice(0, 22))).toEqual(['La mission commence pl', 'La mission finit plus ']);
});

test('what falls out is named, and that nothing does is said', () => {
  expect(said('EXCHANGE', [meeting, refOf('MEETING', { meetingKey: 'third' })])).toBe('« Parquet » peut être dans le plan si ces rendez-vous en sortent : Marché.');
  expect(said('EXCHANGE', [meeting])).toBe('« Parquet » peut être dans le plan sans qu’aucun autre rendez-vous en sorte.');
});

test('why this order: what refuses the other, or by how much it is worse', () => {
  const places = ['belgrade', 'sarajevo'].map((fromCity) => refOf('PLACE', { fromCity }));
  expect(said('LEG_REFUSED', [...places, refOf('RULE', { rule: 'BORDER', fromCountry: 'XK', toCountry: 'RS' })])).toBe('belgrade vient avant sarajevo, car l’ordre inverse est refusé. Ce qui s’y oppose : règle de passage d’une frontière (Kosovo* – Serbie).');
  expect(said('LEG_REFUSED', places)).toBe('belgrade vient avant sarajevo, car l’ordre inverse est refusé. Aucune liaison connue ne permet l’ordre inverse.');
  expect(said('LEG_WORSE', places, { amount: 5_000, measure: 'COST_CENTS' })).toContain('Coût en plus dans l’ordre inverse : 50 €.');
  expect(said('LEG_WORSE', places, { amount: 2, measure: 'NIGHTS' })).toContain('Nuits d’absence en plus dans l’ordre inverse : 2.');
  expect(said('LEG_WORSE', [...places, meeting], { amount: 10, measure: 'PROFIT' })).toBe('belgrade vient avant sarajevo, car l’ordre inverse serait moins bon. Ces rendez-vous sortiraient du plan : Parquet. Moins bon dans l’ordre inverse : goal PROFIT (−10).');
  expect(said('LEG_WORSE', places, { amount: 90, measure: 'TRAVEL_MINUTES' })).toContain('Moins bon dans l’ordre inverse : goal TRAVEL_MINUTES (+90 min).');
  expect(said('LEG_WORSE', places)).toBe('belgrade vient avant sarajevo, car l’ordre inverse serait moins bon. Il est prouvé qu’aucun plan dans l’ordre inverse n’est aussi bon.');
  expect(said('LEG_UNPROVED', places, { amount: 5_000, measure: 'COST_CENTS' })).toBe('belgrade vient avant sarajevo ; la recherche s’est terminée avant que l’ordre inverse soit jugé.');
});

test('of a meeting that could be in it is said in what a plan with it is worse, or that it is as good', () => {
  expect(said('LEFT_OUT_AS_MUCH', [meeting], { amount: 5_000, measure: 'COST_CENTS' })).toBe('« Parquet » n’est pas dans le plan : un plan qui le contient compte autant, mais il est moins bon sur ce point : goal COST_CENTS (+50 €).');
  expect(said('LEFT_OUT_LESS_WORTH', [meeting], { amount: 2, measure: 'KEPT' })).toBe('« Parquet » n’est pas dans le plan : avec lui, le plan serait moins bon sur ce point : goal KEPT (−2).');
  expect(said('LEFT_OUT_LESS_WORTH', [meeting])).toBe('« Parquet » n’est pas dans le plan : avec lui, le plan serait moins bon selon les critères retenus.');
  expect(said('LEFT_OUT_AS_GOOD', [meeting])).toBe('« Parquet » n’est pas dans le plan : un autre plan, qui le contient, est tout aussi bon.');
});

test('of what cannot be had together one has to go, and of several such lists one of each', () => {
  expect(said('CONFLICT_MINIMAL', [meeting, refOf('LIMIT')])).toBe('Ces éléments ne peuvent pas aller ensemble : Parquet · enveloppe. Chacun y contribue ; il faut en retirer au moins un.');
  expect([said('CONFLICT_EACH'), said('CONFLICT_OPEN')]).toEqual(['Il faut retirer au moins un élément de chacune de ces listes.', 'Il n’est pas prouvé qu’un plan existe une fois tout cela retiré.']);
});

test('whom nobody knows by name has none, and a country outside of the area that of the reader’s language', () => {
  expect(named(refOf('PERSON', { personKey: 'ivo' }))).toBe('?');
  expect(named(refOf('COUNTRY', { countryCode: 'AT' }))).toBe('region AT');
  expect(named(refOf('NEED', { languages: ['sr'], meetingKey: 'first', part: 'POLICE' }))).toBe('demandé pour un rendez-vous (POLICE, serbe, Parquet)');
});

test('names keep their place and their language within a sentence', () => {
  const value = { text: 'Tržište', locale: 'sr-Latn', isFallback: true, isOutdated: false };
  expect(filled<Part>(({ a, b }) => `${b} and ${a}.`, { a: [{ value }], b: ['two'] })).toEqual(['two', ' and ', { value }, '.']);
});
