/** Writes `server/schema.graphql`, the contract, from the code. With `--check`, fails when the file is not up to date. */
import { readFile, writeFile } from 'node:fs/promises';
import { MikroORM } from '@mikro-orm/postgresql';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { useMetadata } from '../src/core/reader/index.ts';
import { ormOptions } from '../src/orm.ts';
import { createSchema } from '../src/schema.ts';

const file = new URL('../schema.graphql', import.meta.url);
const orm = new MikroORM(ormOptions('postgresql://localhost/none'));
useMetadata(orm.getMetadata());
const text = `${printSchema(lexicographicSortSchema(await createSchema()))}\n`;
if (!process.argv.includes('--check')) await writeFile(file, text);
else if ((await readFile(file, 'utf8').catch(() => '')) !== text) {
  console.error('schema.graphql is not what the code says: run `pnpm --filter @passerelle/server schema` and review the difference.');
  process.exitCode = 1;
}
