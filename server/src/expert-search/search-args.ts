/** What a search of experts asks for: declared once, as GraphQL and as SQL. */
import { GraphQLBoolean, GraphQLID, GraphQLInt } from 'graphql';
import { GraphQLCountryCode, GraphQLLocalDate } from 'graphql-scalars';
import { UserError } from '../core/errors.ts';
import { type ArgValues, keyOfId, optional } from '../core/reader/index.ts';
import { CefrLevel } from '../vocabulary/index.ts';

/** How many days are asked for at most, how many choices there are of one thing, how far back "lately" reaches, and how many experts are named: as many as are asked at once. */
const MOST_DAYS = 62;
const MOST_CHOICES = 20;
const MOST_MONTHS = 120;
const MOST_EXPERTS = 30;

/** Refuses a list that is empty, or longer than anybody means. */
export function some(argument: string) {
  return (codes: readonly string[]): readonly string[] => {
    if (codes.length === 0 || codes.length > MOST_CHOICES) throw new UserError('BAD_USER_INPUT', `1 to ${MOST_CHOICES} of them`, { argument, maximum: MOST_CHOICES });
    return codes;
  };
}

function months(count: number): number {
  if (count < 1 || count > MOST_MONTHS) throw new UserError('BAD_USER_INPUT', `1 to ${MOST_MONTHS} months`, { argument: 'restedMonths', maximum: MOST_MONTHS });
  return count;
}

function keys(ids: readonly string[]): readonly string[] {
  if (ids.length === 0 || ids.length > MOST_EXPERTS) throw new UserError('BAD_USER_INPUT', `1 to ${MOST_EXPERTS} experts`, { argument: 'experts', maximum: MOST_EXPERTS });
  return ids.map((id) => keyOfId('Expert', id, 'uuid'));
}

export const SEARCH_ARGS = {
  professions: optional(() => [String], 'text[]', 'Of one of these professions, by their codes.', some('professions')),
  languages: optional(() => [String], 'text[]', 'Who work in one of these languages, by their codes.', some('languages')),
  atLeast: optional(() => CefrLevel, 'text', 'At this level or better in one of `languages`; in any language without them.'),
  theme: optional(() => String, 'text', 'Who work on this theme, by its code.'),
  country: optional(() => GraphQLCountryCode, 'text', 'Who know this country.'),
  from: optional(() => GraphQLLocalDate, 'date', 'The first day on which they are to be free.'),
  until: optional(() => GraphQLLocalDate, 'date', `The last one, ${MOST_DAYS} days from the first at most, both counted; the first, where none is given.`),
  isCleared: optional(() => GraphQLBoolean, 'boolean', 'Whether a clearance must let them go on each of the days; goes with `from`.'),
  mission: optional(() => GraphQLID, 'uuid', 'Where a clearance is asked for: those that were given for this mission count too, by its id. One that was given for a mission counts for no other, and for none once that one was given up.', (id) => keyOfId('Mission', id, 'uuid')),
  restedMonths: optional(() => GraphQLInt, 'int', 'Who were last engaged this many months before the first day, or before today where no day is given.', months),
  experts: optional(() => [GraphQLID], 'uuid[]', `These experts only, by their ids; ${MOST_EXPERTS} at most.`, keys),
};

/** The arguments as a statement has them; those that are not given are not there. */
export type SearchArgs = ArgValues<typeof SEARCH_ARGS>;

function validateDays(first: string | null, last: string | null): void {
  if (first === null || last === null) return;
  const days = (Date.parse(last) - Date.parse(first)) / 86_400_000 + 1;
  if (days < 1 || days > MOST_DAYS) throw new UserError('BAD_USER_INPUT', `1 to ${MOST_DAYS} days`, { argument: 'until', maximum: MOST_DAYS });
}

/** Refuses days that do not go together, and a mission that is none, whether it is looked at or not. */
export function validateSearch({ from, until, isCleared, mission }: Readonly<Record<string, unknown>>): void {
  if (typeof mission === 'string') keyOfId('Mission', mission, 'uuid');
  const [first, last] = [from ?? null, until ?? null] as [string | null, string | null];
  if (first === null && (last !== null || isCleared === true)) throw new UserError('BAD_USER_INPUT', 'The first day is missing', { argument: 'from' });
  validateDays(first, last);
}
