import type { Locale } from '@passerelle/shared/locales.ts';
import { expect, it } from 'vitest';

import { townName } from './townName.ts';

it.each([
  ['BG', 'Пловдив', 'Plovdiv'], ['BG', 'Търговище', 'Targovishte'], ['BG', 'Стара Загора', 'Stara Zagora'],
  ['MK', 'Куманово', 'Kumanovo'], ['MK', 'Битола', 'Bitola'], ['MK', 'Ѓорче Петров', 'Gjorče Petrov'],
  ['RS', 'Нови Сад', 'Novi Sad'], ['RS', 'Њу', 'Nju'], ['XK', 'Ђаковица', 'Đakovica'],
  ['UA', 'Кривий Ріг', 'Kryvyi Rih'], ['UA', 'Львів', 'Lviv'], ['UA', 'Згорани', 'Zghorany'], ['UA', 'Їжакевичі', 'Yizhakevychi'], ['UA', 'Запоріжжя', 'Zaporizhzhia'],
  ['GR', 'Θεσσαλονίκη', 'Thessaloníki'], ['GR', 'Ναύπλιο', 'Náfplio'], ['GR', 'Εύβοια', 'Évvoia'], ['GR', 'Πειραιάς', 'Peiraiás'],
  ['CY', 'Λεμεσός', 'Lemesós'], ['GR', 'Ξάνθη', 'Xánthi'], ['GR', 'Μπίνα', 'Bína'], ['GR', 'Ιωάννινα', 'Ioánnina'],
])('in %s, %s is %s for who reads Latin letters only', (country, name, latin) => {
  expect(townName(name, country, 'fr').latin).toBe(latin);
});

it.each<[string, string, Locale]>([
  ['MK', 'Битола', 'bg'], ['MK', 'Битола', 'sr-Cyrl'], ['GR', 'Πάτρα', 'el'], ['RO', 'Iași', 'el'], ['TR', 'İstanbul', 'uk'],
])('in %s, %s can be read as it stands in %s', (country, name, locale) => {
  expect(townName(name, country, locale).latin).toBeUndefined();
});

it.each<[string | undefined, string, Locale | undefined]>([
  ['MK', 'Битола', 'mk'], ['MK', 'Tetovë', 'sq'], ['RS', 'Ниш', 'sr-Cyrl'], ['RS', 'Niš', 'sr-Latn'], ['CY', 'Λεμεσός', 'el'], ['CY', 'Gazimağusa', 'tr'],
  ['MD', 'Тирасполь', undefined], ['AT', 'Wien', undefined], [undefined, 'Wien', undefined],
])('in %s, %s is written in %s', (country, name, lang) => {
  expect(townName(name, country, 'fr').lang).toBe(lang);
});

it.each<[string, string, Locale, string]>([
  ['GR', 'Αθήνα', 'fr', 'Athènes'], ['RS', 'Београд', 'hu', 'Belgrád'], ['MK', 'Скопје', 'bg', 'Скопие'], ['UA', 'Київ', 'sl', 'Kijev'],
])('in %s, %s is for a reader of %s what they call it: %s', (country, name, locale, called) => {
  expect(townName(name, country, locale)).toEqual({ name: called, lang: locale, latin: undefined });
});
