/** Who sees to it that data goes when its time is over: each time of the register, with whoever ends it. */
import type { RetentionEvent } from './codes.ts';
import { type Declarations, type Declared, type Forgetting, Proposed, type Retention } from './declare.ts';
import { nameOf } from './register.ts';
import { metadataOf, typeOf } from '../reader/index.ts';
import { columnNamesOf } from './ways.ts';

/** Rows whose time is counted from a column: which the daily work of retention deletes. */
export interface Due {
  readonly table: string;
  /** ISO 8601. */
  readonly period: string;
  /** The instant, in SQL, from which the time counts; `t` is the row. A day counts from its end. */
  readonly from: string;
  /** The table and the condition of the row `o` that has it, where it is not `t`. */
  readonly through: { readonly table: string; readonly on: string } | undefined;
}

/** A time of a table, and who ends it; `forgetting` is undefined where nobody does. */
export interface Term {
  readonly table: string;
  readonly event: RetentionEvent;
  readonly period: string;
  readonly forgetting: Forgetting<string> | undefined;
}

/** Every time of every table, once, each with whoever ends it. */
export function termsOf({ all }: Declarations): Term[] {
  return all.flatMap((declared) => timesOf(declared).map(({ period, from }) => ({ table: nameOf(declared.table), event: from, period, forgetting: declared.forgotten[from] })));
}

/** What is due by the columns of rows: one for each time that the daily work of retention ends. Throws for a column that does not exist. */
export function forgettings({ all }: Declarations): Due[] {
  return all.flatMap((declared) => [...(declared.passing ? [dueOf(declared, declared.passing.period, declared.passing)] : []), ...timesOf(declared).flatMap(({ period, from }) => {
    const forgetting = declared.forgotten[from];
    return forgetting && 'after' in forgetting ? [dueOf(declared, period, forgetting)] : [];
  })]);
}

function timesOf({ columns }: Declared): Retention[] {
  const said = [...columns.values()].flatMap(({ retention }) => (retention instanceof Proposed ? (retention.value as readonly Retention[]) : retention) ?? []);
  return [...new Map(said.map((time) => [`${time.period} ${time.from}`, time])).values()];
}

function dueOf(declared: Declared, period: string, forgetting: { readonly after: string; readonly of?: string }): Due {
  const { table } = declared;
  if (typeof table === 'string') throw new Error(`${table}: only a table with an entity is looked after by the daily work of retention`);
  if (forgetting.of === undefined) return { table: nameOf(table), period, from: instant(`t."${columnNamesOf(declared)(forgetting.after)}"`, typeOf(table, forgetting.after)), through: undefined };
  const { targetMeta, fieldNames } = metadataOf(table).properties[forgetting.of as never] as unknown as { targetMeta: { class: never; tableName: string; primaryKeys: string[] }; fieldNames: string[] };
  const other = targetMeta.class;
  const column = columnNamesOf({ table: other });
  return {
    table: nameOf(table), period, from: instant(`o."${column(forgetting.after)}"`, typeOf(other, forgetting.after)),
    through: { table: targetMeta.tableName, on: `o."${column(targetMeta.primaryKeys[0]!)}" = t."${fieldNames[0]!}"` },
  };
}

function instant(column: string, type: string): string {
  return type === 'date' ? `((${column} + 1)::timestamp at time zone 'UTC')` : column;
}
