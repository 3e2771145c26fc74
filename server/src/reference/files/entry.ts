/** Reads what a reference file says, and refuses what it should not say. */
import { ReferenceFileError } from '../reference-file-error.ts';

/** An ISO 8601 year, month or day. */
export const PARTIAL_DAY = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;
/** An ISO 8601 day. */
export const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** An object of a file and its place in it. Each reading throws ReferenceFileError when the field is not what it should be. */
export class Entry {
  readonly #fields: Readonly<Record<string, unknown>>;
  readonly #read = new Set<string>();
  readonly #inside: Entry[] = [];

  constructor(readonly file: string, readonly place: string, value: unknown) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new ReferenceFileError(file, place, 'is not an object');
    this.#fields = value as Readonly<Record<string, unknown>>;
  }

  /** The names of its fields. */
  get keys(): string[] {
    return Object.keys(this.#fields);
  }

  /** Throws: the field `key` is refused for `reason`. */
  refuse(key: string, reason: string): never {
    throw new ReferenceFileError(this.file, this.#at(key), reason);
  }

  /** A text, not empty, without blanks around it, that looks like `pattern`. */
  text(key: string, pattern?: RegExp): string {
    const text = this.maybeText(key, pattern);
    return text ?? this.refuse(key, 'is missing');
  }

  /** The same, or null where there is none. */
  maybeText(key: string, pattern?: RegExp): string | null {
    const value = this.#take(key);
    if (value === undefined || value === null) return null;
    if (typeof value !== 'string' || value === '' || value.trim() !== value) this.refuse(key, 'is not a text');
    if (pattern && !pattern.test(value)) this.refuse(key, `“${value}” is not written as it should be`);
    return value;
  }

  /** A number between two bounds. */
  number(key: string, min: number, max: number): number {
    const value = this.#take(key);
    if (typeof value !== 'number' || value < min || value > max) this.refuse(key, `is not a number from ${min} to ${max}`);
    return value;
  }

  /** A whole number between two bounds. */
  integer(key: string, min = 1, max = 9999): number {
    const value = this.number(key, min, max);
    return Number.isInteger(value) ? value : this.refuse(key, 'is not a whole number');
  }

  /** The same, or null where there is none. */
  maybeInteger(key: string): number | null {
    return this.#fields[key] === null || this.#fields[key] === undefined ? this.#nothing(key) : this.integer(key);
  }

  /** True or false. */
  flag(key: string): boolean {
    const value = this.#take(key);
    return typeof value === 'boolean' ? value : this.refuse(key, 'is neither true nor false');
  }

  /** One of `codes`. */
  code<Code extends string>(key: string, codes: Iterable<Code>): Code {
    return this.#among(key, this.text(key), [...codes]);
  }

  /** One of `codes`, or null where there is none. */
  maybeCode<Code extends string>(key: string, codes: Iterable<Code>): Code | null {
    const value = this.maybeText(key);
    return value === null ? null : this.#among(key, value, [...codes]);
  }

  /** Some of `codes`, each once; none where the field is left out. */
  codes<Code extends string>(key: string, codes: Iterable<Code>): Code[] {
    const all = [...codes];
    const value = this.#take(key) ?? [];
    if (!Array.isArray(value)) this.refuse(key, 'is not a list');
    const found = value.map((code) => (typeof code === 'string' ? this.#among(key, code, all) : this.refuse(key, 'has something else than texts')));
    if (new Set(found).size !== found.length) this.refuse(key, 'says the same twice');
    return found;
  }

  /** An object inside. */
  entry(key: string): Entry {
    return this.#enter(this.#at(key), this.#take(key));
  }

  /** An object inside; an empty one where the field is left out. */
  maybeEntry(key: string): Entry {
    return this.#enter(this.#at(key), this.#take(key) ?? {});
  }

  /** The objects of a list. */
  list(key: string): Entry[] {
    const value = this.#take(key);
    if (!Array.isArray(value)) this.refuse(key, 'is not a list');
    return value.map((item, index) => this.#enter(`${this.#at(key)}[${index}]`, item));
  }

  /** Says that fields are for the people who edit the file, not for the import. */
  leave(...keys: readonly string[]): void {
    for (const key of keys) this.#read.add(key);
  }

  /** Throws when it has, here or inside, a field that nothing has read: a slip of the pen. */
  finish(): void {
    const unread = this.keys.find((key) => !this.#read.has(key));
    if (unread !== undefined) this.refuse(unread, 'is not a field of this file');
    for (const entry of this.#inside) entry.finish();
  }

  #at(key: string): string {
    return this.place === '' ? key : `${this.place}.${key}`;
  }

  #take(key: string): unknown {
    this.#read.add(key);
    return this.#fields[key];
  }

  #nothing(key: string): null {
    this.#read.add(key);
    return null;
  }

  #among<Code extends string>(key: string, value: string, codes: readonly Code[]): Code {
    return codes.find((code) => code === value) ?? this.refuse(key, `“${value}” is not a known code (${codes.join(', ')})`);
  }

  #enter(place: string, value: unknown): Entry {
    const entry = new Entry(this.file, place, value);
    this.#inside.push(entry);
    return entry;
  }
}
