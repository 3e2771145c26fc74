/** One page of a connection as one sub-select: the rows, the cursors, whether there are more, and how many in all. */
import { getNamedType, type GraphQLObjectType, print } from 'graphql';
import { params } from './args.ts';
import { collect } from './collect.ts';
import type { Compilation } from './compile.ts';
import { type Connection, decodeCursor, type MadeRows, type PageArgs, type Sort, validatePage } from './connection.ts';
import { pageSize } from './cost.ts';
import type { CostNode, Site } from './field.ts';
import { collated } from './collation.ts';
import { keyOf, row, type Row, table, typeOf } from './row.ts';
import { all, type Hole, identifier, join, jsonObject, Param, raw, type Sql, sql, text } from './sql.ts';

interface Page {
  readonly compilation: Compilation;
  readonly connection: Connection<object>;
  readonly args: PageArgs;
  readonly slot: number;
  /** The list and its sort, as its cursors name them. */
  readonly order: string;
  readonly sort: Sort<object>;
  readonly backward: boolean;
  readonly size: Param;
  /** Where the rows stand. */
  readonly table: Sql;
}

/** Columns that the page's rows compute, each with the aggregate that makes JSON of them. */
interface Columns {
  readonly select: Sql[];
  readonly joins: Sql[];
  needsMore: boolean;
  needsRows: boolean;
  /** The columns that cursors of the page's ends are made of, once one is asked for. */
  cursor?: readonly [key: string, id: string];
}

export function compilePage(connection: Connection<object>, site: Site): Sql {
  const { compilation } = site;
  const { slot, values } = compilation.args(site);
  const args = values as PageArgs;
  const sortName = args.sort ?? connection.defaultSort;
  const sort = connection.declaration.sorts[sortName]!;
  // Where texts are compared, the order is that of one language: the key is a text of it.
  const order = `${connection.reader.name}.${sortName}${sort.collated ? `.${compilation.locale}` : ''}`;
  const { made } = connection;
  compilation.slots[slot]!.validate = (given) => {
    validatePage(given as PageArgs, order, connection.hasBareCursors);
    made?.validate(given);
  };
  const page: Page = {
    compilation, connection, args, slot, order, sort,
    backward: args.last !== undefined && args.last !== null,
    size: new Param('bigint', (bind) => pageSize(bind.args[slot]!)),
    table: made ? madeRows(site, made, slot, values) : table(connection.reader.entity),
  };
  const type = getNamedType(site.definition.type) as GraphQLObjectType;
  const alias = compilation.alias();
  const rows = compilation.below(site.cost, { slot });
  const columns: Columns = { select: [], joins: [], needsMore: false, needsRows: false };
  const members = [...collect(compilation, type, site.nodes.map((node) => node.selectionSet))].map(([key, nodes]): [string, string | Hole] => {
    const inner: Site = { ...site, nodes, definition: type.getFields()[nodes[0]!.name.value]!, path: [...site.path, key] };
    site.cost.fields += 1;
    compilation.countFields(5);
    return [key, member(page, inner, alias, rows, columns)];
  });
  const json = jsonObject(members);
  return columns.needsRows ? sql`(select ${json} from ${pageRows(page, alias, columns)})` : json;
}

/** Rows that are made of arguments, by their name: once for all lists of a statement whose arguments are written alike. */
function madeRows({ compilation, nodes }: Site, made: MadeRows, slot: number, values: Readonly<Record<string, unknown>>): Sql {
  const asked = (nodes[0]!.arguments ?? []).filter(({ name }) => name.value in made.args).map((argument) => print(argument)).sort().join(', ');
  const key = `${nodes[0]!.name.value}(${asked})`;
  const known = compilation.made.get(key);
  if (known) return known;
  const name = raw(`v${compilation.shared.length}`);
  compilation.shared.push(sql`${name} as materialized (${made.of(params(made.args, values, (all) => all[slot]!))})`);
  compilation.made.set(key, name);
  return name;
}

function member(page: Page, site: Site, alias: string, cost: CostNode, columns: Columns): Sql {
  const name = site.nodes[0]!.name.value;
  if (name === 'totalCount') return totalCount(page);
  if (name === '__typename') return raw(`'"${page.connection.reader.name}Connection"'`);
  if (name === 'pageInfo') return pageInfo(page, site, alias, columns);
  if (name === 'nodes') {
    const object = page.connection.reader.object(site, alias, [...site.path, '*'], cost);
    columns.joins.push(...object.joins);
    return list(page, columns, object.json);
  }
  const type = getNamedType(site.definition.type) as GraphQLObjectType;
  const { json } = page.compilation.object(type, site.nodes, (field) => ({
    compile: (inner) => {
      if (field === 'cursor') return text('"', cursor(page, sql`${raw(alias)}._k`, idOf(page, alias)), '"');
      const object = page.connection.reader.object(inner, alias, inner.path, cost);
      columns.joins.push(...object.joins);
      return object.json;
    },
    check: () => [],
  }), [...site.path, '*'], cost);
  return list(page, columns, json);
}

/** The page's rows as a JSON list, in the order of the connection whichever way they were read. */
function list(page: Page, columns: Columns, json: Sql): Sql {
  const column = `c${columns.select.length}`;
  columns.needsRows = true;
  columns.select.push(sql`${json} as ${raw(column)}`);
  return text('[', sql`coalesce(string_agg(p.${raw(column)}, ',' order by p._rn ${listOrder(page)}), '')`, ']');
}

/** How the rows are numbered in the order of the list. */
function listOrder({ backward }: Page): Sql {
  return raw(backward ? 'desc' : 'asc');
}

function pageInfo(page: Page, site: Site, alias: string, columns: Columns): Sql {
  const type = getNamedType(site.definition.type) as GraphQLObjectType;
  const more = (): Sql => {
    columns.needsRows = true;
    columns.needsMore = true;
    return sql`coalesce(bool_and(p._more), ${page.size} = 0 and exists (select ${remaining(page).from}))::text`;
  };
  const edge = (end: boolean): Sql => {
    columns.needsRows = true;
    if (!columns.cursor) {
      const [key, id] = [`c${columns.select.length}`, `c${columns.select.length + 1}`];
      columns.select.push(sql`${raw(alias)}._k as ${raw(key)}`, sql`${idOf(page, alias)} as ${raw(id)}`);
      columns.cursor = [key, id];
    }
    const [key, id] = columns.cursor;
    // Only the row at the end of the page gets a cursor: making one costs more than reading a row. All is gathered in the
    // order of the list, so that the rows are sorted once.
    const at = (column: string): Sql => sql`(array_agg(p.${raw(column)} order by p._rn ${listOrder(page)}))[${raw(end ? 'count(*)' : '1')}]`;
    return sql`coalesce(${text('"', cursor(page, at(key), at(id)), '"')}, 'null')`;
  };
  const { args, backward } = page;
  const fields: Record<string, () => Sql> = {
    hasNextPage: () => (backward ? raw(`'${String(args.before != null)}'`) : more()),
    hasPreviousPage: () => (backward ? more() : raw(`'${String(args.after != null)}'`)),
    startCursor: () => edge(false),
    endCursor: () => edge(true),
  };
  return page.compilation.object(type, site.nodes, (name) => ({ compile: () => fields[name]!(), check: () => [] }), site.path, site.cost).json;
}

/** The rows that the filters leave; the same predicates count them and page them. */
function predicates(page: Page, target: Row<object>): (Sql<boolean> | undefined)[] {
  const { connection, args, slot, compilation } = page;
  const { filters, where, byDefault } = connection.declaration;
  const given = params(filters, args.filter ?? {}, (all) => (all[slot]!.filter ?? {}) as Record<string, unknown>);
  return [
    connection.reader.rowRule(target, compilation.actor),
    connection.within?.(target),
    byDefault?.(target, given),
    ...Object.entries(given).map(([name, value]) => where[name]!(target, value!, given, compilation.actor)),
  ];
}

function totalCount(page: Page): Sql {
  const alias = page.compilation.alias();
  const { entity } = page.connection.reader;
  return sql`(select count(*) from ${page.table} ${raw(alias)} where ${all(predicates(page, row(entity, alias)))})::text`;
}

function keyExpression(page: Page, target: Row<object>): Sql {
  const key = sql`${page.sort.by(target)}`;
  return page.sort.collated ? collated(key) : key;
}

function idOf({ connection }: Page, alias: string): Sql {
  const { entity } = connection.reader;
  return row(entity, alias)[keyOf(entity) as never] as Sql;
}

/**
 * `["SORT", key, id]`, in URL-safe base 64; full precision, so that no row is skipped. Of a row that is made the key is not said: it may be a name, and cursors stand in addresses; it is looked up again.
 */
function cursor(page: Page, key: Sql, id: Sql): Sql {
  const of = sql`to_json(${id})::text`;
  const json = page.connection.hasBareCursors ? text(`["${page.order}",`, of, ']') : text(`["${page.order}",`, sql`to_json(${key})::text`, ',', of, ']');
  return sql`translate(encode(convert_to(${json}, 'UTF8'), 'base64'), E'+/=\n', '-_')`;
}

function after(page: Page, key: Sql, id: Sql): Sql<boolean> | undefined {
  const { args, slot, sort, order, connection } = page;
  const name = page.backward ? 'before' : 'after';
  if (args[name] == null) return undefined;
  const { entity } = connection.reader;
  const part = (index: 0 | 1, type: string): Param =>
    new Param(type, (bind) => decodeCursor(bind.args[slot]![name] as string, order, connection.hasBareCursors)[index]);
  const operator = raw(Boolean(sort.descending) === page.backward ? '>' : '<');
  const idType = typeOf(entity, keyOf(entity));
  if (connection.hasBareCursors) {
    const alias = page.compilation.alias();
    const place = sql`(select ${keyExpression(page, row(entity, alias))}, ${idOf(page, alias)} from ${page.table} ${raw(alias)} where ${idOf(page, alias)} = ${part(1, idType)})`;
    // Of a row that is gone nobody knows the place: then the list begins anew.
    return sql<boolean>`coalesce((${key}, ${id}) ${operator} ${place}, true)`;
  }
  return sql`(${key}, ${id}) ${operator} (${part(0, sort.type)}, ${part(1, idType)})`;
}

/** The rows from the page's cursor on, in the whole list when there is none: as `from`, with the keys that order them. */
function remaining(page: Page): { readonly base: Sql; readonly key: Sql; readonly id: Sql; readonly from: Sql } {
  const { entity } = page.connection.reader;
  const base = page.compilation.alias();
  const target = row(entity, base);
  const key = keyExpression(page, target);
  const id = target[keyOf(entity) as never] as Sql;
  const where = all([...predicates(page, target), after(page, key, id)]);
  return { base: raw(base), key, id, from: sql`from ${page.table} ${raw(base)} where ${where}` };
}

/** The limited rows, numbered outside the limit (inside, numbering would keep PostgreSQL from a top-N sort). */
function pageRows(page: Page, alias: string, columns: Columns): Sql {
  const { base, key, id, from } = remaining(page);
  const direction = raw(Boolean(page.sort.descending) === page.backward ? 'asc' : 'desc');
  const limit = columns.needsMore ? sql`${page.size} + 1` : page.size;
  const limited = sql`select ${base}.*, ${key} as _k ${from} order by _k ${direction}, ${id} ${direction} limit ${limit}`;
  const more = columns.needsMore ? raw(', lead(true, 1, false) over () as _more') : raw('');
  const numbered = sql`select b.*, row_number() over () as _rn${more} from (${limited}) b`;
  const select = join([...(columns.needsMore ? [raw('_more')] : []), sql`${raw(alias)}._rn`, ...columns.select], ', ');
  return sql`(select ${select} from (${numbered}) ${identifier(alias)} ${join(columns.joins, ' ')} where ${raw(alias)}._rn <= ${page.size}) p`;
}
