/** The register: what the features declared, by the tables and columns of the database. */
import { type EntityClass, metadataOf } from '../reader/index.ts';
import type { DataCategory, DataOrigin, DataPurpose, DataRecipient, LegalBasis, NoPersonsReason, PersonKind, RegisteredFact } from './codes.ts';
import { type Declarations, type Declared, type PersonalColumn, Proposed, type Retention } from './declare.ts';
import { columnsOf, tableName } from './tables.ts';

/** Raised when what a field of the register means changes; fields and codes may be added without. */
export const REGISTER_VERSION = 1;

export interface RegisteredColumn {
  readonly name: string;
  readonly category: DataCategory;
  readonly persons: readonly PersonKind[];
  readonly purpose: DataPurpose | null;
  readonly basis: LegalBasis | null;
  readonly retention: readonly Retention[] | null;
  readonly recipients: readonly DataRecipient[];
  readonly source: DataOrigin | null;
  readonly proposed: readonly RegisteredFact[];
}

export interface RegisteredTable {
  readonly name: string;
  readonly columns: readonly RegisteredColumn[];
  readonly otherColumns: readonly string[];
}

export interface Register {
  readonly version: number;
  readonly tables: readonly RegisteredTable[];
  readonly tablesWithoutPersons: readonly { readonly name: string; readonly reason: NoPersonsReason }[];
}

const FACTS = { PURPOSE: 'purpose', BASIS: 'basis', RETENTION: 'retention', RECIPIENTS: 'recipients', SOURCE: 'source' } as const satisfies Record<RegisteredFact, keyof PersonalColumn>;

/** The register of these declarations, by the names of tables. Throws when an entity or a property that is declared does not exist. */
export function dataRegister({ all }: Declarations): Register {
  const named = all.map((declared) => ({ name: nameOf(declared.table), declared })).sort((a, b) => (a.name < b.name ? -1 : 1));
  return {
    version: REGISTER_VERSION,
    tables: named.filter(({ declared }) => !declared.reason).map(({ name, declared }) => ({ name, ...registered(declared) })),
    tablesWithoutPersons: named.flatMap(({ name, declared: { reason } }) => (reason ? [{ name, reason }] : [])),
  };
}

/** The name of the table of an entity, or a name as it is. */
export function nameOf(table: EntityClass | string): string {
  if (typeof table === 'string') return table;
  const meta = metadataOf(table);
  return tableName(meta.schema, meta.tableName);
}

function registered({ table, columns, none }: Declared): Omit<RegisteredTable, 'name'> {
  const stored = typeof table === 'string' ? undefined : columnsOf(metadataOf(table));
  const namesOf = (column: string): readonly string[] => {
    const names = stored ? stored.get(column) : [column];
    if (!names) throw new Error(`${nameOf(table)}.${column} is in the register of personal data and is no column`);
    return names;
  };
  return {
    columns: [...columns].flatMap(([column, said]) => namesOf(column).map((name) => ({ name, ...plain(said) }))),
    otherColumns: none.flatMap(namesOf),
  };
}

function plain(said: PersonalColumn): Omit<RegisteredColumn, 'name'> {
  const facts = Object.entries(FACTS) as [RegisteredFact, (typeof FACTS)[RegisteredFact]][];
  return {
    category: said.category,
    persons: [said.of].flat() as PersonKind[],
    purpose: settled(said.purpose),
    basis: settled(said.basis),
    retention: settled(said.retention),
    recipients: settled(said.recipients),
    source: settled(said.source),
    proposed: facts.filter(([, fact]) => said[fact] instanceof Proposed).map(([code]) => code),
  };
}

function settled<T>(value: T | Proposed<T>): T {
  return value instanceof Proposed ? (value.value as T) : value;
}
