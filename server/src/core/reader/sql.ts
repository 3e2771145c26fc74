/**
 * A fragment of SQL whose holes take fragments and late-bound parameters only: a plain value can never become part of
 * a statement's text. `T` is the TypeScript type of the value the fragment stands for.
 */

/** What a statement knows when it is compiled: everything that decides its text. */
export interface CompileContext {
  readonly locale: Locale;
  readonly probes: readonly Probe[];
  readonly circle: string;
  /** A new alias for a row, unique in the statement. */
  alias(): string;
}

/** What a statement gets when it runs: everything that decides its parameters. */
export interface BindContext {
  readonly probes: readonly Probe[];
  readonly actor: Actor;
  /** The coerced arguments of each field that has some, by slot. */
  readonly args: readonly Readonly<Record<string, unknown>>[];
}

/** A value sent beside the text, with the PostgreSQL type it is cast to. */
export class Param<T = unknown> {
  declare readonly value: T;
  readonly type: string;
  readonly read: (bind: BindContext) => unknown;

  constructor(type: string, read: (bind: BindContext) => unknown) {
    if (!/^[a-z_ ]+(\[\])?$/.test(type)) throw new Error(`Not a type name: ${type}`);
    this.type = type;
    this.read = read;
  }
}

/** A fragment that is only known once the reader's language or circle is. */
export class Late<T = unknown> {
  declare readonly value: T;
  readonly make: (context: CompileContext) => Sql;

  constructor(make: (context: CompileContext) => Sql) {
    this.make = make;
  }
}

export type Hole = Sql | Param | Late;

export class Sql<T = unknown> {
  declare readonly value: T;
  readonly strings: readonly string[];
  readonly holes: readonly Hole[];

  constructor(strings: readonly string[], holes: readonly Hole[]) {
    this.strings = strings;
    this.holes = holes;
  }
}

/** Any fragment that stands for a value of type `T`. */
export type Value<T = unknown> = Sql<T> | Param<T> | Late<T>;

/** Writes a fragment: `` sql<number>`${t.seats} - ${t.seatsTaken}` ``. Throws on a hole that is not a fragment. */
export function sql<T = unknown>(strings: TemplateStringsArray, ...holes: Hole[]): Sql<T> {
  for (const hole of holes) {
    if (!(hole instanceof Sql || hole instanceof Param || hole instanceof Late)) {
      throw new Error('A hole in SQL takes a fragment or a parameter, never a plain value');
    }
  }
  return new Sql<T>(strings, holes);
}

/** A piece of text of our own making. Never pass it anything that came from outside. */
export function raw<T = unknown>(text: string): Sql<T> {
  return new Sql<T>([text], []);
}

/** A quoted identifier. Throws on anything but letters, digits, `_` and `-`. */
export function identifier<T = unknown>(name: string): Sql<T> {
  if (!/^[A-Za-z_][A-Za-z0-9_-]*$/.test(name)) throw new Error(`Not an identifier: ${name}`);
  return raw<T>(`"${name}"`);
}

/** A quoted text constant of our own making: an enum value, a table's fixed key. What is only known as some text is refused by its type. */
export function constant<const T extends string>(text: string extends T ? never : T): Sql<T> {
  return quoted(text) as Sql<T>;
}

function quoted(text: string): Sql<string> {
  return raw<string>(`'${text.replaceAll("'", "''")}'`);
}

/** A text made of constants and of fragments that give text. It knows its parts, so that constants that meet become one. */
export class Text extends Sql<string> {
  readonly parts: readonly (string | Hole)[];

  constructor(parts: readonly (string | Hole)[]) {
    const merged: (string | Hole)[] = [];
    for (const part of parts.flatMap((given) => (given instanceof Text ? given.parts : [given]))) {
      const last = merged.at(-1);
      if (typeof part === 'string' && typeof last === 'string') merged[merged.length - 1] = last + part;
      else merged.push(part);
    }
    const holes = merged.map((part) => (typeof part === 'string' ? quoted(part) : part));
    super(['', ...holes.slice(1).map(() => ' || '), ''], holes);
    this.parts = merged;
  }
}

/** Constants of our own making and fragments, as one text. */
export function text(...parts: readonly (string | Hole)[]): Text {
  return new Text(parts);
}

/** A JSON object, given the JSON text of each of its members. Keys are GraphQL names. */
export function jsonObject(members: readonly (readonly [key: string, json: string | Hole])[]): Text {
  return new Text(['{', ...members.flatMap(([key, json], i) => [`${i > 0 ? ',' : ''}"${key}":`, json]), '}']);
}

/** Fragments one after the other. */
export function join(fragments: readonly Hole[], separator: string): Sql {
  if (fragments.length === 0) return raw('');
  return new Sql(['', ...fragments.slice(1).map(() => separator), ''], fragments);
}

/** All of the predicates that are there; `true` when there is none. */
export function all(predicates: readonly (Sql | undefined)[]): Sql<boolean> {
  const present = predicates.filter((predicate) => predicate !== undefined);
  return present.length === 0
    ? raw<boolean>('true')
    : (join(present.map((predicate) => sql`(${predicate})`), ' and ') as Sql<boolean>);
}

/** The statement's text with `$1 …` and, in that order, where their values come from. */
export interface Rendered {
  readonly text: string;
  readonly params: readonly Param[];
}

/** Turns a fragment into text; the same parameter used twice is sent once. */
export function render(fragment: Sql, context: CompileContext): Rendered {
  const params: Param[] = [];
  const out: string[] = [];
  const write = (hole: Hole): void => {
    if (hole instanceof Late) return write(hole.make(context));
    if (hole instanceof Param) {
      let index = params.indexOf(hole);
      if (index < 0) index = params.push(hole) - 1;
      out.push(`$${index + 1}::${hole.type}`);
      return;
    }
    hole.strings.forEach((text, i) => {
      out.push(text);
      const next = hole.holes[i];
      if (next !== undefined) write(next);
    });
  };
  write(fragment);
  return { text: out.join(''), params };
}

import type { Locale, Probe } from '@passerelle/shared/locales.ts';
import type { Actor } from './actor.ts';
