/** How a feature says what its tables hold about persons: `*.personal.ts`, beside the entity. */
import type { EntityClass } from '../reader/index.ts';
import type { DataCategory, DataOrigin, DataPurpose, DataRecipient, LegalBasis, NoPersonsReason, PersonKind, RetentionEvent, UnlinkedReason } from './codes.ts';

/** A time, ISO 8601: years, months, days, hours or minutes. `P0D` is at once. */
type Period = `P${number}${'Y' | 'M' | 'D'}` | `PT${number}${'H' | 'M'}`;

/** How long, counted from what. */
export interface Retention {
  readonly period: Period;
  readonly from: RetentionEvent;
}

/** What the controller has still to confirm. */
export class Proposed<T> {
  readonly value: T;
  constructor(value: T) {
    this.value = value;
  }
}

type MayBeProposed<T> = T | Proposed<T>;

/** What is said of a column. A purpose, basis, time or source that nobody knows is null, and shown as unknown. */
export interface PersonalColumn {
  readonly category: DataCategory;
  /** Whose data it is; several where a text names one person in what is said of another. */
  readonly of: PersonKind | readonly PersonKind[];
  readonly purpose: MayBeProposed<DataPurpose> | null;
  readonly basis: MayBeProposed<LegalBasis> | null;
  /** What ends the time first, where there are several. */
  readonly retention: MayBeProposed<readonly Retention[]> | null;
  readonly recipients: MayBeProposed<readonly DataRecipient[]>;
  readonly source: MayBeProposed<DataOrigin> | null;
}

/**
 * How a row leads to the person with an account whom it is about, or why it does not. A column: it holds their key, and the row
 * is theirs and goes with them. `own`: several such columns, of which a text holds their address. `shared`: the row concerns others
 * too and stays; by the column that holds the key of each, the columns that are theirs alone, shown to nobody else and emptied with
 * them. `addressIn`: a text in which their address stands. `through`: a column that holds the key of a row of another table, which
 * is theirs by a column of its own, and which this row goes with; `own` beside it: columns that hold the key of the person whose row it is where it is of nobody of that table.
 */
export type Way<C extends string> =
  | C | { readonly own?: readonly C[]; readonly shared: { readonly [K in C]?: readonly C[] } } | { readonly addressIn: C } | { readonly through: C; readonly own?: readonly C[] } | { readonly unlinked: UnlinkedReason };

/**
 * Who sees to it that data goes when a time is over: a job (`by`), a mutation that does it at once (`act`), the row of another
 * table that it goes `with`, somebody's hand, or the daily work of retention, which counts from a day or an instant of the row
 * (`after`) or of the row that `of` leads to. Rows without that instant stay.
 */
export type Forgetting<C extends string> =
  | { readonly by: string } | { readonly act: string } | { readonly with: EntityClass } | { readonly hand: 'OPERATOR' }
  | { readonly after: C } | { readonly after: string; readonly of: C };

/** A table about persons: its columns, with what is the same for all of them said once beside them. */
export interface PersonalTable<C extends string> extends Partial<PersonalColumn> {
  readonly about?: Way<C>;
  /** By the event that a time is counted from. */
  readonly forgotten?: { readonly [E in RetentionEvent]?: Forgetting<C> };
  /** What each column about persons adds to the words of the table, or says otherwise. */
  readonly columns: { readonly [K in C]?: Partial<PersonalColumn> };
  /** The columns that say nothing about a person. */
  readonly none?: readonly C[];
}

export interface Declared {
  /** The entity, or the name of a table that has none. */
  readonly table: EntityClass | string;
  readonly columns: ReadonlyMap<string, PersonalColumn>;
  readonly none: readonly string[];
  readonly about: Way<string> | undefined;
  readonly forgotten: NonNullable<PersonalTable<string>['forgotten']>;
  /** Where the whole table holds nothing about persons: why. */
  readonly reason: NoPersonsReason | undefined;
  /** For how long such rows are kept all the same, where that is said. */
  readonly passing?: Passing | undefined;
}

/** For how long rows about nobody are kept, from a day or an instant of each. */
interface Passing {
  readonly period: Period;
  /** A property of the entity. */
  readonly after: string;
}

const FACTS = ['category', 'of', 'purpose', 'basis', 'retention', 'recipients', 'source'] as const satisfies readonly (keyof PersonalColumn)[];

export class Declarations {
  readonly all: Declared[] = [];

  /** The same for an entity: columns are named by its properties. Throws when a column lacks a statement, or a table is declared twice. */
  readonly personalData = <T extends object>(entity: EntityClass<T>, table: PersonalTable<keyof T & string>): void => this.#add(entity, table);

  /** The same for a table without an entity, by its name (`account`; `graphile_worker._private_jobs` outside of `public`) and the names of its columns. */
  readonly personalTable = (name: string, table: PersonalTable<string>): void => this.#add(name, table);

  /** Declares that tables hold nothing about persons, by their entities or names; `graphile_worker.*` is a whole schema. Rows that pass are deleted by the daily work of retention. */
  readonly noPersons = (reason: NoPersonsReason, tables: readonly (EntityClass | string)[], passing?: Passing): void => {
    for (const table of tables) this.#keep({ table, columns: new Map(), none: [], about: undefined, forgotten: {}, reason, passing });
  };

  #add(table: EntityClass | string, { columns, none = [], about, forgotten = {}, ...shared }: PersonalTable<string>): void {
    const complete = Object.entries(columns).map(([column, own]) => {
      const said = { ...shared, ...own };
      const missing = FACTS.filter((fact) => said[fact] === undefined);
      if (missing.length > 0) throw new Error(`${nameOf(table)}.${column} is declared without ${missing.join(', ')}: say it of the column or of the whole table`);
      return [column, said as PersonalColumn] as const;
    });
    this.#keep({ table, columns: new Map(complete), none, about, forgotten, reason: undefined });
  }

  #keep(declared: Declared): void {
    if (this.all.some(({ table }) => table === declared.table)) throw new Error(`${nameOf(declared.table)} is declared twice in the register of personal data`);
    this.all.push(declared);
  }
}

function nameOf(table: EntityClass | string): string {
  return typeof table === 'string' ? table : table.name;
}

/** Marks what the controller has still to confirm: a careful guess, and shown as one. */
export function proposed<const T>(value: T): Proposed<T> {
  return new Proposed(value);
}

/** A time, counted from an event. */
export function kept(period: Period, from: RetentionEvent): Retention {
  return { period, from };
}

/** No longer than until an event. */
export function until(event: RetentionEvent): Retention {
  return kept('P0D', event);
}

/** Why no row of a table leads to a person with an account. */
export function unlinked(reason: UnlinkedReason): { readonly unlinked: UnlinkedReason } {
  return { unlinked: reason };
}

/** What the features have declared. */
export const declarations = new Declarations();
