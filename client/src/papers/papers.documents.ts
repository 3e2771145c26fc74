import { LocalizedFields } from '../core/api/fragments.documents.ts';
import { graphql } from '../core/api/graphql.ts';

/** A version of a paper. */
export const PaperFields = graphql(`
  fragment PaperFields on MissionPaper {
    key
    kind
    aboutKey
    number
    madeAt
    isRenewed
    countryCode
    state
    changes {
      kind
      about
      aboutLocale
      before
      after
    }
  }
`);

/** What papers of a leg are about. */
const LegOfPapersFields = graphql(`
  fragment LegOfPapersFields on MissionLeg {
    id
    startsOn
    endsOn
    isDemonstration
    country { code }
    city {
      id
      timeZone
      name { ...LocalizedFields }
    }
    can { prepare }
    meetings {
      key
      status
      subject { ...LocalizedFields }
    }
    papers { key }
  }
`, [LocalizedFields]);

/** The papers of a mission, and what each is about. */
export const MissionPapersQuery = graphql(`
  query MissionPapers($id: ID!) {
    mission(id: $id) {
      id
      isDemonstration
      title { ...LocalizedFields }
      can { edit }
      members {
        key
        name
        substituteForKey
        stays { legKey }
      }
      legs { ...LegOfPapersFields }
      papers { ...PaperFields }
    }
  }
`, [LocalizedFields, LegOfPapersFields, PaperFields]);

/** The papers of a leg. */
export const LegPapersQuery = graphql(`
  query LegPapers($id: ID!) {
    missionLeg(id: $id) {
      ...LegOfPapersFields
      papers { ...PaperFields }
    }
  }
`, [LegOfPapersFields, PaperFields]);

/** Where the papers of a mission or of a leg stand. */
export const PaperStatesQuery = graphql(`
  query PaperStates($id: ID!) {
    node(id: $id) {
      id
      ... on Mission {
        papers {
          key
          kind
          state
        }
      }
      ... on MissionLeg {
        papers {
          key
          kind
          state
        }
      }
    }
  }
`);

/** The papers about whoever is signed in as an expert. */
export const OwnPapersQuery = graphql(`
  query OwnPapers {
    viewer {
      can { answerAvailability }
    }
    ownPapers { ...PaperFields }
  }
`, [PaperFields]);

export const MakePaperMutation = graphql(`
  mutation MakePaper($key: UUID!, $kind: PaperKind!, $about: UUID!) {
    makePaper(key: $key, kind: $kind, about: $about) {
      outcome
      told
      paper { key }
    }
  }
`);
