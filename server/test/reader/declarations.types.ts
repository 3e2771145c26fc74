/** What the compiler must refuse in a declaration, and what it must take. Never run: `tsc` reads it. */
import {
  type Actor, code, connection, constant, edge, embedded, inReadersOrder, localized, many, maybe, maybeLocalized, one, optional, query, reader, type Reader, required, type Row, type Sql, sql,
} from '../../src/core/reader/index.ts';
import type { LocalizedText } from '../../src/core/translation/index.ts';

declare class Town {
  code: string;
  population: number;
}

declare class TownText {
  town: Town;
  locale: string;
  name: string;
}

declare class Street {
  code: string;
  length: number;
  note: string | null;
  openedAt: Date;
  isPaved: boolean;
  tags: string[];
  town: Town;
  end: Town | null;
  others: Street[];
  name: LocalizedText;
  oldName: LocalizedText | null;
  can: { close: boolean };
}

declare const TownReader: Reader<Town>;
declare const StreetReader: Reader<Street>;
declare const street: Row<Street>;
declare const isHere: () => Sql<boolean>;
const text = { from: null as unknown as typeof TownText, text: 'name' as const, of: isHere, source: sql<string>`'en'` };

export const right = reader<Street>(null as unknown as typeof Street, {
  rows: (row, actor) => (actor.circle === 'visitor' ? sql`${row.isPaved}` : undefined),
  fields: (row) => ({
    code: row.code, length: sql<number>`${row.length} + 1`, note: row.note, openedAt: row.openedAt, tags: row.tags,
    town: one(TownReader, (town) => sql`${town.code} = ${row.town}`), end: maybe(TownReader, (town) => sql`${town.code} = ${row.end}`),
    others: many(StreetReader, { on: (other) => sql`${other.code} <> ${row.code}`, order: (other) => [other.code] }),
    name: localized(text), oldName: maybeLocalized(text), can: code({ length: row.length }, ({ length }) => ({ close: length > 1 })),
  }),
});
export const nullableTakesLess = reader<Street>(null as unknown as typeof Street, { fields: (row) => ({ note: row.code, end: one(TownReader, isHere), oldName: localized(text) }) });

// Columns that are not there.
// @ts-expect-error no such column
export const unknownColumn = sql`${street.colour}`;
// @ts-expect-error no such column of the other row
one(TownReader, (town) => sql`${town.length}`);
// @ts-expect-error no such property to declare
reader<Street>(null as unknown as typeof Street, { fields: (row) => ({ colour: row.code }) });
// @ts-expect-error no such text to translate
localized({ ...text, text: 'title' });
// @ts-expect-error no such column to sort by
connection(StreetReader, { description: 'streets', sorts: { BY: { description: '', by: (row) => row.colour, type: 'text' } }, filters: {}, where: {} });

// Values of another type.
// @ts-expect-error text for a number
reader<Street>(null as unknown as typeof Street, { fields: (row) => ({ length: row.code }) });
// @ts-expect-error a number for text
reader<Street>(null as unknown as typeof Street, { fields: (row) => ({ code: row.length }) });
// @ts-expect-error one value for a list
reader<Street>(null as unknown as typeof Street, { fields: (row) => ({ tags: row.code }) });
// @ts-expect-error a column for an object
reader<Street>(null as unknown as typeof Street, { fields: (row) => ({ town: row.code }) });
// @ts-expect-error a plain text for a localised one
reader<Street>(null as unknown as typeof Street, { fields: (row) => ({ name: row.code }) });
// @ts-expect-error a localised text for a plain one
reader<Street>(null as unknown as typeof Street, { fields: () => ({ code: localized(text) }) });
// @ts-expect-error code that makes something else
reader<Street>(null as unknown as typeof Street, { fields: () => ({ can: code({}, () => ({ close: 'yes' })) }) });
// @ts-expect-error code that needs what it is not given
code({ length: street.length }, ({ width }) => width);
// @ts-expect-error code that takes a number for text
code({ length: street.length }, ({ length }) => length.toUpperCase());
// @ts-expect-error code that takes an instant for a Date: JSON brings a text
code({ openedAt: street.openedAt }, ({ openedAt }) => openedAt.getTime());
export const instantAsText = code({ openedAt: street.openedAt }, ({ openedAt }) => openedAt.slice(0, 10));
// @ts-expect-error a predicate that is no boolean
one(TownReader, (town) => town.population);

// Null where none may be.
// @ts-expect-error a column that may be null
reader<Street>(null as unknown as typeof Street, { fields: (row) => ({ code: row.note }) });
// @ts-expect-error a row that may be missing
reader<Street>(null as unknown as typeof Street, { fields: () => ({ town: maybe(TownReader, isHere) }) });
// @ts-expect-error a text that may be missing
reader<Street>(null as unknown as typeof Street, { fields: () => ({ name: maybeLocalized(text) }) });
// @ts-expect-error code that may make null
reader<Street>(null as unknown as typeof Street, { fields: () => ({ can: code({}, () => null) }) });
// @ts-expect-error an object of columns one of which may be null
embedded<{ weight: number }>({ weight: sql<number | null>`null` });
// @ts-expect-error an object of columns that may be missing
reader<{ size: { weight: number } }>(null as never, { fields: () => ({ size: embedded<{ weight: number }>({ weight: sql<number>`1` }, isHere()) }) });

// Readers of another type, one for many and many for one.
// @ts-expect-error the reader of another type
reader<Street>(null as unknown as typeof Street, { fields: () => ({ town: one(StreetReader, isHere) }) });
// @ts-expect-error a list of another type
reader<Street>(null as unknown as typeof Street, { fields: () => ({ others: many(TownReader, { on: isHere, order: () => [] }) }) });
// @ts-expect-error one for many
reader<Street>(null as unknown as typeof Street, { fields: () => ({ others: one(StreetReader, isHere) }) });
// @ts-expect-error many for one
reader<Street>(null as unknown as typeof Street, { fields: () => ({ town: many(TownReader, { on: isHere, order: () => [] }) }) });
// @ts-expect-error a relation without an order
query('streets', { description: '', list: StreetReader });
// @ts-expect-error an order that is not made of SQL
query('streets', { description: '', list: StreetReader, order: () => ['code'] });

// Plain values where SQL goes.
declare const outside: string;
// @ts-expect-error a plain string in a hole
sql`${street.code} = ${outside}`;
// @ts-expect-error a plain number in a hole
sql`${street.length} = ${1}`;
// @ts-expect-error a plain null in a hole
sql`${street.note} = ${null}`;
// @ts-expect-error a plain string as a field
reader<Street>(null as unknown as typeof Street, { fields: () => ({ code: outside }) });
// @ts-expect-error a plain string as a predicate
one(TownReader, () => outside);
// @ts-expect-error a plain string as the key of an order
inReadersOrder({ ...text, source: outside });

// Arguments and actors.
// @ts-expect-error an argument that is not declared
edge(TownReader, 'streets', { description: '', args: { long: optional(() => Boolean, 'boolean', '') }, list: StreetReader, on: (row, _town, args) => sql`${args.wide}`, order: (row) => [row.code] });
// @ts-expect-error an optional argument used as if it were there
edge(TownReader, 'streets', { description: '', args: { long: optional(() => Boolean, 'boolean', '') }, list: StreetReader, on: (row, _town, args) => sql`${row.isPaved} = ${args.long}`, order: (row) => [row.code] });
export const requiredIsThere = () =>
  edge(TownReader, 'streets', { description: '', args: { long: required(() => Boolean, 'boolean', '') }, list: StreetReader, on: (row, _town, args) => sql`${row.isPaved} = ${args.long}`, order: (row) => [row.code] });
// @ts-expect-error a filter without its condition
connection(StreetReader, { description: 'streets', sorts: {}, filters: { long: optional(() => Boolean, 'boolean', '') }, where: {} });
// @ts-expect-error a sort by a type that cursors cannot hold
connection(StreetReader, { description: 'streets', sorts: { BY: { description: '', by: (row) => row.isPaved, type: 'boolean' } }, filters: {}, where: {} });
// @ts-expect-error who is asking has no name to bake into a plan
export const baked = (actor: Actor): string => actor.personId;
// @ts-expect-error a text that is not known when the server starts
constant(outside);
constant('KNOWN');
// @ts-expect-error a rule that wants the whole actor, not only what is in the plan's key
reader<Street>(null as unknown as typeof Street, { rows: (row, actor: Actor & { personId: string }) => sql<boolean>`${row.isPaved}` });
