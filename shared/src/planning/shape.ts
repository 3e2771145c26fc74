import type { Day } from './units.ts';

/** What is wrong with a text that should be a problem or a plan. */
export type ParseCode =
  | 'NOT_AN_OBJECT' | 'NOT_A_LIST' | 'NOT_A_TEXT' | 'NOT_AN_INTEGER' | 'NOT_A_BOOLEAN' | 'NOT_ONE_OF' | 'NOT_A_DAY' | 'OUT_OF_RANGE' | 'MISSING' | 'UNKNOWN_FIELD' | 'NO_SUCH_ALTERNATIVE'
  | 'NEWER_VERSION' | 'TWICE' | 'NO_SUCH_ID' | 'OVERLAP' | 'WRONG_ENDS' | 'SEVERAL_COUNTRIES' | 'NOT_SQUARE' | 'BACKWARDS' | 'EMPTY';

/** Where: `meetings[3].placeId`. */
export interface ParseFault {
  readonly code: ParseCode;
  readonly path: string;
}

/** Says what is wrong with a value at a path; the type is that of what has no fault. */
export interface Shape<T> {
  (value: unknown, path: string): ParseFault[];
  readonly of?: T;
}

const fault = (code: ParseCode, path: string): ParseFault[] => [{ code, path }];
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

export const text: Shape<string> = (value, path) => (typeof value === 'string' ? [] : fault('NOT_A_TEXT', path));

/** A text that is not empty. */
export const id: Shape<string> = (value, path) => (typeof value === 'string' && value !== '' ? [] : fault('NOT_A_TEXT', path));

export const flag: Shape<boolean> = (value, path) => (typeof value === 'boolean' ? [] : fault('NOT_A_BOOLEAN', path));

/** A safe integer between two, both counted. */
export const integer = (least = Number.MIN_SAFE_INTEGER, most = Number.MAX_SAFE_INTEGER): Shape<number> => (value, path) => {
  if (!Number.isSafeInteger(value) || Object.is(value, -0)) return fault('NOT_AN_INTEGER', path);
  return (value as number) >= least && (value as number) <= most ? [] : fault('OUT_OF_RANGE', path);
};

/** A day that there is, of four digits of a year. */
export const day: Shape<Day> = (value, path) => {
  const at = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(`${value}T00:00Z`) : NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(value as string) ? [] : fault('NOT_A_DAY', path);
};

export const oneOf = <const T extends string | number>(...values: readonly T[]): Shape<T> => (value, path) => (values.includes(value as T) ? [] : fault('NOT_ONE_OF', path));

export const nullable = <T>(shape: Shape<T>): Shape<T | null> => (value, path) => (value === null ? [] : shape(value, path));

export const list = <T>(shape: Shape<T>): Shape<readonly T[]> => (value, path) => (Array.isArray(value) ? value.flatMap((one, n) => shape(one, `${path}[${n}]`)) : fault('NOT_A_LIST', path));

/** A record of texts by texts. */
export const record = (shape: Shape<string>): Shape<Readonly<Record<string, string>>> => (value, path) => (isObject(value) ? Object.entries(value).flatMap(([key, one]) => shape(one, `${path}.${key}`)) : fault('NOT_AN_OBJECT', path));

type Fields<T> = { readonly [K in keyof T]-?: Shape<T[K]> };

/** An object with exactly these fields: no other, so that nothing travels along that nobody asked for. */
export const object = <T>(fields: Fields<T>): Shape<T> => (value, path) => {
  if (!isObject(value)) return fault('NOT_AN_OBJECT', path);
  const known = Object.entries<Shape<unknown>>(fields).flatMap(([key, shape]) => {
    const at = path === '' ? key : `${path}.${key}`;
    return Object.hasOwn(value, key) ? shape(value[key], at) : fault('MISSING', at);
  });
  return [...known, ...Object.keys(value).filter((key) => !Object.hasOwn(fields, key)).flatMap((key) => fault('UNKNOWN_FIELD', path === '' ? key : `${path}.${key}`))];
};

/** One of several objects, told apart by what one of their fields says. */
export const byField = <T>(field: string, shapes: Readonly<Record<string, Shape<T>>>): Shape<T> => (value, path) => {
  if (!isObject(value)) return fault('NOT_AN_OBJECT', path);
  const said = value[field];
  return typeof said === 'string' && Object.hasOwn(shapes, said) ? shapes[said]!(value, path) : fault('NO_SUCH_ALTERNATIVE', path === '' ? field : `${path}.${field}`);
};

/** One of two objects: the first where it has a field. */
export const withField = <T>(field: string, first: Shape<T>, second: Shape<T>): Shape<T> => (value, path) => (isObject(value) && Object.hasOwn(value, field) ? first : second)(value, path);

/** Within a list of texts, none twice and at least so many. */
export const atLeast = <T>(least: number, shape: Shape<readonly T[]>): Shape<readonly T[]> => (value, path) => {
  const found = shape(value, path);
  return found.length === 0 && (value as unknown[]).length < least ? fault('EMPTY', path) : found;
};
