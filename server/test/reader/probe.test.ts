import { expect, it } from 'vitest';
import pg from 'pg';
import { testDatabase } from '../database.ts';
const database = testDatabase('full');
it('probes', async () => {
  const c = new pg.Client({ connectionString: database().owner });
  await c.connect();
  const { rows } = await c.query("select relname, (xpath('/row/n/text()', query_to_xml('select count(*) as n from '||quote_ident(relname), false, true, '')))[1]::text as n from pg_class where relkind='r' and relnamespace='public'::regnamespace order by 1");
  console.log(rows.map((r: any) => `${r.relname} ${r.n}`).join('\n'));
  console.log((await c.query("select datcollate, datlocprovider, version() from pg_database where datname=current_database()")).rows);
  console.log((await c.query("select max(length(slug)) from organisation")).rows, (await c.query("select max(length(slug)) from recommendation")).rows);
  await c.end();
  expect(1).toBe(1);
});
