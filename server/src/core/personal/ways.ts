/** How the rows of each table lead to a person with an account, by the names of the database. */
import type { UnlinkedReason } from './codes.ts';
import type { Declarations, Declared } from './declare.ts';
import { dataRegister, nameOf, type RegisteredTable } from './register.ts';
import { metadataOf } from '../reader/index.ts';
import { columnsOf } from './tables.ts';

/** A way, in the columns of a table. */
export type ColumnWay =
  | { readonly kind: 'OWN'; readonly key: string }
  | { readonly kind: 'SHARED'; readonly keys: ReadonlyMap<string, readonly string[]> }
  | { readonly kind: 'ADDRESS'; readonly column: string }
  | { readonly kind: 'NONE'; readonly reason: UnlinkedReason };

/** A table about persons with its way; `way` is undefined where nobody has said any. */
export interface TableWay extends RegisteredTable {
  readonly way: ColumnWay | undefined;
}

const HOW = 'see “Data about persons” in docs/house-rules.md';

/** The ways of all tables about persons, in the order of their names. Throws for a column that does not exist. */
export function waysOf(declarations: Declarations): TableWay[] {
  const declared = new Map(declarations.all.map((one) => [nameOf(one.table), one]));
  return dataRegister(declarations).tables.map((table) => ({ ...table, way: wayOf(declared.get(table.name)!) }));
}

/** The tables about persons whose rows nobody could find, each as a line that says what to do; empty when there is none. */
export function withoutWay(declarations: Declarations): string[] {
  return waysOf(declarations).filter(({ way }) => way === undefined)
    .map(({ name }) => `${name}: say with “about” in the table’s *.personal.ts which column leads to the person, or with unlinked(…) why none does (${HOW})`);
}

function wayOf(declared: Declared): ColumnWay | undefined {
  const { about } = declared;
  const name = columnNamesOf(declared);
  if (about === undefined) return undefined;
  if (typeof about === 'string') return { kind: 'OWN', key: name(about) };
  if ('unlinked' in about) return { kind: 'NONE', reason: about.unlinked };
  if ('addressIn' in about) return { kind: 'ADDRESS', column: name(about.addressIn) };
  return { kind: 'SHARED', keys: new Map(Object.entries(about.shared).map(([key, own]) => [name(key), (own ?? []).map(name)])) };
}

/** Gives the column of a property; of a table without an entity, the column itself. */
export function columnNamesOf({ table }: Pick<Declared, 'table'>): (property: string) => string {
  const stored = typeof table === 'string' ? undefined : columnsOf(metadataOf(table));
  return (property) => {
    const names = stored ? stored.get(property) : [property];
    if (names?.length !== 1) throw new Error(`${nameOf(table)}.${property} is no column`);
    return names[0]!;
  };
}
