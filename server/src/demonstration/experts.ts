/** Invented experts. Names are drawn from the commonest French ones; nobody real is meant. */
import { LOCALE_TAGS, type Locale } from '@passerelle/shared/locales.ts';
import { PLACES } from './places.ts';
import type { Chance } from './random.ts';
import { type ExpertProfession, TEXTS } from './texts.ts';

const GIVEN = ['Camille', 'Nicolas', 'Sophie', 'Julien', 'Claire', 'Thomas', 'Isabelle', 'Karim', 'Hélène', 'Mathieu', 'Nadia', 'Olivier', 'Agnès', 'Vincent', 'Leïla', 'François', 'Céline', 'Pascal', 'Mélanie', 'Hugo'];
const FAMILY = ['Martin', 'Bernard', 'Petit', 'Durand', 'Leroy', 'Moreau', 'Simon', 'Laurent', 'Michel', 'Garcia', 'Roux', 'Fontaine', 'Chevalier', 'Robin', 'Masson', 'Noël', 'Dufour', 'Blanchard', 'Lemaire', 'Benali', 'Renard', 'Picard'];

/** Each profession with the institutions it comes from, by their codes, and who vouches for it. */
type Origin = readonly [profession: ExpertProfession, institutions: readonly string[], vouchedBy: string];

/** Magistrates are one corps (ordonnance n° 58-1270 du 22 décembre 1958, article 1), labour inspectors another (décret n° 2003-770 du 20 août 2003); of the others the profession alone does not say it. */
const CORPS: Readonly<Partial<Record<ExpertProfession, string>>> = { INVESTIGATING_JUDGE: 'Corps judiciaire', JUDGE: 'Corps judiciaire', PROSECUTOR: 'Corps judiciaire', LABOUR_INSPECTOR: 'Corps de l’inspection du travail' };

const ORIGINS: readonly Origin[] = [
  ['INVESTIGATING_JUDGE', ['JIRS'], 'Ministère de la Justice'],
  ['JUDGE', ['ENM', 'JIRS'], 'Ministère de la Justice'],
  ['PROSECUTOR', ['JIRS'], 'Ministère de la Justice'],
  ['POLICE_OFFICER', ['OCRTEH'], 'Ministère de l’Intérieur'],
  ['GENDARME', ['OCLTI', 'GENDARMERIE'], 'Ministère de l’Intérieur'],
  ['BORDER_POLICE_OFFICER', ['DNPAF'], 'Ministère de l’Intérieur'],
  ['LABOUR_INSPECTOR', ['DGT'], 'Ministère du Travail'],
  ['SOCIAL_WORKER', ['AMICALE_DU_NID', 'AC_SE'], 'MIPROF'],
  ['LAWYER', ['CCEM'], 'Comité contre l’esclavage moderne'],
  ['NGO_STAFF', ['CCEM', 'AMICALE_DU_NID', 'AC_SE'], 'MIPROF'],
  ['PSYCHOLOGIST', ['AMICALE_DU_NID', 'CCEM'], 'MIPROF'],
  ['CHILD_PROTECTION_OFFICER', ['PJJ'], 'Ministère de la Justice'],
];

const REGIONAL = ['sq', 'bs', 'bg', 'hr', 'el', 'hu', 'mk', 'ro', 'sr', 'cnr', 'sl', 'tr', 'uk', 'ru', 'it', 'de'];
const THEMES = ['IDENTIFICATION', 'ASSISTANCE', 'PROTECTION', 'PREVENTION', 'PROSECUTION', 'LABOUR_EXPLOITATION', 'SEXUAL_EXPLOITATION', 'FORCED_BEGGING', 'CHILD_TRAFFICKING', 'COMPENSATION', 'NON_PUNISHMENT', 'RETURN_REINTEGRATION', 'WITNESS_PROTECTION', 'INTERNATIONAL_COOPERATION', 'REFERRAL', 'ONLINE_RECRUITMENT', 'FINANCIAL_INVESTIGATION'];

export interface InventedExpert {
  readonly uuid: string;
  readonly countries: readonly string[];
}

export interface ExpertRows {
  readonly experts: InventedExpert[];
  readonly tables: Readonly<Record<string, object[]>>;
}

/** `count` experts as rows by table. `everywhere` writes their texts in all locales. */
export function inventExperts(luck: Chance, count: number, today: Date, everywhere: boolean): ExpertRows {
  const rows = { expert: [] as object[], expert_translation: [] as object[], expert_language: [] as object[], expert_theme: [] as object[], expert_country: [] as object[] };
  const experts: InventedExpert[] = [];
  for (let i = 0; i < count; i += 1) {
    const origin = ORIGINS[i % ORIGINS.length]!;
    const expert = { uuid: luck.uuid(today), countries: luck.some(PLACES.map((place) => place.country), luck.int(1, 4)) };
    const sourceVersion = luck.percent(20) ? 2 : 1;
    experts.push(expert);
    rows.expert.push(expertRow(luck, expert.uuid, origin, sourceVersion, today));
    rows.expert_translation.push(...summaries(luck, expert.uuid, origin[0], sourceVersion, everywhere));
    for (const [language, level] of languagesOf(luck)) rows.expert_language.push({ expert_uuid: expert.uuid, language_code: language, level });
    for (const theme of luck.some(THEMES, luck.int(1, 4))) rows.expert_theme.push({ expert_uuid: expert.uuid, theme_code: theme });
    for (const country of expert.countries) rows.expert_country.push({ expert_uuid: expert.uuid, country_code: country });
  }
  return { experts, tables: rows };
}

function expertRow(luck: Chance, uuid: string, [profession, institutions, vouchedBy]: Origin, sourceVersion: number, today: Date): object {
  const isLongKnown = luck.percent(85);
  const year = today.getUTCFullYear();
  return {
    uuid, name: `${luck.pick(GIVEN)} ${luck.pick(FAMILY)}`,
    name_visibility: luck.percent(55) ? 'PUBLIC' : luck.pick(['NETWORK', 'POST', 'ADVISER']),
    institution_visibility: 'PUBLIC', missions_visibility: 'PUBLIC', chosen_at: today,
    profession_code: profession, corps: CORPS[profession] ?? null, institution_code: luck.pick(institutions), source_locale: 'fr', source_version: sourceVersion,
    vouched_by: vouchedBy, vouched_since: isLongKnown ? `${year - luck.int(1, 9)}-${String(luck.int(1, 12)).padStart(2, '0')}-01` : `${year}-01-01`,
    last_mission_on: null, is_demonstration: true,
  };
}

function summaries(luck: Chance, uuid: string, profession: ExpertProfession, sourceVersion: number, everywhere: boolean): object[] {
  return summaryLocales(luck, everywhere).map((locale) => ({
    expert_uuid: uuid, locale, summary: TEXTS[locale].experts[profession],
    source_version: locale !== 'fr' && sourceVersion === 2 && luck.percent(60) ? 1 : sourceVersion,
  }));
}

function languagesOf(luck: Chance): [language: string, level: string][] {
  return [
    ['fr', 'NATIVE'],
    ['en', luck.pick(['B1', 'B2', 'C1', 'C1', 'C2'])],
    ...luck.some(REGIONAL, luck.int(0, 2)).map((language): [string, string] => [language, luck.pick(['A2', 'B1', 'B2', 'C1', 'NATIVE'])]),
  ];
}

function summaryLocales(luck: Chance, everywhere: boolean): Locale[] {
  return LOCALE_TAGS.filter((locale) => everywhere || locale === 'fr' || luck.percent(locale === 'en' ? 70 : 25));
}
