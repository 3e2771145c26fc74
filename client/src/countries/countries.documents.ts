import { LocalizedFields, ProvenanceFields } from '../core/api/fragments.documents.ts';
import { graphql } from '../core/api/graphql.ts';
import { ExpertFields } from '../experts/experts.documents.ts';
import { HolidayFields } from '../holidays/holidays.documents.ts';
import { SessionFields } from '../trainings/trainings.documents.ts';

/** The countries as the list shows them, with how many training sessions, not over before an instant, are announced and still stand. */
export const CountryListQuery = graphql(`
  query CountryList($today: DateTimeISO!) {
    countries {
      id
      code
      name { ...LocalizedFields }
      nameNote { ...LocalizedFields }
      capital { ...LocalizedFields }
      officialLanguages {
        id
        code
        name { ...LocalizedFields }
      }
      memberships {
        body
        status
      }
      trainingSessions(filter: { from: $today, states: [OPEN, CLOSED, RUNNING] }) {
        totalCount
      }
      experts {
        totalCount
      }
    }
  }
`, [LocalizedFields]);

/** What a legal instrument is to a country. */
export const InstrumentFields = graphql(`
  fragment InstrumentFields on CountryInstrument {
    status
    signedOn
    consentKind
    consentedOn
    inForceOn
    provenance { ...ProvenanceFields }
    instrument {
      id
      reference
      title { ...LocalizedFields }
      shortTitle { ...LocalizedFields }
    }
  }
`, [LocalizedFields, ProvenanceFields]);

/** An organisation of a country. */
export const OrganisationFields = graphql(`
  fragment OrganisationFields on Organisation {
    id
    name { ...LocalizedFields }
    acronym
    kind
    activity { ...LocalizedFields }
    website
    provenance { ...ProvenanceFields }
  }
`, [LocalizedFields, ProvenanceFields]);

/** A recommendation to a country. */
export const RecommendationFields = graphql(`
  fragment RecommendationFields on Recommendation {
    id
    body
    round
    year
    paragraph
    verb
    summary { ...LocalizedFields }
    themes {
      id
      name { ...LocalizedFields }
    }
    provenance { ...ProvenanceFields }
  }
`, [LocalizedFields, ProvenanceFields]);

/** All that is known of a country. */
export const CountryQuery = graphql(`
  query Country($code: CountryCode!, $today: DateTimeISO!) {
    country(code: $code) {
      id
      code
      name { ...LocalizedFields }
      nameNote { ...LocalizedFields }
      nameNotes {
        context
        text { ...LocalizedFields }
        texts {
          locale
          provenance { ...ProvenanceFields }
        }
      }
      officialName { ...LocalizedFields }
      capital { ...LocalizedFields }
      currency
      timeZone
      officialLanguages {
        id
        name { ...LocalizedFields }
      }
      facts {
        field
        provenance { ...ProvenanceFields }
      }
      memberships {
        body
        status
        since
        provenance { ...ProvenanceFields }
      }
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
      instruments { ...InstrumentFields }
      publicProvisions { key }
      organisations(first: 100) {
        nodes { ...OrganisationFields }
      }
      recommendations(first: 100) {
        nodes { ...RecommendationFields }
      }
      coming: trainingSessions(first: 3, filter: { from: $today, states: [OPEN, CLOSED, RUNNING] }) {
        nodes { ...SessionFields }
      }
      held: trainingSessions(first: 3, sort: LATEST, filter: { states: [DONE, ARCHIVED], isCalledOff: false }) {
        nodes { ...SessionFields }
      }
      listed: trainingSessions(first: 1) {
        nodes { id }
      }
      experts(first: 3) {
        totalCount
        nodes { ...ExpertFields }
      }
    }
  }
`, [LocalizedFields, ProvenanceFields, InstrumentFields, OrganisationFields, RecommendationFields, SessionFields, ExpertFields, HolidayFields]);
