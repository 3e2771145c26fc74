/** The price of a document: how many values it may have to produce, worked out before anything runs. */
import type { CostNode } from './field.ts';

/** How many elements a list without a page size is assumed to have. */
export const ASSUMED_LIST = 10;

export function costNode(rows: CostNode['rows'] = 1): CostNode {
  return { rows, fields: 0, below: [] };
}

/** The number of values that `node` asks for, given the arguments of each slot (`first` or `last` say the rows). */
export function price(node: CostNode, args: readonly Readonly<Record<string, unknown>>[]): number {
  // A page of none still costs its statement: what is below it is written and planned all the same.
  const rows = typeof node.rows === 'number' ? node.rows : Math.max(pageSize(args[node.rows.slot] ?? {}), 1);
  let each = node.fields;
  for (const child of node.below) each += price(child, args);
  return rows * each;
}

/**
 * The most fields that are compiled into one statement, however few rows they are asked of. A localised text counts as
 * many as it has places to look, a page as five.
 */
export const MAX_FIELDS = 2_000;

export const DEFAULT_PAGE = 20;
export const MAX_PAGE = 100;

/** The page size that the arguments of a connection ask for. */
export function pageSize(args: Readonly<Record<string, unknown>>): number {
  const size = args.first ?? args.last ?? DEFAULT_PAGE;
  return typeof size === 'number' ? Math.min(Math.max(size, 0), MAX_PAGE) : DEFAULT_PAGE;
}
