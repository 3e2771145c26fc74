/**
 * Compares the entities with what the migrations make. `migration.ts NAME` writes the difference as a new migration;
 * `migration.ts --check` fails when there is one.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MikroORM } from '@mikro-orm/postgresql';
import { provisionOwner, startCluster } from '../src/core/database/index.ts';
import { migrateJobs } from '../src/core/jobs/index.ts';
import { ormOptions } from '../src/orm.ts';

/** The statements that bring a migrated database to what the entities say. */
async function difference(): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-migration-'));
  const cluster = await startCluster({ folder: join(folder, 'postgres'), settings: { fsync: 'off' } });
  try {
    const owner = await provisionOwner(cluster.url, 'scratch');
    const orm = await MikroORM.init(ormOptions(owner));
    await orm.migrator.up();
    // As in every database of ours: what they make is no difference.
    await migrateJobs(owner);
    const update = await orm.schema.getUpdateSchemaSQL({ wrap: false, safe: false });
    await orm.close();
    // Functions, triggers, the rules of rows and what must stand apart are written by hand in the migrations: no entity knows them.
    return update.split('\n').map((line) => line.trim()).filter((line) => line !== '' && !/^drop (trigger|function|policy) |disable row level security;$|drop constraint "(\w+_apart|expert_engaged_once|expert_stays_once|expert_in_one_country)";$/.test(line));
  } finally {
    await cluster.stop('immediate');
    await rm(folder, { recursive: true, force: true });
  }
}

const statements = await difference();
const name = process.argv[2];
if (name === '--check') {
  if (statements.length > 0) {
    console.error(`The entities have changed without a migration:\n${statements.join('\n')}`);
    process.exitCode = 1;
  }
} else if (!name || !/^[a-z][a-z-]*$/.test(name)) {
  console.error('Give the migration a name in lower case: pnpm --filter @passerelle/server migration add-something');
  process.exitCode = 2;
} else if (statements.length === 0) {
  console.log('Nothing to migrate.');
} else {
  const stamp = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14);
  const file = new URL(`../src/migrations/${stamp}-${name}.ts`, import.meta.url);
  const list = statements.map((statement) => `    this.addSql(\`${statement.replaceAll('\\', '\\\\').replaceAll('`', '\\`')}\`);`).join('\n');
  await writeFile(file, `import { Migration } from '@mikro-orm/migrations';\n\n/** What it does, in a sentence. */\nexport class Migration${stamp} extends Migration {\n  override up(): void {\n${list}\n  }\n}\n`);
  console.log(`Wrote ${file.pathname}: read it, then add it to src/migrations/index.ts.`);
}
