/** Many rows at once. */
import type { EntityManager } from '@mikro-orm/postgresql';

const BATCH = 5_000;

/** Rows in, as JSON: the columns are those of the first row. Wall times become instants in their zone. */
export async function insert(em: EntityManager, table: string, rows: readonly object[]): Promise<void> {
  for (let start = 0; start < rows.length; start += BATCH) {
    const batch = rows.slice(start, start + BATCH);
    const columns = Object.keys(batch[0]!).map((column) => ({ from: column, to: column.replace(/_local$/, '_at') }));
    const values = columns.map(({ from, to }) => {
      if (from !== to) return `((x->>'${from}')::timestamp at time zone (x->>'time_zone'))`;
      return `(r)."${to}"`;
    });
    await em.execute(
      `insert into "${table}" (${columns.map(({ to }) => `"${to}"`).join(', ')})
       select ${values.join(', ')} from jsonb_array_elements(?::jsonb) x, jsonb_populate_record(null::"${table}", x) r`,
      [JSON.stringify(batch)],
    );
  }
}
