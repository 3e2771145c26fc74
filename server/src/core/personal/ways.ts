/** How the rows of each table lead to a person with an account, by the names of the database. */
import type { UnlinkedReason } from './codes.ts';
import type { Declarations, Declared } from './declare.ts';
import { dataRegister, nameOf, type RegisteredTable } from './register.ts';
import { type EntityClass, metadataOf, typeOf } from '../reader/index.ts';
import { columnsOf } from './tables.ts';

/** A column that leads to a person: by their key, by their address, by a text in which that stands, or by the key of a row that is theirs. */
export interface Lead {
  readonly column: string;
  readonly holds: 'KEY' | 'ADDRESS' | 'ADDRESS_WITHIN' | 'KEY_OF_THEIRS';
  /** The table whose row is theirs, its key, and its column that holds theirs, where it is by such a row. */
  readonly by?: { readonly table: string; readonly key: string; readonly person: string };
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
  return dataRegister(declarations).tables.map((table) => ({ ...table, way: wayOf(declared.get(table.name)!, declarations.all) }));
}

/** The tables about persons whose rows nobody could find, each as a line that says what to do; empty when there is none. */
export function withoutWay(declarations: Declarations): string[] {
  return waysOf(declarations).filter(({ way }) => way === undefined)
    .map(({ name }) => `${name}: say with “about” in the table’s *.personal.ts which column leads to the person, or with unlinked(…) why none does (${HOW})`);
}

function wayOf(declared: Declared, all: readonly Declared[]): ColumnWay | undefined {
  const { about } = declared;
  const name = columnNamesOf(declared);
  if (about === undefined) return undefined;
  const own = { isOwn: true, alone: [] } as const;
  if (typeof about === 'string') return { leads: [{ column: name(about), holds: 'KEY', ...own }] };
  if ('unlinked' in about) return { leads: null, reason: about.unlinked };
  if ('through' in about) {
    const direct = (about.own ?? []).map((property): Lead => ({ column: name(property), holds: holds(declared, property), ...own }));
    return { leads: [{ column: name(about.through), holds: 'KEY_OF_THEIRS', by: byOf(declared, about.through, all), ...own }, ...direct] };
  }
  if ('addressIn' in about) return { leads: [{ column: name(about.addressIn), holds: 'ADDRESS_WITHIN', ...own }] };
  const owners = (about.own ?? []).map((property): Lead => ({ column: name(property), holds: holds(declared, property), ...own }));
  const others = Object.entries(about.shared).map(([key, alone]): Lead => ({ column: name(key), holds: 'KEY', isOwn: false, alone: (alone ?? []).map(name) }));
  return { leads: [...owners, ...others] };
}

/** The table that a column leads through. Throws where that is nobody's by a column of its own. */
function byOf({ table }: Declared, property: string, all: readonly Declared[]): NonNullable<Lead['by']> {
  if (typeof table === 'string') throw new Error(`${table}: only a table with an entity leads through another`);
  const { targetMeta } = metadataOf(table).properties[property as never] as unknown as { targetMeta: { class: EntityClass; tableName: string; primaryKeys: string[] } };
  const other = all.find((one) => one.table === targetMeta.class);
  if (typeof other?.about !== 'string') throw new Error(`${nameOf(table)}.${property} leads to ${targetMeta.tableName}, which is nobody’s by a column of its own`);
  const column = columnNamesOf(other);
  return { table: targetMeta.tableName, key: column(targetMeta.primaryKeys[0]!), person: column(other.about) };
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
