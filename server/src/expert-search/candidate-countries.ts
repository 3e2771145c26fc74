/** Where those whom a search finds know their way: each country, with how many of them. */
import { type ArgValues, optional, type Sql, sql } from '../core/reader/index.ts';
import { CandidateReasonCode, CandidateState } from './candidate.entity.ts';
import { candidateRows } from './candidate-rows.ts';
import { SEARCH_ARGS, some } from './search-args.ts';

/** What the list of those who are found is narrowed to, as arguments: what is counted is what is listed. */
export const COUNTRY_ARGS = {
  ...SEARCH_ARGS,
  states: optional(() => [CandidateState], 'text[]', 'Who stand so to what is asked for.', some('states')),
  because: optional(() => [CandidateReasonCode], 'text[]', 'Of whom one of these is to be said.', some('because')),
};

/** Each country as a row of `CandidateCountry`, those that nobody of them knows too. */
export function countryRows({ states, because, ...given }: ArgValues<typeof COUNTRY_ARGS>): Sql {
  return sql`
    select c.code, count(f.expert_uuid)::int as count from country c left join (
      select x.country_code, x.expert_uuid from expert_country x join (${candidateRows(given)}) f on f.uuid = x.expert_uuid
      where ${states ? sql`f.state = any(${states})` : sql`true`} and ${because ? sql`f.codes && ${because}` : sql`true`}
    ) f on f.country_code = c.code group by c.code`;
}
