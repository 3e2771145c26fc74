/** The price of a document: how many values it may have to produce, worked out before anything runs. */
import type { CostNode } from './field.ts';

/** How many elements a list without a page size is assumed to have. */
export const ASSUMED_LIST = 10;

export function costNode(rows: CostNode['rows'] = 1): CostNode {
  return { rows, fields: 0, below: [] };
}

/** The number of values that `node` asks for, given the arguments of each slot (`first` or `last` say the rows). */
export function price(node: CostNode, args: readonly Readonly<Record<string, unknown>>[]): number {
  const rows = typeof node.rows === 'number' ? node.rows : pageSize(args[node.rows.slot] ?? {});
  let each = node.fields;
  for (const child of node.below) each += price(child, args);
  return rows * each;
}

export const DEFAULT_PAGE = 20;
export const MAX_PAGE = 100;

/** The page size that the arguments of a connection ask for. */
export function pageSize(args: Readonly<Record<string, unknown>>): number {
  const size = args.first ?? args.last ?? DEFAULT_PAGE;
  return typeof size === 'number' ? Math.min(Math.max(size, 0), MAX_PAGE) : DEFAULT_PAGE;
}
