import type { Locale } from '@passerelle/shared/locales.ts';
import { expect, it } from 'vitest';

import { townName } from './townName.ts';

it.each([
  ['BG', 'София', 'Sofia'], ['BG', 'Пловдив', 'Plovdiv'], ['BG', 'Търговище', 'Targovishte'], ['BG', 'Стара Загора', 'Stara Zagora'],
  ['MK', 'Скопје', 'Skopje'], ['MK', 'Битола', 'Bitola'], ['MK', 'Ѓорче Петров', 'Gjorče Petrov'],
  ['RS', 'Београд', 'Beograd'], ['RS', 'Нови Сад', 'Novi Sad'], ['RS', 'Њу', 'Nju'], ['XK', 'Приштина', 'Priština'],
  ['UA', 'Київ', 'Kyiv'], ['UA', 'Львів', 'Lviv'], ['UA', 'Згорани', 'Zghorany'], ['UA', 'Їжакевичі', 'Yizhakevychi'], ['UA', 'Запоріжжя', 'Zaporizhzhia'],
  ['GR', 'Αθήνα', 'Athína'], ['GR', 'Θεσσαλονίκη', 'Thessaloníki'], ['GR', 'Ναύπλιο', 'Náfplio'], ['GR', 'Εύβοια', 'Évvoia'], ['GR', 'Πειραιάς', 'Peiraiás'],
  ['CY', 'Λευκωσία', 'Lefkosía'], ['CY', 'Λεμεσός', 'Lemesós'], ['GR', 'Ξάνθη', 'Xánthi'], ['GR', 'Μπίνα', 'Bína'], ['GR', 'Ιωάννινα', 'Ioánnina'],
])('in %s, %s is %s for who reads Latin letters only', (country, name, latin) => {
  expect(townName(name, country, 'fr').latin).toBe(latin);
});

it.each<[string, string, Locale]>([
  ['MK', 'Битола', 'bg'], ['MK', 'Битола', 'sr-Cyrl'], ['GR', 'Αθήνα', 'el'], ['RO', 'București', 'el'], ['TR', 'İstanbul', 'uk'],
])('in %s, %s can be read as it stands in %s', (country, name, locale) => {
  expect(townName(name, country, locale).latin).toBeUndefined();
});

it.each<[string | undefined, string, Locale | undefined]>([
  ['MK', 'Битола', 'mk'], ['MK', 'Tetovë', 'sq'], ['RS', 'Београд', 'sr-Cyrl'], ['RS', 'Beograd', 'sr-Latn'], ['CY', 'Λευκωσία', 'el'], ['CY', 'Lefkoşa', 'tr'],
  ['MD', 'Тирасполь', undefined], ['AT', 'Wien', undefined], [undefined, 'Wien', undefined],
])('in %s, %s is written in %s', (country, name, lang) => {
  expect(townName(name, country, 'fr').lang).toBe(lang);
});
