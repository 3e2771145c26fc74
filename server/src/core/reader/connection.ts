/** Lists that are paged: Relay connections with filters, sorts, keyset cursors and a total count. */
import { getNamedType, type GraphQLOutputType } from 'graphql';
import type { RuleActor } from './actor.ts';
import { UserError } from '../errors.ts';
import type { ArgSpecs, ArgValues } from './args.ts';
import { MAX_PAGE } from './cost.ts';
import type { Field, Site } from './field.ts';
import { compilePage } from './page.ts';
import type { Reader } from './reader.ts';
import type { Row } from './row.ts';
import type { Sql, Value } from './sql.ts';

export interface Sort<T extends object> {
  readonly description: string;
  /** The key that rows are ordered by; never null. Ties are broken by the row's own key. */
  readonly by: (target: Row<T>) => Value;
  /** The PostgreSQL type of the key. */
  readonly type: 'text' | 'timestamptz' | 'date' | 'int';
  readonly descending?: boolean;
  /** Order as the reader's language does. */
  readonly collated?: boolean;
}

export interface ConnectionDeclaration<T extends object, A extends ArgSpecs> {
  /** What the list holds, for the schema: "training sessions". */
  readonly description: string;
  /** The first one is the default. */
  readonly sorts: Readonly<Record<string, Sort<T>>>;
  readonly filters: A;
  /** What is asked of a row as long as no filter that is `given` asks for something else; undefined for nothing. */
  readonly byDefault?: (target: Row<T>, given: ArgValues<A>) => Sql<boolean> | undefined;
  /** What each filter that is given asks of a row; all of them are met. */
  readonly where: {
    readonly [K in keyof A]: (target: Row<T>, value: NonNullable<ArgValues<A>[K]>, given: ArgValues<A>, actor: RuleActor) => Sql<boolean>;
  };
}

/** Rows that are made of what is asked for, in the place of those of a table. Made once for a page and for how many there are. */
export interface MadeRows {
  readonly args: ArgSpecs;
  readonly of: (args: ArgValues<ArgSpecs>) => Sql;
  /** Refuses arguments that each may be given, but not so together. */
  readonly validate: (args: Readonly<Record<string, unknown>>) => void;
}

/** The arguments of every connection, as coerced by GraphQL. */
export interface PageArgs {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
  readonly sort?: string | null;
  readonly filter?: Readonly<Record<string, unknown>> | null;
}

export class Connection<T extends object, A extends ArgSpecs = ArgSpecs> implements Field {
  readonly reader: Reader<T>;
  readonly declaration: ConnectionDeclaration<T, A>;
  readonly within: ((target: Row<T>) => Sql<boolean> | undefined) | undefined;
  readonly made: MadeRows | undefined;

  constructor(reader: Reader<T>, declaration: ConnectionDeclaration<T, A>, within?: (target: Row<T>) => Sql<boolean> | undefined, made?: MadeRows) {
    this.reader = reader;
    this.declaration = declaration;
    this.within = within;
    this.made = made;
  }

  /** The same list, of those rows only that belong to something. */
  where(within: (target: Row<T>) => Sql<boolean> | undefined): Connection<T, A> {
    return new Connection(this.reader, this.declaration, within);
  }

  /** The same list, of rows that are made. */
  from(made: MadeRows): Connection<T, A> {
    return new Connection(this.reader, this.declaration, this.within, made);
  }

  /** Whether cursors hold the key of the row alone. */
  get hasBareCursors(): boolean {
    return this.made !== undefined;
  }

  get defaultSort(): string {
    return Object.keys(this.declaration.sorts)[0]!;
  }

  compile(site: Site): Sql {
    return compilePage(this as never, site);
  }

  check(type: GraphQLOutputType): string[] {
    const expected = `${this.reader.name}Connection`;
    return getNamedType(type).name === expected ? [] : [`pages ${this.reader.name}, the field does not answer ${expected}`];
  }
}

function validateSize({ first, last }: PageArgs): void {
  if (first != null && last != null) throw new UserError('BAD_USER_INPUT', 'Give first or last, not both', { argument: 'last' });
  const size = first ?? last ?? 0;
  if (size < 0 || size > MAX_PAGE) {
    throw new UserError('BAD_USER_INPUT', `A page has 0 to ${MAX_PAGE} elements`, { argument: 'first', maximum: MAX_PAGE });
  }
}

/** Refuses page arguments that contradict each other or pass the limit, and cursors of another list or order. */
export function validatePage(args: PageArgs, order: string, isBare = false): void {
  validateSize(args);
  if (args.after != null && args.last != null) throw new UserError('BAD_USER_INPUT', 'after goes with first, before with last', { argument: 'after' });
  if (args.before != null && args.last == null) throw new UserError('BAD_USER_INPUT', 'before goes with last', { argument: 'before' });
  const cursor = args.after ?? args.before;
  if (cursor != null) decodeCursor(cursor, order, isBare);
}

/** A cursor without a key, as one that has an empty one. */
function unfolded(parts: unknown): unknown {
  return Array.isArray(parts) && parts.length === 2 ? [parts[0], '', parts[1]] : undefined;
}

/** The key and the row's own key that a cursor of `order`, a list in one of its sorts, holds; a bare one has no key. Throws BAD_USER_INPUT for any other text. */
export function decodeCursor(cursor: string, order: string, isBare = false): readonly [key: unknown, id: unknown] {
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    parts = undefined;
  }
  const scalar = (value: unknown): boolean => typeof value === 'string' || typeof value === 'number';
  if (isBare) parts = unfolded(parts);
  if (!Array.isArray(parts) || parts.length !== 3 || parts[0] !== order || !scalar(parts[1]) || !scalar(parts[2])) {
    throw new UserError('BAD_USER_INPUT', 'This cursor does not belong to this list in this order', { argument: 'after' });
  }
  return [parts[1], parts[2]];
}
