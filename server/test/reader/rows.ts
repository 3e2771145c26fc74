/** Every row of every table in memory, for the reference that the reader's answers are held against. */
import pg from 'pg';

export type Cell = string | number | boolean | Date | null;
export type Row = Readonly<Record<string, Cell>>;

const DATE = 1082;
/** Days stay text: pg would make local midnights of them. */
const types = { getTypeParser: (oid: number, format?: 'text') => (oid === DATE ? (value: string) => value : pg.types.getTypeParser(oid, format)) };

export class Rows {
  readonly #tables: ReadonlyMap<string, readonly Row[]>;
  readonly #indexes = new Map<string, Map<Cell, Row[]>>();

  constructor(tables: ReadonlyMap<string, readonly Row[]>) {
    this.#tables = tables;
  }

  all(table: string): readonly Row[] {
    const rows = this.#tables.get(table);
    if (!rows) throw new Error(`There is no table ${table}`);
    return rows;
  }

  /** The rows whose `column` is `value`. */
  where(table: string, column: string, value: Cell): readonly Row[] {
    const name = `${table}.${column}`;
    let index = this.#indexes.get(name);
    if (!index) {
      index = Map.groupBy(this.all(table), (row) => row[column]!);
      this.#indexes.set(name, index);
    }
    return index.get(value) ?? [];
  }

  /** Those of the rows that somebody sees. */
  seenBy(sees: (table: string, row: Row) => boolean): Rows {
    return new Rows(new Map([...this.#tables].map(([table, rows]) => [table, rows.filter((row) => sees(table, row))])));
  }

  /** The only such row, or null. */
  one(table: string, column: string, value: Cell): Row | null {
    return this.where(table, column, value)[0] ?? null;
  }
}

/** Reads all tables and views of the database, each by a plain `select *`; views give what `person` may see, or a visitor. */
export async function loadRows(client: pg.Client, person: string | null): Promise<Rows> {
  const { rows } = await client.query<{ name: string }>(`select relname as name from pg_class where relkind in ('r', 'v') and relnamespace = 'public'::regnamespace`);
  const tables = new Map<string, Row[]>();
  await client.query('begin');
  await client.query(`select set_config('passerelle.person', $1, true)`, [person ?? '']);
  for (const { name } of rows) tables.set(name, (await client.query<Row>(`select * from "${name}"`)).rows);
  await client.query('commit');
  return new Rows(tables);
}

/** A connection that reads days as text. The caller ends it. */
export async function openClient(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, types: types as never });
  await client.connect();
  return client;
}
