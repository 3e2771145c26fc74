/** Where sessions of the demonstration are held: towns as they are written there, and what is spoken. */
import type { Locale } from '@passerelle/shared/locales.ts';

export interface Place {
  readonly country: string;
  readonly towns: readonly string[];
  /** What a place for training is called there; empty where there is none. */
  readonly venue: string;
  readonly timeZone: string;
  /** The locales texts are written in there, most usual first. */
  readonly locales: readonly Locale[];
  /** The languages spoken there, by their codes. */
  readonly languages: readonly string[];
}

/** What a place for training is called in each country. */
const VENUES: Readonly<Record<string, string>> = {
  AL: 'Qendra e trajnimit', BA: 'Centar za obuku', BG: 'Център за обучение', CY: 'Κέντρο επιμόρφωσης', HR: 'Centar za izobrazbu', GR: 'Κέντρο επιμόρφωσης', HU: 'Képzési központ', XK: 'Qendra e trajnimit',
  MK: 'Центар за обука', MD: 'Centrul de formare', ME: 'Centar za obuku', RO: 'Centrul de formare', RS: 'Центар за обуку', SI: 'Center za usposabljanje', TR: 'Eğitim merkezi', UA: 'Навчальний центр',
};

const place = (country: string, towns: string[], timeZone: string, locales: Locale[], languages: string[]): Place =>
  ({ country, towns, venue: VENUES[country] ?? '', timeZone, locales, languages });

export const PLACES: readonly Place[] = [
  place('AL', ['Tiranë', 'Shkodër'], 'Europe/Tirane', ['sq'], ['sq']),
  place('BA', ['Sarajevo', 'Banja Luka'], 'Europe/Sarajevo', ['bs', 'hr', 'sr-Latn'], ['bs']),
  place('BG', ['София', 'Пловдив'], 'Europe/Sofia', ['bg'], ['bg']),
  place('CY', ['Λευκωσία', 'Λεμεσός'], 'Asia/Nicosia', ['el', 'tr'], ['el']),
  place('HR', ['Zagreb', 'Split'], 'Europe/Zagreb', ['hr'], ['hr']),
  place('GR', ['Αθήνα', 'Θεσσαλονίκη'], 'Europe/Athens', ['el'], ['el']),
  place('HU', ['Budapest', 'Szeged'], 'Europe/Budapest', ['hu'], ['hu']),
  place('XK', ['Prishtinë', 'Prizren'], 'Europe/Belgrade', ['sq', 'sr-Cyrl'], ['sq', 'sr']),
  place('MK', ['Скопје', 'Битола'], 'Europe/Skopje', ['mk', 'sq'], ['mk', 'sq']),
  place('MD', ['Chișinău', 'Bălți'], 'Europe/Chisinau', ['ro'], ['ro', 'ru']),
  place('ME', ['Podgorica', 'Bar'], 'Europe/Podgorica', ['cnr'], ['cnr']),
  place('RO', ['București', 'Cluj-Napoca'], 'Europe/Bucharest', ['ro'], ['ro']),
  place('RS', ['Београд', 'Нови Сад'], 'Europe/Belgrade', ['sr-Cyrl', 'sr-Latn'], ['sr']),
  place('SI', ['Ljubljana', 'Maribor'], 'Europe/Ljubljana', ['sl'], ['sl']),
  place('TR', ['Ankara', 'İstanbul'], 'Europe/Istanbul', ['tr'], ['tr']),
  place('UA', ['Київ', 'Львів'], 'Europe/Kyiv', ['uk'], ['uk']),
];

/** The place an online session is run from. */
export const ONLINE: Place = place('', [], 'Europe/Vienna', ['fr', 'en'], ['en']);
