import { expect, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { refuseOldServer, VersionError } from './server-version.ts';

const database = testDatabase('empty');

test('a PostgreSQL that is older than what the site is tried on is refused in a sentence, and one that is not is taken', async () => {
  const em = database().orm.em.fork();
  await expect(refuseOldServer(em)).resolves.toBeUndefined();
  const [{ version }] = await em.execute<[{ version: string }]>(`select current_setting('server_version') as version`);
  await expect(refuseOldServer(em, 99)).rejects.toThrow(new VersionError(`The PostgreSQL of DATABASE_URL is version ${version}: Passerelle needs 99 or later. Leave DATABASE_URL out to use the PostgreSQL that comes along.`));
});
