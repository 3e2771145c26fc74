/** Suggestions of needs that several countries share, and what those of a group speak of, as queries. */
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { Context } from '../core/context.ts';
import { keyOfId, sendable } from '../core/reader/index.ts';
import { mayCompareNeeds } from './common-need.policy.ts';
import type { Wanted } from './compared-needs.ts';
import { CommonNeedSuggestionFilter, CommonNeedSuggestions } from './suggestion.type.ts';
import { conceptsOfGroup, suggestCommonNeeds } from './suggestions.service.ts';

/** Which needs are compared: null where anything is. */
const compared = ({ theme = null, subtheme = null, pillar = null, audience = null, from = null, until = null }: Partial<CommonNeedSuggestionFilter>): Wanted =>
  ({ theme: sendable(theme), subtheme: sendable(subtheme), pillar, audience: sendable(audience), from, until });

@Resolver()
export class CommonNeedSuggestionsResolver {
  @Query(() => CommonNeedSuggestions, { nullable: true, description: 'Needs that several countries may share, with what speaks for it: for the adviser to accept, to split or to leave; null for others. Nothing comes of them by itself.' })
  async commonNeedSuggestions(
    @Arg('filter', () => CommonNeedSuggestionFilter, { nullable: true, description: 'Which needs are compared, and of how many countries a suggestion is at least.' }) filter: CommonNeedSuggestionFilter | null, @Ctx() { actor, transact, locale }: Context,
  ): Promise<CommonNeedSuggestions | null> {
    return mayCompareNeeds(actor) ? suggestCommonNeeds(transact, compared(filter ?? {}), filter?.minCountries ?? 2, locale) : null;
  }

  @Query(() => [String], { nullable: true, description: 'What two needs of a group or more speak of, in the language of the request, that of the most first: as it was suggested; null where there is no such group, or none for you.' })
  async commonNeedConcepts(@Arg('id', () => ID, { description: 'The id of the group.' }) id: string, @Ctx() { actor, transact, locale }: Context): Promise<readonly string[] | null> {
    const key = keyOfId('CommonNeed', id, 'uuid');
    return mayCompareNeeds(actor) ? conceptsOfGroup(transact, key, locale) : null;
  }
}
