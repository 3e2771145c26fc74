/** Who says and reads what has become of recommendations. Pure functions; the rules of rows in the migration say the same to the database. */
import type { MemberRole } from '../accounts/index.ts';
import { type RuleActor, type Row, type Sql, sql } from '../core/reader/index.ts';
import { ownCountries, type Standing } from '../members/index.ts';
import type { RecommendationProgress } from './progress.entity.ts';
import type { Recommendation, RecommendationAbilities } from './recommendation.entity.ts';

/** Of which recommendations somebody knows what has become: the adviser and the team of all, the services of a post of those to its country; undefined for all. */
export function followedBy(recommendation: Row<Recommendation>, { circle }: RuleActor): Sql<boolean> | undefined {
  if (circle === 'adviser') return undefined;
  return circle === 'post' ? sql<boolean>`${recommendation.country} in (${ownCountries})` : sql<boolean>`false`;
}

/** Entries are seen by those who follow the recommendation; whoever is invented sees no real one. */
export function seenProgress(progress: Row<RecommendationProgress>, { circle }: RuleActor): Sql<boolean> | undefined {
  if (circle === 'adviser') return undefined;
  return circle === 'post'
    ? sql<boolean>`((${progress.isDemonstration} or not (select acts_invented())) and (select r.country_code from recommendation r where r.slug = ${progress.recommendation}) in (${ownCountries}))`
    : sql<boolean>`false`;
}

const isAdviser = (role: MemberRole): boolean => role === 'ADVISER' || role === 'ASSISTANT';
const isPost = (role: MemberRole): boolean => role === 'SCAC' || role === 'SSI';

/** As what somebody says what has become of recommendations to a country, their own post first; undefined for those who do not. */
export function followsAs(standings: readonly Standing[], country: string): MemberRole | undefined {
  return (standings.find((one) => isPost(one.role) && one.country === country) ?? standings.find(({ role }) => isAdviser(role)))?.role;
}

/** What somebody may do with a recommendation to a country. What was entered nobody changes: who follows it enters anew, and says entries in other languages. */
export function recommendationAbilities({ country }: { readonly country: string }, standings: readonly Standing[]): RecommendationAbilities {
  return { followUp: followsAs(standings, country) !== undefined };
}
