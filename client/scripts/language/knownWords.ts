/** Words that are right although the dictionaries of `npm run check:spelling` do not have them. */
import type { Locale } from '@passerelle/shared/locales.ts';

/** Names, those of programs and of keys among them, in every locale. */
export const NAMES: readonly string[] = [
  'Passerelle', 'axe', 'Chrome', 'Chromium', 'Earth', 'Edge', 'Enter', 'Esc', 'Escape', 'Firefox', 'GeoNames', 'ics', 'incognito',
  'InPrivate', 'Internet', 'iPad', 'iPhone', 'JavaScript', 'Mac', 'Natural', 'Opera', 'ProConnect', 'Safari', 'Samsung', 'Unicode', 'Visionscarto',
];

/** Words of the language, read and found right one by one; terms of the field and of computing among them. */
export const KNOWN: Readonly<Partial<Record<Locale, readonly string[]>>> = {
  fr: ['Échap'],
  sq: [
    'boshnjakisht', 'cookies', 'korrigjojeni', 'malazezisht', 'menuja', 'shkurtojeni', 'strehëzat', 'suksesioni', 'transpozimit', 'ukrainisht',
    'auditim', 'audituar', 'konfidenciale', 'konturet', 'menunë', 'pikselë', 'ringarkimit',
    'cookie', 'email', 'emailet', 'emaileve', 'emaili', 'emailin', 'emailit', 'ftojeni', 'gluten', 'konfigurua', 'konfirmojeni',
    'kopjojeni', 'pezullojeni', 'refuzojeni', 'riemërtojeni', 'ripohojeni', 'strehëz', 'shfuqizojeni', 'shkruajuni', 'vegan',
  ],
  bs: [
    'evaluacije', 'interneta', 'nevladina', 'nevladine', 'nevladinih', 'obavezana', 'obavezivanje', 'poredaj', 'potpisnica', 'sukcesija',
    'ugovornica', 'zaposlenici', 'hosting', 'hostinga', 'internetskih', 'keširane', 'nevladinoj', 'piksela', 'pružalac', 'usklađenost',
    'usklađenosti', 'videozapise',
    'arhivirana', 'evaluacija', 'evaluaciju', 'glutena', 'identifikator', 'internetu', 'isproban', 'isprobano', 'isprobavanje',
    'isteklih', 'istekne', 'kvotama', 'kvote', 'laktoze', 'mail', 'maila', 'mailom', 'mailova', 'mailove', 'mailovi', 'mailu',
    'makroe', 'međuvremenu', 'najkorisnije', 'nasumičnim', 'neisporučeni', 'nevladinu', 'nuđenje', 'odgovoreno', 'odjavljen',
    'odjavljena', 'odjavljeni', 'odjavljeno', 'odsječeno', 'opozovi', 'opozovite', 'opozvana', 'podneva', 'preklapati', 'redaktura',
    'skenirajte', 'suspendiran', 'svime', 'tamošnjem', 'ubrojani', 'veganska', 'vegetarijanska',
  ],
  bg: [
    'неправителствена', 'неправителствените', 'обучител', 'обучители', 'обучителите', 'правоприемство', 'референтен', 'референтния', 'уебсайт',
    'интернет', 'Косово', 'хостинг',
    'веганска', 'имейл', 'имейла', 'имейли', 'имейлите', 'неправителствени', 'отдругаде', 'превенция', 'референтните',
  ],
  hr: ['edukatora', 'edukatori', 'br', 'gumbi', 'hosting', 'hostinga', 'predmemoriji'],
  el: [
    'ιστότοπος', 'μαυροβουνιακά', 'cookies', 'άδειές', 'αντιταχθείτε', 'αριθ', 'επαναφόρτωση', 'ης', 'ιστότοπο', 'ιστότοποι', 'ιστοτόπου',
    'ιστοτόπους', 'ιστοτόπων', 'πάροχος', 'περιήγησής', 'προσβασιμότητα', 'προσβασιμότητας', 'συμμορφούμενος', 'σύνδεσμοί',
  ],
  hu: ['Safariban'],
  mk: [
    'вчитајте', 'вчитува', 'обучувачите', 'обучувачот', 'прочитаниот', 'резимеата', 'референтниот', 'неусогласена', 'поставките', 'прелистувањето',
    'прелистувачот', 'хостинг',
    'архивирај', 'архивирана', 'веганска', 'вчитуваат', 'демонстрациски', 'идентификатор', 'неиспорачани', 'пополнете', 'преименувај',
    'преименувајте', 'прелистувачи', 'пријавувања', 'пријавувањата', 'присуства', 'пропусницата', 'редактура', 'скенирајте',
  ],
  ro: ['cookie', 'muntenegreană'],
  'sr-Cyrl': ['хостинг', 'хостинга'],
  'sr-Latn': ['hosting', 'hostinga'],
  cnr: ['sajt', 'sajtu', 'veb', 'bezbjednosni', 'djelovi', 'hosting', 'hostinga', 'keširane', 'pružalac', 'sajta', 'sajtom', 'sajtova', 'sajtove', 'sajtovi'],
  sl: ['bosanščini', 'črnogorščini', 'št'],
  tr: [
    'hâkimler', 'halefiyet', 'Karadağca', 'resmî', 'Ukraynaca', 'dahaki', 'dâhil', 'derlemesindendir', 'hâlinde', 'sınanmayanlar', 'şikâyette',
    'dâhilî', 'hâlâ', 'hâlde', 'hâliyle', 'hayalî', 'hayalîdir', 'internetteki', 'kâğıt', 'kâğıtla', 'karekodu', 'karekodun',
    'mekânın', 'mekânlar', 'vegan',
  ],
  uk: ['кукі', 'поліцейські', 'поліцейських', 'південно'],
};
