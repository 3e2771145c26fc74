/** The pieces that the plain resolvers are made of. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { page, type PageArgs } from './lists.ts';
import { shown } from './localise.ts';
import type { Cell, Row } from './rows.ts';
import type { World } from './world.ts';

export interface Context {
  readonly world: World;
  readonly locale: Locale;
  /** Root fields that are read were executed. */
  reads: boolean;
}

export type Resolve = (row: Row, args: Readonly<Record<string, unknown>>, context: Context) => unknown;

export const rowsOf = (table: string, column: string, key: string): Resolve => (row, _args, { world }) => world.rows.where(table, column, row[key]!);
export const oneOf = (table: string, column: string): Resolve => (row, _args, { world }) => (row[column] === null ? null : world.rows.one(table, table === 'listed_expert' ? 'uuid' : 'code', row[column]!));
export const self: Resolve = (row) => row;
export const id = (type: string, key: string): Resolve => (row) => `${type}_${String(row[key])}`;
export const text = (table: string, owner: string, key: string, column: string): Resolve => (row, _args, { world, locale }) =>
  shown(locale, world.rows.where(table, owner, row[key]!), column, (row.source_locale ?? 'en') as string, row.source_version as number | undefined);
export const by = (resolve: Resolve, ...keys: ((row: Row, context: Context) => Cell)[]): Resolve => (row, args, context) =>
  [...(resolve(row, args, context) as Row[])].sort((a, b) => {
    for (const key of keys) {
      const [left, right] = [key(a, context)!, key(b, context)!];
      if (left !== right) return left < right ? -1 : 1;
    }
    return 0;
  });
export const at = (column: string) => (row: Row): Cell => row[column]!;
export const ranked = (column: string) => (row: Row, { world }: Context): Cell => world.textRank(row[column]);
export const through = (link: string, owner: string, key: string, table: string, column: string): Resolve => (row, _args, { world }) =>
  world.rows.where(link, owner, row[key]!).map((x) => ({ ...world.rows.one(table, column.slice(column.lastIndexOf('_') + 1), x[column]!)!, link_position: x.position ?? 0 }));
export const paged = (type: string, within?: (world: World, row: Row, owner: Row) => boolean): Resolve => (owner, args, { world, locale }) =>
  page(world, locale, type, args as unknown as PageArgs, within && ((row) => within(world, row, owner)));
export const organisationOf: Resolve = (row, _args, { world }) => (row.organisation_slug === null ? null : world.rows.one('organisation', 'slug', row.organisation_slug!));
