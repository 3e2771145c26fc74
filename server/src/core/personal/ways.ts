/** How the rows of each table lead to a person with an account, by the names of the database. */
import type { UnlinkedReason } from './codes.ts';
import type { Declarations, Declared } from './declare.ts';
import { dataRegister, nameOf, type RegisteredTable } from './register.ts';
import { metadataOf, typeOf } from '../reader/index.ts';
import { columnsOf } from './tables.ts';

/** A column that leads to a person: by their key, by their address, or by a text in which that stands. */
export interface Lead {
  readonly column: string;
  readonly holds: 'KEY' | 'ADDRESS' | 'ADDRESS_WITHIN';
  /** Whether the row is theirs; else it concerns others too. */
  readonly isOwn: boolean;
  /** The columns that are theirs alone, where the row is not. */
  readonly alone: readonly string[];
}

/** How rows of a table lead to persons, or why none does. */
export type ColumnWay = { readonly leads: readonly Lead[] } | { readonly leads: null; readonly reason: UnlinkedReason };

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
  const own = { isOwn: true, alone: [] } as const;
  if (typeof about === 'string') return { leads: [{ column: name(about), holds: 'KEY', ...own }] };
  if ('unlinked' in about) return { leads: null, reason: about.unlinked };
  if ('addressIn' in about) return { leads: [{ column: name(about.addressIn), holds: 'ADDRESS_WITHIN', ...own }] };
  const owners = (about.own ?? []).map((property): Lead => ({ column: name(property), holds: holds(declared, property), ...own }));
  const others = Object.entries(about.shared).map(([key, alone]): Lead => ({ column: name(key), holds: 'KEY', isOwn: false, alone: (alone ?? []).map(name) }));
  return { leads: [...owners, ...others] };
}

/** A text is an address; all keys of persons are UUIDs. */
function holds({ table }: Declared, property: string): Lead['holds'] {
  return typeof table !== 'string' && typeOf(table, property) === 'text' ? 'ADDRESS' : 'KEY';
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
