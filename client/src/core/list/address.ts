import type { LocationQuery, LocationQueryRaw } from 'vue-router';

/** The conditions of a list as the form holds them: the empty string asks nothing. */
export type Conditions<Name extends string> = Record<Name, string>;

/** What each condition may be: any text, a day, or one of the values listed. */
export type ConditionKinds<Name extends string> = Readonly<Record<Name, 'text' | 'day' | readonly string[]>>;

const LONGEST_TEXT = 200;

/** The conditions that an address holds; what it holds wrongly asks nothing. */
export function readConditions<Name extends string>(kinds: ConditionKinds<Name>, query: LocationQuery): Conditions<Name> {
  const read = (name: Name): string => {
    const value = single(query[name]);
    const kind = kinds[name];
    if (kind === 'text') return value.trim().slice(0, LONGEST_TEXT);
    if (kind === 'day') return isDay(value) ? value : '';
    return kind.includes(value) ? value : '';
  };
  return Object.fromEntries(names(kinds).map((name) => [name, read(name)])) as Conditions<Name>;
}

/** The address that holds the conditions, from the first page; those that ask nothing are left out. */
export function writeConditions<Name extends string>(conditions: Conditions<Name>): LocationQueryRaw {
  return Object.fromEntries(Object.entries<string>(conditions)
    .map(([name, value]) => [name, value.trim()]).filter(([, value]) => value !== ''));
}

/** The place in a list that an address holds, as the API asks for it: a page after or before a cursor. */
export function readPlace(query: LocationQuery, size: number): { first?: number; after?: string; last?: number; before?: string } {
  const [after, before] = [single(query.after), single(query.before)];
  if (before) return { last: size, before };
  return after ? { first: size, after } : { first: size };
}

/** The address of the page that follows a cursor, conditions kept. */
export function nextPage({ before: _before, ...query }: LocationQuery, endCursor: string): LocationQueryRaw {
  return { ...query, after: endCursor };
}

/** The address of the page that precedes a cursor, conditions kept. */
export function previousPage({ after: _after, ...query }: LocationQuery, startCursor: string): LocationQueryRaw {
  return { ...query, before: startCursor };
}

/** The address of the list without one of its conditions, from the first page. */
export function withoutCondition(query: LocationQuery, name: string): LocationQueryRaw {
  return Object.fromEntries(Object.entries(query).filter(([key]) => key !== name && key !== 'after' && key !== 'before'));
}

/** A condition as the API wants it: nothing rather than an empty string. */
export function given<Value extends string>(value: Value | ''): Value | undefined {
  return value === '' ? undefined : value;
}

function names<Name extends string>(kinds: ConditionKinds<Name>): Name[] {
  return Object.keys(kinds) as Name[];
}

function single(value: LocationQuery[string] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? '';
}

function isDay(value: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(`${value}T00:00:00Z`))
    && new Date(`${value}T00:00:00Z`).toISOString().startsWith(value);
}
