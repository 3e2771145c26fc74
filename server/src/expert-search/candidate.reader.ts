/** How experts are searched: by the adviser's circle, and by nobody else. */
import { code, connection, maybe, one, optional, query, reader, sql } from '../core/reader/index.ts';
import { CountryReader } from '../countries/index.ts';
import { ExpertReader, ExpertSheetReader } from '../experts/index.ts';
import { COUNTRY_ARGS, countryRows } from './candidate-countries.ts';
import { CandidateCountry } from './candidate-country.entity.ts';
import { CandidateReasonCode, CandidateState, ExpertCandidate } from './candidate.entity.ts';
import { candidateRows } from './candidate-rows.ts';
import { maySearchExperts } from './candidate.policy.ts';
import { engagementsOf, periodsOf, reasonsOf } from './reasons.ts';
import { SEARCH_ARGS, some, validateSearch } from './search-args.ts';

const ExpertCandidateReader = reader(ExpertCandidate, {
  rows: (_candidate, actor) => (maySearchExperts(actor) ? undefined : sql<boolean>`false`),
  fields: (candidate) => ({
    expert: one(ExpertReader, (expert) => sql`${expert.uuid} = ${candidate.uuid}`),
    sheet: maybe(ExpertSheetReader, (sheet) => sql`${sheet.uuid} = ${candidate.uuid}`),
    reasons: code({
      codes: candidate.codes, bestLanguage: candidate.bestLanguage, bestLevel: candidate.bestLevel, uncleared: candidate.uncleared, engaged: candidate.engaged,
      perhaps: candidate.perhaps, no: candidate.no, notAnswered: candidate.notAnswered, noAnswer: candidate.noAnswer, notAsked: candidate.notAsked, lastUsedOn: candidate.lastUsedOn,
    }, (facts) => reasonsOf(facts as never)),
    answers: code({ yes: candidate.yes, perhaps: candidate.perhaps, no: candidate.no, notAnswered: candidate.notAnswered, noAnswer: candidate.noAnswer, notAsked: candidate.notAsked }, ({ yes, perhaps, no, notAnswered, noAnswer, notAsked }) => ({
      yes: periodsOf(yes), perhaps: periodsOf(perhaps), no: periodsOf(no), notAnswered: periodsOf(notAnswered), noAnswer: periodsOf(noAnswer), notAsked: periodsOf(notAsked),
    })),
    engagements: code({ engaged: candidate.engaged }, ({ engaged }) => engagementsOf(engaged as never)),
  }),
});

const candidates = connection(ExpertCandidateReader, {
  description: 'experts as a search finds them',
  sorts: {
    NEAREST: {
      description: 'Those of whom the least is to be said first, then by name in the order of the reader’s language.', type: 'text', collated: true,
      by: (candidate) => sql`lpad(${candidate.against}::text, 2, '0') || lpad(${candidate.open}::text, 2, '0') || ' ' || ${candidate.name}`,
    },
    NAME: { description: 'By name, in the order of the reader’s language.', by: (candidate) => candidate.name, type: 'text', collated: true },
    LONGEST_AGO: { description: 'Those whose last engagement is longest ago first; those of whom none is known before them.', by: (candidate) => sql`coalesce(${candidate.lastUsedOn}, date '0001-01-01')`, type: 'date' },
  },
  filters: {
    states: optional(() => [CandidateState], 'text[]', 'Who stand so to what is asked for.', some('states')),
    because: optional(() => [CandidateReasonCode], 'text[]', 'Of whom one of these is to be said.', some('because')),
    without: optional(() => [CandidateReasonCode], 'text[]', 'Of whom none of these is to be said.', some('without')),
  },
  where: {
    states: (candidate, states) => sql`${candidate.state} = any(${states})`,
    because: (candidate, codes) => sql`${candidate.codes} && ${codes}`,
    without: (candidate, codes) => sql`not (${candidate.codes} && ${codes})`,
  },
});

query('expertSearch', {
  description: 'All experts, each with what speaks against them where something is asked for: languages, days, clearances and so on. The adviser’s alone; none for others.',
  args: SEARCH_ARGS,
  page: candidates,
  of: candidateRows,
  validate: validateSearch,
});

const CandidateCountryReader = reader(CandidateCountry, {
  rows: (_country, actor) => (maySearchExperts(actor) ? undefined : sql<boolean>`false`),
  fields: (row) => ({ country: one(CountryReader, (country) => sql`${country.code} = ${row.code}`) }),
});

query('expertSearchCountries', {
  description: 'How many of those whom a search finds know each country. The adviser’s alone; none for others.',
  args: COUNTRY_ARGS,
  page: connection(CandidateCountryReader, {
    description: 'countries that experts know whom a search finds',
    sorts: { MOST: { description: 'Those that most of them know first.', by: (row) => row.count, type: 'int', descending: true } },
    filters: {}, where: {},
  }),
  of: countryRows,
  validate: validateSearch,
});
