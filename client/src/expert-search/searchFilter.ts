import { CEFR_LEVELS } from '../core/labels/index.ts';
import { type Conditions, given } from '../core/list/index.ts';
import type { CandidateState, CountryVariables, ReasonCode, SearchVariables } from './useSearch.ts';

/** How experts stand to what is asked for, those who fit first. */
export const STATES = ['FITS', 'UNSURE', 'LEFT_OUT'] as const satisfies readonly CandidateState[];

/** All that can be said of an expert: what leaves them out, then what is not known. */
export const REASONS = [
  'PROFESSION', 'LANGUAGE', 'LEVEL', 'THEME', 'COUNTRY', 'NOT_CLEARED', 'BUSY', 'ANSWERED_NO', 'USED_LATELY', 'MAYBE_BUSY', 'ANSWERED_PERHAPS', 'NOT_ANSWERED', 'NO_ANSWER', 'NOT_ASKED', 'NEVER_USED',
] as const satisfies readonly ReasonCode[];

/** So many months without an engagement can be asked for. */
export const MONTHS = ['3', '6', '12', '24'] as const;

/** What experts can be searched by, as the address names it. */
export const SEARCH_CONDITIONS = {
  profession: 'text', orProfession: 'text', language: 'text', orLanguage: 'text', atLeast: CEFR_LEVELS, theme: 'text', country: 'text', knows: ['yes'], from: 'day', until: 'day', cleared: ['yes'], mission: 'text', rested: MONTHS,
  state: STATES, because: REASONS, sort: ['NAME', 'LONGEST_AGO'],
} as const;

/** The conditions as the form and the address hold them. */
export type SearchConditions = Conditions<keyof typeof SEARCH_CONDITIONS>;

const MOST_DAYS = 62;
const DAY = 86_400_000;

/** The last day that can be asked for with a first one; empty without. */
export function lastDayFor(from: string): string {
  return from === '' ? '' : new Date(Date.parse(from) + (MOST_DAYS - 1) * DAY).toISOString().slice(0, 10);
}

/** The days that are asked for; an address that holds them wrongly asks for the first alone, or for none. */
export function daysAsked({ from, until }: Pick<SearchConditions, 'from' | 'until'>): { readonly from: string; readonly until: string } | undefined {
  if (from === '') return undefined;
  return { from, until: until >= from && until <= lastDayFor(from) ? until : from };
}

const among = <Value extends string>(values: readonly Value[], value: string): Value | undefined => values.find((one) => one === value);

function some(...codes: readonly string[]): string[] | undefined {
  const chosen = [...new Set(codes.filter((code) => code !== ''))];
  return chosen.length > 0 ? chosen : undefined;
}

/** The id of a mission, as the address holds it; nothing where it holds it wrongly. */
function missionAsked(mission: string): string | undefined {
  return /^Mission_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(mission) ? mission : undefined;
}

/** What is asked for, as the API takes it. */
export function searched(conditions: SearchConditions): Omit<SearchVariables, 'filter' | 'sort'> {
  const { profession, orProfession, language, orLanguage, theme, country, cleared, mission, rested } = conditions;
  const days = daysAsked(conditions);
  return {
    professions: some(profession, profession && orProfession), languages: some(language, language && orLanguage), atLeast: among(CEFR_LEVELS, conditions.atLeast), theme: given(theme), country: given(country),
    from: days?.from, until: days?.until, isCleared: days && cleared === 'yes' ? true : undefined, mission: days && cleared === 'yes' ? missionAsked(mission) : undefined, restedMonths: rested === '' ? undefined : Number(rested),
  };
}

/** Whether those who do not know the country that is asked for are left out of the list. */
const withoutOthers = ({ country, knows }: SearchConditions): ReasonCode[] | undefined => (country !== '' && knows === 'yes' ? ['COUNTRY'] : undefined);

/** How those who are listed stand to it, and one of the reasons that are said of them. */
function narrowed(conditions: SearchConditions): { readonly states: CandidateState[] | undefined; readonly because: ReasonCode[] | undefined } {
  const [state, because] = [among(STATES, conditions.state), among(REASONS, conditions.because)];
  return { states: state && [state], because: because && [because] };
}

/** What is asked for but a country, with who of those who are found is counted: as many as are listed once a country is asked for, and those who do not know it are left out. */
export function countryVariables(conditions: SearchConditions): CountryVariables {
  return { ...searched({ ...conditions, country: '' }), ...narrowed(conditions) };
}

/** The same with who of them is listed, and in which order. */
export function searchVariables(conditions: SearchConditions): SearchVariables {
  const without = withoutOthers(conditions);
  return { ...searched(conditions), without, filter: { ...narrowed(conditions), without }, sort: among(['NAME', 'LONGEST_AGO'] as const, conditions.sort) ?? 'NEAREST' };
}
