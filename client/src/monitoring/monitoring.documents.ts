import { LocalizedFields, NotedCountryFields, ProvenanceFields } from '../core/api/fragments.documents.ts';
import { graphql } from '../core/api/graphql.ts';

/** The dates of a round of a monitoring body for a country. */
export const CycleFields = graphql(`
  fragment CycleFields on MonitoringCycle {
    key
    body
    round
    questionnaireOn
    visitOn
    draftReportOn
    commentsOn
    publicationOn
    followUpOn
    version
    isDemonstration
    canChange
    nameContext
    country {
      ...NotedCountryFields
    }
    provenance { ...ProvenanceFields }
  }
`, [LocalizedFields, NotedCountryFields, ProvenanceFields]);

/** Of which countries who asks keeps the dates. */
export const KeepingFields = graphql(`
  fragment KeepingFields on Person {
    can {
      enterNeedsAnywhere
      followRecommendations
    }
    memberships {
      can { enterNeeds }
      country {
        id
        code
      }
    }
  }
`);

/** All dates that who asks follows, and of which countries they keep them. */
export const MonitoringQuery = graphql(`
  query Monitoring {
    viewer { ...KeepingFields }
    monitoringCycles { ...CycleFields }
  }
`, [CycleFields, KeepingFields]);

/** Those of a country, and whether who asks keeps them. */
export const CountryMonitoringQuery = graphql(`
  query CountryMonitoring($code: CountryCode!) {
    viewer { ...KeepingFields }
    country(code: $code) {
      id
      code
      name { ...LocalizedFields }
      nameNote { ...LocalizedFields }
      monitoringCycles { ...CycleFields }
    }
  }
`, [LocalizedFields, CycleFields, KeepingFields]);

/** Enters the dates of a round, or changes them. */
export const SaveCycleMutation = graphql(`
  mutation SaveCycle($key: UUID!, $version: Int!, $input: MonitoringCycleInput!) {
    saveMonitoringCycle(key: $key, version: $version, input: $input) {
      outcome
      faults {
        field
        fault
        maximum
      }
      cycle { ...CycleFields }
    }
  }
`, [CycleFields]);

/** Removes a round with its dates, as it was read. */
export const RemoveCycleMutation = graphql(`
  mutation RemoveCycle($key: UUID!, $version: Int!) {
    removeMonitoringCycle(key: $key, version: $version) {
      outcome
    }
  }
`);
