/**
 * The nearest that PostGraphile's own schema can be asked. Lighter than the product's questions where it cannot follow:
 * the order of lists is that of their keys, titles come in the three languages of the chain side by side, names of vocabularies in one language without fallback.
 */
import { COUNTRY, LOCALE, NESTED_PAGE, PAGE, type QuestionName } from '../documents.ts';

const inLocale = (field: string, locale: string, text: string): string => `${field}(condition: { locale: "${locale}" }, first: 1) { nodes { ${text} locale } }`;
const titles = [LOCALE, 'en', 'fr'].map((locale, i) => `t${i}: ${inLocale('trainingSessionTranslationsBySessionUuid', locale, 'title')}`).join('\n      ');
const name = (vocabulary: string): string =>
  inLocale(`${vocabulary.toLowerCase()}TranslationsBy${vocabulary}Code`, LOCALE, 'name');

/** PostGraphile's document for each question; none where it has no equivalent. */
export const POSTGRAPHILE_DOCUMENTS: Readonly<Record<QuestionName, string | undefined>> = {
  A: `query Catalogue {
  allTrainingSessions(condition: { countryCode: "${COUNTRY}" }, first: ${PAGE}, orderBy: [STARTS_AT_ASC, UUID_ASC]) {
    nodes {
      uuid
      ${titles}
      startsAt
      endsAt
      town
      places
      placesTaken
      countryByCountryCode { code ${name('Country')} }
      sessionTrainersBySessionUuid { nodes { expertByExpertUuid { uuid name professionByProfessionCode { code ${name('Profession')} } } } }
      sessionLanguagesBySessionUuid { nodes { use languageByLanguageCode { code ${name('Language')} } } }
    }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    totalCount
  }
}`,
  Acan: undefined,
  B: `query Countries {
  allCountries(orderBy: CODE_ASC) {
    nodes {
      code
      ${name('Country')}
      trainingSessionsByCountryCode(first: ${NESTED_PAGE}, orderBy: [STARTS_AT_ASC, UUID_ASC]) {
        nodes {
          uuid
          ${titles}
          startsAt
          places
          placesTaken
          sessionTrainersBySessionUuid {
            nodes { expertByExpertUuid { uuid name expertLanguagesByExpertUuid { nodes { level languageByLanguageCode { code ${name('Language')} } } } } }
          }
        }
      }
    }
  }
}`,
};
