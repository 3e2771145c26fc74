import { LocalizedFields, PageFields } from '../core/api/fragments.documents.ts';
import { graphql } from '../core/api/graphql.ts';
import { NeedLinkFields } from '../needs/choice.documents.ts';
import { ProjectLinkFields } from '../projects/sessionProject.documents.ts';
import { TowardsFields } from '../preparing/choices.documents.ts';
import { MemberFields } from './team.documents.ts';

/** A leg of a mission, as the adviser plans it and as a post reads it. */
export const LegFields = graphql(`
  fragment LegFields on MissionLeg {
    id
    version
    state
    isShown
    isDemonstration
    startsOn
    endsOn
    lodgingName
    lodgingAddress
    transport
    country {
      id
      code
      name { ...LocalizedFields }
      nameNote { ...LocalizedFields }
    }
    city {
      id
      code
      timeZone
      name { ...LocalizedFields }
    }
    purpose { ...LocalizedFields }
    note { ...LocalizedFields }
    texts {
      locale
      isSource
      isOutdated
      purpose
      note
    }
    consultation {
      id
      state
      askedOn
      silenceAgrees
      ruleDays
    }
    unserved { service }
    can {
      edit
      plan
      prepare
    }
  }
`, [LocalizedFields]);

/** All that is said of a mission, in every language, as the adviser changes it. */
export const MissionFields = graphql(`
  fragment MissionFields on Mission {
    id
    version
    state
    isDemonstration
    startsOn
    endsOn
    envelopeCents
    givenUpOn
    title { ...LocalizedFields }
    purpose { ...LocalizedFields }
    givenUpReason { ...LocalizedFields }
    texts {
      locale
      isSource
      isOutdated
      title
      purpose
      givenUpReason
    }
    team {
      kind
      atLeast
      present
    }
    members { ...MemberFields }
    objectives {
      key
      text { ...LocalizedFields }
      texts {
        locale
        text
      }
      recommendations { ...TowardsFields }
      needs { ...NeedLinkFields }
      projects { ...ProjectLinkFields }
    }
    legs { ...LegFields }
    planTaken {
      id
      takenAt
      takenAs
    }
    can {
      edit
      translate
      planLegs
      plan
      consultPosts
      agree
      replan
      giveUp
      report
      close
      translateReport
    }
  }
`, [LegFields, LocalizedFields, MemberFields, NeedLinkFields, ProjectLinkFields, TowardsFields]);

/** A page of missions. */
export const MissionsQuery = graphql(`
  query Missions($filter: MissionFilter, $first: Int, $after: String, $last: Int, $before: String) {
    viewer {
      can { planMissions }
    }
    missions(filter: $filter, sort: LATEST, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      pageInfo { ...PageFields }
      nodes {
        id
        state
        isDemonstration
        startsOn
        endsOn
        title { ...LocalizedFields }
        legs {
          id
          city {
            id
            name { ...LocalizedFields }
          }
        }
      }
    }
  }
`, [LocalizedFields, PageFields]);

/** A mission. */
export const MissionQuery = graphql(`
  query Mission($id: ID!) {
    mission(id: $id) { ...MissionFields }
  }
`, [MissionFields]);

/** Whether who is signed in plans missions, and what they choose from. */
export const MissionChoicesQuery = graphql(`
  query MissionChoices {
    viewer {
      can { planMissions }
    }
    countries {
      id
      code
      timeZone
      name { ...LocalizedFields }
      nameNote { ...LocalizedFields }
    }
    cities {
      id
      code
      name { ...LocalizedFields }
      country {
        id
        code
      }
    }
  }
`, [LocalizedFields]);

/** A page of the legs that somebody sees. */
export const LegsQuery = graphql(`
  query MissionLegs($filter: MissionLegFilter, $first: Int, $after: String, $last: Int, $before: String) {
    viewer {
      can {
        planMissions
        readLegs
      }
    }
    missionLegs(filter: $filter, sort: LATEST, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      pageInfo { ...PageFields }
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
        purpose { ...LocalizedFields }
        consultation {
          id
          state
        }
      }
    }
  }
`, [LocalizedFields, PageFields]);
