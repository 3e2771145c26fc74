import { LocalizedFields, PageFields } from '../core/api/fragments.documents.ts';
import { graphql } from '../core/api/graphql.ts';
import { ClearedMissionFields } from '../clearances/clearances.documents.ts';
import { ExpertFields } from '../experts/experts.documents.ts';

/** Some days of a reason, an answer or an engagement. */
const PeriodFields = graphql(`
  fragment PeriodFields on DayPeriod {
    fromOn
    untilOn
  }
`);

/** An expert as a search finds them, with what speaks against them. */
export const CandidateFields = graphql(`
  fragment CandidateFields on ExpertCandidate {
    state
    lastUsedOn
    reasons {
      code
      leavesOut
      kind
      language
      level
      lastOn
      days { ...PeriodFields }
    }
    sheet { name }
    expert { ...ExpertFields }
  }
`, [PeriodFields, ExpertFields]);

/** A page of what a search finds, with the mission that it was asked for, and how many stand how to what is asked for. */
export const FindExpertsQuery = graphql(`
  query FindExperts($professions: [String!], $languages: [String!], $atLeast: CefrLevel, $theme: String, $country: CountryCode, $from: LocalDate, $until: LocalDate, $isCleared: Boolean, $mission: ID, $restedMonths: Int, $hasMission: Boolean!, $missionId: ID!, $without: [CandidateReasonCode!], $filter: ExpertCandidateFilter, $sort: ExpertCandidateSort!, $first: Int, $after: String, $last: Int, $before: String) {
    viewer {
      can { askExperts }
    }
    mission(id: $missionId) @include(if: $hasMission) { ...ClearedMission }
    expertSearch(professions: $professions, languages: $languages, atLeast: $atLeast, theme: $theme, country: $country, from: $from, until: $until, isCleared: $isCleared, mission: $mission, restedMonths: $restedMonths, filter: $filter, sort: $sort, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      pageInfo { ...PageFields }
      nodes { ...CandidateFields }
    }
    fits: expertSearch(professions: $professions, languages: $languages, atLeast: $atLeast, theme: $theme, country: $country, from: $from, until: $until, isCleared: $isCleared, mission: $mission, restedMonths: $restedMonths, filter: { states: [FITS], without: $without }) {
      totalCount
    }
    unsure: expertSearch(professions: $professions, languages: $languages, atLeast: $atLeast, theme: $theme, country: $country, from: $from, until: $until, isCleared: $isCleared, mission: $mission, restedMonths: $restedMonths, filter: { states: [UNSURE], without: $without }) {
      totalCount
    }
    leftOut: expertSearch(professions: $professions, languages: $languages, atLeast: $atLeast, theme: $theme, country: $country, from: $from, until: $until, isCleared: $isCleared, mission: $mission, restedMonths: $restedMonths, filter: { states: [LEFT_OUT], without: $without }) {
      totalCount
    }
  }
`, [PageFields, CandidateFields, ClearedMissionFields]);

/** Some of them side by side, with their clearances, answers and engagements. */
export const CompareExpertsQuery = graphql(`
  query CompareExperts($professions: [String!], $languages: [String!], $atLeast: CefrLevel, $theme: String, $country: CountryCode, $from: LocalDate, $until: LocalDate, $isCleared: Boolean, $mission: ID, $restedMonths: Int, $experts: [ID!]!) {
    expertSearch(professions: $professions, languages: $languages, atLeast: $atLeast, theme: $theme, country: $country, from: $from, until: $until, isCleared: $isCleared, mission: $mission, restedMonths: $restedMonths, experts: $experts, sort: NEAREST, first: 4) {
      nodes {
        ...CandidateFields
        answers {
          yes { ...PeriodFields }
          perhaps { ...PeriodFields }
          no { ...PeriodFields }
          notAnswered { ...PeriodFields }
          noAnswer { ...PeriodFields }
          notAsked { ...PeriodFields }
        }
        engagements {
          kind
          isFirm
          days { ...PeriodFields }
        }
        sheet {
          clearances {
            id
            isForMission
            mission { ...ClearedMission }
            fromOn
            untilOn
          }
        }
      }
    }
  }
`, [PeriodFields, CandidateFields, ClearedMissionFields]);

/** How many of those who are found know each country, those that most of them know first. */
export const CandidateCountriesQuery = graphql(`
  query CandidateCountries($professions: [String!], $languages: [String!], $atLeast: CefrLevel, $theme: String, $country: CountryCode, $from: LocalDate, $until: LocalDate, $isCleared: Boolean, $mission: ID, $restedMonths: Int, $states: [CandidateState!], $because: [CandidateReasonCode!]) {
    expertSearchCountries(professions: $professions, languages: $languages, atLeast: $atLeast, theme: $theme, country: $country, from: $from, until: $until, isCleared: $isCleared, mission: $mission, restedMonths: $restedMonths, states: $states, because: $because, first: 50) {
      nodes {
        count
        country {
          id
          code
          name { ...LocalizedFields }
          nameNote { ...LocalizedFields }
        }
      }
    }
  }
`, [LocalizedFields]);
