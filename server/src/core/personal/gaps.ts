/** What the register and the database do not both know, each as a line that says what to do. */
import type { Register } from './register.ts';
import type { Tables } from './tables.ts';

const HOW = 'see “Data about persons” in docs/house-rules.md';

/** Whatever of `tables` is not declared, and whatever is declared and not there; empty when the register is complete. */
export function gaps(register: Register, tables: Tables): string[] {
  const patterns = register.tablesWithoutPersons.map(({ name }) => name);
  const isWithout = (name: string): boolean => patterns.some((pattern) => covers(pattern, name));
  const undeclared = [...tables.keys()]
    .filter((name) => !isWithout(name) && !register.tables.some((table) => table.name === name))
    .map((name) => `${name}: say what this table holds about persons with personalData or personalTable, or that it holds nothing with noPersons (${HOW})`);
  const gone = [...patterns, ...register.tables.map(({ name }) => name)]
    .filter((pattern) => ![...tables.keys()].some((name) => covers(pattern, name)))
    .map((name) => `${name}: is declared and is no table; take its line away, or correct the name`);
  const twice = register.tables.filter(({ name }) => isWithout(name)).map(({ name }) => `${name}: is declared to hold data about persons and to hold none`);
  return [...undeclared, ...gone, ...twice, ...register.tables.flatMap((table) => columnGaps(table, tables.get(table.name) ?? []))];
}

/** Whether a declared name means this table: `schema.*` is all of a schema. */
function covers(pattern: string, name: string): boolean {
  return pattern.endsWith('.*') ? name.startsWith(pattern.slice(0, -1)) : pattern === name;
}

function columnGaps({ name, columns, otherColumns }: Register['tables'][number], stored: readonly string[]): string[] {
  if (stored.length === 0) return [];
  const declared = [...columns.map((column) => column.name), ...otherColumns];
  return [
    ...stored.filter((column) => !declared.includes(column))
      .map((column) => `${name}.${column}: say in the table’s *.personal.ts what this column holds about a person, or put it under “none” (${HOW})`),
    ...declared.filter((column) => !stored.includes(column)).map((column) => `${name}.${column}: is declared and is no column; take its line away, or correct the name`),
    ...declared.filter((column, i) => declared.indexOf(column) !== i).map((column) => `${name}.${column}: is declared twice`),
  ];
}
