import { LocalizedFields } from '../core/api/fragments.documents.ts';
import { graphql } from '../core/api/graphql.ts';

export const ChainNeed = graphql(`
  fragment ChainNeed on Need {
    id
    title { ...LocalizedFields }
  }
`, [LocalizedFields]);

export const ChainRequest = graphql(`
  fragment ChainRequest on CooperationRequest {
    id
    subject { ...LocalizedFields }
  }
`, [LocalizedFields]);

export const ChainProject = graphql(`
  fragment ChainProject on Project {
    id
    title { ...LocalizedFields }
  }
`, [LocalizedFields]);

/** A mission with the report of what came of it, where there is one. */
export const ChainMission = graphql(`
  fragment ChainMission on Mission {
    id
    title { ...LocalizedFields }
    report {
      summary { ...LocalizedFields }
    }
  }
`, [LocalizedFields]);

export const ChainLeg = graphql(`
  fragment ChainLeg on MissionLeg {
    id
    purpose { ...LocalizedFields }
  }
`, [LocalizedFields]);

/** A session, with whether what was answered about it is shown to its reader. */
export const ChainSession = graphql(`
  fragment ChainSession on TrainingSession {
    id
    title { ...LocalizedFields }
    evaluation { state }
  }
`, [LocalizedFields]);

export const ChainRecommendation = graphql(`
  fragment ChainRecommendation on Recommendation {
    id
    summary { ...LocalizedFields }
  }
`, [LocalizedFields]);

export const ChainFinding = graphql(`
  fragment ChainFinding on Finding {
    key
    text { ...LocalizedFields }
    foundBy {
      id
      title { ...LocalizedFields }
    }
  }
`, [LocalizedFields]);

/** What stands before and behind something, of what its reader sees. */
export const ChainQuery = graphql(`
  query Chain($id: ID!, $most: Int!) {
    node(id: $id) {
      ... on Need {
        ...ChainNeed
        commonNeed {
          id
          title { ...LocalizedFields }
        }
        projects {
          ...ChainProject
          recommendations { ...ChainRecommendation }
          ownSessions { ...ChainSession }
          missions(first: 20) {
            totalCount
            nodes { ...ChainMission }
          }
        }
        cooperationRequests {
          ...ChainRequest
          session { ...ChainSession }
          mission { ...ChainMission }
          legs: missionLegs { ...ChainLeg }
        }
        trainingSessions(first: $most) {
          totalCount
          nodes { ...ChainSession }
        }
        missions(first: $most) {
          totalCount
          nodes { ...ChainMission }
        }
        missionLegs(first: $most) {
          totalCount
          nodes { ...ChainLeg }
        }
        findings { ...ChainFinding }
      }
      ... on CommonNeed {
        id
        title { ...LocalizedFields }
        needs { ...ChainNeed }
        projects {
          ...ChainProject
          ownSessions { ...ChainSession }
          missions(first: 20) {
            totalCount
            nodes { ...ChainMission }
          }
        }
      }
      ... on Recommendation {
        ...ChainRecommendation
        projects {
          ...ChainProject
          needs { ...ChainNeed }
          ownSessions { ...ChainSession }
          missions(first: 20) {
            totalCount
            nodes { ...ChainMission }
          }
        }
        missions(first: $most) {
          totalCount
          nodes { ...ChainMission }
        }
        trainingSessions(first: $most) {
          totalCount
          nodes { ...ChainSession }
        }
      }
      ... on CooperationRequest {
        ...ChainRequest
        need {
          ...ChainNeed
          projects { ...ChainProject }
        }
        session { ...ChainSession }
        mission { ...ChainMission }
        legs: missionLegs { ...ChainLeg }
      }
      ... on Project {
        ...ChainProject
        commonNeed {
          id
          title { ...LocalizedFields }
        }
        needs {
          ...ChainNeed
          cooperationRequests { ...ChainRequest }
          missions(first: 20) {
            totalCount
            nodes { ...ChainMission }
          }
        }
        recommendations { ...ChainRecommendation }
        ownSessions { ...ChainSession }
        missions(first: $most) {
          totalCount
          nodes { ...ChainMission }
        }
      }
      ... on Mission {
        ...ChainMission
        objectives {
          needs {
            ...ChainNeed
            projects { ...ChainProject }
          }
          recommendations { ...ChainRecommendation }
          projects {
            ...ChainProject
            needs { ...ChainNeed }
            ownSessions { ...ChainSession }
          }
        }
        cooperationRequests {
          ...ChainRequest
          need { ...ChainNeed }
        }
        findings {
          ...ChainFinding
          needs { ...ChainNeed }
        }
      }
      ... on MissionLeg {
        ...ChainLeg
        cooperationRequests {
          ...ChainRequest
          need { ...ChainNeed }
        }
      }
      ... on TrainingSession {
        ...ChainSession
        needs { ...ChainNeed }
        cooperationRequests {
          ...ChainRequest
          need { ...ChainNeed }
        }
        recommendations { ...ChainRecommendation }
        belongsTo {
          ...ChainProject
          needs { ...ChainNeed }
          missions(first: 20) {
            totalCount
            nodes { ...ChainMission }
          }
        }
      }
    }
  }
`, [LocalizedFields, ChainNeed, ChainRequest, ChainProject, ChainMission, ChainLeg, ChainSession, ChainRecommendation, ChainFinding]);
