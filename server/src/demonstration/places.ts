/** Where sessions of the demonstration are held: cities of the reference, which have a name in every language, as they are written there, and what is spoken. */
import type { Locale } from '@passerelle/shared/locales.ts';

export interface Place {
  readonly country: string;
  readonly towns: readonly string[];
  /** What a place for training is called there. */
  readonly venue: string;
  readonly timeZone: string;
  /** The locales texts are written in there, most usual first. */
  readonly locales: readonly Locale[];
  /** The languages spoken there, by their codes. */
  readonly languages: readonly string[];
}

const place = (...[country, towns, venue, timeZone, locales, languages]: [country: string, towns: string[], venue: string, timeZone: string, locales: Locale[], languages: string[]]): Place =>
  ({ country, towns, venue, timeZone, locales, languages });

export const PLACES: readonly Place[] = [
  place('AL', ['Tiranë'], 'Qendra e trajnimit', 'Europe/Tirane', ['sq'], ['sq']),
  place('BA', ['Sarajevo'], 'Centar za obuku', 'Europe/Sarajevo', ['bs', 'hr', 'sr-Latn'], ['bs']),
  place('BG', ['София'], 'Център за обучение', 'Europe/Sofia', ['bg'], ['bg']),
  place('CY', ['Λευκωσία'], 'Κέντρο επιμόρφωσης', 'Asia/Nicosia', ['el', 'tr'], ['el']),
  place('HR', ['Zagreb'], 'Centar za izobrazbu', 'Europe/Zagreb', ['hr'], ['hr']),
  place('GR', ['Αθήνα'], 'Κέντρο επιμόρφωσης', 'Europe/Athens', ['el'], ['el']),
  place('HU', ['Budapest'], 'Képzési központ', 'Europe/Budapest', ['hu'], ['hu']),
  place('XK', ['Prishtinë'], 'Qendra e trajnimit', 'Europe/Belgrade', ['sq', 'sr-Cyrl'], ['sq', 'sr']),
  place('MK', ['Скопје'], 'Центар за обука', 'Europe/Skopje', ['mk', 'sq'], ['mk', 'sq']),
  place('MD', ['Chișinău'], 'Centrul de formare', 'Europe/Chisinau', ['ro'], ['ro', 'ru']),
  place('ME', ['Podgorica'], 'Centar za obuku', 'Europe/Podgorica', ['cnr'], ['cnr']),
  place('RO', ['București'], 'Centrul de formare', 'Europe/Bucharest', ['ro'], ['ro']),
  place('RS', ['Београд'], 'Центар за обуку', 'Europe/Belgrade', ['sr-Cyrl', 'sr-Latn'], ['sr']),
  place('SI', ['Ljubljana'], 'Center za usposabljanje', 'Europe/Ljubljana', ['sl'], ['sl']),
  place('TR', ['Ankara'], 'Eğitim merkezi', 'Europe/Istanbul', ['tr'], ['tr']),
  place('UA', ['Київ'], 'Навчальний центр', 'Europe/Kyiv', ['uk'], ['uk']),
];

/** The place an online session is run from. */
export const ONLINE: Place = place('', [], '', 'Europe/Vienna', ['fr', 'en'], ['en']);
