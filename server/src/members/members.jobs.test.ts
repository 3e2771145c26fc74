/** What is over is forgotten when the register of personal data says so, and nothing before. */
import { describe, expect, test } from 'vitest';
import { MikroORM } from '@mikro-orm/postgresql';
import { testDatabase } from '../../test/database.ts';
import type { JobContext } from '../core/jobs/index.ts';
import { ormOptions } from '../orm.ts';
import { memberJobs } from './members.jobs.ts';

const database = testDatabase('full');
const sql = <T = unknown>(text: string, values: unknown[] = []): Promise<T[]> => database().orm.em.fork().execute<T[]>(text, values);

/** Does the job as the application role does. */
async function forget(): Promise<void> {
  const orm = await MikroORM.init(ormOptions(database().app));
  const [job] = memberJobs();
  await job!.handler({}, { em: orm.em.fork() } as unknown as JobContext);
  await orm.close();
}

describe('forgetting', () => {
  test('takes invitations thirty days after they were sent', async () => {
    await sql('delete from invitation');
    for (const [name, days] of [['old', 31], ['young', 29]] as const) {
      await sql(`insert into invitation (uuid, name, email, role, locale, secret_hash, sent_at, expires_at) values (gen_random_uuid(), ?, 'x@ngo.example', 'EXPERT', 'fr', ?, now() - make_interval(days => ?), now())`, [name, name, days]);
    }
    await forget();
    expect(await sql('select name from invitation')).toEqual([{ name: 'young' }]);
  });

  test('takes requests thirty days after the decision, ninety after they came, three where nobody showed that the address is theirs', async () => {
    await sql('delete from access_request');
    const rows = [['decided', 31, 31, 31], ['decided lately', 31, 31, 29], ['waiting', 89, 89, null], ['waiting for too long', 91, 91, null], ['not shown', 4, null, null], ['to be shown', 2, null, null]] as const;
    for (const [name, created, confirmed, decided] of rows) {
      await sql(
        `insert into access_request (uuid, country_code, organisation_name, name, email, role, message, locale, secret_hash, created_at, confirmed_at, decided_at, decision)
         values (gen_random_uuid(), 'RS', 'N', ?, 'x@ngo.example', 'NGO_MEMBER', '', 'fr', ?, now() - make_interval(days => ?), now() - make_interval(days => ?::int), now() - make_interval(days => ?::int), case when ?::int is not null then 'REFUSED' end)`,
        [name, name, created, confirmed, decided, decided],
      );
    }
    await forget();
    expect(await sql('select name from access_request order by name')).toEqual([{ name: 'decided lately' }, { name: 'to be shown' }, { name: 'waiting' }]);
  });
});
