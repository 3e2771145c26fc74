/** Which PostgreSQL it may be: the database of an operator is asked before anything in it is changed. */
import type { EntityManager } from '@mikro-orm/postgresql';

const LEAST = 15;

/** That the PostgreSQL is too old; the message is one sentence for the operator, the code is for the program. */
export class VersionError extends Error {
  override readonly name = 'VersionError';
  readonly code = 'POSTGRESQL_TOO_OLD';
}

/** Makes sure that the PostgreSQL is one of those that the site is tried on. @throws VersionError */
export async function refuseOldServer(em: Pick<EntityManager, 'execute'>, least = LEAST): Promise<void> {
  const [{ version, number }] = await em.execute<[{ version: string; number: number }]>(`select current_setting('server_version') as version, current_setting('server_version_num')::int as number`);
  if (number < least * 10_000) throw new VersionError(`The PostgreSQL of DATABASE_URL is version ${version}: Passerelle needs ${least} or later. Leave DATABASE_URL out to use the PostgreSQL that comes along.`);
}
