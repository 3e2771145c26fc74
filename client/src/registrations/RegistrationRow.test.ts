import type { Locale } from '@passerelle/shared/locales.ts';
import { mount, RouterLinkStub } from '@vue/test-utils';
import { expect, test, vi } from 'vitest';

import { format, i18n, setLocale } from '../core/i18n/index.ts';
import RegistrationRow from './RegistrationRow.vue';
import type { Registration } from './useRegistrations.ts';

const NOW = new Date(2026, 10, 26, 9);

/** A registration that was made so many days ago. */
const made = (days: number, state: Registration['state'] = 'AWAITING_VALIDATION'): Registration => ({
  id: 'Registration_1', state, registeredAt: new Date(2026, 10, 26 - days, 15).toISOString(), answers: [], country: { name: { text: 'Serbia' }, capital: { text: 'Beograd' } },
}) as unknown as Registration;

async function facts(locale: Locale, registration: Registration): Promise<string> {
  await setLocale(locale, ['members', 'registrations', 'trainingPages']);
  const row = mount(RegistrationRow, { props: { registration, isOfSession: true }, global: { plugins: [i18n], stubs: { RouterLink: RouterLinkStub, RegistrationActs: true, AnswerLines: true } } });
  return row.findAll('dd').at(-1)!.text();
}

test.each<[Locale, number, string]>([
  ['en', 1, '1 day without an answer'], ['en', 12, '12 days without an answer'], ['fr', 8, '8 jours sans réponse'], ['sl', 2, '2 dneva brez odgovora'], ['uk', 22, '22 дні без відповіді'], ['hr', 21, '21 dan bez odgovora'],
])('in %s whoever waits for the embassy for %i days is told so in words', async (locale, days, words) => {
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
  const told = await facts(locale, made(days));
  expect(told).toBe(`${format.value.date(new Date(2026, 10, 26 - days).toLocaleDateString('en-CA'))}, ${words}`);
  vi.useRealTimers();
});

test('of one that was made today, or waits for no embassy, the day alone is told', async () => {
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
  expect(await facts('en', made(0))).toBe(format.value.date('2026-11-26'));
  expect(await facts('en', made(5, 'CONFIRMED'))).toBe(format.value.date('2026-11-21'));
  vi.useRealTimers();
});

test.each<[Locale, Partial<Registration>, string]>([
  ['fr', { passedOver: 'FULL' }, 'Toutes les places sont prises.'], ['en', { passedOver: 'COUNTRY' }, 'The places for this country are taken.'], ['uk', { passedOver: 'PROFESSION' }, 'Місця для цієї професії зайняті.'],
  ['fr', { passedOver: 'MODE', mode: 'ON_SITE' }, 'La capacité d’accueil sur place est atteinte.'], ['hu', { passedOver: 'MODE', mode: 'ONLINE' }, 'Az online részvételre szánt helyek beteltek.'],
  ['en', { hasTwin: true }, 'The same address is registered for this session elsewhere too: the two registrations count as one place together.'],
])('in %s whoever reads %o is told so in words', async (locale, what, words) => {
  await setLocale(locale, ['members', 'registrations', 'trainingPages']);
  const row = mount(RegistrationRow, { props: { registration: { ...made(1, 'WAITING'), position: 1, ...what }, isOfSession: true }, global: { plugins: [i18n], stubs: { RouterLink: RouterLinkStub, RegistrationActs: true, AnswerLines: true } } });
  expect(row.findAll('dd').map((one) => one.text())).toContain(words);
});
