import type { ResultOf, VariablesOf } from 'gql.tada';

import { type Answer, useAnswer } from '../core/api/index.ts';
import { CandidateCountriesQuery, CompareExpertsQuery, FindExpertsQuery } from './search.documents.ts';

type Found = ResultOf<typeof FindExpertsQuery>;
/** An expert as a search finds them. */
export type Candidate = Found['expertSearch']['nodes'][number];
export type CandidateState = Candidate['state'];
/** What speaks against an expert, or is not known of them. */
export type Reason = Candidate['reasons'][number];
export type ReasonCode = Reason['code'];
/** The same with what is compared. */
export type Compared = ResultOf<typeof CompareExpertsQuery>['expertSearch']['nodes'][number];
export type EngagementKind = Compared['engagements'][number]['kind'];
/** Some days, one after the other. */
export type Period = Reason['days'][number];

/** What is asked for, without the page of it. */
export type SearchVariables = Omit<VariablesOf<typeof FindExpertsQuery>, 'first' | 'after' | 'last' | 'before' | 'hasMission' | 'missionId'>;

/** A country, with how many of those who are found know it. */
export type CandidateCountry = ResultOf<typeof CandidateCountriesQuery>['expertSearchCountries']['nodes'][number];
export type CountryVariables = VariablesOf<typeof CandidateCountriesQuery>;

/** A page of what a search finds; asked anew by each visit: experts answer meanwhile. */
export function useSearch(variables: () => Omit<VariablesOf<typeof FindExpertsQuery>, 'hasMission' | 'missionId'>): Answer<Found> {
  return useAnswer(FindExpertsQuery, () => {
    const asked = variables();
    return { ...asked, hasMission: Boolean(asked.mission), missionId: asked.mission ?? '' };
  }, 'network-only');
}

/** Some of them side by side; asked anew by each visit. */
export function useCompared(variables: () => VariablesOf<typeof CompareExpertsQuery>): Answer<ResultOf<typeof CompareExpertsQuery>> {
  return useAnswer(CompareExpertsQuery, variables, 'network-only');
}

/** How many of those who are found know each country; asked anew by each visit. */
export function useCandidateCountries(variables: () => CountryVariables): Answer<ResultOf<typeof CandidateCountriesQuery>> {
  return useAnswer(CandidateCountriesQuery, variables, 'network-only');
}
