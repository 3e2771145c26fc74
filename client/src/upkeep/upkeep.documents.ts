import { LocalizedFields, ProvenanceFields } from '../core/api/fragments.documents.ts';
import { graphql } from '../core/api/graphql.ts';
import { HolidayFields } from '../holidays/holidays.documents.ts';
import { KeepingFields } from '../monitoring/monitoring.documents.ts';

/** What whoever travels to a country should know. */
export const TravelNoteFields = graphql(`
  fragment TravelNoteFields on TravelNote {
    version
    checkedOn
    isByPost
    isDemonstration
    text { ...LocalizedFields }
    texts {
      locale
      text
      isSource
      isOutdated
    }
  }
`, [LocalizedFields]);

/** What is kept of a country. */
export const KeptFields = graphql(`
  fragment KeptFields on Country {
    id
    code
    name { ...LocalizedFields }
    nameNote { ...LocalizedFields }
    hotlines {
      number
      provenance { ...ProvenanceFields }
      check {
        checkedOn
        holds
        isByPost
        isDemonstration
      }
    }
    holidays { ...HolidayFields }
    struckHolidays { ...HolidayFields }
    holidayChanges {
      date
      wasOn
      kind
      name
      locale
      changedAt
      isByPost
      isDemonstration
      provenance { source }
    }
    travelNote { ...TravelNoteFields }
  }
`, [LocalizedFields, ProvenanceFields, HolidayFields, TravelNoteFields]);

/** What is kept of a country, and whether who asks keeps it. */
export const KeptQuery = graphql(`
  query KeptCountry($code: CountryCode!) {
    viewer { ...KeepingFields }
    country(code: $code) { ...KeptFields }
  }
`, [KeepingFields, KeptFields]);

/** What to know of travelling to a country. */
export const TravelNoteQuery = graphql(`
  query CountryTravelNote($code: CountryCode!) {
    country(code: $code) {
      id
      travelNote { ...TravelNoteFields }
    }
  }
`, [TravelNoteFields]);

/** What comes of each change: the country as it is now. */
export const UpkeepAnswer = graphql(`
  fragment UpkeepAnswer on UpkeepPayload {
    outcome
    faults {
      field
      fault
      maximum
    }
    country { ...KeptFields }
  }
`, [KeptFields]);

/** Adds a public holiday, or corrects it. */
export const SaveHolidayMutation = graphql(`
  mutation SaveHoliday($country: CountryCode!, $date: LocalDate, $version: Int!, $input: HolidayInput!) {
    saveHoliday(country: $country, date: $date, version: $version, input: $input) { ...UpkeepAnswer }
  }
`, [UpkeepAnswer]);

/** Says that a day is none. */
export const StrikeHolidayMutation = graphql(`
  mutation StrikeHoliday($country: CountryCode!, $date: LocalDate!, $version: Int!, $input: UpkeepSourceInput!) {
    strikeHoliday(country: $country, date: $date, version: $version, input: $input) { ...UpkeepAnswer }
  }
`, [UpkeepAnswer]);

/** Says whether a number holds. */
export const CheckHotlineMutation = graphql(`
  mutation CheckHotline($country: CountryCode!, $number: String!, $checkedOn: LocalDate!, $holds: Boolean!) {
    checkHotline(country: $country, number: $number, checkedOn: $checkedOn, holds: $holds) { ...UpkeepAnswer }
  }
`, [UpkeepAnswer]);

/** Says what to know of travelling there. */
export const SaveTravelNoteMutation = graphql(`
  mutation SaveTravelNote($country: CountryCode!, $version: Int!, $input: TravelNoteInput!) {
    saveTravelNote(country: $country, version: $version, input: $input) { ...UpkeepAnswer }
  }
`, [UpkeepAnswer]);

/** Says it in another language. */
export const TranslateTravelNoteMutation = graphql(`
  mutation TranslateTravelNote($country: CountryCode!, $version: Int!, $locale: Locale!, $text: String!) {
    translateTravelNote(country: $country, version: $version, locale: $locale, text: $text) { ...UpkeepAnswer }
  }
`, [UpkeepAnswer]);

/** Takes it away. */
export const RemoveTravelNoteMutation = graphql(`
  mutation RemoveTravelNote($country: CountryCode!, $version: Int!) {
    removeTravelNote(country: $country, version: $version) { ...UpkeepAnswer }
  }
`, [UpkeepAnswer]);
