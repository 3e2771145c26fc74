import { LocalizedFields, ProvenanceFields } from '../core/api/fragments.documents.ts';
import { graphql } from '../core/api/graphql.ts';
import { HolidayFields } from '../holidays/holidays.documents.ts';
import { KeepingFields } from '../monitoring/monitoring.documents.ts';
import { SessionFields } from '../trainings/trainings.documents.ts';

/** What somebody may see of a country, from a day on: of each list how many there are, and the first of them. */
export const CountryFileQuery = graphql(`
  query CountryFile($code: CountryCode!, $today: LocalDate!, $now: DateTimeISO!) {
    viewer {
      ...KeepingFields
      can {
        enterNeeds
        manageMembers
        planMissions
        readCooperationRequests
        readLegs
      }
    }
    country(code: $code) {
      id
      code
      name { ...LocalizedFields }
      nameNote { ...LocalizedFields }
      officialLanguages {
        id
        name { ...LocalizedFields }
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
      coordinators: organisations(first: 5, filter: { kinds: [COORDINATOR] }) {
        nodes {
          id
          name { ...LocalizedFields }
        }
      }
      organisations(first: 1) {
        totalCount
      }
      instruments {
        instrument { id }
      }
      needs(first: 5, sort: URGENCY, filter: { statuses: [SUBMITTED, UNDER_REVIEW, TAKEN_UP] }) {
        totalCount
        nodes {
          id
          status
          urgency
          isDemonstration
          title { ...LocalizedFields }
        }
      }
      coming: trainingSessions(first: 3, filter: { from: $now, states: [OPEN, CLOSED, RUNNING] }) {
        totalCount
        nodes { ...SessionFields }
      }
      held: trainingSessions(first: 3, sort: LATEST, filter: { states: [DONE, ARCHIVED], isCalledOff: false }) {
        nodes { ...SessionFields }
      }
      recommendations(first: 1) {
        totalCount
      }
    }
    cooperationRequests(first: 5, sort: URGENCY, filter: { country: $code, statuses: [SENT, CONSULTED, DECIDED] }) {
      totalCount
      nodes {
        id
        status
        urgency
        isDemonstration
        subject { ...LocalizedFields }
      }
    }
    missionLegs(first: 5, filter: { country: $code, from: $today, states: [IDEA, PLANNED, CONSULTED, AGREED, UNDER_WAY] }) {
      totalCount
      nodes {
        id
        state
        isDemonstration
        startsOn
        endsOn
        city {
          id
          name { ...LocalizedFields }
        }
      }
    }
    pastLegs: missionLegs(first: 10, sort: LATEST, filter: { country: $code, states: [AGREED, REPORTED, CLOSED] }) {
      nodes {
        id
        state
        isDemonstration
        startsOn
        endsOn
        city {
          id
          name { ...LocalizedFields }
        }
      }
    }
    missionPublications(first: 3, filter: { country: $code }) {
      totalCount
      nodes {
        id
        firstMonth
        isDemonstration
        summary { ...LocalizedFields }
      }
    }
    members(first: 20, filter: { country: $code, roles: [SCAC, SSI, AUTHORITY], states: [ACTIVE] }) {
      totalCount
      nodes {
        id
        name
        role
        email
        isDemonstration
      }
    }
    trainingFigures(country: $code) {
      sessions
      total {
        registered
        present
        people
      }
    }
  }
`, [LocalizedFields, ProvenanceFields, HolidayFields, KeepingFields, SessionFields]);

/** Whether working files are for who is signed in. */
export const FileRightsQuery = graphql(`
  query FileRights {
    viewer {
      can {
        enterNeeds
        planMissions
        readCooperationRequests
        readLegs
      }
    }
  }
`);
